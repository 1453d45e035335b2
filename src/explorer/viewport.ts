/**
 * A page seen through a window: which lines are in sight, and how the selection moves. Blocks are
 * laid out only where they are looked at, so that a page may hold a hundred thousand.
 */
import { type Block, type Blocks, isRun, type Run } from '../document/document.ts';
import { keysOf } from './block-keys.ts';

/** A line of a page: the block it belongs to, and how far down in that. */
type Position = { block: number; line: number };

/** Where somebody is on a layout: the selected block and the line at the top of the window. */
export type Standing = { selected: number; top: Position };

/** Blocks laid out at a width, each made and laid out when first needed. */
export type Layout = {
  /** The key of the block that is selected at first; the topmost one where absent. */
  start?: string | undefined;
  /** How many blocks there are. */
  count: number;
  block(index: number): Block | undefined;
  /** What a block is called, the same at every width; no two blocks of a page share a key. */
  key(index: number): string;
  /**
   * The block of a key; where a row of a section is gone, the one whose key begins most like it
   * ("against/3" → "against/2").
   */
  indexOf(key: string): number | undefined;
  linesOf(index: number): readonly string[];
  /** The same lines, painted as those of the selected block. */
  linesOfSelected(index: number): readonly string[];
  /** Whether the selection stops at a block. */
  isStop(index: number): boolean;
  /** How many of the blocks before this one it stops at. */
  stopsBefore(index: number): number;
};

export type VisibleLine = { text: string; block: number; line: number };

/** The first line of a page. */
export const TOP: Standing = { selected: 0, top: { block: 0, line: 0 } };

/**
 * Air at the end of a page is left out: nobody needs to scroll to it.
 *
 * @param rowsOf the lines of a block at the width of the page
 */
export function layOut(
  content: Blocks,
  rowsOf: (block: Block, isSelected?: true) => readonly string[],
  start?: string,
): Layout {
  const { count, partAt, parts } = numbered(content);
  const keys = keysOf(parts);
  const blocks = new Map<number, Block | undefined>();
  const lines = new Map<number, readonly string[]>();
  let selected: { index: number; lines: readonly string[] } | undefined;
  const layout: Layout = {
    start,
    count,
    block(index) {
      if (!blocks.has(index)) blocks.set(index, blockIn(partAt(index), index));
      return blocks.get(index);
    },
    ...keys,
    linesOf(index) {
      const known = lines.get(index);
      if (known) return known;
      const block = layout.block(index);
      const made = block ? rowsOf(block) : [];
      lines.set(index, made);
      return made;
    },
    linesOfSelected(index) {
      if (selected?.index !== index) {
        const block = layout.block(index);
        // Air that was taken off the end of the page stays off.
        const made = block ? rowsOf(block, true).slice(0, layout.linesOf(index).length) : [];
        selected = { index, lines: made };
      }
      return selected.lines;
    },
    isStop(index) {
      const part = partAt(index);
      return part !== undefined && isStop(part.content);
    },
    stopsBefore(index) {
      const part = partAt(index - 1);
      if (!part) return 0;
      return part.stopsBefore + (isStop(part.content) ? index - part.first : 0);
    },
  };
  while (layout.count > 1 && layout.linesOf(layout.count - 1).every((line) => line === ''))
    layout.count -= 1;
  const last = layout.count - 1;
  if (last >= 0) lines.set(last, withoutAir(layout.linesOf(last)));
  return layout;
}

/** A block or a run of them: the number of its first block, and the stops before that. */
type Numbered = { content: Block | Run; first: number; stopsBefore: number };

const isStop = (content: Block | Run): boolean =>
  isRun(content) || content.target !== undefined || content.isEntry === true;

const blockIn = (part: Numbered | undefined, index: number): Block | undefined =>
  part && (isRun(part.content) ? part.content.block(index - part.first) : part.content);

function numbered(content: Blocks) {
  const parts: Numbered[] = [];
  let count = 0;
  let stops = 0;
  for (const one of content) {
    const length = isRun(one) ? one.count : 1;
    if (length === 0) continue;
    parts.push({ content: one, first: count, stopsBefore: stops });
    count += length;
    if (isStop(one)) stops += length;
  }
  const partAt = (index: number): Numbered | undefined =>
    index >= count ? undefined : parts.findLast(({ first }) => first <= index);
  return { count, partAt, parts };
}

const withoutAir = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);

/** All blocks of a page, made. */
export function blocksOf({ count, block }: Layout): Block[] {
  return Array.from({ length: count }, (_, index) => block(index) as Block);
}

/** The next block in a direction that the selection stops at. */
export function nextStop(layout: Layout, from: number, step: 1 | -1): number | undefined {
  for (let index = from + step; index >= 0 && index < layout.count; index += step) {
    if (layout.isStop(index)) return index;
  }
  return undefined;
}

/** `top` moved by a number of lines, kept on the page. */
export function moved(layout: Layout, top: Position, by: number): Position {
  if (layout.count === 0) return TOP.top;
  let { block, line } = top;
  line += by;
  while (line < 0 && block > 0) {
    block -= 1;
    line += layout.linesOf(block).length;
  }
  while (block < layout.count - 1 && line >= layout.linesOf(block).length) {
    line -= layout.linesOf(block).length;
    block += 1;
  }
  return {
    block,
    line: Math.max(0, Math.min(line, Math.max(0, layout.linesOf(block).length - 1))),
  };
}

/** Lines from `top` to the beginning of `block`, counted up to `most` either way. */
export function linesTo(layout: Layout, top: Position, block: number, most: number): number {
  let distance = -top.line;
  if (block >= top.block) {
    for (let at = top.block; at < block && distance <= most; at += 1) {
      distance += layout.linesOf(at).length;
    }
    return distance;
  }
  for (let at = top.block - 1; at >= block && -distance <= most; at -= 1) {
    distance -= layout.linesOf(at).length;
  }
  return distance;
}

/** Where the window begins that has the last line of a block, or of the page, at its bottom. */
function lastTop(layout: Layout, height: number, last = layout.count - 1): Position {
  let left = height;
  for (let block = last; block >= 0; block -= 1) {
    const lines = layout.linesOf(block).length;
    if (lines >= left) return { block, line: lines - left };
    left -= lines;
  }
  return { block: 0, line: 0 };
}

function isAfter(a: Position, b: Position): boolean {
  return a.block > b.block || (a.block === b.block && a.line > b.line);
}

/** Whether so many lines follow from a position on: looking there is less work than at the end. */
function isFollowedBy(layout: Layout, { block, line }: Position, lines: number): boolean {
  let left = lines + line;
  for (let at = block; at < layout.count && left > 0; at += 1) left -= layout.linesOf(at).length;
  return left <= 0;
}

function clampTop(layout: Layout, top: Position, height: number): Position {
  const block = Math.min(top.block, layout.count - 1);
  const onPage = moved(layout, { block, line: top.line }, 0);
  if (isFollowedBy(layout, onPage, height)) return onPage;
  const last = lastTop(layout, height);
  return isAfter(onPage, last) ? last : onPage;
}

/** Somebody's place made valid for this page and height, its selection in sight where it can be. */
export function settle(layout: Layout, standing: Standing, height: number): Standing {
  if (layout.count === 0) return TOP;
  let selected = Math.max(0, Math.min(standing.selected, layout.count - 1));
  if (!layout.isStop(selected)) {
    selected = nextStop(layout, selected, 1) ?? nextStop(layout, selected, -1) ?? 0;
  }
  return { selected, top: clampTop(layout, standing.top, height) };
}

/** The same with the selected block scrolled into sight, with as little movement as possible. */
export function reveal(layout: Layout, standing: Standing, height: number): Standing {
  const { selected, top } = settle(layout, standing, height);
  if (!layout.isStop(selected)) return { selected, top };
  const from = linesTo(layout, top, selected, height);
  const lines = layout.linesOf(selected).length;
  if (from < 0)
    return { selected, top: clampTop(layout, leadIn(layout, selected, height), height) };
  if (from + Math.min(lines, height) <= height) return { selected, top };
  const shown = lines >= height ? { block: selected, line: 0 } : lastTop(layout, height, selected);
  return { selected, top: clampTop(layout, shown, height) };
}

/** Scrolling up to a block shows what introduces it as well: the headings right above. */
function leadIn(layout: Layout, selected: number, height: number): Position {
  let block = selected;
  let room = height - layout.linesOf(block).length;
  while (block > 0 && !layout.isStop(block - 1)) {
    room -= layout.linesOf(block - 1).length;
    if (room < 0) break;
    block -= 1;
  }
  return { block, line: 0 };
}

/** Lines that a step scrolls by where there is nothing near to select. */
const SCROLL = 3;

/**
 * One step up or down: to the next selectable block; or by a few lines, where more of the selected
 * one is to be read first or other lines would be jumped over.
 */
export function step(layout: Layout, standing: Standing, height: number, by: 1 | -1): Standing {
  const here = settle(layout, standing, height);
  const { selected, top } = here;
  const reach = 3 * height;
  const isCut =
    by === 1
      ? linesTo(layout, top, selected + 1, reach) > height
      : linesTo(layout, top, selected, reach) < 0;
  const next = isCut ? undefined : nextStop(layout, selected, by);
  if (next !== undefined) {
    const shown = reveal(layout, { selected: next, top }, height);
    if (distance(layout, top, shown.top, reach) <= height) return shown;
  }
  const scrolled = clampTop(layout, moved(layout, top, by * Math.min(SCROLL, height)), height);
  const isReached =
    by === -1 && next !== undefined && linesTo(layout, scrolled, next + 1, reach) > 0;
  return { selected: isReached ? next : selected, top: scrolled };
}

/** Lines between two positions, counted up to about `most`. */
function distance(layout: Layout, from: Position, to: Position, most: number): number {
  return Math.abs(linesTo(layout, from, to.block, most) + to.line);
}

/** A window's height up or down, with one line of overlap; the selection comes along. */
export function page(layout: Layout, standing: Standing, height: number, by: 1 | -1): Standing {
  const here = settle(layout, standing, height);
  const top = clampTop(layout, moved(layout, here.top, by * Math.max(1, height - 1)), height);
  const isStuck = top.block === here.top.block && top.line === here.top.line;
  if (isStuck) return by === 1 ? end(layout, height) : home(layout, height);
  const selected =
    firstStopFrom(layout, top, height) ?? nextStop(layout, top.block + 1, -1) ?? here.selected;
  return { selected, top };
}

function firstStopFrom(layout: Layout, top: Position, height: number): number | undefined {
  const first =
    top.line === 0 && layout.isStop(top.block) ? top.block : nextStop(layout, top.block, 1);
  if (first === undefined) return undefined;
  return linesTo(layout, top, first, height) < height ? first : undefined;
}

/** The beginning of the page. */
export function home(layout: Layout, height: number): Standing {
  return settle(layout, TOP, height);
}

/** The end of the page, its last selectable block selected. */
export function end(layout: Layout, height: number): Standing {
  const last = layout.count - 1;
  const selected = layout.isStop(last) ? last : (nextStop(layout, last, -1) ?? last);
  return settle(layout, { selected, top: lastTop(layout, height) }, height);
}

type Window = { lines: VisibleLine[]; above: number; below: number };

/** The lines in sight, and how many selectable blocks lie above and below them. */
export function windowOf(layout: Layout, standing: Standing, height: number): Window {
  const { top } = settle(layout, standing, height);
  const lines: VisibleLine[] = [];
  let { block, line } = top;
  while (lines.length < height && block < layout.count) {
    const texts = layout.linesOf(block);
    for (; line < texts.length && lines.length < height; line += 1) {
      lines.push({ text: texts[line] ?? '', block, line });
    }
    if (line < texts.length) break;
    block += 1;
    line = 0;
  }
  const lastVisible = lines.at(-1)?.block ?? 0;
  return {
    lines,
    above: layout.stopsBefore(top.line > 0 ? top.block + 1 : top.block),
    below:
      layout.stopsBefore(layout.count) -
      layout.stopsBefore(line > 0 ? lastVisible : lastVisible + 1),
  };
}

/** Whether lines of the page lie below what is in sight, selectable or not. */
export function hasMore(layout: Layout, standing: Standing, height: number): boolean {
  return isFollowedBy(layout, settle(layout, standing, height).top, height + 1);
}
