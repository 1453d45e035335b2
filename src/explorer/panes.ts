/** How the screen is divided: which places are in sight, and how wide each is. */
import type { Block, Target } from '../document/document.ts';
import { START, selectedOn } from './cursor.ts';
import type { Page, Pages } from './pages.ts';
import type { Place, Spot, State } from './state.ts';
import { type Layout, nextStop } from './viewport.ts';
import { viewOf } from './views/table.ts';

/** Smaller than this, nothing readable can be drawn. */
export const SMALLEST = { columns: 40, rows: 10 } as const;
/** Cells left of the text, for the mark of the selection. */
export const GUTTER = 2;
/** Cells between two panes: a line with air on both sides. */
export const DIVIDER = 3;
/** The title line, the footer, and a row at each end of the body that tells what is beyond. */
const CHROME = 4;

/** A place in sight. `columns` is the whole width, gutter included. */
export type Pane = { spot: Spot; columns: number; isFocused: boolean; isPreview: boolean };

/** Whether there is room for no more than saying so. */
export function isTooSmall({ size }: State): boolean {
  return size.columns < SMALLEST.columns || size.rows < SMALLEST.rows;
}

/** Rows for pages: what is pinned, and the window that scrolls. */
export function bodyRows({ size }: State): number {
  return Math.max(1, size.rows - CHROME);
}

/** A lower screen has no rows to spare for what there is to say about the selection. */
const LEAST_ASIDE = 20;

/** Rows below a page for what there is to say about its selection: where nothing stands beside it. */
export function asideRows({ size }: State, { spot, columns }: Pane): number {
  const isAlone = columns === size.columns;
  return isAlone && size.rows >= LEAST_ASIDE ? (viewOf(spot.place).aside?.rows ?? 0) : 0;
}

/** Rows that are left for a page between what is pinned above it, the line one types in and its aside. */
export function pageRows(state: State, page: Page, pane: Pane): number {
  const line = viewOf(pane.spot.place).line ? 2 : 0;
  return Math.max(1, bodyRows(state) - page.pinned.length - line - asideRows(state, pane));
}

/** How many panes stand side by side at a width. */
function paneCount(columns: number): number {
  if (columns >= 180) return 3;
  return columns >= 104 ? 2 : 1;
}

/**
 * The last places of the trail, as many as fit, but nothing from before a view that stands first;
 * where there is room left, what the selection would open is shown as a preview.
 */
export function panes(state: State, pages: Pages): Pane[] {
  const { columns } = state.size;
  const root = Math.max(
    0,
    state.trail.findLastIndex(({ place }) => viewOf(place).panes !== undefined),
  );
  const first = state.trail[root] as Spot;
  const limit = viewOf(first.place).panes?.(columns) ?? 3;
  const isRootInSight = state.trail.length - root <= paneCount(columns);
  const count = isRootInSight ? Math.min(paneCount(columns), limit) : paneCount(columns);
  const spots = state.trail.slice(Math.max(root, state.trail.length - count));
  const focusIndex = spots.length - 1;
  while (spots.length < count) {
    const spot = spots.at(-1) as Spot;
    const width = paneWidths(columns, [...spots, spot])[spots.length - 1] ?? 0;
    const preview = previewOf(state, spot, pages, width);
    if (!preview) break;
    spots.push({ place: preview, cursor: START });
  }
  const widths = paneWidths(columns, spots);
  return spots.map((spot, index) => ({
    spot,
    columns: widths[index] ?? 0,
    isFocused: index === focusIndex,
    isPreview: index > focusIndex,
  }));
}

/** Equal shares, but for a first one that asks for another width. */
function paneWidths(columns: number, spots: readonly Spot[]): number[] {
  const room = columns - DIVIDER * (spots.length - 1);
  const [{ place } = spots[0] as Spot] = spots;
  if (spots.length === 1) return [room];
  const first = viewOf(place).width?.(room) ?? Math.floor(room / spots.length);
  const others = spots.length - 1;
  const share = Math.floor((room - first) / others);
  return spots.map((_, index) => {
    if (index === 0) return first;
    return index === others ? room - first - share * (others - 1) : share;
  });
}

/** What the selection of a spot would open. */
function previewOf(state: State, spot: Spot, pages: Pages, columns: number): Place | undefined {
  const { layout } = pages.page(state, spot.place, columns - GUTTER);
  return targetAt(layout, selectedOn(layout, spot.cursor));
}

/** The place that the selected block opens: the block itself or the next one that opens any. */
function targetAt(layout: Layout, selected: number): Target | undefined {
  return stopAt(layout, selected)?.target;
}

/** The block that is selected, or the next one that opens anything. */
export function stopAt(layout: Layout, selected: number): Block | undefined {
  const stop = layout.isStop(selected) ? selected : nextStop(layout, selected, 1);
  return stop === undefined ? undefined : layout.block(stop);
}

/** The focused pane: where keys go. */
export function focusedPane(list: readonly Pane[]): Pane {
  return list.find(({ isFocused }) => isFocused) as Pane;
}
