/**
 * The search as its users see it. Every step of it is a generator, so that the same search can
 * run at once or in slices; the steps are in passes.ts.
 */
import type { NamedKind } from '../pack/naming.ts';
import type { PackData } from '../pack/schema.ts';
import { filterChoices, filterTest } from './filter.ts';
import { createFinder, type Found } from './finder.ts';
import { ask, type How, type Similar } from './passes.ts';
import type { Choices, FilterClause, Problem } from './query.ts';
import { parseQuery } from './query.ts';
import type { SearchRecord } from './records.ts';
import { atOnce, inSlices, RECORDS_AT_ONCE, type Step } from './steps.ts';
import { buildWordTable, openWordIndex, type WordIndex, type WordTable } from './words.ts';

/** A record found. */
export type Hit = {
  type: NamedKind;
  id: string;
  title: string;
  /** Higher is better; comparable within one result only. */
  score: number;
  /** How many of the asked words and phrases the record holds. */
  covered: number;
};

export type SearchResult = {
  /** Best first, at most `limit`. */
  hits: Hit[];
  /** How many there are without the limit. */
  total: number;
  how: How;
  similar: Similar[];
  /** Folded words and phrases to light up. */
  terms: string[];
  filters: FilterClause[];
  problems: Problem[];
};

export type FindOptions = {
  /** At most so many hits; 200 unless told. */
  limit?: number;
  /** Only records of these types. */
  kinds?: readonly NamedKind[];
};

export type Search = {
  /** Searches at once. Never throws, whatever the text. */
  find: (text: string, options?: FindOptions) => SearchResult;
  /**
   * The same result without holding up the event loop for longer than about 4 ms at a time.
   * Rejects with the signal's reason when aborted.
   */
  findAsync: (
    text: string,
    options?: FindOptions & { signal?: AbortSignal },
  ) => Promise<SearchResult>;
  start: (
    text: string,
    options?: FindOptions & { signal?: AbortSignal },
  ) => SearchResult | Promise<SearchResult>;
  /** The values that a filter takes, for completion. */
  choices: Choices;
};

const LIMIT = 200;

/** What is searched; only looked at when something is searched for. */
export type Searchable = {
  readonly data: PackData;
  /** As `buildRecords` makes them. */
  readonly records: readonly SearchRecord[];
  /** The words of the records; where there was no time to make their table, the first search does. */
  readonly words?: WordTable | undefined;
};

/** Sets up the search. */
export function createSearch(pack: Searchable): Search {
  const choices = filterChoices(pack);
  const building = openIndex(pack);
  let index: WordIndex | undefined;
  /** One index for all searches, also those that overlap or are aborted. */
  function* indexed(): Step<WordIndex> {
    while (!index) {
      const step = building.next();
      if (step.done) index = step.value;
      else yield;
    }
    return index;
  }
  const cache = new Map<string, Found | undefined>();

  function* run(text: string, { limit = LIMIT, kinds }: FindOptions): Step<SearchResult> {
    const { clauses, filters, problems } = parseQuery(text, choices);
    const none = { hits: [], total: 0, similar: [], terms: [], filters, problems };
    const wanted = filters.filter(({ values }) => values.length > 0);
    if (
      wanted.some(({ ids }) => ids.length === 0) ||
      problems.some(({ about }) => about === 'key')
    ) {
      return { ...none, how: 'none' };
    }
    if (wanted.length === 0 && clauses.length === 0) return { ...none, how: 'all' };
    const { records } = pack;
    const allowed = yield* allow(records, wanted, kinds);
    const finder = createFinder(records, yield* indexed(), cache);
    const { ranked, ...answer } = yield* ask(clauses, { records, allowed, finder, limit });
    const hits = ranked.best.map(({ record, score, covered }) => {
      const { type, id, title } = records[record] as SearchRecord;
      return { type, id, title, score, covered };
    });
    return { ...none, ...answer, hits, total: ranked.total };
  }

  return {
    find: (text, options = {}) => atOnce(run(text, options)),
    findAsync: (text, { signal, ...options } = {}) => inSlices(run(text, options), signal),
    start(text, { signal, ...options } = {}) {
      const steps = run(text, options);
      for (let count = 0; count < 64; count += 1) {
        const step = steps.next();
        if (step.done) return step.value;
      }
      return inSlices(steps, signal);
    },
    choices,
  };
}

function* openIndex({ records, words }: Searchable): Step<WordIndex> {
  return openWordIndex(words ?? (yield* buildWordTable(records)));
}

/** Per record 1 if the filters and kinds leave it. */
function* allow(
  records: readonly SearchRecord[],
  filters: readonly FilterClause[],
  kinds: readonly NamedKind[] | undefined,
): Step<Uint8Array> {
  const allowed = new Uint8Array(records.length).fill(1);
  if (filters.length === 0 && !kinds) return allowed;
  const passes = filterTest(filters);
  for (const [number, { type, facets }] of records.entries()) {
    if ((kinds && !kinds.includes(type)) || !passes(facets)) allowed[number] = 0;
    if (number % RECORDS_AT_ONCE === 0) yield;
  }
  return allowed;
}
