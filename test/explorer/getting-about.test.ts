/** Getting about: the ladder, forward, finding on a page, going to a record, keys that say why. */
import { describe, expect, it } from 'vitest';
import { initialState, rungOf } from '../../src/explorer/state.ts';
import { createExplorer } from '../../src/explorer/update.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

const LANDING = '9';

describe('back and forward', () => {
  it('forward leads to where one went back from, until one goes elsewhere', () => {
    const d = drive('80x24', [LANDING, 'enter', 'j', 'enter']);
    const before = d.screen;
    d.press('escape', 'escape', '>', '>');
    expect(d.screen).toBe(before);
    d.press('>');
    expect(d.screen).toContain('Nothing lies ahead of here.');
    d.press('escape', 'm', '>');
    expect(d.place).toMatchObject({ view: 'matrix' });
  });

  it('H leads to the ladder from anywhere, and forward comes back', () => {
    const d = drive('80x24', [LANDING, 'enter', 'j', 'enter', 'H']);
    expect(d.place).toEqual({ view: 'ladder' });
    expect(d.press('H').screen).toContain('This is the ladder.');
    expect(d.press('>').place).toEqual({ view: 'scenario', id: 'landing' });
  });
});

describe('an address', () => {
  const { library } = makeWorld();
  const place = { view: 'statement', id: 'weiss-landing' } as const;
  const kept = drive('80x24', ['5', 'enter', 'j', 'enter']).state;

  it('opens beside what was kept, with the ladder on its rung', () => {
    const rung = rungOf(place, library);
    const state = initialState({ columns: 120, rows: 40 }, { place, rung, kept });
    expect(state.trail.map((spot) => spot.place.view)).toEqual([
      ...kept.trail.map((spot) => spot.place.view),
      'ladder',
      'statement',
    ]);
    const world = makeWorld();
    const ladder = { ...state, trail: state.trail.slice(0, -1) };
    const explorer = createExplorer(world);
    expect(explorer.press(ladder, { name: 'enter' }).state.trail.at(-1)?.place).toEqual({
      view: 'scenario',
      id: 'landing',
    });
  });
});

describe('finding on a page', () => {
  it('lists the lines with all words, goes to one, and n and N go on', () => {
    const d = drive('80x40', [LANDING, 'enter', "'", typed('harbour')]);
    const lines = d.rows.filter((row) => /harbour/i.test(row)).length;
    expect(lines).toBeGreaterThan(1);
    d.press('enter');
    expect(d.place).toEqual({ view: 'scenario', id: 'landing' });
    const first = d.state.find?.key;
    expect(d.press('n').state.find?.key).not.toBe(first);
    expect(d.press('N').state.find?.key).toBe(first);
    expect(d.press('N').screen).toContain('This is the first match.');
  });

  it('says that nothing is there', () => {
    expect(drive('80x24', ["'", typed('xqzvw')]).screen).toContain('No line here for “xqzvw”.');
  });
});

describe('the palette', () => {
  it('goes to a person, a scenario and a source by name, also misspelled', () => {
    expect(drive('80x24', [':', typed('jonsen'), 'enter']).place).toMatchObject({ view: 'person' });
    const d = drive('80x24', [':', typed('blokade'), 'enter']);
    expect(d.place).toEqual({ view: 'scenario', id: 'blockade' });
    expect(drive('80x24', [':', typed('küstenkurier')]).screen).toContain('source');
  });
});

describe('keys that can do nothing say so', () => {
  it.each([
    [['p', 'v'], 'Only in: matrix, timeline'],
    [['W'], 'W does nothing here.'],
    [['9', 'space', '7', 'space', 'c', 'c'], 'This compares what is marked.'],
    [['0'], 'There is no rung 0.'],
    [['z'], 'z does nothing; ? tells all keys.'],
    [['tab'], 'Only in:'],
  ])('%j', (keys, text) => {
    expect(drive('80x24', keys).screen).toContain(text);
  });

  it('in a comparison Space takes no mark away, and digits go to a column', () => {
    const d = drive('120x40', [LANDING, 'space', '7', 'space', 'c', 'space']);
    expect(d.state.marks).toHaveLength(2);
    expect(d.screen).toContain('x takes a scenario out');
    expect(d.press('7').place).toMatchObject({ view: 'compare', ids: ['landing', 'blockade'] });
    const second = d.place;
    expect(d.press('9').place).not.toEqual(second);
    expect(d.press('3').screen).toContain('Rung 3 is not compared here.');
  });
});

describe('help', () => {
  it('tells the keys of the open view first, and those of others last', () => {
    const d = drive('80x60', ['m', '?']);
    const groups = d.rows.filter((row) => /^ {2}[A-Z: ]+$/.test(row)).map((row) => row.trim());
    expect(groups[0]).toBe('HERE: MATRIX');
    expect(drive('80x80', ['t', '?']).screen).toMatch(/HERE: TIMELINE[\s\S]*ELSEWHERE/);
  });
});

describe('what a question was read as', () => {
  it('is shown as chips, of which a key takes the last one away', () => {
    const d = drive('100x40', ['/', typed('who is against a landing')]);
    expect(d.screen).toMatch(/read as \[against\]/);
    const query = () => ('field' in d.place ? d.place.field.text : '');
    const before = query();
    d.press('ctrl-x');
    expect(query()).not.toBe(before);
    expect(d.state.found?.query).toBe(query());
  });

  it('says what is nearest where nothing is found', () => {
    expect(drive('100x40', ['/', typed('xblockade xqzvw')]).screen).toMatch(
      /Nothing found|similar/,
    );
  });
});

it('an action whose name is that of a kind of record, and an s, is that action', () => {
  expect(drive('80x24', [':']).type('figures: who').press('enter').place.view).toBe('figures');
});

it('the palette has first what is called as it was typed, and says why that cannot be done', () => {
  const d = drive('100x40', [':', typed('compare'), 'enter']);
  expect(d.screen).toContain('Not possible here: Compare the marked scenarios');
  expect(d.state.marks).toEqual([]);
});
