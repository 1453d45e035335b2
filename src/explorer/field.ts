/** A line of text being typed. */
import { graphemes } from '../terminal/text.ts';

/** `caret` is a UTF-16 index into `text`, always at the edge of a character. */
export type Field = { text: string; caret: number };

export const EMPTY_FIELD: Field = { text: '', caret: 0 };

/** A field with the caret at its end. */
export function fieldWith(text: string): Field {
  return { text, caret: text.length };
}

/** Longer input is cut: nobody types it, and a search over it tells nothing. */
const LONGEST = 500;

/** The field with text put in at the caret; line breaks become spaces. */
export function insert({ text, caret }: Field, added: string): Field {
  const line = added.replace(/\s*\n\s*/g, ' ').slice(0, Math.max(0, LONGEST - text.length));
  return { text: text.slice(0, caret) + line + text.slice(caret), caret: caret + line.length };
}

/**
 * The field after an editing key (readline's), or undefined where the key edits nothing.
 *
 * @param key a key name as terminal/input.ts gives it
 */
export function editField(field: Field, key: string): Field | undefined {
  const { text, caret } = field;
  const cut = (from: number, to: number): Field => ({
    text: text.slice(0, from) + text.slice(to),
    caret: from,
  });
  switch (key) {
    case 'backspace':
    case 'ctrl-h':
      return cut(before(field), caret);
    case 'delete':
    case 'ctrl-d':
      return cut(caret, after(field));
    case 'ctrl-w':
    case 'alt-backspace':
      return cut(text.slice(0, caret).replace(/\S+\s*$/, '').length, caret);
    case 'ctrl-u':
      return cut(0, caret);
    case 'left':
    case 'ctrl-b':
      return { text, caret: before(field) };
    case 'right':
    case 'ctrl-f':
      return { text, caret: after(field) };
    case 'home':
    case 'ctrl-a':
      return { text, caret: 0 };
    case 'end':
    case 'ctrl-e':
      return { text, caret: text.length };
    default:
      return undefined;
  }
}

function before({ text, caret }: Field): number {
  let last = 0;
  for (const { index } of graphemes(text.slice(0, caret))) last = index;
  return last;
}

function after({ text, caret }: Field): number {
  for (const { length } of graphemes(text.slice(caret))) return caret + length;
  return caret;
}
