import type { PackData } from '../pack/schema.ts';
import type { Shipped } from './open.ts';
import { buildRecords, type SearchRecord } from './records.ts';
import { atOnce } from './steps.ts';
import { buildWordTable, type WordTable, wordTable } from './words.ts';

/** A pack made ready: validated, and folded for search. */
export type CompiledPack = {
  data: PackData;
  records: SearchRecord[];
  /** The words of the records, where there was time to make their table. */
  words?: WordTable;
};

/** Does now what would cost time at every search. @param data a checked pack */
export function compilePack(data: PackData): CompiledPack {
  const records = buildRecords(data);
  return records.length < COUNTED_FROM
    ? { data, records }
    : { data, records, words: atOnce(buildWordTable(records)) };
}

/** In a smaller pack, the first search counts the words before anybody notices. */
const COUNTED_FROM = 500;

/**
 * A pack as the build ships it, for `readShipped`: a look-up neither validates, folds nor counts
 * anything. JSON in ASCII is read fastest, and numbers faster as bytes than as JSON.
 */
export function shippedPack(data: PackData): string {
  const compiled = compilePack(data);
  const { words, starts, postings, ...rest } = wordTable(compiled.records);
  const shipped: Shipped = {
    ...compiled,
    // Other forms of words are in their table now.
    records: compiled.records.map(({ forms: _, ...record }) => record),
    words: {
      ...rest,
      words: words.join(' '),
      starts: bytesOf(starts),
      postings: bytesOf(postings),
    },
  };
  return JSON.stringify(shipped).replace(
    /[^\x00-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const bytesOf = (numbers: ArrayLike<number>): string =>
  Buffer.from(Uint32Array.from(numbers).buffer).toString('base64');
