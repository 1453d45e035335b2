/** What a terminal sends, as keys. Decoding is Node's own (readline's keypress events). */
import { emitKeypressEvents, type Key as NodeKey } from 'node:readline';
import { PassThrough } from 'node:stream';
import { clean, isShowable } from './text.ts';

/**
 * A key: `name` is what the key table uses ("j", "space", "enter", "up", "f1", "ctrl-k",
 * "alt-x", "paste"); `text` what it types, where it types something.
 */
export type Key = { name: string; text?: string };

const NAMES: Record<string, string> = { return: 'enter', linefeed: 'enter' };

/** A decoder fed with chunks as they come; each key is told once, in order. */
export type KeyDecoder = {
  write(chunk: Buffer | string): void;
  /** Tells an Escape at once that waits for the rest of a sequence. */
  flush(): void;
};

/** How long an Escape waits for the rest of a sequence, in milliseconds. */
const ESCAPE_WAIT = 25;

/**
 * @param onKey told of each key as soon as it is known
 * @param onInput told of the bytes before that, in the pieces in which they are decoded
 */
export function createKeyDecoder(
  onKey: (key: Key) => void,
  onInput: (bytes: Buffer) => void = () => {},
): KeyDecoder {
  const stream = new PassThrough();
  let pasted: string | undefined;
  let escapes = '';
  let timer: NodeJS.Timeout | undefined;
  // Node takes the wait only from a readline interface; this is the one field it looks at.
  emitKeypressEvents(stream, { escapeCodeTimeout: ESCAPE_WAIT } as never);
  stream.on('keypress', (character: string | undefined, key: NodeKey) => {
    if (key.name === 'paste-start') {
      pasted = '';
    } else if (key.name === 'paste-end') {
      const text = clean((pasted ?? '').replaceAll(/\r\n?/g, '\n'));
      pasted = undefined;
      if (text !== '') onKey({ name: 'paste', text });
    } else if (pasted !== undefined) {
      pasted += key.sequence ?? character ?? '';
    } else {
      const decoded = decode(character, key);
      if (decoded) onKey(decoded);
    }
  });
  const flush = () => {
    clearTimeout(timer);
    const pressed = escapes.length;
    if (pressed > 0) onInput(Buffer.from(escapes, 'latin1'));
    escapes = '';
    for (let count = 0; count < pressed; count += 1) onKey({ name: 'escape' });
  };
  return {
    flush,
    write(chunk) {
      clearTimeout(timer);
      const text = escapes + Buffer.from(chunk as string).toString('latin1');
      // Escapes at the end are keys of their own, or the beginning of what comes next.
      const rest = text.replace(/\u001B+$/, '');
      escapes = text.slice(rest.length);
      if (rest !== '') {
        const bytes = Buffer.from(rest, 'latin1');
        onInput(bytes);
        stream.write(bytes);
      }
      if (escapes !== '') timer = setTimeout(flush, ESCAPE_WAIT);
    },
  };
}

function decode(character: string | undefined, key: NodeKey): Key | undefined {
  const { name, ctrl, meta, shift } = key;
  const isPrintable =
    character !== undefined && !ctrl && !meta && !/^[\u0000-\u001F\u007F]/.test(character);
  if (isPrintable && character !== ' ' && isShowable(character)) {
    return { name: character, text: character };
  }
  if (isPrintable && character === ' ') return { name: 'space', text: ' ' };
  if (name === undefined || name === 'undefined') return undefined;
  const base = NAMES[name] ?? name;
  const prefix = `${ctrl ? 'ctrl-' : ''}${meta ? 'alt-' : ''}${shift && base.length > 1 ? 'shift-' : ''}`;
  return { name: prefix + base };
}
