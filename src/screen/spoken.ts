/** The explorer for screen readers: no boxes, no columns, what is selected said in words. */

import { standingOn } from '../explorer/cursor.ts';
import { textOf } from '../explorer/find.ts';
import { OVERLAYS } from '../explorer/overlays/table.ts';
import { focusedPane, GUTTER, panes } from '../explorer/panes.ts';
import type { State } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { type Layout, nextStop } from '../explorer/viewport.ts';
import { viewOf } from '../explorer/views/table.ts';
import { spokenLines } from '../render/spoken.ts';

/** One pane, comparisons one below the other, and steps that never stop inside a text. */
export const SPOKEN_SIZE: State['size'] = { columns: 71, rows: 10_000 };

/** What is said in this state: what was just done, where one is, what is selected. */
export function spokenScreen(state: State, explorer: Explorer): string[] {
  const said = state.overlay ? overlayLines(state, explorer) : placeLines(state, explorer);
  return [...noticeLines(state), ...said, 'Question mark for help.'].filter((line) => line !== '');
}

/** What was just done; a table that was copied is not read out. */
function noticeLines({ notice }: State): string[] {
  if (!notice) return [];
  const lines = notice.text.split('\n');
  return lines.length === 1
    ? [notice.title, notice.text]
    : [`${notice.title} ${lines.length} lines`];
}

function overlayLines(state: State, explorer: Explorer): string[] {
  const { overlay } = state;
  const shown = explorer.overlay(state);
  if (!overlay || !shown) return [];
  const { name: title, hint = 'type a text' } = OVERLAYS[overlay.kind];
  const typed = overlay.field.text === '' ? hint : `typed: ${overlay.field.text}`;
  const { selected } = shown.standing;
  return [
    [title, typed, position(shown.layout, selected)].filter(Boolean).join(', '),
    ...portion(shown.layout, selected),
  ];
}

function placeLines(state: State, explorer: Explorer): string[] {
  const { place, cursor } = focusedPane(panes(state, explorer.pages)).spot;
  const page = explorer.pages.page(state, place, SPOKEN_SIZE.columns - GUTTER);
  const { selected } = standingOn(page.layout, cursor, SPOKEN_SIZE.rows);
  const standing = page.layout.block(selected)?.standing;
  const terms = state.found?.result.terms ?? [];
  return [
    state.isOutdated && !state.notice
      ? 'The files of the pack are broken; this is the last whole one.'
      : '',
    [page.title, position(page.layout, selected), standing].filter(Boolean).join(', '),
    ...matchLines(state, page.layout),
    ...(viewOf(place).spoken?.(place, state) ?? []),
    ...spokenLines(page.head, terms),
    ...portion(page.layout, selected, terms),
  ];
}

/** The match of "find on this page" where one is; it need not be what is selected. */
function matchLines({ find }: State, layout: Layout): string[] {
  const index = find && layout.indexOf(find.key);
  return index === undefined ? [] : [`Found: ${textOf(layout, index)}`];
}

/** "3 of 12", among what can be selected. */
function position(layout: Layout, selected: number): string {
  if (!layout.isStop(selected)) return '';
  return `${layout.stopsBefore(selected) + 1} of ${layout.stopsBefore(layout.count)}`;
}

/** The selected block with what stands before it since the last one, and after it at the end. */
function portion(layout: Layout, selected: number, terms: readonly string[] = []): string[] {
  const from = (nextStop(layout, selected, -1) ?? -1) + 1;
  const isLast = nextStop(layout, selected, 1) === undefined;
  const to = isLast ? layout.count : selected + 1;
  const blocks = Array.from({ length: to - from }, (_, offset) => layout.block(from + offset));
  return blocks.flatMap((block) => spokenLines(block?.parts ?? [], terms));
}
