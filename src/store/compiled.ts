/** What a pack is when it is ready to be searched, and the parts in which it is shipped and kept. */
import type { PackData } from '../pack/schema.ts';
import type { Searchable } from '../search/engine.ts';
import type { FoldedNames } from '../search/names.ts';
import type { Facets, SearchRecord } from '../search/records.ts';
import type { WordTable } from '../search/words.ts';

/** A pack made ready: validated, and folded for search. */
export type CompiledPack = Searchable;

/** What the parts of a ready pack hold, by their names; each is read when it is first needed. */
export type Shipped = {
  pack: PackData;
  search: {
    types: SearchRecord['type'][];
    ids: string[];
    titles: string[];
    words: Omit<WordTable, 'starts' | 'postings'>;
    names: FoldedNames;
  };
  /** `starts` and `postings` of the words, as little-endian Uint32. */
  starts: WordTable['starts'];
  postings: WordTable['postings'];
  /** In the order of the records, a form feed between them: asked whether words stand together. */
  texts: string[];
  /** In the order of the records: asked by filters. */
  facets: Facets[];
};

/** Those parts as they are written. */
export type ShippedParts = Record<keyof Shipped, Uint8Array>;

/** The form in which most of the parts are written. */
export type Form = {
  write(value: unknown): Uint8Array;
  read(bytes: Buffer): unknown;
};

/**
 * What is shipped is JSON: a small pack is there before other code than V8's own is warm. In ASCII it
 * takes half the space, which saves a collection.
 */
export const JSON_FORM: Form = {
  write: (value) => Buffer.from(asciiJson(value)),
  read: (bytes) => JSON.parse(bytes.toString('latin1')),
};

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\x00-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
