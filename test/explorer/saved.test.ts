import { describe, expect, test } from 'vitest';
import { START } from '../../src/explorer/cursor.ts';
import { KEYMAP } from '../../src/explorer/keymap.ts';
import { fromSaved, joinSaved, OfLater, returnNotice, toSaved } from '../../src/explorer/saved.ts';
import { initialState, type State } from '../../src/explorer/state.ts';
import { makeWorld } from '../support/world.ts';

const { library } = makeWorld();
const [first, second] = library.data.scenarios;
const ids = [first?.id ?? '', second?.id ?? ''];
const size = { columns: 80, rows: 24 };

function stateWith(change: Partial<State>): State {
  return { ...initialState(size), ...change };
}

describe('what is kept between sessions', () => {
  const state = stateWith({
    trail: [
      { place: { view: 'ladder' }, cursor: START },
      {
        place: { view: 'search', field: { text: 'a speaker:b', caret: 3 }, isTyping: true },
        cursor: START,
      },
      { place: { view: 'compare', ids, column: 1 }, cursor: START },
      { place: { view: 'matrix', rows: 'statements', sort: 'name', column: 3 }, cursor: START },
    ],
    marks: ids,
    language: 'translation',
    searches: ['a speaker:b'],
  });
  const kept = fromSaved(JSON.parse(JSON.stringify(toSaved(state))), library);

  test('marks, language and searches come back', () => {
    expect(kept).toMatchObject({ marks: ids, language: 'translation', searches: ['a speaker:b'] });
  });
  test('so does the way one came, a search with its words', () => {
    expect(kept.trail?.map(({ place }) => place.view)).toEqual([
      'ladder',
      'search',
      'compare',
      'matrix',
    ]);
    expect(kept.trail?.[1]?.place).toMatchObject({
      field: { text: 'a speaker:b' },
      isTyping: false,
    });
    expect(kept.trail?.[3]?.place).toMatchObject({ rows: 'statements', sort: 'name' });
  });
  test('after a return one is told where one is and how far the ladder is', () => {
    expect(returnNotice(kept, library, KEYMAP)).toMatchObject({
      title: 'Back where you left off: Matrix.',
      text: 'H leads to the ladder.',
    });
    expect(
      returnNotice(fromSaved(toSaved(stateWith({})), library), library, KEYMAP),
    ).toBeUndefined();
  });
  test('what the pack no longer holds is left out', () => {
    const saved = { ...toSaved(state), marks: ['gone', ids[0]], trail: ['gone-too', ids[0] ?? ''] };
    expect(fromSaved(saved, library)).toMatchObject({
      marks: [ids[0]],
      trail: [{ place: { view: 'ladder' } }, { place: { view: 'scenario', id: ids[0] } }],
    });
  });
  test('a way that leads through words of the language of this program is left out', () => {
    const saved = { ...toSaved(state), trail: ['ladder', 'constructor', '__proto__', 'timeline'] };
    const { trail } = fromSaved(JSON.parse(JSON.stringify(saved)), library);
    expect(trail?.map(({ place }) => place.view)).toEqual(['ladder', 'timeline']);
  });
  test.each([
    [null],
    ['text'],
    [{ version: 0, trail: [], marks: [], searches: [] }],
    [{ version: 1, trail: [1], marks: [], searches: [] }],
    [{ version: 1 }],
  ])('anything else is refused: %j', (saved) => {
    expect(() => fromSaved(saved, library)).toThrow('not of the form');
  });
});

describe('a state file', () => {
  const kept = toSaved(stateWith({ marks: ids, searches: ['a'] }));

  test('of a later version is no damaged one', () => {
    expect(() => fromSaved({ ...kept, version: 2 }, library)).toThrow(OfLater);
    expect(() => fromSaved({ ...kept, version: '2' }, library)).not.toThrow(OfLater);
  });

  test('with a way that has no end is read from its end', () => {
    const trail = Array.from({ length: 100_000 }, () => 'ladder');
    expect(fromSaved({ ...kept, trail }, library).trail?.length).toBeLessThan(30);
  });

  test('of two sessions at once keeps the marks and searches of both', () => {
    const before = { ...kept, marks: ['a', 'b'], searches: ['x'] };
    const other = { ...kept, marks: ['a', 'b', 'c'], searches: ['y', 'x'] };
    const own = { ...kept, marks: ['b', 'd'], searches: ['z', 'x'] };
    expect(joinSaved(before, other, own)).toMatchObject({
      marks: ['b', 'd', 'c'],
      searches: ['z', 'x', 'y'],
    });
    expect(joinSaved(undefined, undefined, own)).toEqual(own);
    expect(joinSaved({ marks: 1 }, { marks: [1, 'e'] }, own).marks).toEqual(['b', 'd', 'e']);
  });
});
