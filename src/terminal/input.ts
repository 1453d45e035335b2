/** What a terminal sends, as keys. What it answers to questions of other programs is none. */
import { StringDecoder } from 'node:string_decoder';
import { type Key, type Piece, splitInput } from './sequences.ts';
import { clean } from './text.ts';

export type { Key };

/** A decoder fed with chunks as they come; each key is told once, in order. */
type KeyDecoder = {
  write(chunk: Buffer | string): void;
  /** Tells at once what waits for the rest of a sequence or of a paste. */
  flush(): void;
};

/** How long the beginning of a sequence waits for the rest of it, in milliseconds. */
const ESCAPE_WAIT = 25;
/** How long a paste may pause; then its end is lost. */
const PASTE_PAUSE = 2000;
/** How long an answer of the terminal may take; those few bytes come in one piece nearly always. */
const ANSWER_WAIT = 250;
/** Longer pastes are cut, in UTF-16 units; nobody reads or searches for as much. */
export const LONGEST_PASTE = 2 ** 20;

const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';
const CTRL_C = '\u0003';

/**
 * Ctrl-C is a key in every state: an unclosed paste is given up for it.
 *
 * @param onKey told of each key as soon as it is known
 * @param onInput told before that of the bytes it was made of, in the pieces in which they are decoded
 */
export function createKeyDecoder(
  onKey: (key: Key) => void,
  onInput: (bytes: Buffer) => void = () => {},
): KeyDecoder {
  const decoder = new StringDecoder('utf8');
  /** The beginning of a sequence. */
  let held = '';
  /** What was pasted so far, and its last characters, in which the end may begin. */
  let paste: { text: string; tail: string } | undefined;
  let isAnswering = false;
  let timer: NodeJS.Timeout | undefined;

  const tell = (pieces: readonly Piece[]) => {
    const known = pieces.filter(({ keys }) => keys.length > 0);
    if (known.length === 0) return;
    onInput(Buffer.from(known.map(({ bytes }) => bytes).join('')));
    for (const key of known.flatMap(({ keys }) => keys)) onKey(key);
  };
  const pasted = (text: string): Piece[] => {
    paste = undefined;
    const bytes = PASTE_START + text + PASTE_END;
    const shown = clean(text.replaceAll(/\r\n?/g, '\n'));
    return shown === '' ? [] : [{ bytes, keys: [{ name: 'paste', text: shown }] }];
  };
  /** Takes what belongs to the paste; what comes after it. */
  const takePaste = (text: string, pieces: Piece[]): string => {
    const { text: before, tail } = paste as NonNullable<typeof paste>;
    const all = tail + text;
    const end = all.indexOf(PASTE_END);
    if (end >= 0) {
      pieces.push(...pasted((before + all.slice(0, end)).slice(0, LONGEST_PASTE)));
      return all.slice(end + PASTE_END.length);
    }
    const interrupted = text.indexOf(CTRL_C);
    if (interrupted >= 0) {
      paste = undefined;
      return text.slice(interrupted);
    }
    const kept = Math.max(0, all.length - PASTE_END.length + 1);
    paste = { text: (before + all.slice(0, kept)).slice(0, LONGEST_PASTE), tail: all.slice(kept) };
    return '';
  };
  const take = (text: string): Piece[] => {
    const pieces: Piece[] = [];
    let rest = held + text;
    held = '';
    while (rest !== '') {
      if (paste) {
        rest = takePaste(rest, pieces);
        continue;
      }
      const split = splitInput(rest, isAnswering);
      pieces.push(...split.pieces);
      ({ isAnswering, held } = split);
      rest = split.pasted ?? '';
      if (split.pasted !== undefined) paste = { text: '', tail: '' };
    }
    return pieces;
  };
  const flush = () => {
    clearTimeout(timer);
    const pieces = paste ? pasted(paste.text + paste.tail) : splitInput(held, false, true).pieces;
    held = '';
    isAnswering = false;
    tell(pieces);
  };
  return {
    flush,
    write(chunk) {
      const wasAnswering = isAnswering;
      const pieces = take(decoder.write(chunk as Buffer));
      // Whatever is typed meanwhile does not put it off.
      if (!(wasAnswering && isAnswering)) {
        clearTimeout(timer);
        const wait = paste ? PASTE_PAUSE : isAnswering ? ANSWER_WAIT : ESCAPE_WAIT;
        if (paste || isAnswering || held !== '') timer = setTimeout(flush, wait);
      }
      tell(pieces);
    },
  };
}
