/** Makes a pack ready for search, and the files in which the build ships one. */
import type { PackData } from '../pack/schema.ts';
import { foldNames } from '../search/names.ts';
import { buildRecords } from '../search/records.ts';
import { atOnce } from '../search/steps.ts';
import { buildWordTable } from '../search/words.ts';
import type { CompiledPack, Form, Shipped, ShippedParts } from './compiled.ts';

/** Does now what would cost time at every search. @param data a checked pack */
export function compilePack(data: PackData): CompiledPack {
  const records = buildRecords(data);
  return records.length < COUNTED_FROM
    ? { data, records }
    : { data, records, words: atOnce(buildWordTable(records)) };
}

/** Counting the words of a smaller pack takes a few milliseconds; the first search does it. */
const COUNTED_FROM = 500;

/**
 * A pack as the build ships it and the cache keeps it, part by part: a look-up neither validates,
 * folds nor counts anything, and reads no more than it needs.
 */
export function shippedPack(
  { data, records, words: table }: CompiledPack,
  { write }: Form,
): ShippedParts {
  const { starts, postings, ...words } = table ?? atOnce(buildWordTable(records));
  const named: Shipped['search'] = {
    types: records.map(({ type }) => type),
    ids: records.map(({ id }) => id),
    titles: records.map(({ title }) => title),
    words,
    names: foldNames(data),
  };
  return {
    pack: write(data),
    search: write(named),
    starts: bytesOf(starts),
    postings: bytesOf(postings),
    // Other forms of words are in their table now.
    texts: Buffer.from(records.map(({ text }) => text).join('\f')),
    facets: write(records.map(({ facets }) => facets)),
  };
}

const bytesOf = (numbers: ArrayLike<number>): Uint8Array =>
  new Uint8Array(Uint32Array.from(numbers).buffer);
