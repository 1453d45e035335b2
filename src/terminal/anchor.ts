/**
 * Keeps columns straight where terminals disagree on widths. A frame is written as rows of text;
 * where one character takes two cells here and one there (emoji, new scripts, stacked vowel signs),
 * all that follows would shift, borders first.
 */
import { graphemes, isolated, width } from './text.ts';

/**
 * Characters that take the same cells in every terminal: Latin, Greek, Cyrillic, Hebrew, Thai,
 * punctuation, arrows and boxes, kana, Han, Hangul syllables; with accents, and control sequences.
 */
const SETTLED =
  '[\\u0000-\\u007E\\u00A0-\\u02FF\\u0370-\\u0482\\u048A-\\u052F\\u0591-\\u05F4\\u0E01-\\u0E5B' +
  '\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FC\\u25FF\\u3000-\\u3029\\u3041-\\u3096' +
  '\\u30A1-\\u30FA\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60][\\u0300-\\u034E]*';
const IS_SETTLED = new RegExp(`^(?:${SETTLED})*$`);
const SEQUENCE = /(\u001B\[[\d;?]*[A-Za-z])/;

/**
 * Rows as written to a terminal, with the cursor put to its column after each character that may
 * have been narrower or wider than thought, and that character cut where it could cross the right
 * edge; and with what is written from right to left in its place (`isolated`). Each row begins in
 * the first column.
 *
 * @param columns width of the terminal
 */
export function anchored(output: string, columns: number): string {
  const shown = isolated(output);
  if (IS_SETTLED.test(shown)) return shown;
  const rows = shown.split('\n');
  return rows.map((row) => (IS_SETTLED.test(row) ? row : anchoredRow(row, columns))).join('\n');
}

function anchoredRow(row: string, columns: number): string {
  let result = '';
  let column = 0;
  for (const part of row.split(SEQUENCE)) {
    if (SEQUENCE.test(part)) {
      result += part;
      continue;
    }
    for (const { index, length, cells } of graphemes(part)) {
      const character = part.slice(index, index + length);
      const isSettled = IS_SETTLED.test(character);
      result += isSettled ? character : fitting(character, columns - column);
      column += cells;
      if (!isSettled && column < columns) result += `\u001B[${column + 1}G`;
    }
  }
  return result;
}

/** The beginning of a character that fits wherever it is shown. */
function fitting(character: string, room: number): string {
  let used = 0;
  let end = 0;
  for (const point of character) {
    used += mostCells(point);
    if (used > room) break;
    end += point.length;
  }
  return character.slice(0, end);
}

/** The most cells that a terminal gives a code point: old ones do not know new marks and emoji. */
function mostCells(point: string): number {
  if (/\p{Mark}/u.test(point)) return 1;
  return /[\p{Unassigned}\u{1F93B}\u{1F946}]/u.test(point) ? 2 : width(point);
}

/** The same terminal, but all that is written to it is anchored. */
export function anchoring(terminal: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (text: string, ...rest: []) =>
    terminal.write(anchored(text, terminal.columns || 80), ...rest);
  return new Proxy(terminal, {
    get(target, name) {
      if (name === 'write') return write;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
