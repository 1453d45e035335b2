/** In a large pack a search is asked for, and its result comes later. */
import { expect, it } from 'vitest';
import { type Effect, initialState, type State } from '../../src/explorer/state.ts';
import { here } from '../../src/explorer/trail.ts';
import { createExplorer } from '../../src/explorer/update.ts';
import { frameRows } from '../../src/screen/frame/rows.ts';
import { answered, type Keys, keysOf, makeWorld, typed } from '../support/world.ts';

const world = makeWorld();

/** Keys are pressed, and what was asked for last is answered when `answer` is called. */
function start() {
  const explorer = createExplorer(world);
  let state: State = initialState({ columns: 80, rows: 24 });
  let asked: string[] = [];
  const take = ({ state: next, effects }: { state: State; effects: readonly Effect[] }) => {
    state = next;
    asked.push(...effects.flatMap((one) => (one.kind === 'search' ? [one.query] : [])));
  };
  take(explorer.begin(state));
  return {
    press: (...keys: Keys) => {
      for (const key of keysOf(keys)) take(explorer.press(state, key));
    },
    /** The queries asked for since the last call. */
    asked: () => {
      const list = asked;
      asked = [];
      return list;
    },
    answer: (query: string) =>
      take(explorer.found(state, { query, result: world.search.find(query) })),
    place: () => here(state).place,
    screen: () => frameRows(state, explorer, world).join('\n'),
  };
}

it('asks for each key typed, and shows the hits when they come', () => {
  const explorer = start();
  explorer.press('/', typed('hafen'));
  expect(explorer.asked()).toEqual(['h', 'ha', 'haf', 'hafe', 'hafen']);
  expect(explorer.screen()).toContain('searching');
  expect(explorer.screen()).toContain('/ hafen');
  explorer.answer('haf');
  expect(explorer.screen()).toContain('searching');
  explorer.answer('hafen');
  expect(explorer.screen()).toMatch(/\d+ hits?/);
});

it('shows the hits as a pack that is not large does', () => {
  const explorer = start();
  explorer.press('/', typed('hafen'));
  explorer.answer('hafen');
  const small = makeWorld();
  const other = createExplorer(small);
  let state: State = initialState({ columns: 80, rows: 24 });
  for (const key of typed('/hafen')) state = answered(other.press(state, key), other, small).state;
  expect(explorer.screen()).toBe(frameRows(state, other, small).join('\n'));
});

it('lets keys that act on the hits wait for them', () => {
  const explorer = start();
  explorer.press('/', typed('hafen'), 'down', 'enter', 'j');
  expect(explorer.place().view).toBe('search');
  explorer.answer('hafen');
  const { place } = explorer;
  expect(place().view).not.toBe('search');
  const patient = start();
  patient.press('/', typed('hafen'));
  patient.answer('hafen');
  patient.press('down', 'enter', 'j');
  expect(explorer.screen()).toBe(patient.screen());
});

it('goes on typing what was typed after a key that waited', () => {
  const explorer = start();
  explorer.press('/', typed('hafen'), 'enter', '/', typed('see'));
  explorer.answer('hafen');
  expect(explorer.asked().at(-1)).toBe('see');
  explorer.answer('see');
  expect(explorer.screen()).toContain('/ see');
});

it('asks again for the search that one goes back to', () => {
  const explorer = start();
  explorer.press('/', typed('hafen'));
  explorer.answer('hafen');
  explorer.press('enter', '/', typed('see'));
  explorer.answer('see');
  explorer.asked();
  explorer.press('escape');
  expect(explorer.asked()).toEqual(['hafen']);
});

it('ends at once, whatever waits', () => {
  const explorer = createExplorer(world);
  let state: State = initialState({ columns: 80, rows: 24 });
  for (const key of typed('/hafen\n')) state = explorer.press(state, key).state;
  expect(explorer.press(state, { name: 'ctrl-c' }).effects).toEqual([{ kind: 'quit', code: 130 }]);
});
