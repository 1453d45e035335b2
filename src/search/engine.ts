/**
 * The search as its users see it. Every step of it is a generator, so that the same search can
 * run at once or in slices; the steps are in passes.ts.
 */

import { createLibrary } from '../pack/library.ts';
import { type NamedKind, nameables, near } from '../pack/naming.ts';
import { once } from '../pack/once.ts';
import type { PackData } from '../pack/schema.ts';
import { answerQuestion } from './answering.ts';
import { filterChoices, filterTest } from './filter.ts';
import { createFinder, type Found } from './finder.ts';
import { type FoldedNames, foldNames, institutions, synonymsIn } from './names.ts';
import { ask, type How, narrow, type Scope, type Similar } from './passes.ts';
import type { Choices, Clause, FilterClause, Query, QueryProblem } from './query.ts';
import { parseQuery, unquoted } from './query.ts';
import { type ReadAs, readAs, understand } from './reading.ts';
import type { SearchRecord } from './records.ts';
import { atOnce, RECORDS_AT_ONCE, type Step, soonOrInSlices } from './steps.ts';
import { joinPhrases, type Synonyms } from './synonyms.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { buildWordTable, openWordIndex, type WordIndex, type WordTable } from './words.ts';

/** A record found. */
export type Hit = {
  type: NamedKind;
  id: string;
  title: string;
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
  problems: QueryProblem[];
  /** Where nothing is found: the nearest names, and words of the query with how often they are found. */
  nearest?: string[];
  /** How a question was read; absent where the query is only words. */
  reading?: ReadAs;
  /** How many of the first hits answer the question as it was read; 0 where nobody does. */
  answering?: number;
};

type FindOptions = {
  /** At most so many hits; 200 unless told. */
  limit?: number;
  /** Only records of these types. */
  kinds?: readonly NamedKind[];
};

export type Search = {
  /** Searches at once. Never throws, whatever the text. */
  find: (text: string, options?: FindOptions) => SearchResult;
  /**
   * The same result: at once where few steps lead to it, as in every pack of some thousand records;
   * else later, without holding up the event loop for longer than about 4 ms at a time. What is
   * later rejects with the signal's reason when aborted.
   */
  start: (
    text: string,
    options?: FindOptions & { signal?: AbortSignal },
  ) => SearchResult | Promise<SearchResult>;
  /** The values that a filter takes, for completion. */
  choices: Choices;
  /** The records that the filters of a query leave, as `type:id`; its words count for nothing. */
  left: (text: string) => ReadonlySet<string>;
};

const LIMIT = 200;
/** Words of a longer query are not tried alone. */
const FEW_WORDS = 6;
/** Too many words begin with so few letters for them to be a hint. */
const NO_HINT = /^[a-z\d]{1,2}$/;

/** What is searched; only looked at when something is searched for. */
export type Searchable = {
  readonly data: PackData;
  /** As `buildRecords` makes them. */
  readonly records: readonly SearchRecord[];
  /** The words of the records; where there was no time to make their table, the first search does. */
  readonly words?: WordTable | undefined;
  /** The names of the pack, folded. */
  readonly names?: FoldedNames | undefined;
};

/** Sets up the search. */
export function createSearch(pack: Searchable): Search {
  const choices = filterChoices(pack);
  const vocabulary = once(() => vocabularyOf(pack.data));
  const building = openIndex(pack, vocabulary);
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
  const library = once(() => createLibrary(pack.data));
  const folded = once(() => pack.names ?? foldNames(pack.data));
  const synonyms: Synonyms = (word) => synonymsIn(folded(), vocabulary())(word);

  /** What is found for one query. */
  function* run(text: string, options: FindOptions): Step<SearchResult> {
    const query = parseQuery(text, choices);
    const result = yield* answerTo(text, query, options);
    const isEmpty = result.how === 'none' && query.problems.length === 0;
    return isEmpty ? { ...result, nearest: yield* nearestTo(text, query.clauses) } : result;
  }

  function* answerTo(
    text: string,
    { clauses, filters, problems }: Query,
    { limit = LIMIT, kinds }: FindOptions,
  ): Step<SearchResult> {
    const none: SearchResult = {
      hits: [],
      total: 0,
      how: 'none',
      similar: [],
      terms: [],
      filters,
      problems,
    };
    const wanted = filters.filter(({ values }) => values.length > 0);
    const isWrong = wanted.some(({ ids }) => ids.length === 0);
    if (isWrong || problems.some(({ about }) => about === 'key')) return none;
    if (wanted.length === 0 && clauses.length === 0) return { ...none, how: 'all' };
    const { records } = pack;
    const scope: Scope = {
      records,
      allowed: yield* allow(records, wanted, kinds),
      finder: createFinder(records, yield* indexed(), cache, synonyms, vocabulary()),
      isStop: vocabulary().isStop,
      limit,
    };
    const narrowed = yield* narrow(clauses, scope);
    if (!narrowed) return none;
    const words = clauses.filter(({ phrase, negated }) => !phrase && !negated);
    const question = yield* understand(
      text,
      words,
      { data: pack.data, folded: folded(), synonyms, vocabulary: vocabulary() },
      scope.finder,
      records,
    );
    const asked = question && (yield* answerQuestion(question, scope, library()));
    const isHappening = !question && words.some((word) => vocabulary().isHappening(word.text));
    const wide = isHappening ? { ...scope, limit: Math.max(limit, LIMIT) } : scope;
    const { ranked, ...found } = asked ?? (yield* askEitherWay(clauses, words, wide));
    // A question is answered by what it asks for; words near to it in spelling are something else.
    if (question && !asked && found.similar.length > 0) return none;
    // Nor is a number or a date that nothing tells answered by words which are only like those asked.
    if (question && !asked && (question.asked.has('count') || question.asked.has('when'))) {
      if (found.how !== 'exact') return none;
      for (const { text: word } of question.topic) {
        if (!(yield* scope.finder.literally(word))?.sure) return none;
      }
    }
    // Nor by the words it is asked with: "experts on artificial intelligence".
    if (question && !asked && found.how === 'partial') {
      if (question.side && question.people.length === 0) return none;
      const { how } = yield* ask(question.topic, { ...scope, limit: 1 });
      if (how === 'none') return none;
    }
    const best = ranked.best.map(({ record }) => record);
    const first =
      question || found.how !== 'exact' ? [] : yield* namedWhole(words, found.terms, scope);
    // "Victory plan", "call between X and Y": what happened before what was said of it.
    if (isHappening && found.how === 'exact')
      first.push(...best.filter((record) => pack.records[record]?.type === 'event'));
    const hits = [...new Set([...first, ...best])].slice(0, limit).map((record) => {
      const { type, id, title } = records[record] as SearchRecord;
      return { type, id, title };
    });
    const isNear = narrowed.near.length > 0 && hits.length > 0;
    const asTyped = (near: Similar): Similar => {
      const clause = clauses.find((one) => one.phrase && one.text === near.asked) as Clause;
      return { ...near, asked: unquoted(text.slice(clause.start, clause.end)) };
    };
    return {
      ...none,
      ...found,
      ...(isNear && { how: 'near', similar: narrowed.near.map(asTyped) }),
      ...(asked && question && { reading: readAs(question) }),
      hits,
      total: ranked.total,
    };
  }

  /** Those who are no persons and are named by all the words, wholly: "Südkoreas Geheimdienst". */
  function* namedWhole(words: readonly Clause[], terms: readonly string[], scope: Scope) {
    const ids = new Set(institutions(terms, folded(), pack.data));
    let named = [...pack.records.entries()]
      .filter(([record, { type, id }]) => type === 'person' && ids.has(id) && scope.allowed[record])
      .map(([record]) => record);
    for (const { text } of words) {
      if (named.length === 0) break;
      if (scope.isStop(text)) continue;
      const found = yield* scope.finder.word(text);
      named = named.filter((record) => found?.grades[record]);
    }
    return named;
  }

  /** The words as they are; where that is not enough, with those joined that the pack takes for one. */
  function* askEitherWay(clauses: readonly Clause[], words: readonly Clause[], scope: Scope) {
    const found = yield* ask(clauses, scope);
    if (found.how === 'exact') return found;
    const phrased = joinPhrases(words, synonyms);
    if (phrased.length === words.length) return found;
    const others = clauses.filter(({ phrase, negated }) => phrase || negated);
    const joined = yield* ask([...others, ...phrased], scope);
    return joined.how === 'exact' ? joined : found;
  }

  /** What is nearest to a query that finds nothing: names like it, words of it that find something. */
  function* nearestTo(text: string, clauses: readonly Clause[]): Step<string[]> {
    const named = (['scenario', 'person', 'source'] as const).flatMap((kind) =>
      nameables(kind, pack.data),
    );
    const { isStop } = vocabulary();
    const telling = clauses.filter(({ text }) => !NO_HINT.test(text) && !isStop(text));
    const alone = telling.length < 2 || telling.length > FEW_WORDS ? [] : telling;
    const counts: string[] = [];
    for (const { text: word } of alone) {
      const { total, how } = yield* answerTo(word, parseQuery(word, choices), { limit: 1 });
      if (how === 'exact') counts.push(`${word} (${total})`);
    }
    return [...near(text, named), ...counts];
  }

  return {
    find: (text, options = {}) => atOnce(run(text, options)),
    start: (text, { signal, ...options } = {}) => soonOrInSlices(run(text, options), signal),
    choices,
    left(text) {
      const { filters } = parseQuery(text, choices);
      const passes = filterTest(filters.filter(({ values }) => values.length > 0));
      const left = pack.records.filter(({ facets }) => passes(facets));
      return new Set(left.map(({ type, id }) => `${type}:${id}`));
    },
  };
}

function* openIndex(pack: Searchable, vocabulary: () => Vocabulary): Step<WordIndex> {
  // Of the shipped pack the words are read here: no first frame needs them.
  const { records, words } = pack;
  return openWordIndex(words ?? (yield* buildWordTable(records)), vocabulary());
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
