/** How the screen is divided: which places are in sight, and how wide each is. */

import type { Pages } from './pages.ts';
import { here, type Place, type Spot, type State } from './state.ts';
import { type Layout, START } from './viewport.ts';

/** Smaller than this, nothing readable can be drawn. */
export const SMALLEST = { columns: 40, rows: 10 } as const;
/** Cells left of the text, for the mark of the selection. */
export const GUTTER = 2;
/** Cells between two panes: a line with air on both sides. */
export const DIVIDER = 3;
/** The title line, the footer, and a row at each end of the body that tells what is beyond. */
const CHROME = 4;

/** A place in sight. `columns` is the whole width, gutter included. */
export type Pane = { spot: Spot; columns: number; isFocused: boolean };

export function isTooSmall({ size }: State): boolean {
  return size.columns < SMALLEST.columns || size.rows < SMALLEST.rows;
}

/** Rows for pages: what is pinned, and the window that scrolls. */
export function bodyRows({ size }: State): number {
  return Math.max(1, size.rows - CHROME);
}

/** How many panes stand side by side at a width. */
export function paneCount(columns: number): number {
  if (columns >= 180) return 3;
  return columns >= 104 ? 2 : 1;
}

/** Places that need the whole width. */
const fillsScreen = ({ view }: Place) => view === 'compare';

/**
 * The last places of the trail, as many as fit, but nothing from before a search; where there is
 * room left, what the selection would open is shown as a preview.
 */
export function panes(state: State, pages: Pages): Pane[] {
  const focus = here(state);
  const count = paneCount(state.size.columns);
  if (fillsScreen(focus.place) || count === 1) {
    return [{ spot: focus, columns: state.size.columns, isFocused: true }];
  }
  const barrier = state.trail.findLastIndex(({ place }) => fillsScreen(place)) + 1;
  const search = state.trail.findLastIndex(({ place }) => place.view === 'search');
  const spots = state.trail.slice(Math.max(barrier, search, state.trail.length - count));
  const focusIndex = spots.length - 1;
  while (spots.length < count) {
    const spot = spots.at(-1) as Spot;
    const width = paneWidths(state.size.columns, [...spots, spot])[spots.length - 1] ?? 0;
    const preview = previewOf(state, spot, pages, width);
    if (!preview) break;
    spots.push({ place: preview, cursor: START });
  }
  const widths = paneWidths(state.size.columns, spots);
  return spots.map((spot, index) => ({
    spot,
    columns: widths[index] ?? 0,
    isFocused: index === focusIndex,
  }));
}

/** The ladder needs less room than what is read beside it. */
function paneWidths(columns: number, spots: readonly Spot[]): number[] {
  const room = columns - DIVIDER * (spots.length - 1);
  if (spots.length === 1) return [room];
  const hasLadder = spots[0]?.place.view === 'ladder';
  const first = hasLadder
    ? Math.max(50, Math.min(60, Math.floor(room * 0.52)))
    : Math.floor(room / spots.length);
  const rest = room - first;
  const others = spots.length - 1;
  return spots.map((_, index) => {
    if (index === 0) return first;
    const share = Math.floor(rest / others);
    return index === others ? rest - share * (others - 1) : share;
  });
}

/** What the selection of a spot would open. */
function previewOf(state: State, spot: Spot, pages: Pages, columns: number): Place | undefined {
  const { layout } = pages.page(state, spot.place, columns - GUTTER);
  return targetAt(layout, spot.cursor.selected);
}

/** The place that the selected block opens: the block itself or the next one that opens any. */
export function targetAt(layout: Layout, selected: number): Place | undefined {
  const block = layout.blocks.slice(selected).find(({ target }) => target !== undefined);
  return block?.target;
}

/** The focused pane: where keys go. */
export function focusedPane(list: readonly Pane[]): Pane {
  return list.find(({ isFocused }) => isFocused) as Pane;
}
