/** What a key does: a plain function from a state to the next one. */
import type { Person } from '../pack/schema.ts';
import type { Key } from '../terminal/input.ts';
import { citation, comparisonTable, scenarioText } from '../view/cite.ts';
import { MOST_COMPARED } from '../view/compare.ts';
import { KIND_LABELS } from '../view/labels.ts';
import { LANGUAGES, type Look } from '../view/look.ts';
import { MATRIX_ROWS, MATRIX_SORTS } from '../view/matrix.ts';
import { TIMELINE_SHOWS } from '../view/timeline.ts';
import { formatAddress } from './address.ts';
import { EMPTY_FIELD, editField, type Field, fieldWith, insert } from './field.ts';
import { type ActionId, type Binding, KEYMAP, type Step } from './keymap.ts';
import { overlayBlocks, paletteEntries } from './overlay.ts';
import { activeQuery, type Page, type Pages } from './pages.ts';
import { bodyRows, focusedPane, GUTTER, isTooSmall, panes, targetAt } from './panes.ts';
import {
  type Effect,
  type Found,
  here,
  type Place,
  type Spot,
  type State,
  searchPlace,
  type World,
} from './state.ts';
import * as viewport from './viewport.ts';

/** The explorer's logic for one world. */
export type Explorer = {
  pages: Pages;
  /** The state after a key, and what else is to be done. Never throws on any key. */
  press(state: State, key: Key): Step;
  /** The first state, and what is to be done for it. */
  begin(state: State): Step;
  /** The state with the result of a query that was asked for. */
  found(state: State, found: Found): Step;
  resize(state: State, size: State['size']): State;
  /** Whether an action can do something here: true, false (shown dim) or not of this place. */
  availability(state: State, id: ActionId): boolean | undefined;
  overlay(state: State): { layout: viewport.Layout; height: number } | undefined;
};

type Context = { state: State; pages: Pages; world: World };
type Action = {
  /** The places it belongs to; everywhere where absent. */
  where?: (context: Context) => boolean;
  /** Whether it can do something now; it can where absent. */
  can?: (context: Context) => boolean;
  run: (context: Context, key: Key) => Partial<State> | Step;
};

export function createExplorer(world: World, pages: Pages): Explorer {
  const contextOf = (state: State): Context => ({ state, pages, world });
  return {
    pages,
    press(state, key) {
      return isHeld(state, key)
        ? done(hold(state, key))
        : asking(press(contextOf(state), key), world);
    },
    begin(state) {
      return asking(done(state), world);
    },
    found(state, found) {
      if (state.asked !== found.query) return done(state);
      const { asked: _, held = [], ...rest } = state;
      return held.reduce<Step>(
        (before, key) => {
          const step = this.press(before.state, key);
          return { state: step.state, effects: [...before.effects, ...step.effects] };
        },
        done({ ...rest, found }),
      );
    },
    resize(state, size) {
      return relaid(contextOf(state), { ...state, size });
    },
    availability(state, id) {
      const context = contextOf(state);
      const { where, can } = ACTIONS[id];
      if (where && !where(context)) return undefined;
      return can ? can(context) : true;
    },
    overlay(state) {
      return state.overlay && overlayLayout(contextOf(state));
    },
  };
}

/** In a large pack, asks for what the search one came from has found, where that is not there. */
function asking({ state, effects }: Step, { isLarge }: World): Step {
  const query = activeQuery(state);
  if (!isLarge || query === (state.asked ?? state.found?.query ?? '')) return { state, effects };
  return { state: { ...state, asked: query }, effects: [...effects, { kind: 'search', query }] };
}

/** Whether a key must wait for the hits that it acts on, or for a key that does. */
function isHeld(state: State, { name }: Key): boolean {
  const { place } = here(state);
  if (state.asked === undefined || name === 'ctrl-c' || name === 'ctrl-z') return false;
  if (state.held) return true;
  if (place.view !== 'search' || state.overlay) return false;
  if (!place.isTyping) return name !== 'escape' && name !== 'q';
  return name === 'enter' || name === 'tab' || MOVES[name] !== undefined;
}

const hold = (state: State, key: Key): State => ({ ...state, held: [...(state.held ?? []), key] });

function press(context: Context, key: Key): Step {
  const { state } = context;
  const always = key.name === 'ctrl-c' || key.name === 'ctrl-z';
  if (isTooSmall(state) && !always)
    return key.name === 'q' ? act(context, 'quit', key) : done(state);
  const { notice: _, ...quiet } = state;
  const next = { ...context, state: quiet as State };
  if (always) return act(next, key.name === 'ctrl-c' ? 'interrupt' : 'suspend', key);
  if (state.overlay) return pressOverlay(next, key);
  const { place } = here(state);
  if (place.view === 'search' && place.isTyping) return pressField(next, key, place.field);
  if (state.notice?.text && key.name === 'escape') return done(quiet as State);
  const binding = bindingFor(next, key);
  const cleared = binding?.id === 'rung' ? next : { ...next, state: { ...next.state, digits: '' } };
  return binding ? act(cleared, binding.id, key) : done(cleared.state);
}

const done = (state: State): Step => ({ state, effects: [] });

/** The binding of a key here; one made for this kind of place goes before a general one. */
function bindingFor(context: Context, key: Key): Binding | undefined {
  const bound = KEYMAP.filter(({ keys }) => keys.includes(key.name));
  const special = bound.find(({ id }) => ACTIONS[id].where?.(context));
  return special ?? bound.find(({ id }) => ACTIONS[id].where === undefined);
}

function act(context: Context, id: ActionId, key: Key): Step {
  const { state } = context;
  const { where, can, run } = ACTIONS[id];
  if (where && !where(context)) return done(state);
  if (can && !can(context)) return done(state);
  const result = run(context, key);
  if ('effects' in result) return result as Step;
  return done({ ...state, ...(result as Partial<State>) });
}

// Typing

const MOVES: Record<string, ActionId> = {
  down: 'down',
  up: 'up',
  pagedown: 'page-down',
  pageup: 'page-up',
  'ctrl-n': 'down',
  'ctrl-p': 'up',
};

function pressField(context: Context, key: Key, field: Field): Step {
  const { state } = context;
  const retype = (next: Field): Step => {
    const cursor = next.text === field.text ? here(state).cursor : viewport.START;
    return done(atHere(state, { place: searchPlace(next), cursor }));
  };
  if (key.name === 'up' && field.text === '' && state.searches.length > 0) {
    return retype(fieldWith(state.searches[0] as string));
  }
  const move = MOVES[key.name];
  if (move) return act(context, move, key);
  const edited = editField(field, key.name);
  if (edited) return retype(edited);
  if (key.text !== undefined) return retype(insert(field, key.text));
  const binding = KEYMAP.find(
    ({ keys, whileTyping }) => keys.includes(key.name) && whileTyping === true,
  );
  if (binding) return act(context, binding.id, key);
  if (key.name === 'f1') return act(context, 'help', key);
  if (key.name === 'ctrl-k') return act(context, 'palette', key);
  return done(state);
}

function pressOverlay(context: Context, key: Key): Step {
  const { state } = context;
  const { overlay } = state;
  if (!overlay) return done(state);
  const { overlay: _, ...without } = state;
  const closed = without as State;
  if (key.name === 'escape' || key.name === 'f1' || key.name === 'ctrl-k') return done(closed);
  const { layout, height } = overlayLayout(context);
  const scrolled = scroll(layout, overlay.cursor, height, MOVES[key.name]);
  if (scrolled) return done({ ...state, overlay: { ...overlay, cursor: scrolled } });
  if (key.name === 'enter') {
    const entry =
      overlay.kind === 'palette'
        ? paletteEntries(overlay.field.text)[
            viewport.settle(layout, overlay.cursor, height).selected
          ]
        : undefined;
    if (!entry) return done(closed);
    const below = { ...context, state: closed };
    return isAvailable(below, entry) ? act(below, entry.id, key) : done(state);
  }
  const field =
    editField(overlay.field, key.name) ??
    (key.text === undefined ? overlay.field : insert(overlay.field, key.text));
  const cursor = field.text === overlay.field.text ? overlay.cursor : viewport.START;
  return done({ ...state, overlay: { ...overlay, field, cursor } });
}

function isAvailable(context: Context, { id }: Binding): boolean {
  const { where, can } = ACTIONS[id];
  return (where?.(context) ?? true) && (can?.(context) ?? true);
}

/** Rows of an overlay that its line of input and the air below it take. */
const OVERLAY_HEAD = 2;

function overlayLayout(context: Context): { layout: viewport.Layout; height: number } {
  const { state, world } = context;
  const look: Look = {
    library: world.library,
    theme: world.theme,
    language: state.language,
    terms: [],
    now: world.now(),
  };
  const { overlay: _, ...without } = state;
  const below = { ...context, state: without as State };
  const blocks = state.overlay
    ? overlayBlocks(state.overlay, (binding) => isAvailable(below, binding), look)
    : [];
  return {
    layout: viewport.layOut(blocks, Math.min(state.size.columns, 100) - GUTTER - 2),
    height: Math.max(1, bodyRows(state) - OVERLAY_HEAD),
  };
}

// The page in focus

type Focus = { page: Page; height: number; spot: Spot };

function focusOf({ state, pages }: Context): Focus {
  const pane = focusedPane(panes(state, pages));
  const page = pages.page(state, pane.spot.place, pane.columns - GUTTER);
  return { page, spot: pane.spot, height: pageRows(state, page, pane.spot.place) };
}

/** Rows that are left for a page below what is pinned above it. */
export function pageRows(state: State, page: Page, { view }: Place): number {
  const searchLine = view === 'search' ? 2 : 0;
  return Math.max(1, bodyRows(state) - page.pinned.length - searchLine);
}

function scroll(
  layout: viewport.Layout,
  cursor: viewport.Cursor,
  height: number,
  id: ActionId | undefined,
): viewport.Cursor | undefined {
  switch (id) {
    case 'down':
      return viewport.step(layout, cursor, height, 1);
    case 'up':
      return viewport.step(layout, cursor, height, -1);
    case 'page-down':
      return viewport.page(layout, cursor, height, 1);
    case 'page-up':
      return viewport.page(layout, cursor, height, -1);
    case 'home':
      return viewport.home(layout, height);
    case 'end':
      return viewport.end(layout, height);
    default:
      return undefined;
  }
}

/** How many pages of the trail are laid out anew: those that one may soon come back to. */
const RELAID = 4;

/**
 * The state after a change of size or language: on the last pages of the trail, a selection that
 * was in sight is so again, at the same height where that can be.
 */
function relaid(context: Context, after: State): State {
  if (isTooSmall(after)) return after;
  const cut = (state: State, length: number): Context => ({
    ...context,
    state: { ...state, trail: state.trail.slice(0, length) },
  });
  const trail = after.trail.map((spot, index) => {
    if (index < after.trail.length - RELAID) return spot;
    const { page, height } = focusOf(cut(after, index + 1));
    if (isTooSmall(context.state)) {
      return { ...spot, cursor: viewport.reveal(page.layout, spot.cursor, height) };
    }
    const before = focusOf(cut(context.state, index + 1));
    const offset = viewport.offsetOf(before.page.layout, spot.cursor, before.height);
    if (offset === undefined) return spot;
    const { selected } = viewport.settle(before.page.layout, spot.cursor, before.height);
    return { ...spot, cursor: viewport.cursorAt(page.layout, selected, offset, height) };
  });
  return { ...after, trail };
}

function mover(id: ActionId): Action {
  return {
    can: (context) => {
      const { page, height } = focusOf(context);
      const ends = [viewport.home(page.layout, height), viewport.end(page.layout, height)];
      return JSON.stringify(ends[0]) !== JSON.stringify(ends[1]);
    },
    run: (context) => {
      const { page, spot, height } = focusOf(context);
      const cursor = scroll(page.layout, spot.cursor, height, id) ?? spot.cursor;
      return atHere(context.state, { ...spot, cursor });
    },
  };
}

/** The state with the place one is at replaced. */
function atHere(state: State, spot: Spot): State {
  return { ...state, trail: [...state.trail.slice(0, -1), spot] };
}

/** Longer ways are forgotten from the second step on: nobody goes back that far. */
const LONGEST_TRAIL = 100;

function goTo(state: State, place: Place): State {
  const trail = [...state.trail, { place, cursor: viewport.START }];
  const [first, ...rest] = trail;
  if (!first || trail.length <= LONGEST_TRAIL) return { ...state, trail };
  return { ...state, trail: [first, ...rest.slice(1)] };
}

const isAt =
  (...views: Place['view'][]) =>
  ({ state }: Context) =>
    views.includes(here(state).place.view);

function selectedPlace(context: Context): Place | undefined {
  const { page, spot, height } = focusOf(context);
  return targetAt(page.layout, viewport.settle(page.layout, spot.cursor, height).selected);
}

/** The scenario one is at, or the one selected. */
function scenarioAt(context: Context): string | undefined {
  const { place } = here(context.state);
  if (place.view === 'scenario') return place.id;
  if (place.view === 'compare') return place.ids[comparedIndex(context)];
  const selected = selectedPlace(context);
  return selected?.view === 'scenario' ? selected.id : undefined;
}

/** The statement selected, or the one whose page one is on. */
function statementAt(context: Context): string | undefined {
  const { place } = here(context.state);
  if (place.view === 'statement') return place.id;
  const selected = selectedPlace(context);
  return selected?.view === 'statement' ? selected.id : undefined;
}

const MOST_SEARCHES = 20;

function remember(state: State): State {
  const { place } = here(state);
  if (place.view !== 'search') return state;
  const query = place.field.text.trim();
  if (query === '') return state;
  const searches = [query, ...state.searches.filter((one) => one !== query)];
  return { ...state, searches: searches.slice(0, MOST_SEARCHES) };
}

/** The search that the place one is at was opened from. */
function searchBelow({ state }: Context): number | undefined {
  const index = state.trail.length - 2;
  return state.trail[index]?.place.view === 'search' ? index : undefined;
}

function hitBy(by: 1 | -1): Action {
  return {
    where: (context) => searchBelow(context) !== undefined,
    run: (context) => {
      const { state } = context;
      const index = searchBelow(context) ?? 0;
      const way = state.trail.slice(0, index + 1);
      const { page, height, spot } = focusOf({ ...context, state: { ...state, trail: way } });
      const stops = page.layout.blocks.flatMap(({ target }, at) => (target ? [at] : []));
      const now = viewport.settle(page.layout, spot.cursor, height).selected;
      const selected = stops[stops.indexOf(now) + by];
      const place = selected === undefined ? undefined : page.layout.blocks[selected]?.target;
      if (selected === undefined || !place) {
        const text = by === 1 ? 'This is the last hit.' : 'This is the first hit.';
        return { notice: { title: text, text: '', tone: 'done' } };
      }
      const cursor = viewport.reveal(page.layout, { ...spot.cursor, selected }, height);
      const trail = [...state.trail.slice(0, index), { ...spot, cursor }];
      return { trail: [...trail, { place, cursor: viewport.START }] };
    },
  };
}

function columnBy(by: 1 | -1): Action {
  return {
    where: isAt('compare', 'matrix'),
    run: (context) => {
      const { state } = context;
      const { page, spot, height } = focusOf(context);
      const { place } = spot;
      if (place.view !== 'compare' && place.view !== 'matrix') return {};
      const column = (Math.min(place.column, page.across - 1) + by + page.across) % page.across;
      const after = atHere(state, { ...spot, place: { ...place, column } });
      const next = focusOf({ ...context, state: after });
      const offset = viewport.offsetOf(page.layout, spot.cursor, height);
      if (offset === undefined) return after;
      const now = viewport.settle(page.layout, spot.cursor, height);
      const selected = sameSection(page.layout, next.page.layout, now);
      const cursor = viewport.cursorAt(next.page.layout, selected, offset, next.height);
      return atHere(after, { ...next.spot, cursor });
    },
  };
}

/** The block of another layout that stands where the selected one does: in the same section. */
function sameSection(
  { blocks }: viewport.Layout,
  other: viewport.Layout,
  { selected }: viewport.Cursor,
): number {
  const section = blocks[selected]?.section;
  if (section === undefined) return selected;
  const isIn = (block: { section?: string }) => block.section === section;
  const first = other.blocks.findIndex(isIn);
  const row = selected - blocks.findIndex(isIn);
  return first === -1 ? selected : Math.min(first + row, other.blocks.findLastIndex(isIn));
}

/** Goes to an overview; the key pressed there again goes back. */
function overview(place: Place): Action {
  return {
    run: ({ state }) => {
      const isThere = here(state).place.view === place.view;
      return isThere && state.trail.length > 1
        ? { trail: state.trail.slice(0, -1) }
        : goTo(state, place);
    },
  };
}

function cycled<T>(list: readonly T[], now: T): T {
  return list[(list.indexOf(now) + 1) % list.length] as T;
}

/** The place one is at with something of it changed, from the top of its page. */
function changed(context: Context, change: (place: Place) => Place): Partial<State> {
  const { place } = here(context.state);
  return atHere(context.state, { place: change(place), cursor: viewport.START });
}

const KINDS = Object.keys(KIND_LABELS) as Person['kind'][];

/** All kinds, then each kind alone. */
function nextKind(only: Person['kind'] | undefined): { only?: Person['kind'] } {
  const next = KINDS[only === undefined ? 0 : KINDS.indexOf(only) + 1];
  return next === undefined ? {} : { only: next };
}

/** The compared scenario that the column cursor is on; split layouts have two columns each. */
function comparedIndex(context: Context): number {
  const { page, spot } = focusOf(context);
  if (spot.place.view !== 'compare') return 0;
  const { ids, column } = spot.place;
  return Math.floor((Math.min(column, page.across - 1) * ids.length) / page.across);
}

/** The first column of a compared scenario. */
function columnOf(context: Context, index: number): number {
  const { page, spot } = focusOf(context);
  const ids = spot.place.view === 'compare' ? spot.place.ids : [];
  return ids.length === 0 ? 0 : Math.floor((index * page.across) / ids.length);
}

function copied(context: Context, text: string): Step {
  const { state, world } = context;
  const effects: Effect[] = world.canCopy ? [{ kind: 'copy', text }] : [];
  const title = world.canCopy
    ? 'Copied (if the terminal lets programs reach the clipboard):'
    : 'This terminal has no clipboard for programs; the text is:';
  return { state: { ...state, notice: { title, text, tone: 'done' } }, effects };
}

function copyText(context: Context): string | undefined {
  const { state, world } = context;
  const { library } = world;
  const { place } = here(state);
  if (place.view === 'compare') {
    const scenarios = place.ids.map((id) => library.scenario(id));
    return comparisonTable(scenarios, library, state.language);
  }
  const statement = statementAt(context);
  if (statement) return citation(library.statement(statement), library, state.language);
  const scenario = scenarioAt(context);
  return scenario && scenarioText(library.scenario(scenario), library);
}

/** The place whose address is told: on the ladder, the rung that is selected. */
function addressed(context: Context): Place {
  const { place } = here(context.state);
  return place.view === 'ladder' ? (selectedPlace(context) ?? place) : place;
}

const ACTIONS: Record<ActionId, Action> = {
  down: mover('down'),
  up: mover('up'),
  'page-down': mover('page-down'),
  'page-up': mover('page-up'),
  home: mover('home'),
  end: mover('end'),
  open: {
    can: (context) => selectedPlace(context) !== undefined,
    run: (context) => {
      const place = selectedPlace(context);
      return place ? goTo(remember(context.state), place) : {};
    },
  },
  back: {
    can: ({ state }) => state.trail.length > 1,
    run: ({ state }) => ({
      trail: remember(state).trail.slice(0, -1),
      searches: remember(state).searches,
    }),
  },
  rung: {
    where: (context) => isAt('ladder')(context) || isAt('scenario')(context),
    run: (context, key) => goToRung(context, key.name),
  },
  search: {
    run: ({ state }) => {
      const { place, cursor } = here(state);
      if (place.view === 'search')
        return atHere(state, { place: searchPlace(place.field), cursor });
      return goTo(state, searchPlace(EMPTY_FIELD));
    },
  },
  'search-again': {
    can: ({ state }) => state.searches.length > 0,
    run: ({ state }) => goTo(state, searchPlace(fieldWith(state.searches[0] ?? ''))),
  },
  'next-hit': hitBy(1),
  'previous-hit': hitBy(-1),
  'switch-focus': {
    where: isAt('search'),
    run: ({ state }) => {
      const { place, cursor } = here(state);
      if (place.view !== 'search') return {};
      return atHere(state, { place: { ...place, isTyping: !place.isTyping }, cursor });
    },
  },
  mark: {
    can: (context) => scenarioAt(context) !== undefined,
    run: (context) => toggleMark(context.state, scenarioAt(context) ?? ''),
  },
  'clear-marks': {
    can: ({ state }) => state.marks.length > 0,
    run: () => ({ marks: [] }),
  },
  compare: {
    run: ({ state }) => {
      const place: Place = { view: 'compare', ids: state.marks, column: 0 };
      if (state.marks.length >= 2) {
        const isThere = here(state).place.view === 'compare';
        return isThere ? atHere(state, { place, cursor: viewport.START }) : goTo(state, place);
      }
      const text = `Mark 2 to ${MOST_COMPARED} scenarios with Space, then press c.`;
      return { notice: { title: text, text: '', tone: 'warn' } };
    },
  },
  'next-column': columnBy(1),
  'previous-column': columnBy(-1),
  swap: {
    where: isAt('compare'),
    run: (context) => {
      const { state } = context;
      const spot = here(state);
      if (spot.place.view !== 'compare') return {};
      const ids = [...spot.place.ids];
      const at = comparedIndex(context);
      const next = (at + 1) % ids.length;
      [ids[at], ids[next]] = [ids[next] as string, ids[at] as string];
      const column = columnOf(context, next);
      return atHere(state, { ...spot, place: { ...spot.place, ids, column } });
    },
  },
  remove: {
    where: isAt('compare'),
    run: (context) => {
      const { state } = context;
      const spot = here(state);
      if (spot.place.view !== 'compare') return {};
      const at = comparedIndex(context);
      const ids = spot.place.ids.filter((_, index) => index !== at);
      const removed = spot.place.ids[at];
      const marks = state.marks.filter((mark) => mark !== removed);
      if (ids.length < 2) return { marks, trail: state.trail.slice(0, -1) };
      const rest = atHere(state, { ...spot, place: { ...spot.place, ids } });
      const column = columnOf({ ...context, state: rest }, Math.min(at, ids.length - 1));
      return { ...atHere(rest, { ...spot, place: { ...spot.place, ids, column } }), marks };
    },
  },
  matrix: overview({ view: 'matrix', column: 0, rows: 'speakers', sort: 'kind' }),
  figures: overview({ view: 'figures' }),
  timeline: overview({ view: 'timeline', show: 'events' }),
  people: overview({ view: 'people' }),
  relations: overview({ view: 'relations' }),
  rows: {
    where: isAt('matrix', 'timeline'),
    run: (context) =>
      changed(context, (place) => {
        if (place.view === 'matrix') return { ...place, rows: cycled(MATRIX_ROWS, place.rows) };
        if (place.view !== 'timeline') return place;
        return { ...place, show: cycled(TIMELINE_SHOWS, place.show) };
      }),
  },
  sort: {
    where: isAt('matrix'),
    run: (context) =>
      changed(context, (place) =>
        place.view === 'matrix' ? { ...place, sort: cycled(MATRIX_SORTS, place.sort) } : place,
      ),
  },
  only: {
    where: isAt('matrix'),
    run: (context) =>
      changed(context, (place) => {
        if (place.view !== 'matrix') return place;
        const { only, ...rest } = place;
        return { ...rest, ...nextKind(only) };
      }),
  },
  language: {
    run: (context) => {
      const { state } = context;
      return relaid(context, { ...state, language: cycled(LANGUAGES, state.language) });
    },
  },
  copy: {
    can: (context) => copyText(context) !== undefined,
    run: (context) => copied(context, copyText(context) ?? ''),
  },
  'copy-address': {
    run: (context) => copied(context, `rungs --at ${formatAddress(addressed(context))}`),
  },
  help: {
    run: () => ({ overlay: { kind: 'help', field: EMPTY_FIELD, cursor: viewport.START } }),
  },
  palette: {
    run: () => ({ overlay: { kind: 'palette', field: EMPTY_FIELD, cursor: viewport.START } }),
  },
  suspend: { run: ({ state }) => ({ state, effects: [{ kind: 'suspend' }] }) },
  quit: { run: ({ state }) => ({ state, effects: [{ kind: 'quit', code: 0 }] }) },
  interrupt: { run: ({ state }) => ({ state, effects: [{ kind: 'quit', code: 130 }] }) },
};

function toggleMark(state: State, id: string): Partial<State> {
  if (state.marks.includes(id)) return { marks: state.marks.filter((mark) => mark !== id) };
  if (state.marks.length < MOST_COMPARED) return { marks: [...state.marks, id] };
  const text = `At most ${MOST_COMPARED} scenarios are compared; Space on a marked one removes its mark.`;
  return { notice: { title: text, text: '', tone: 'warn' } };
}

/** Digits add up as long as they make the number of a rung: 1, then 2, goes to rung 12. */
function goToRung(context: Context, digit: string): Partial<State> {
  const { state, world } = context;
  const rungs = world.library.data.scenarios;
  const find = (digits: string) => rungs.find(({ rung }) => String(rung) === digits);
  const longer = find(state.digits + digit);
  const digits = longer ? state.digits + digit : digit;
  const scenario = longer ?? find(digit);
  if (!scenario) return { digits: state.digits === '' ? digit.replace('0', '') : '' };
  const place: Place = { view: 'scenario', id: scenario.id };
  const ladder = state.trail.findLastIndex(({ place }) => place.view === 'ladder');
  const isBeside = here(state).place.view === 'scenario';
  if (isBeside && ladder !== state.trail.length - 2) {
    return { ...atHere(state, { place, cursor: viewport.START }), digits };
  }
  const way = state.trail.slice(0, ladder + 1);
  const { page, height, spot } = focusOf({ ...context, state: { ...state, trail: way } });
  const selected = page.layout.blocks.findIndex(({ target }) => target?.id === scenario.id);
  const cursor = viewport.reveal(page.layout, { ...spot.cursor, selected }, height);
  const { trail } = atHere({ ...state, trail: way }, { ...spot, cursor });
  return { trail: isBeside ? [...trail, { place, cursor: viewport.START }] : trail, digits };
}

/** The keys for the footer at this place, in the order of their importance. */
export function footerActions({ trail, overlay }: State): readonly ActionId[] {
  if (overlay) return overlay.kind === 'palette' ? ['down', 'open', 'back'] : ['down', 'back'];
  const { place } = trail.at(-1) as Spot;
  switch (place.view) {
    case 'ladder':
      return [
        'down',
        'open',
        'search',
        'mark',
        'compare',
        'matrix',
        'timeline',
        'figures',
        'people',
        'language',
        'copy',
        'help',
        'quit',
      ];
    case 'search':
      return place.isTyping
        ? ['open', 'switch-focus', 'back']
        : ['down', 'open', 'back', 'search', 'copy', 'mark', 'help', 'quit'];
    case 'compare':
      return [
        'down',
        'next-column',
        'open',
        'back',
        'swap',
        'remove',
        'copy',
        'language',
        'help',
        'quit',
      ];
    case 'matrix':
      return ['down', 'next-column', 'open', 'back', 'sort', 'rows', 'only', 'help', 'quit'];
    case 'timeline':
      return ['down', 'open', 'back', 'rows', 'search', 'help', 'quit'];
    default:
      return [
        'down',
        'open',
        'back',
        'search',
        'next-hit',
        'copy',
        'language',
        'mark',
        'compare',
        'help',
        'quit',
      ];
  }
}
