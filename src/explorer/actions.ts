/** What every action does, and where and when it can. Keys are bound to them in keymap.ts. */
import type { Person } from '../pack/schema.ts';
import { KINDS } from '../pack/values.ts';
import type { Key } from '../terminal/input.ts';
import { citation, comparisonTable, scenarioText } from '../view/cite.ts';
import { MOST_COMPARED } from '../view/compare.ts';
import { type Block, LANGUAGES } from '../view/look.ts';
import { MATRIX_ROWS, MATRIX_SORTS } from '../view/matrix.ts';
import { TIMELINE_SHOWS } from '../view/timeline.ts';
import { formatAddress } from './address.ts';
import { EMPTY_FIELD, fieldWith } from './field.ts';
import {
  atHere,
  type Context,
  comparedIndex,
  focusOf,
  goTo,
  isAt,
  relaid,
  sameSection,
  scenarioAt,
  scroll,
  selectedPlace,
  statementAt,
} from './focus.ts';
import type { ActionId, Step } from './keymap.ts';
import { type Effect, here, type Place, type State, searchPlace } from './state.ts';
import * as viewport from './viewport.ts';

export type Action = {
  /** The places it belongs to; everywhere where absent. */
  where?: (context: Context) => boolean;
  /** Whether it can do something now; it can where absent. */
  can?: (context: Context) => boolean;
  run: (context: Context, key: Key) => Partial<State> | Step;
};

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
      const now = viewport.settle(page.layout, spot.cursor, height).selected;
      const selected = viewport.nextStop(page.layout, now, by);
      const place = selected === undefined ? undefined : page.layout.block(selected)?.target;
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

/** All kinds, then each kind alone. */
function nextKind(only: Person['kind'] | undefined): { only?: Person['kind'] } {
  const next = KINDS[only === undefined ? 0 : KINDS.indexOf(only) + 1];
  return next === undefined ? {} : { only: next };
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

/** What makes the text that is copied here; undefined where there is nothing to copy. */
function copyText(context: Context): (() => string) | undefined {
  const { state, world } = context;
  const { library } = world;
  const { place } = here(state);
  if (place.view === 'compare') {
    const scenarios = place.ids.map((id) => library.scenario(id));
    return () => comparisonTable(scenarios, library, state.language);
  }
  const statement = statementAt(context);
  if (statement) return () => citation(library.statement(statement), library, state.language);
  const scenario = scenarioAt(context);
  return scenario ? () => scenarioText(library.scenario(scenario), library) : undefined;
}

/** The place whose address is told: on the ladder, the rung that is selected. */
function addressed(context: Context): Place {
  const { place } = here(context.state);
  return place.view === 'ladder' ? (selectedPlace(context) ?? place) : place;
}

export const ACTIONS: Record<ActionId, Action> = {
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
    run: (context) => copied(context, copyText(context)?.() ?? ''),
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
  const isSought = ({ target }: Block) => target?.id === scenario.id;
  const selected = viewport.blocksOf(page.layout).findIndex(isSought);
  const cursor = viewport.reveal(page.layout, { ...spot.cursor, selected }, height);
  const { trail } = atHere({ ...state, trail: way }, { ...spot, cursor });
  return { trail: isBeside ? [...trail, { place, cursor: viewport.START }] : trail, digits };
}
