import { describe, expect, it } from 'vitest';
import { openCopies } from '../../src/article/copies.ts';
import { initialState, type World } from '../../src/explorer/state.ts';
import { createExplorer } from '../../src/explorer/update.ts';
import { loadPack } from '../../src/pack/load.ts';
import { SPOKEN_SIZE, spokenScreen } from '../../src/screen/spoken.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { answered, type Keys, keysOf, makeWorld, typed } from '../support/world.ts';

const pack = loadPack('test/fixtures/pack');
const world = makeWorld(pack, { theme: makeTheme(0, { ascii: true }) });
const explorer = createExplorer(world);

/** What is said after these keys, without the hint at the end. */
const said = (...keys: Keys): string[] => saidIn(world, ...keys);

function saidIn(one: World, ...keys: Keys): string[] {
  const its = one === world ? explorer : createExplorer(one);
  let state = initialState(SPOKEN_SIZE);
  for (const key of keysOf(keys)) state = answered(its.press(state, key), its, one).state;
  return spokenScreen(state, its).slice(0, -1);
}

describe('a screen reader says', () => {
  it('a rung, its place and its numbers', () => {
    expect(said('k')).toEqual([
      'Ladder, 2 of 3',
      'Rung 3: A bridge for walkers, a kind of A bridge',
      'Should it? nobody takes a side.',
      'Will it? nobody says.',
    ]);
    expect(said('g', ' ').slice(1)).toEqual([
      'Rung 2: A bridge, marked',
      'Should it? nobody takes a side.',
      'Will it? Voices: 1 expected, 0 possible, 1 doubted.',
    ]);
  });

  it('what the order means, at the end of the ladder', () => {
    expect(said('G').join(' ')).toContain('1 is the least direct involvement.');
  });

  it('where a statement stands, before its words', () => {
    expect(said('1', 'enter', 'j')).toEqual([
      'Ferry in winter, 2 of 9',
      'against: Jean-Luc Müller: Running the ferry in winter could hardly be paid for.',
      'why: speaks against it on grounds of cost',
    ]);
  });

  it('gaps, where one comes past them', () => {
    expect(said('3', 'enter').join('\n')).toContain('nobody is for it or against it');
  });

  it('what is typed and how much it finds', () => {
    expect(said('/', typed('ferry')).slice(0, 3)).toEqual([
      expect.stringMatching(/^Search, 1 of \d$/),
      'Typed: ferry',
      expect.stringMatching(/hits$/),
    ]);
  });

  it('the compared scenarios one at a time', () => {
    const lines = said('g', ' ', 'j', ' ', 'c');
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^Compare, 1 of \d+$/),
      '1 of 2 A bridge',
    ]);
  });

  it('positions instead of a chart', () => {
    expect(said('p')).toEqual([
      'People, 1 of 4',
      expect.stringMatching(/^expert/),
      'Jean-Luc Müller, expert',
      'Ferry in winter: should it? opposes it',
      'Ferry in winter: will it? thinks it unlikely',
    ]);
  });

  it('which scenario would bring which, in sentences', () => {
    expect(said('a', 'g')).toContain('Ferry in winter excludes: A bridge, says Uferpost');
  });

  it('what was copied, but reads no table out', () => {
    expect(said('1', 'enter', 'y')[1]).toContain('«Die Fähre muss auch im Winter fahren»');
    const [copied, next] = said('g', ' ', 'j', ' ', 'c', 'W');
    expect(copied).toMatch(/^Copied .*: \d+ lines$/);
    expect(next).toMatch(/^Compare/);
  });

  it('what was put aside, with a remark, and what the tray holds', () => {
    expect(said('2', 'enter', 'b')[0]).toBe('In the tray, 1 now:');
    expect(said('2', 'enter', 'i', typed('mine'), 'enter').slice(0, 2)).toEqual([
      'In the tray with your remark, 1 now:',
      'mine',
    ]);
    const tray = said('2', 'enter', 'i', typed('mine'), 'enter', 'B');
    expect(tray.slice(0, 3)).toEqual([
      'Tray, 1 of 1',
      '1 record put aside.',
      'Town of Seestadt, told, indirect',
    ]);
    expect(tray.join('\n')).toContain('mine');
    expect(said('B', 'W').slice(0, 3)).toEqual([
      'The tray is empty.',
      'Tray',
      '0 records put aside.',
    ]);
  });

  it('a filter as it is chosen, and on every page for as long as it is set', () => {
    expect(said('F', typed('expert'))).toEqual(['Only, typed: expert, 1 of 1', 'kind: expert']);
    const filtered = ['F', typed('expert'), 'enter'] as const;
    expect(said(...filtered, 'p').join('\n')).toContain('only [kind: expert]');
    expect(said(...filtered, '-', 'p').join('\n')).not.toContain('only [');
    expect(said('-')[0]).toBe('No filter is set; F sets one.');
  });

  it('records in the palette by their names', () => {
    expect(said('ctrl-k', typed('muel'))).toEqual([
      'Go to, typed: muel, 1 of 2',
      'person: Jean-Luc Müller expert',
    ]);
  });

  it('why a key does nothing', () => {
    expect(said('7').slice(0, 2)).toEqual(['There is no rung 7.', 'Rungs are numbered 1 to 3.']);
    expect(said('x')[0]).toBe('x does nothing here.');
    expect(said('e')[0]).toBe('No editor is opened here.');
  });

  it('what waits, and that nothing does', () => {
    expect(said('w').slice(0, 2)).toEqual(['Waiting', 'Waiting, 0 statements wait to be accepted']);
  });

  it('what waits, with its passage, and what was accepted', () => {
    const waiting = makeWorld(
      {
        ...pack,
        statements: pack.statements.map((one) =>
          one.id === 'mueller-cost' ? { ...one, unreviewed: true as const } : one,
        ),
      },
      { copies: openCopies('test/fixtures/sources'), canSettle: true },
    );
    const lines = saidIn(waiting, 'w');
    expect(lines.slice(0, 2)).toEqual([
      'Waiting, 1 of 1, should it? opposes it, will it? thinks it unlikely',
      'Waiting, 1 statement waits to be accepted',
    ]);
    expect(lines).toContain('«kaum zu bezahlen»');
    expect(lines.join('\n')).toContain('entgegnete der Ökonom Jean-Luc Müller');
    expect(saidIn(waiting, 'w', '+').slice(0, 3)).toEqual([
      'Accepted: mueller-cost',
      'Waiting',
      'Waiting, 0 statements wait to be accepted',
    ]);
  });

  it('the passage of an article that is selected, whose it is and on which side', () => {
    const reading = makeWorld(pack, { copies: openCopies('test/fixtures/sources') });
    expect(saidIn(reading, '/', typed('mueller-cost'), 'enter', 'A')).toEqual([
      'Seeblick, article, 2 of 4, Das sei «kaum zu bezahlen», entgegnete der Ökonom Jean-Luc Müller laut der Agentur Nordfunk.',
      '[2] Jean-Luc Müller against: Ferry in winter doubted: Ferry in winter',
    ]);
  });

  it('where words were found on a page, and that there is no more of them', () => {
    const found = ['1', 'enter', "'", typed('paid'), 'enter'] as const;
    expect(said(...found)[1]).toMatch(/^Found: .*could hardly be paid for/);
    expect(said(...found, 'N')[0]).toBe('This is the first match.');
  });

  it('that the files of the pack are broken, for as long as they are', () => {
    const state = { ...initialState(SPOKEN_SIZE), isOutdated: true };
    expect(spokenScreen(state, explorer)[0]).toMatch(/files of the pack are broken/);
  });

  it('help and actions', () => {
    expect(said('?', typed('suspend'))).toEqual([
      'Help, typed: suspend',
      'Ctrl-Z: Suspend; fg comes back',
    ]);
    expect(said(':', typed('quit'))[0]).toMatch(/^Go to, typed: quit, 1 of \d+$/);
  });

  it('nothing in columns or boxes', () => {
    const places = ['', 'm', 'f', 't', 'p', 'a', '?', ':', '/'];
    for (const key of places) {
      for (const moves of ['', 'j', 'jj', 'G']) {
        const lines = said(typed(key), key === '/' || key === ':' ? [] : typed(moves));
        expect(lines.join('\n'), key + moves).not.toMatch(/ {2,}|[│─┼┊▸●▲▼]/);
        expect(lines.length, key + moves).toBeGreaterThan(0);
      }
    }
  });
});
