/**
 * Plain data of large packs as bytes, a third of its JSON: its strings lie one after the other in two
 * texts, from which they are cut, and what stands often stands once.
 */
import { isShowable } from '../terminal/text.ts';
import type { Form } from './compiled.ts';

/** What is kept is in this form. It was clean when it was written; who else writes there is not believed. */
export const PACKED_FORM: Form = {
  write: pack,
  read: (bytes) => unpack(bytes, refuseUnclean),
};

function refuseUnclean(text: string): void {
  if (!isShowable(text)) throw new Error('holds characters that may not be shown');
}

/** The lengths of the parts in bytes: tokens, Latin-1 text, UTF-16 text, table. */
const HEAD = 4 * Uint32Array.BYTES_PER_ELEMENT;

/**
 * A token is a number of 32 bits: what it is in the lower three, and above them a length in UTF-16
 * units, an index into the table, a count of entries, or the number itself.
 */
const LATIN1 = 0;
const UTF16 = 1;
const SHARED = 2;
const ARRAY = 3;
const OBJECT = 4;
const INTEGER = 5;
const LITERAL = 6;
const TAG_BITS = 3;
const LARGEST = 2 ** (32 - TAG_BITS) - 1;

const OWN = { configurable: true, enumerable: true, writable: true };

type Table = {
  /** Strings that occur more than once. */
  shared: string[];
  /** The keys of objects. */
  shapes: string[][];
  /** Numbers beyond the tokens', booleans, null. */
  literals: unknown[];
};

/** @param value of what JSON can hold */
export function pack(value: unknown): Uint8Array {
  const tokens: number[] = [];
  const texts: [string[], string[]] = [[], []];
  const table: Table = { shared: [], shapes: [], literals: [] };
  const counts = new Map<string, number>();
  const indexes = new Map<string, number>();
  const count = (entry: unknown) => {
    if (typeof entry === 'string') counts.set(entry, (counts.get(entry) ?? 0) + 1);
    else if (typeof entry === 'object' && entry !== null) Object.values(entry).forEach(count);
  };
  /** The index of an entry of the table, which gets it where it has it not. */
  const indexOf = <Entry>(list: Entry[], entry: Entry, key: string) => {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, list.length);
    return list.push(entry) - 1;
  };
  const add = (tag: number, number: number) => {
    if (number > LARGEST) throw new RangeError('too large to be packed');
    tokens.push(number * 2 ** TAG_BITS + tag);
  };
  const write = (entry: unknown): void => {
    if (typeof entry === 'string') {
      if ((counts.get(entry) as number) > 1) add(SHARED, indexOf(table.shared, entry, `s${entry}`));
      else {
        const kind = /^[\u0000-\u00FF]*$/.test(entry) ? LATIN1 : UTF16;
        texts[kind].push(entry);
        add(kind, entry.length);
      }
    } else if (Array.isArray(entry)) {
      add(ARRAY, entry.length);
      entry.forEach(write);
    } else if (typeof entry === 'object' && entry !== null) {
      const fields = entry as Record<string, unknown>;
      const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
      add(OBJECT, indexOf(table.shapes, keys, `k${JSON.stringify(keys)}`));
      for (const key of keys) write(fields[key]);
    } else if (Number.isInteger(entry) && (entry as number) >= 0 && (entry as number) <= LARGEST) {
      add(INTEGER, entry as number);
    } else add(LITERAL, indexOf(table.literals, entry ?? null, `l${entry}`));
  };
  count(value);
  write(value);
  const parts = [
    Buffer.from(Uint32Array.from(tokens).buffer),
    Buffer.from(texts[LATIN1].join(''), 'latin1'),
    Buffer.from(texts[UTF16].join(''), 'utf16le'),
    Buffer.from(JSON.stringify(table)),
  ];
  const lengths = Uint32Array.from(parts, ({ length }) => length);
  return Buffer.concat([Buffer.from(lengths.buffer), ...parts]);
}

/**
 * The value that was packed.
 *
 * @param onText told of all text in it, before anything is made of it; may throw
 */
export function unpack(bytes: Buffer, onText: (text: string) => void = () => {}): unknown {
  const lengths = Array.from({ length: 4 }, (_, at) => bytes.readUInt32LE(at * 4));
  let end = HEAD;
  const [tokenBytes, latin1Bytes, utf16Bytes, tableBytes] = lengths.map((length) => {
    const start = end;
    end += length;
    return bytes.subarray(start, end);
  }) as [Buffer, Buffer, Buffer, Buffer];
  const tokens = new Uint32Array(tokenBytes.length / 4);
  Buffer.from(tokens.buffer).set(tokenBytes);
  const latin1 = latin1Bytes.toString('latin1');
  const utf16 = utf16Bytes.toString('utf16le');
  const { shared, shapes, literals }: Table = JSON.parse(tableBytes.toString('utf8'));
  for (const text of [latin1, utf16, ...shared, ...shapes.flat()]) onText(text);
  let at = 0;
  let latin1At = 0;
  let utf16At = 0;
  const read = (): unknown => {
    const token = tokens[at++] as number;
    const number = token >>> TAG_BITS;
    switch (token & 7) {
      case LATIN1:
        latin1At += number;
        return latin1.slice(latin1At - number, latin1At);
      case UTF16:
        utf16At += number;
        return utf16.slice(utf16At - number, utf16At);
      case SHARED:
        return shared[number];
      case ARRAY: {
        const list: unknown[] = [];
        for (let index = 0; index < number; index += 1) list.push(read());
        return list;
      }
      case OBJECT: {
        const object: Record<string, unknown> = {};
        for (const key of shapes[number] as string[]) {
          // The one name that is none of an object's own by itself.
          if (key === '__proto__') Object.defineProperty(object, key, { ...OWN, value: read() });
          else object[key] = read();
        }
        return object;
      }
      case INTEGER:
        return number;
      default:
        return literals[number];
    }
  };
  return read();
}
