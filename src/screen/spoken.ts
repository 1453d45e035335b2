/** The explorer for screen readers: no boxes, no columns, what is selected said in words. */

import { standingOn } from '../explorer/cursor.ts';
import { focusedPane, panes } from '../explorer/panes.ts';
import type { State, World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { type Layout, nextStop } from '../explorer/viewport.ts';
import { viewOf } from '../explorer/views/table.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';

/** One pane, comparisons one below the other, and steps that never stop inside a text. */
export const SPOKEN_SIZE: State['size'] = { columns: 71, rows: 10_000 };

/** Where nothing stands side by side, a sentence is one line, and nothing is shortened. */
const LONG_LINES = 500;
/** Marks as words, lines as nothing. */
export function spokenTheme(): Theme {
  const plain = makeTheme(0, true);
  return {
    ...plain,
    glyph: {
      ...plain.glyph,
      selected: '',
      marked: '',
      rung: '',
      vertical: '',
      horizontal: '',
      cross: '',
      favours: 'for:',
      opposes: 'against:',
      expects: 'yes:',
      possible: 'maybe:',
      doubts: 'no:',
      leader: '',
      none: 'none',
      above: '',
      below: '',
      shared: 'also elsewhere:',
      arrow: 'to',
    },
  };
}

/** What is said in this state: what was just done, where one is, what is selected. */
export function spokenLines(state: State, explorer: Explorer, world: World): string[] {
  const said = state.overlay ? overlayLines(state, explorer) : placeLines(state, explorer, world);
  return [...noticeLines(state), ...said, 'Question mark for help.']
    .map(inWords)
    .filter((line) => line !== '');
}

/** What was just done; a table that was copied is not read out. */
function noticeLines({ notice }: State): string[] {
  if (!notice) return [];
  const lines = notice.text.split('\n');
  return lines.length === 1
    ? [notice.title, notice.text]
    : [`${notice.title} ${lines.length} lines`];
}

/** Columns become commas; what is left of lines and boxes goes. */
function inWords(line: string): string {
  return line.trim().replaceAll(/ {2,}/g, ', ');
}

function overlayLines(state: State, explorer: Explorer): string[] {
  const { overlay } = state;
  const shown = explorer.overlay(state);
  if (!overlay || !shown) return [];
  const title = overlay.kind === 'help' ? 'Help' : 'Actions';
  const typed = overlay.field.text === '' ? 'type to filter' : `typed: ${overlay.field.text}`;
  const { selected } = shown.standing;
  return [
    [title, typed, position(shown.layout, selected)].filter(Boolean).join(', '),
    ...portion(shown.layout, selected),
  ];
}

function placeLines(state: State, explorer: Explorer, world: World): string[] {
  const { spot } = focusedPane(panes(state, explorer.pages));
  const { spoken = {} } = viewOf(spot.place);
  const page = explorer.pages.page(state, spot.place, spoken.columns ?? LONG_LINES);
  const { selected } = standingOn(page.layout, spot.cursor, SPOKEN_SIZE.rows);
  const target = page.layout.block(selected)?.target;
  const words = target ? (spoken.selected?.(target, spot.place, state, world.library) ?? {}) : {};
  return [
    [page.title, position(page.layout, selected), words.lead].filter(Boolean).join(', '),
    ...(spoken.before?.(spot.place, state, page.pinned) ?? []),
    ...portion(page.layout, selected, words.instead),
  ];
}

/** "3 of 12", among what can be selected. */
function position(layout: Layout, selected: number): string {
  if (!layout.isStop(selected)) return '';
  return `${layout.stopsBefore(selected) + 1} of ${layout.stopsBefore(layout.count)}`;
}

/** The selected block with what stands before it since the last one, and after it at the end. */
function portion(layout: Layout, selected: number, instead?: readonly string[]): string[] {
  const from = (nextStop(layout, selected, -1) ?? -1) + 1;
  const isLast = nextStop(layout, selected, 1) === undefined;
  const to = isLast ? layout.count : selected + 1;
  return Array.from({ length: to - from }, (_, offset) => from + offset).flatMap((index) =>
    index === selected && instead ? instead : layout.linesOf(index),
  );
}
