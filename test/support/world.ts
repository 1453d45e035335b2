/** The explorer without a terminal: a world to look at, keys to press, a screen to read. */
import { KEYMAP } from '../../src/explorer/keymap.ts';
import {
  type Effect,
  initialState,
  type Place,
  type State,
  type Update,
  type World,
} from '../../src/explorer/state.ts';
import { here } from '../../src/explorer/trail.ts';
import { createExplorer, type Explorer } from '../../src/explorer/update.ts';
import { createLibrary } from '../../src/pack/library.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { frameRows } from '../../src/screen/frame/rows.ts';
import { createSearch } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import type { Key } from '../../src/terminal/input.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { HARBOUR } from './harbour-pack.ts';

/** A bit more than two years after what the pack speaks of. */
export const NOW = new Date('2026-11-30T12:00:00Z');

/** A world without colour, with a clock that stands still. */
export function makeWorld(data: PackData = HARBOUR, rest: Partial<World> = {}): World {
  return {
    library: createLibrary(data),
    search: createSearch({ data, records: buildRecords(data) }),
    theme: makeTheme(0),
    keymap: KEYMAP,
    now: () => NOW,
    clipboard: { programs: [], isInTerminal: true },
    ...rest,
  };
}

export type Size = State['size'];

/** "120x40" as a size. */
export function sizeOf(text: string): Size {
  const [columns = 0, rows = 0] = text.split('x').map(Number);
  return { columns, rows };
}

const NAMED =
  /^((ctrl|alt|shift)-.+|f\d+|up|down|left|right|home|end|pageup|pagedown|enter|escape|tab|backspace|delete|insert|paste)$/;

/** A key by its name in the key table: "j", "enter", "ctrl-k", "space". @throws for any other word */
export function keyNamed(name: string): Key {
  if (NAMED.test(name)) return { name };
  if (name === 'space') return { name, text: ' ' };
  if ([...name].length !== 1) throw new Error(`no key is called "${name}"; text is typed()`);
  return name === ' ' ? { name: 'space', text: ' ' } : { name, text: name };
}

/** Text as it is typed, a key for each letter: "home" is four keys; "\n" is Enter. */
export const typed = (text: string): Key[] =>
  [...text].map((letter) => (letter === '\n' ? { name: 'enter' } : keyNamed(letter)));

/** Keys by name, and text as it is typed. */
export type Keys = readonly (string | readonly Key[])[];

/** The keys of a list, one by one. */
export const keysOf = (keys: Keys): Key[] =>
  keys.flatMap((key) => (typeof key === 'string' ? [keyNamed(key)] : key));

/** An explorer that is being used: `press` and `resize` return it, `state` is where it is. */
export type Driver = {
  readonly world: World;
  readonly explorer: Explorer;
  readonly state: State;
  /** All that was asked for beyond the state, in order. */
  readonly effects: readonly Effect[];
  press(...keys: Keys): Driver;
  type(text: string): Driver;
  paste(text: string): Driver;
  resize(size: string): Driver;
  /** The rows of the screen, without blanks at their ends. */
  readonly rows: string[];
  readonly screen: string;
  readonly place: Place;
  /** The lines of the block that is selected. */
  readonly selected: string;
};

/** What an update leads to when its searches are answered at once, as in a small pack. */
export function answered(update: Update, explorer: Explorer, world: World): Update {
  return update.effects.reduce<Update>(
    ({ state, effects }, effect) => {
      if (effect.kind !== 'search') return { state, effects: [...effects, effect] };
      const { query } = effect;
      const next = explorer.found(state, { query, result: world.search.find(query) });
      const after = answered(next, explorer, world);
      return { state: after.state, effects: [...effects, ...after.effects] };
    },
    { state: update.state, effects: [] },
  );
}

/** Starts an explorer at a size such as "80x24" and presses keys. */
export function drive(size: string, keys: Keys = [], world = makeWorld()): Driver {
  const explorer = createExplorer(world);
  let state = initialState(sizeOf(size));
  const effects: Effect[] = [];
  const send = (key: Key) => {
    const update = answered(explorer.press(state, key), explorer, world);
    state = update.state;
    effects.push(...update.effects);
  };
  const driver: Driver = {
    world,
    explorer,
    effects,
    get state() {
      return state;
    },
    press(...keys) {
      for (const key of keysOf(keys)) send(key);
      return driver;
    },
    type: (text) => driver.press(typed(text)),
    paste(text) {
      send({ name: 'paste', text });
      return driver;
    },
    resize(to) {
      state = explorer.resize(state, sizeOf(to));
      return driver;
    },
    get rows() {
      return frameRows(state, explorer, world).map((row) => row.trimEnd());
    },
    get screen() {
      return driver.rows.join('\n');
    },
    get place() {
      return here(state).place;
    },
    get selected() {
      return driver.rows.filter((row) => /▸/.test(row)).join('\n');
    },
  };
  return driver.press(...keys);
}
