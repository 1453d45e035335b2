/** A session that nobody would have: random keys, pastes and resizes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/document/document.ts';
import { KEYMAP } from '../../src/explorer/keymap.ts';
import { isTooSmall, panes } from '../../src/explorer/panes.ts';
import { initialState, type State } from '../../src/explorer/state.ts';
import { here } from '../../src/explorer/trail.ts';
import { createExplorer } from '../../src/explorer/update.ts';
import { frameRows } from '../../src/screen/frame/rows.ts';
import type { Key } from '../../src/terminal/input.ts';
import { styledWidth } from '../../src/terminal/text.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { answered, keyNamed, makeWorld } from '../support/world.ts';

type Event = { key: Key } | { size: State['size'] };

const world = makeWorld(undefined, { theme: makeTheme(2) });
const explorer = createExplorer(world);
const ids = world.library.data.scenarios.map(({ id }) => id);

const boundKeys = [...new Set(KEYMAP.flatMap(({ keys }) => keys))].filter(
  (key) => !['q', 'ctrl-c', 'ctrl-z'].includes(key),
);
const likely = ['down', 'up', 'enter', 'enter', 'escape', 'space', 'c', '/', 'L', '1', '9'];
const words = [
  'hafen',
  'weiss',
  'blokade',
  'kind:',
  '"das wird',
  '!form:direct',
  'üß한👩‍🚒',
  '\u202E',
];
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...boundKeys).map((name) => ({ key: keyNamed(name) })) },
  { weight: 10, arbitrary: fc.constantFrom(...likely).map((name) => ({ key: keyNamed(name) })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...words)
      .map((text) => ({ key: { name: 'paste', text: text.replace('\u202E', '‹U+202E›') } })),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).map((text) => ({
      key: { name: text, text },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ columns: fc.integer({ min: 1, max: 240 }), rows: fc.integer({ min: 1, max: 60 }) })
      .map((size) => ({ size })),
  },
);

function check(state: State): void {
  expect(state.trail.length).toBeGreaterThan(0);
  expect(state.trail.length).toBeLessThanOrEqual(100);
  expect(state.trail[0]?.place.view).toBe('ladder');
  expect(state.marks.length).toBeLessThanOrEqual(4);
  expect(new Set(state.marks).size).toBe(state.marks.length);
  expect(state.marks.every((id) => ids.includes(id))).toBe(true);
  expect(LANGUAGES).toContain(state.language);
  const { place } = here(state);
  if (place.view === 'compare') {
    expect(place.ids.length).toBeGreaterThanOrEqual(2);
    expect(place.ids.length).toBeLessThanOrEqual(4);
  }
  const rows = frameRows(state, explorer, world);
  expect(rows).toHaveLength(state.size.rows);
  const widest = Math.max(...rows.map(styledWidth));
  expect(widest).toBeLessThanOrEqual(state.size.columns);
  if (isTooSmall(state)) return;
  for (const pane of panes(state, explorer.pages)) {
    const { page, standing } = explorer.paneView(state, pane);
    const isKnown = page.layout.count === 0 || page.layout.block(standing.selected) !== undefined;
    expect(isKnown).toBe(true);
  }
}

/** `RANDOM_KEYS=100000 npx vitest run test/explorer/random.test.ts` looks for longer. */
const SESSIONS = 25;
const KEYS = Math.ceil(Number(process.env.RANDOM_KEYS ?? 6000) / SESSIONS);
/** A frame is drawn and looked at after every so many keys. */
const LOOK_EVERY = 25;

it('survives random keys, pastes and resizes', () => {
  const session = fc.array(anyEvent, { minLength: KEYS, maxLength: KEYS, size: 'max' });
  fc.assert(
    fc.property(session, (events) => {
      let state = initialState({ columns: 80, rows: 24 });
      for (const [index, event] of events.entries()) {
        if ('size' in event) state = explorer.resize(state, event.size);
        else state = answered(explorer.press(state, event.key), explorer, world).state;
        if (index % LOOK_EVERY === 0) check(state);
      }
      check(state);
    }),
    { numRuns: SESSIONS },
  );
}, 112_500);
