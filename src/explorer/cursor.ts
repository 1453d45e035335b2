/** Where somebody is on a page, told by keys of blocks: the same at every width and in any language. */
import { type Layout, linesTo, moved, reveal, type Standing, settle, TOP } from './viewport.ts';

/**
 * The selected block, and a block of which it is known in which row of the window it begins (before
 * the first one where negative): the selected one, or the topmost where that is out of sight.
 */
export type Cursor = {
  selected?: string;
  /**
   * `isWhole`: all of it was in sight, and is to be so again. `isAtTop`: so was the top of the page,
   * from which it is more or fewer rows away at another width.
   */
  anchor?: { key: string; row: number; isWhole: boolean; isAtTop?: true };
};

/** At the top of a page, with the block selected that it begins at. */
export const START: Cursor = {};

/** Where a cursor is on a layout; what was selected in sight before is so here. */
export function standingOn(layout: Layout, cursor: Cursor, height: number): Standing {
  const { selected: key = layout.start, anchor } = cursor;
  const selected = selectedOn(layout, cursor);
  const block = anchor ? layout.indexOf(anchor.key) : undefined;
  if (!anchor || block === undefined) {
    const standing = settle(layout, { selected, top: TOP.top }, height);
    return key === undefined ? standing : reveal(layout, standing, height);
  }
  const top = anchor.isAtTop ? TOP.top : moved(layout, { block, line: 0 }, -anchor.row);
  const standing = settle(layout, { selected, top }, height);
  if (anchor.key !== key) return standing;
  const isSeen = rowOf(layout, standing, height) !== undefined;
  return isSeen && !anchor.isWhole ? standing : reveal(layout, standing, height);
}

/** The number of the selected block; no line of the page is laid out for it. */
export function selectedOn(layout: Layout, { selected }: Pick<Cursor, 'selected'>): number {
  const key = selected ?? layout.start;
  return key === undefined ? 0 : (layout.indexOf(key) ?? 0);
}

/** The cursor of somebody who is there on a layout. */
export function cursorOf(layout: Layout, standing: Standing, height: number): Cursor {
  if (layout.count === 0) return START;
  const { selected, top } = standing;
  const key = layout.key(selected);
  const row = rowOf(layout, standing, height);
  if (row === undefined) {
    return {
      selected: key,
      anchor: { key: layout.key(top.block), row: -top.line, isWhole: false },
    };
  }
  const isWhole = row >= 0 && linesTo(layout, top, selected + 1, height) <= height;
  const isAtTop = top.block === 0 && top.line === 0;
  return { selected: key, anchor: { key, row, isWhole, ...(isAtTop ? { isAtTop } : {}) } };
}

/** The row in which the selected block begins; undefined where none of it is in sight. */
function rowOf(layout: Layout, { selected, top }: Standing, height: number): number | undefined {
  const row = linesTo(layout, top, selected, height);
  const isInSight = row < height && linesTo(layout, top, selected + 1, height) > 0;
  return isInSight && layout.isStop(selected) ? row : undefined;
}
