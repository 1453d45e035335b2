/** A line that one types in, with its caret. */
import type { Field } from '../../explorer/field.ts';
import type { Place, State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import { graphemes, shorten, styledWidth, width } from '../../terminal/text.ts';
import { countLabel } from '../../view/search.ts';

/** The line one types in above a page, the caret in it, and how many hits there are. */
export function searchRows(
  { field, isTyping }: Extract<Place, { view: 'search' }>,
  columns: number,
  state: State,
  explorer: Explorer,
  world: World,
): string[] {
  const { theme } = world;
  const result = explorer.pages.result(state, field.text);
  const count = state.asked === undefined ? countLabel(result) : 'searching';
  const room = columns - width('/ ') - width(count) - 2;
  const line = fieldLine(field, room, isTyping && !state.overlay, world);
  const start = `${theme.accent('/')} ${line}`;
  const gap = columns - styledWidth(start) - width(count);
  return [start + ' '.repeat(Math.max(0, gap)) + theme.dim(count), ''];
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
