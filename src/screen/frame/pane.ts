/** A page in its pane: pinned lines, the lines in sight, and at both ends what is beyond. */
import { pageRows } from '../../explorer/focus.ts';
import { bodyRows, GUTTER, type Pane } from '../../explorer/panes.ts';
import type { State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import {
  type Cursor,
  hasMore,
  type Layout,
  settle,
  type VisibleLine,
  windowOf,
} from '../../explorer/viewport.ts';
import { shorten, styledWidth, width } from '../../terminal/text.ts';
import { rungNote } from '../../view/ladder.ts';
import { searchRows } from './field.ts';

/** Rows of a pane from top to bottom, none wider than its columns. */
export type PanePart = { columns: number; rows: readonly string[] };

/** Stands for a selected block where none is to be shown as selected. */
export const NOTHING = -1;

/** @param most rows for the pane */
export function pane(
  { columns, spot, isFocused, isPreview }: Pane,
  state: State,
  explorer: Explorer,
  world: World,
  most: number,
): PanePart {
  const page = explorer.pages.page(state, spot.place, columns - GUTTER);
  const height = pageRows(state, page, spot.place);
  const cursor = settle(page.layout, spot.cursor, height);
  const pinned = page.pinned.map((line) => ' '.repeat(GUTTER) + line);
  const search =
    spot.place.view === 'search' ? searchRows(spot.place, columns, state, explorer, world) : [];
  const shown = isPreview ? { ...cursor, selected: NOTHING } : cursor;
  const [above = '', ...below] = windowWithEnds(
    page.layout,
    shown,
    height,
    columns,
    isFocused,
    world,
  );
  const all = [above, ...search, ...pinned, ...below];
  const note = rungNoteRows({ columns, spot }, page.layout, cursor, state, world);
  const isRoom = all.length + note.length <= bodyRows(state) + 2;
  if (note.length > 0 && isRoom) {
    while (all.length + note.length < bodyRows(state) + 2) all.push('');
    all.push(...note);
  }
  return { columns, rows: all.slice(0, most).map((row) => fitted(row, columns)) };
}

function fitted(row: string, columns: number): string {
  return styledWidth(row) > columns ? shorten(row, columns) : row;
}

/** What the selected rung says, below the ladder where that stands alone and leaves room. */
function rungNoteRows(
  { columns, spot }: Pick<Pane, 'columns' | 'spot'>,
  layout: Layout,
  cursor: Cursor,
  state: State,
  { library, theme, now }: World,
): string[] {
  const target = layout.block(cursor.selected)?.target;
  const isAlone = spot.place.view === 'ladder' && columns === state.size.columns;
  if (!isAlone || state.notice || !target) return [];
  const look = { library, theme, language: state.language, terms: [], now: now() };
  return rungNote(library.scenario(target.id), columns - 2 * GUTTER, look).map(
    (line) => ' '.repeat(GUTTER) + line,
  );
}

/** The lines in sight between a row that tells what is above and one that tells what is below. */
export function windowWithEnds(
  layout: Layout,
  cursor: Cursor,
  height: number,
  columns: number,
  isFocused: boolean,
  world: World,
): string[] {
  const { glyph } = world.theme;
  const { lines, above, below } = windowOf(layout, cursor, height);
  const isScrolled = cursor.top.block > 0 || cursor.top.line > 0;
  const sign = (mark: string, count: number) => {
    const text = count > 0 ? `${mark} ${count} more` : `${mark} more`;
    return ' '.repeat(Math.max(0, columns - width(text))) + world.theme.dim(text);
  };
  return [
    isScrolled ? sign(glyph.above, above) : '',
    ...windowRows(lines, layout, cursor.selected, isFocused, world),
    ...(hasMore(layout, cursor, height) ? [sign(glyph.below, below)] : []),
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
    const texts = layout.linesOf(block);
    const isAir = text === '' && (line === 0 || line === texts.length - 1);
    if (isAir) return '';
    const first = texts.findIndex((one) => one !== '');
    const mark = line === first && isFocused ? theme.glyph.selected : theme.glyph.vertical;
    const isRow = texts.length === 1 && isFocused;
    return `${paint(mark)} ${isRow ? theme.strong(text) : text}`;
  });
}
