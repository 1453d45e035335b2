/** A page in its pane: pinned lines, the lines in sight, and at both ends what is beyond. */
import { asideRows, bodyRows, GUTTER, type Pane } from '../../explorer/panes.ts';
import type { State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import {
  hasMore,
  type Layout,
  type Standing,
  type VisibleLine,
  windowOf,
} from '../../explorer/viewport.ts';
import { shorten, styledWidth, width } from '../../terminal/text.ts';
import { lineRows } from './field.ts';

/** Rows of a pane from top to bottom, none wider than its columns. */
export type PanePart = { columns: number; rows: readonly string[] };

/** Stands for a selected block where none is to be shown as selected. */
export const NOTHING = -1;

/** @param most rows for the pane */
export function pane(
  place: Pane,
  state: State,
  explorer: Explorer,
  world: World,
  most: number,
): PanePart {
  const { columns, isFocused, isPreview } = place;
  const { page, height, standing } = explorer.paneView(state, place);
  const pinned = page.pinned.map((line) => ' '.repeat(GUTTER) + line);
  const line = explorer.line(state, place);
  const typed = line ? lineRows(line, columns, !state.overlay, world) : [];
  const shown = isPreview ? { ...standing, selected: NOTHING } : standing;
  const [above = '', ...below] = windowWithEnds(
    page.layout,
    shown,
    height,
    columns,
    isFocused,
    world,
  );
  const all = [above, ...typed, ...pinned, ...below];
  const note = asideLines(place, state, explorer, world);
  if (note.length > 0 && all.length + note.length <= bodyRows(state) + 2) {
    while (all.length + note.length < bodyRows(state) + 2) all.push('');
    all.push(...note);
  }
  return { columns, rows: all.slice(0, most).map((row) => fitted(row, columns)) };
}

function fitted(row: string, columns: number): string {
  return styledWidth(row) > columns ? shorten(row, columns) : row;
}

/** What there is to say about the selection, below a page that stands alone. */
function asideLines(pane: Pane, state: State, explorer: Explorer, world: World): string[] {
  const isAlone = pane.columns === state.size.columns;
  if (!isAlone || state.notice) return [];
  const kept = asideRows(state, pane);
  const lines = explorer.aside(state, pane, pane.columns - GUTTER);
  const rows = kept === 0 ? lines.length : kept;
  if (lines.length > rows) lines.splice(rows - 1, lines.length, world.theme.glyph.ellipsis);
  return Array.from({ length: rows }, (_, row) => ' '.repeat(GUTTER) + (lines[row] ?? ''));
}

/** The lines in sight between a row that tells what is above and one that tells what is below. */
export function windowWithEnds(
  layout: Layout,
  standing: Standing,
  height: number,
  columns: number,
  isFocused: boolean,
  world: World,
): string[] {
  const { glyph } = world.theme;
  const { lines, above, below } = windowOf(layout, standing, height);
  const isScrolled = standing.top.block > 0 || standing.top.line > 0;
  const sign = (mark: string, count: number) => {
    const text = count > 0 ? `${mark} ${count} more` : `${mark} more`;
    return ' '.repeat(Math.max(0, columns - width(text))) + world.theme.dim(text);
  };
  return [
    isScrolled ? sign(glyph.above, above) : '',
    ...windowRows(lines, layout, standing.selected, isFocused, world),
    ...(hasMore(layout, standing, height) ? [sign(glyph.below, below)] : []),
  ];
}

/**
 * Lines with their gutter: the selected block is marked by a character and by colour; beside the
 * pane in focus, the one that the way led through, by a line alone.
 */
function windowRows(
  lines: readonly VisibleLine[],
  layout: Layout,
  selected: number,
  isFocused: boolean,
  { theme }: World,
): string[] {
  const paint = isFocused ? theme.accent : theme.dim;
  return lines.map(({ text, block, line }) => {
    if (block !== selected || !layout.isStop(block)) return ' '.repeat(GUTTER) + text;
    const texts = isFocused ? layout.linesOfSelected(block) : layout.linesOf(block);
    const isAir = text === '' && (line === 0 || line === texts.length - 1);
    if (isAir) return '';
    const first = texts.findIndex((one) => one !== '');
    const mark = line === first && isFocused ? theme.glyph.selected : theme.glyph.vertical;
    const isRow = texts.length === 1 && isFocused;
    const shown = texts[line] ?? text;
    return `${paint(mark)} ${isRow ? theme.strong(shown) : shown}`;
  });
}
