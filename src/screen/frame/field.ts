/** A line that one types in, with its caret. */

import type { Field } from '../../explorer/field.ts';
import type { World } from '../../explorer/state.ts';
import type { Line } from '../../explorer/views/view.ts';
import { graphemes, shorten, styledWidth, width } from '../../terminal/text.ts';

/** The line one types in above a page, the caret in it, and what has come of it. */
export function lineRows(
  { field, isTyping, note }: Line,
  columns: number,
  isFree: boolean,
  world: World,
): string[] {
  const { theme } = world;
  const room = columns - width('/ ') - width(note) - 2;
  const line = fieldLine(field, room, isTyping && isFree, world);
  const start = `${theme.accent('/')} ${line}`;
  const gap = columns - styledWidth(start) - width(note);
  return [start + ' '.repeat(Math.max(0, gap)) + theme.dim(note), ''];
}

/** The part of a field around its caret that fits into a number of cells. */
export function fieldLine(
  { text, caret }: Field,
  columns: number,
  isActive: boolean,
  { theme }: World,
): string {
  const { ellipsis } = theme.glyph;
  if (!isActive) return shorten(text, columns, ellipsis);
  const characters = [...graphemes(text)].map(({ index, length }) => ({
    index,
    text: text.slice(index, index + length),
  }));
  const before = characters.filter(({ index }) => index < caret).map((one) => one.text);
  const [under = ' ', ...after] = characters
    .filter(({ index }) => index >= caret)
    .map((one) => one.text);
  // Without colours the caret is a character of its own.
  const cursor = theme.cursor(under);
  const bar = cursor === under ? `_${under.trim()}` : cursor;
  const room = columns - styledWidth(bar);
  let start = before.join('');
  if (width(start) > room) {
    while (before.length > 0 && width(start) > room - ellipsis.length) {
      before.shift();
      start = before.join('');
    }
    start = ellipsis + start;
  }
  return start + bar + shorten(after.join(''), room - width(start), ellipsis);
}
