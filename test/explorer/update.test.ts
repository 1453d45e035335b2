import { describe, expect, it, vi } from 'vitest';
import { here } from '../../src/explorer/trail.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

/** Rungs are selected by number; the scenario in the middle has most to say. */
const LANDING = '9';
const scenarioId = (d: ReturnType<typeof drive>) =>
  'id' in d.place ? d.place.id : JSON.stringify(d.place);

describe('browsing', () => {
  it('begins on the most contested rung', () => {
    expect(drive('80x24').selected).toMatch(/^▸ {2}9 ┊ Troops land at the harbour/);
    expect(drive('80x24', [LANDING, 'enter', 'escape']).selected).toMatch(/^▸ {2}9 /);
  });

  it('goes down the ladder and up again', () => {
    const d = drive('80x24', ['g']);
    expect(d.selected).toMatch(/^▸ 13 ┊ War along the whole coast/);
    expect(d.press('j', 'down', 'ctrl-n').selected).toMatch(/^▸ 10 /);
    expect(d.press('k', 'up', 'ctrl-p', 'k').selected).toMatch(/^▸ 13 /);
    expect(d.press('G').selected).toMatch(/^▸ 1 |^▸ {2}1 /);
    expect(d.press('g').selected).toMatch(/^▸ 13 /);
  });

  it.each(['enter', 'right', 'l'])('%s opens what is selected', (key) => {
    const d = drive('80x24', [LANDING, key]);
    expect(d.place).toEqual({ view: 'scenario', id: 'landing' });
    expect(d.press('j', key).place).toEqual({ view: 'statement', id: 'weiss-landing' });
  });

  it.each(['escape', 'left', 'h', '<'])('%s goes back to the same place and scroll', (key) => {
    const d = drive('80x24', [LANDING, 'enter', 'pagedown', 'j']);
    const before = d.screen;
    d.press('enter');
    expect(d.screen).not.toBe(before);
    expect(d.press('j', 'pagedown', key).screen).toBe(before);
  });

  it('never leaves by going back: the ladder stays', () => {
    const d = drive('80x24', ['5', 'escape', 'escape', 'left', 'h']);
    expect(d.place).toEqual({ view: 'ladder' });
    expect(d.selected).toMatch(/^▸ {2}5 /);
    expect(d.effects).toEqual([]);
  });

  it('forgets the middle of a very long way, not its beginning', () => {
    const d = drive('80x24', [LANDING]);
    for (let count = 0; count < 80; count += 1) d.press('enter', 'enter');
    expect(d.state.trail.length).toBeLessThanOrEqual(100);
    expect(d.state.trail[0]?.place).toEqual({ view: 'ladder' });
  });

  it('reads a page to its last line by going down, with every line in sight once', () => {
    const whole = drive('80x200', [LANDING, 'enter']).rows.filter((row) => row !== '');
    const d = drive('80x14', [LANDING, 'enter']);
    const seen = new Set(d.rows.map((row) => row.slice(2)));
    for (let count = 0; count < 120; count += 1) {
      for (const row of d.press('j').rows) seen.add(row.slice(2));
    }
    const lines = whole.slice(1, -1).map((row) => row.slice(2));
    expect(lines.filter((line) => !seen.has(line))).toEqual([]);
  });
});

describe('numbers', () => {
  it('add up to a rung', () => {
    const d = drive('80x24', ['1']);
    expect(d.selected).toMatch(/^▸ {2}1 /);
    expect(d.press('2').selected).toMatch(/^▸ 12 /);
    expect(d.press('9').selected).toMatch(/^▸ {2}9 /);
  });

  it('begin anew after another key', () => {
    expect(drive('80x24', ['1', 'j', '2']).selected).toMatch(/^▸ {2}2 /);
    expect(drive('80x24', ['1', 'z', '2']).selected).toMatch(/^▸ {2}2 /);
  });

  it('that are no rung change nothing', () => {
    expect(drive('80x24', ['5', '0']).selected).toMatch(/^▸ {2}5 /);
    expect(drive('80x24', ['g', '0']).selected).toMatch(/^▸ 13 /);
  });

  it('lead from scenario to scenario, and the ladder beside follows', () => {
    const d = drive('120x40', [LANDING, 'enter', 'j', '7']);
    expect(d.place).toEqual({ view: 'scenario', id: 'blockade' });
    expect(d.rows.find((row) => row.startsWith('│'))).toMatch(/^│ {2}7 ┊ A blockade/);
    expect(d.press('escape').selected).toMatch(/^▸ {2}7 /);
  });

  it('scroll a ladder that is higher than the screen', () => {
    const d = drive('80x12', ['1']);
    expect(d.selected).toMatch(/^▸ {2}1 /);
    expect(d.press('j', typed('13')).selected).toMatch(/^▸ 13 /);
  });
});

describe('search', () => {
  it('finds while one types, and says how many', () => {
    const d = drive('80x24', ['/']);
    expect(d.screen).toContain('Type words in any order');
    d.type('blockade');
    expect(d.rows[2]).toMatch(/^\/ blockade_ +\d+ hits$/);
    expect(d.selected).toContain('A blockade');
    d.press('backspace', 'backspace');
    expect(d.rows[2]).toMatch(/^\/ blocka_ /);
  });

  it('takes every key that types as text', () => {
    const d = drive('80x24', ['/', typed('jkq?:19 GN')]);
    expect(d.rows[2]).toContain('/ jkq?:19 GN_');
    expect(d.effects).toEqual([]);
  });

  it('opens the selected hit with Enter and comes back to it with the query kept', () => {
    const d = drive('80x24', ['/', typed('hafen'), 'down', 'down']);
    const before = d.screen;
    d.press('enter');
    expect(d.place).toEqual({ view: 'scenario', id: 'landing' });
    expect(d.press('escape').screen).toBe(before);
  });

  it('goes back from the search to where one was', () => {
    const d = drive('80x24', [LANDING, 'enter', 'pagedown']);
    const before = d.screen;
    expect(d.press('/', typed('jönsen'), 'escape').screen).toBe(before);
  });

  it('reopens the last search, also one that was only looked at', () => {
    const d = drive('80x24', ['/', typed('weiss'), 'escape', 'r']);
    expect(d.rows[2]).toMatch(/^\/ weiss_/);
    d.press('escape', '/');
    expect(d.screen).toContain('LAST SEARCHES');
    expect(d.press('up').rows[2]).toMatch(/^\/ weiss_/);
  });

  it('keeps each search once, the last one first', () => {
    const d = drive('80x24', [
      '/',
      typed('winter'),
      'escape',
      '/',
      typed('navy'),
      'escape',
      '/',
      typed('winter'),
    ]);
    expect(d.press('escape').state.searches).toEqual(['winter', 'navy']);
  });

  it('remembers no empty search', () => {
    expect(drive('80x24', ['/', ' ', 'escape']).state.searches).toEqual([]);
  });

  it('goes from hit to hit with n and N, and says when there are no more', () => {
    const d = drive('80x24', ['/', typed('scenario:blockade kind:statement'), 'enter']);
    const first = scenarioId(d);
    const second = scenarioId(d.press('n'));
    expect(second).not.toBe(first);
    expect(scenarioId(d.press('N'))).toBe(first);
    expect(d.press('N').screen).toContain('This is the first hit.');
    d.press('n', 'n', 'n', 'n', 'n', 'n', 'n');
    expect(d.screen).toContain('This is the last hit.');
    const last = d.place;
    expect(d.press('escape').place.view).toBe('search');
    expect(d.press('enter').place).toEqual(last);
  });

  it('n and N say where they mean something where no search led', () => {
    const d = drive('80x24', [LANDING, 'enter']);
    expect(d.press('n').screen).toContain('Only in: ');
  });

  it('keeps the hit in sight that n went to, also beside a preview', () => {
    const d = drive('120x14', ['/', typed('hafen'), 'enter', 'n', 'n', 'n', 'n', 'n']);
    const opened = d.place;
    d.press('escape');
    expect(d.selected).not.toBe('');
    expect(d.press('enter').place).toEqual(opened);
  });

  it('filters, and says what a wrong filter could be', () => {
    const d = drive('80x24', ['/', typed('speaker:jonsen')]);
    expect(d.screen).toContain('Åse Jönsen');
    expect(d.screen).not.toContain('Ulrich Weiß');
    d.press('ctrl-u', typed('speeker:jonsen'));
    expect(d.screen).toMatch(/speaker:/);
  });

  it('says that nothing is found, and keeps Enter from doing anything', () => {
    const d = drive('80x24', ['/', typed('xqzvw')]);
    expect(d.screen).toContain('Nothing found;');
    const { place } = d;
    expect(d.press('enter').place).toEqual(place);
  });

  it('Tab goes to the hits, where keys are commands, and back', () => {
    const d = drive('80x24', ['/', typed('hafen'), 'tab', 'j', 'space']);
    expect(d.rows[2]).toMatch(/^\/ hafen +/);
    expect(d.state.marks).toEqual(['patrols']);
    expect(d.press('tab', 'x').rows[2]).toMatch(/^\/ hafenx_/);
    expect(drive('80x24', ['/', typed('hafen'), 'tab', '/', 's']).rows[2]).toMatch(/^\/ hafens_/);
  });

  it('edits the line as a shell does', () => {
    const d = drive('80x24', [
      '/',
      typed('ab cd'),
      'ctrl-w',
      typed('ef'),
      'home',
      'x',
      'end',
      'y',
      'left',
      'delete',
    ]);
    expect(d.place).toMatchObject({ field: { text: 'xab ef', caret: 6 } });
    expect(d.press('ctrl-a', 'right', 'backspace').place).toMatchObject({
      field: { text: 'ab ef' },
    });
  });

  it('deletes whole characters', () => {
    const d = drive('80x24', ['/']).paste('né\u0301👩‍🚒');
    expect(d.press('backspace', 'backspace').place).toMatchObject({ field: { text: 'n' } });
  });

  it('takes a paste in one line', () => {
    expect(drive('80x24', ['/']).paste('one\n  two').place).toMatchObject({
      field: { text: 'one two' },
    });
  });

  it('shows the caret of a line longer than the screen, and that it is cut', () => {
    const long = 'words that nobody types into a line of forty cells, except here';
    const d = drive('40x12', ['/', typed(long)]);
    expect(d.rows[2]).toMatch(/^\/ ….*except here_/);
    expect(d.press('home').rows[2]).toMatch(/^\/ _words that.*…/);
  });
});

describe('marks and comparison', () => {
  it('Space marks and unmarks, four at most', () => {
    const d = drive('80x24', ['9', 'space', '7', 'space']);
    expect(d.state.marks).toEqual(['landing', 'blockade']);
    expect(d.screen).toContain('2 marked');
    expect(d.rows.filter((row) => row.includes('●'))).toHaveLength(3);
    d.press('5', 'space', '1', 'space', '2', 'space');
    expect(d.state.marks).toHaveLength(4);
    expect(d.screen).toContain('At most 4 scenarios are compared');
    expect(d.press('9', 'space').state.marks).toEqual(['blockade', 'patrols', 'observers']);
    expect(d.press('X').state.marks).toEqual([]);
  });

  it('marks the scenario whose page one is on', () => {
    expect(drive('80x24', [LANDING, 'enter', 'j', 'space']).state.marks).toEqual(['landing']);
  });

  it('says how to mark where there is nothing to compare', () => {
    expect(drive('80x24', ['c']).screen).toContain('Mark 2 to 4 scenarios with Space');
    expect(drive('80x24', ['space', 'c']).place).toEqual({ view: 'ladder' });
  });

  it('Esc leaves the comparison with the marks kept', () => {
    const d = drive('80x24', ['9', 'space', '7', 'space', 'c', 'escape']);
    expect(d.place).toEqual({ view: 'ladder' });
    expect(d.state.marks).toEqual(['landing', 'blockade']);
  });

  it('c in a comparison does not pile one upon the other', () => {
    const d = drive('80x24', ['9', 'space', '7', 'space', 'c', 'c', 'c', 'escape']);
    expect(d.place).toEqual({ view: 'ladder' });
  });

  /** Guide: side by side. What the head of the page looks like in each layout. */
  const stacked = /^ {2}1 of \d {2}Troops land at the harbour$/m;
  /** Bars of voices, a line for each side, with the names below. */
  const overview = /^ {2}▲[^\n]*▲ 1[^\n]*\n {2}▼[^\n]*\n {2}↑[\s\S]*^▸ ▲ Should it\? For\n/m;
  const columns = (count: number) => new RegExp(`^ {2}─+(┼─+){${count - 1}}$`, 'm');
  it.each([
    [2, '60x40', stacked],
    [3, '60x40', stacked],
    [4, '71x40', stacked],
    [2, '72x40', columns(2)],
    [2, '80x40', columns(2)],
    [3, '80x40', overview],
    [4, '80x40', overview],
    [2, '100x40', columns(2)],
    [3, '100x40', columns(3)],
    [4, '100x40', overview],
    [3, '120x40', columns(3)],
    [4, '120x60', overview],
    [2, '160x40', columns(2)],
    [3, '160x40', columns(3)],
    [4, '160x40', columns(4)],
    [4, '200x50', columns(4)],
  ])('lays %i scenarios out at %s', (count, size, expected) => {
    const rungs = ['9', '7', '5', '1'].slice(0, count);
    const d = drive(size, [...rungs.flatMap((rung) => [rung, 'space']), 'c']);
    expect(d.screen).toMatch(expected);
  });

  it.each([
    ['100x60', false],
    ['158x60', false],
    ['160x60', true],
  ])('at %s for and against are split within each of two: %s', (size, isSplit) => {
    const d = drive(size, ['9', 'space', '7', 'space', 'c']);
    const both = /▲ Åse Jönsen.*▼ Ulrich Weiß.*▲ Per Holm.*▼ Åse Jönsen/.test(d.screen);
    expect(both).toBe(isSplit);
  });

  it('says gaps out loud and marks who speaks on several', () => {
    const d = drive('120x80', ['9', 'space', '5', 'space', 'c']);
    expect(d.screen).toContain('no opposing statement in these sources');
    expect(d.screen).toMatch(/Per Holm ◆/);
    expect(d.screen).not.toMatch(/Åse Jönsen ◆/);
    expect(d.screen).toContain('SHARED SPEAKERS');
  });

  it('opens the statement of the column in focus', () => {
    const d = drive('120x50', ['9', 'space', '7', 'space', 'c', 'j', 'enter']);
    expect(d.place).toEqual({ view: 'statement', id: 'jonsen-landing' });
    expect(d.press('escape', 'right', 'enter').place).toMatchObject({ id: 'admiral-blockade' });
  });

  it('opens the scenario that its head says is in focus, in every column', () => {
    const d = drive('200x50', ['9', 'space', '7', 'space', 'c']);
    const opened = [0, 1, 2, 3].map(() => {
      const id = scenarioId(d.press('enter'));
      d.press('escape', ']');
      return id;
    });
    expect(opened).toEqual(['landing', 'landing', 'blockade', 'blockade']);
  });

  it('the columns go round, and swap and remove mean the one in focus', () => {
    const d = drive('120x40', ['9', 'space', '7', 'space', '5', 'space', 'c']);
    expect(d.press(']', 'tab', 'right').place).toMatchObject({ column: 0 });
    expect(d.press('[').place).toMatchObject({ column: 2 });
    d.press('[', 's');
    expect(d.place).toMatchObject({ ids: ['landing', 'patrols', 'blockade'], column: 2 });
    d.press('x');
    expect(d.place).toMatchObject({ ids: ['landing', 'patrols'], column: 1 });
    expect(d.state.marks).toEqual(['landing', 'patrols']);
    expect(d.press('x').place).toEqual({ view: 'ladder' });
  });

  it('a swapped scenario keeps the focus, so that it can be moved on', () => {
    const d = drive('120x40', ['9', 'space', '7', 'space', '5', 'space', 'c', 's', 's']);
    expect(d.place).toMatchObject({ ids: ['blockade', 'patrols', 'landing'], column: 2 });
  });

  it('takes the scenario in focus out also where each has two columns', () => {
    const d = drive('200x50', ['9', 'space', '7', 'space', 'c', 'right', 'right', 'right', 'x']);
    expect(d.state.marks).toEqual(['landing']);
  });

  it('goes to the neighbour after a resize to fewer columns', () => {
    const d = drive('200x50', ['9', 'space', '7', 'space', 'c', '[']).resize('120x40');
    expect(d.press('[').place).toMatchObject({ column: 0 });
  });

  it('keeps the scenario and the side in focus at a width where they stand together', () => {
    const d = drive('200x50', ['9', 'space', '7', 'space', 'c', ']']).resize('120x40');
    expect(scenarioId(d.press('enter'))).toBe('landing');
    d.press('escape').resize('200x50').press(']');
    expect(scenarioId(d.press('enter'))).toBe('blockade');
  });

  it.each(['60x30', '70x30', '98x40'])('keeps the row selected at %s and at 120x40', (size) => {
    const d = drive('120x40', ['9', 'space', '7', 'space', '5', 'space', 'c']);
    while (!d.selected.includes('SHOULD IT? AGAINST')) d.press('j');
    expect(d.resize(size).selected).toMatch(/Should it\? Against/i);
  });

  it('keeps the statement selected where for and against stand side by side', () => {
    const d = drive('120x40', ['9', 'space', '7', 'space', 'c']);
    while (!d.selected.includes('SHOULD IT? AGAINST')) d.press('j');
    const id = scenarioId(d.press('enter'));
    expect(scenarioId(d.press('escape').resize('200x50').press(']', 'enter'))).toBe(id);
  });

  it('flips to the next scenario at the same aspect where one is shown at a time', () => {
    const d = drive('60x30', ['9', 'space', '7', 'space', 'c']);
    while (!d.selected.includes('AGAINST')) d.press('j');
    d.press(']');
    expect(d.selected).toContain('AGAINST');
    expect(d.screen).toContain('2 of 2  A blockade');
    expect(d.press(']').selected).toContain('AGAINST');
    while (!d.selected.includes('POSSIBLE')) d.press('j');
    expect(d.press('[').selected).toContain('POSSIBLE');
  });
});

describe('language', () => {
  it('goes round and shows German, English or both', () => {
    const d = drive('80x40', [LANDING, 'enter']);
    const shown = () => [/«Landen wir/.test(d.screen), /“Let us land/.test(d.screen)];
    expect(shown()).toEqual([true, true]);
    expect(d.press('L') && shown()).toEqual([true, false]);
    expect(d.press('L') && shown()).toEqual([false, true]);
    expect(d.press('L') && shown()).toEqual([true, true]);
  });

  it.each(['80x24', '120x30', '200x34'])('keeps the selection where it is at %s', (size) => {
    const d = drive(size, [LANDING, 'enter', 'j', 'j', 'j', 'j', 'j', 'k']);
    const row = () => d.rows.findIndex((text) => text.includes('▸'));
    const [before, name] = [row(), d.selected];
    for (const _ of ['original', 'translation', 'both']) {
      d.press('L');
      // Who it is; the words are those of the language.
      expect(d.selected.slice(0, 16)).toBe(name.slice(0, 16));
    }
    expect(row()).toBe(before);
  });

  it('keeps it on the way back as well', () => {
    const d = drive('80x24', [LANDING, 'enter', 'j', 'j', 'j']);
    const before = d.selected;
    expect(d.press('enter', 'L', 'L', 'escape').selected).toBe(before);
  });
});

describe('resizing', () => {
  it.each(['80x12', '40x10', '120x40', '200x50', '104x11'])(
    'to %s keeps the selection in sight',
    (size) => {
      const d = drive('80x24', ['1']);
      expect(d.resize(size).selected).toMatch(/^▸ {2}1 ┊ Observers/);
      d.press('9', 'enter', 'j', 'j', 'j').resize('80x24');
      const [name = ''] = d.selected.match(/▸ (\S+ \S+)/)?.slice(1) ?? [];
      expect(name).not.toBe('');
      expect(d.resize(size).selected).toContain(name);
    },
  );

  it('keeps it on the pages one came through', () => {
    const d = drive('80x24', ['1', 'enter']).resize('80x12').press('escape');
    expect(d.selected).toMatch(/^▸ {2}1 /);
  });

  it('through a size too small loses nothing', () => {
    const d = drive('80x24', ['1']).resize('5x2').resize('80x12');
    expect(d.selected).toMatch(/^▸ {2}1 /);
  });

  it('there and back shows the same', () => {
    const d = drive('120x40', [LANDING, 'enter', 'j', 'j']);
    const before = d.screen;
    expect(d.resize('200x50').resize('120x40').screen).toBe(before);
  });
});

describe('copying', () => {
  it('gives the quote with what it refers to, who said it, and where it stands', () => {
    const d = drive('80x24', [LANDING, 'enter', 'y']);
    const text =
      '«Landen wir, besser spät als nie.» (“Let us land, better late than never.”, our ' +
      'translation) [Said of troops at the harbour.] — Åse Jönsen (Foreign minister, Government ' +
      'of Northmark), on X, by Nov 2024. In: Küstenkurier, Nov 2024.';
    expect(d.effects).toEqual([{ kind: 'copy', text }]);
    expect(d.screen).toContain('Copied');
    expect(d.screen.replace(/\s+/g, ' ')).toContain(text);
  });

  it('takes the language that is shown', () => {
    const copy = (...keys: string[]) =>
      JSON.stringify(drive('80x24', [LANDING, 'enter', ...keys, 'y']).effects);
    expect(copy('L')).not.toContain('Let us land');
    expect(copy('L', 'L')).not.toContain('Landen wir');
  });

  it('gives a scenario from the ladder, and a comparison as a table', () => {
    expect(drive('80x24', [LANDING, 'y']).effects).toMatchObject([
      { text: expect.stringMatching(/^Troops land at the harbour \(rung 9 of 13\)/) },
    ]);
    const [effect] = drive('80x24', ['9', 'space', '7', 'space', 'c', 'W']).effects;
    expect(effect).toMatchObject({ text: expect.stringMatching(/^\| +\| Troops land .*\n\| ---/) });
  });

  it('gives of a comparison the quote that is selected', () => {
    const d = drive('80x24', ['9', 'space', '7', 'space', 'c', 'j', 'y']);
    expect(d.effects).toEqual([
      { kind: 'copy', text: expect.stringMatching(/^«Landen wir, besser spät als nie\.»[^|\n]*$/) },
    ]);
  });

  it('says so where the terminal takes no text, and shows it all the same', () => {
    const world = makeWorld(undefined, {
      clipboard: { programs: [], isInTerminal: false },
    });
    const d = drive('80x24', [LANDING, 'enter', 'y'], world);
    expect(d.screen).toContain('no clipboard');
    expect(d.screen).toContain('«Landen wir, besser spät als nie.»');
  });

  it('says how much of a long text it could not show', () => {
    const d = drive('40x12', [LANDING, 'enter', 'j', 'j', 'j', 'j', 'j', 'y']);
    expect(d.screen).toMatch(/… \d+ more lines/);
  });
});

describe('notices', () => {
  it('vanish with the next key, which does what it always does', () => {
    const d = drive('80x24', ['g', 'c', 'j']);
    expect(d.screen).not.toContain('Mark two');
    expect(d.selected).toMatch(/^▸ 12 /);
  });

  it('vanish with Esc, which then leads nowhere', () => {
    const d = drive('80x24', [LANDING, 'enter', 'y', 'escape']);
    expect(d.screen).not.toContain('Copied');
    expect(d.place).toEqual({ view: 'scenario', id: 'landing' });
  });
});

describe('help', () => {
  it.each(['?', 'f1'])('%s shows every key by group; Esc closes it', (key) => {
    const d = drive('80x100', [LANDING, 'enter', key]);
    for (const group of ['MOVE', 'FIND', 'COMPARE', 'SHOW', 'PROGRAM']) {
      expect(d.screen).toContain(group);
    }
    expect(d.press('escape').place).toEqual({ view: 'scenario', id: 'landing' });
    expect(d.state.overlay).toBeUndefined();
  });

  it('filters by word', () => {
    const d = drive('80x24', ['?', typed('rung')]);
    expect(d.screen).toContain('Go to the rung of that number');
    expect(d.screen).not.toContain('Next hit');
    expect(d.type(' xyz').screen).toContain('No key or action for “rung xyz”');
  });

  it.each([
    ['y', 'Copy the quote'],
    ['G', 'To the end'],
    ['N', 'Previous hit'],
    ['n', 'Next hit'],
    ['ctrl-k', 'Palette'],
    ['Esc', 'One step back'],
    ['PgDn', 'A page down'],
    ['?', 'Help'],
  ])('filters by key: %s', (typed, title) => {
    const d = drive('80x24', ['?']);
    for (const letter of typed) d.press(letter);
    expect(d.rows[4]).toContain(title);
  });

  it('scrolls', () => {
    const d = drive('80x12', ['?']);
    const first = d.screen;
    expect(d.press('pagedown').screen).not.toBe(first);
    expect(d.press('pageup').screen).toBe(first);
  });

  it('opens while one types in the search, and Esc comes back to the line', () => {
    const d = drive('80x24', ['/', typed('abc'), 'f1', 'escape', 'd']);
    expect(d.place).toMatchObject({ field: { text: 'abcd' }, isTyping: true });
  });
});

describe('palette', () => {
  it.each([':', 'ctrl-k'])('%s runs the first action that fits', (key) => {
    expect(drive('80x24', [key, typed('help'), 'enter']).state.overlay?.kind).toBe('help');
    expect(drive('80x24', [key, typed('lang'), 'enter']).state.language).toBe('original');
    expect(drive('80x24', [key, typed('quit'), 'enter']).effects).toEqual([
      { kind: 'quit', code: 0 },
    ]);
  });

  it('finds an action by its name before others of its group', () => {
    const d = drive('80x24', ['9', 'space', '7', 'space', ':', typed('compare'), 'enter']);
    expect(d.place).toMatchObject({ view: 'compare' });
    expect(drive('80x24', [':', typed('search'), 'enter']).place).toMatchObject({ view: 'search' });
  });

  it('runs what is selected in it', () => {
    const d = drive('80x24', [':', typed('page d'), 'enter']);
    expect(d.state.overlay).toBeUndefined();
    expect(d.selected).not.toMatch(/^▸ 13 /);
    expect(drive('80x24', [':', typed('to the'), 'down', 'enter']).selected).toMatch(/^▸ {2}1 /);
  });

  it('stays where an action can do nothing here', () => {
    const d = drive('80x24', [':', typed('swap'), 'enter']);
    expect(d.state.overlay?.kind).toBe('palette');
    expect(d.state.notice?.title).toMatch(/^Not possible here: Swap/);
    expect(d.press('down').state.notice).toBeUndefined();
  });

  it('closes with Esc and changes nothing', () => {
    const d = drive('80x24', ['5']);
    const before = d.screen;
    expect(d.press(':', typed('mark'), 'escape').screen).toBe(before);
  });
});

describe('keys that mean nothing', () => {
  it.each(['z', 'Z', '!', 'f5', 'ctrl-q', 'alt-x', 'delete', 'insert', 'ß', 'shift-up'])(
    '%s says so, and changes nothing else',
    (key) => {
      const d = drive('80x24', ['5']);
      const before = d.state;
      expect(d.press(key).state.notice?.title).toMatch(/does nothing; \? tells all keys\.$/);
      expect({ ...d.state, notice: undefined, digits: '' }).toEqual({ ...before, digits: '' });
      expect(d.effects).toEqual([]);
    },
  );

  it('a paste outside a line of input changes nothing', () => {
    const d = drive('80x24', ['5']);
    const before = d.screen;
    expect(d.paste('qqq/9\n').screen).toBe(before);
    expect(d.effects).toEqual([]);
  });
});

describe('too small', () => {
  it('says so and takes no key but those that end it', () => {
    const d = drive('39x24', ['j', '/', 'enter']);
    expect(d.screen).toMatch(/^too small/);
    expect(d.place).toEqual({ view: 'ladder' });
    expect(d.effects).toEqual([]);
    expect(d.press('q', 'ctrl-c').effects).toEqual([
      { kind: 'quit', code: 0 },
      { kind: 'quit', code: 130 },
    ]);
  });

  it('q quits also where it would be typed in a larger terminal', () => {
    const quit = [{ kind: 'quit', code: 0 }];
    expect(drive('80x24', ['/', 'a']).resize('30x5').press('q').effects).toEqual(quit);
    expect(drive('80x24', ['?']).resize('30x5').press('q').effects).toEqual(quit);
  });

  it('is over when there is room again', () => {
    const d = drive('80x24', [LANDING, 'enter', 'j']);
    const before = d.screen;
    expect(d.resize('10x3').press('j').resize('80x24').screen).toBe(before);
  });
});

it('ends with q, with Ctrl-C from anywhere, and is suspended with Ctrl-Z', () => {
  expect(drive('80x24', ['q']).effects).toEqual([{ kind: 'quit', code: 0 }]);
  expect(drive('80x24', ['/', 'q', 'ctrl-c']).effects).toEqual([{ kind: 'quit', code: 130 }]);
  expect(drive('80x24', ['?', 'ctrl-c']).effects).toEqual([{ kind: 'quit', code: 130 }]);
  expect(drive('80x24', ['/', 'ctrl-z']).effects).toEqual([{ kind: 'suspend' }]);
});

it('keeps every state as it was: update changes nothing in place', () => {
  const d = drive('120x40', [LANDING, 'enter', 'space', '/', typed('hafen')]);
  const { state } = d;
  const copy = structuredClone(state);
  d.press('x', 'escape', 'j', 'space', '7', 'space', 'c', 's', 'L', '?');
  expect(state).toEqual(copy);
  expect(here(state).place).toMatchObject({ field: { text: 'hafen' } });
});

describe('what cannot be done', () => {
  it.each([
    [['escape'], 'This is where the way began'],
    [['X'], 'No scenario is marked.'],
    [['r'], 'Nothing has been searched for yet.'],
    [['p', 'space'], 'Only scenarios are marked'],
    [['/', 'up'], 'Nothing has been searched for yet.'],
    [['/', typed('xqzvw'), 'enter'], 'Nothing to open here.'],
  ])('says why: %j', (keys, why) => {
    expect(drive('100x30', keys).screen).toContain(why);
  });

  it('says nothing where one only cannot move on', () => {
    expect(drive('100x30', ['G', 'j', 'j']).state.notice).toBeUndefined();
    expect(drive('80x60', ['?', 'pageup']).state.notice).toBeUndefined();
  });

  it('stands dim in the palette, with the reason', () => {
    const d = drive('100x40', [':', typed('column')]);
    expect(d.screen).toMatch(/Next column +Only in: compare, matrix\./);
    expect(d.press('enter').screen).toContain('Not possible here: Next column');
    expect(drive('100x40', ['m', ':', typed('next column')]).screen).not.toContain('Only in');
  });
});
