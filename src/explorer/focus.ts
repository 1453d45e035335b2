/** The page that keys go to, what is selected on it, and the way one came. */
import type { ActionId } from './keymap.ts';
import type { Page, Pages } from './pages.ts';
import { bodyRows, focusedPane, GUTTER, isTooSmall, panes, targetAt } from './panes.ts';
import { here, type Place, type Spot, type State, type World } from './state.ts';
import * as viewport from './viewport.ts';

/** A state, and what it takes to know what is on its screen. */
export type Context = { state: State; pages: Pages; world: World };
export type Focus = { page: Page; height: number; spot: Spot };

/** The page that keys go to, where one is on it, and how many rows it has. */
export function focusOf({ state, pages }: Context): Focus {
  const pane = focusedPane(panes(state, pages));
  const page = pages.page(state, pane.spot.place, pane.columns - GUTTER);
  return { page, spot: pane.spot, height: pageRows(state, page, pane.spot.place) };
}

/** Rows that are left for a page below what is pinned above it. */
export function pageRows(state: State, page: Page, { view }: Place): number {
  const searchLine = view === 'search' ? 2 : 0;
  return Math.max(1, bodyRows(state) - page.pinned.length - searchLine);
}

/** The cursor after a move; undefined for an action that is none. */
export function scroll(
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
export function relaid(context: Context, after: State): State {
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

/** The state with the place one is at replaced. */
export function atHere(state: State, spot: Spot): State {
  return { ...state, trail: [...state.trail.slice(0, -1), spot] };
}

/** Longer ways are forgotten from the second step on: nobody goes back that far. */
const LONGEST_TRAIL = 100;

/** The state one step further on, at the top of a place. */
export function goTo(state: State, place: Place): State {
  const trail = [...state.trail, { place, cursor: viewport.START }];
  const [first, ...rest] = trail;
  if (!first || trail.length <= LONGEST_TRAIL) return { ...state, trail };
  return { ...state, trail: [first, ...rest.slice(1)] };
}

/** For actions of some views alone: whether one is at any of them. */
export const isAt =
  (...views: Place['view'][]) =>
  ({ state }: Context) =>
    views.includes(here(state).place.view);

/** What Enter would open. */
export function selectedPlace(context: Context): Place | undefined {
  const { page, spot, height } = focusOf(context);
  return targetAt(page.layout, viewport.settle(page.layout, spot.cursor, height).selected);
}

/** The scenario one is at, or the one selected. */
export function scenarioAt(context: Context): string | undefined {
  const { place } = here(context.state);
  if (place.view === 'scenario') return place.id;
  if (place.view === 'compare') return place.ids[comparedIndex(context)];
  const selected = selectedPlace(context);
  return selected?.view === 'scenario' ? selected.id : undefined;
}

/** The statement selected, or the one whose page one is on. */
export function statementAt(context: Context): string | undefined {
  const { place } = here(context.state);
  if (place.view === 'statement') return place.id;
  const selected = selectedPlace(context);
  return selected?.view === 'statement' ? selected.id : undefined;
}

/** The block of another layout that stands where the selected one does: in the same section. */
export function sameSection(
  layout: viewport.Layout,
  other: viewport.Layout,
  { selected }: viewport.Cursor,
): number {
  const section = layout.block(selected)?.section;
  if (section === undefined) return selected;
  const isIn = (block: { section?: string }) => block.section === section;
  const others = viewport.blocksOf(other);
  const first = others.findIndex(isIn);
  const row = selected - viewport.blocksOf(layout).findIndex(isIn);
  return first === -1 ? selected : Math.min(first + row, others.findLastIndex(isIn));
}

/** The compared scenario that the column cursor is on; split layouts have two columns each. */
export function comparedIndex(context: Context): number {
  const { page, spot } = focusOf(context);
  if (spot.place.view !== 'compare') return 0;
  const { ids, column } = spot.place;
  return Math.floor((Math.min(column, page.across - 1) * ids.length) / page.across);
}
