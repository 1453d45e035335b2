/** What a pack is when it is ready to be searched, and the parts in which it is shipped and kept. */
import type { PackData } from '../pack/schema.ts';
import type { Searchable } from '../search/engine.ts';
import type { FoldedNames } from '../search/names.ts';
import type { Facets, SearchRecord } from '../search/records.ts';
import type { WordTable } from '../search/words.ts';

/** A pack made ready: validated, and folded for search. */
export type CompiledPack = Searchable;

/** What the parts of a shipped pack hold, by their file names; each is read when it is first needed. */
export type Shipped = {
  'pack.bin': PackData;
  'search.bin': {
    types: SearchRecord['type'][];
    ids: string[];
    titles: string[];
    words: Omit<WordTable, 'starts' | 'postings'>;
    names: FoldedNames;
  };
  /** `starts` and `postings` of the words, as little-endian Uint32. */
  'starts.bin': WordTable['starts'];
  'postings.bin': WordTable['postings'];
  /** In the order of the records, a form feed between them: asked whether words stand together. */
  'texts.txt': string[];
  /** In the order of the records: asked by filters. */
  'facets.bin': Facets[];
};

/** Those parts as they are written. */
export type ShippedParts = Record<keyof Shipped, Uint8Array>;
