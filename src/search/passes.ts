/**
 * The passes of a search, each tried only if the one before found nothing: the words as asked (of a
 * question those that say something); words that are in nothing replaced by the nearest ones; known
 * words, too, together with the nearest ones; the records that hold most of what was asked.
 */
import { type Finder, type Found, SHORT } from './finder.ts';
import type { Clause } from './query.ts';
import type { SearchRecord } from './records.ts';
import { RECORDS_AT_ONCE, type Step } from './steps.ts';
import type { Vocabulary } from './vocabulary.ts';
import { LEVEL_SLOTS, WHOLE } from './words.ts';

/**
 * How the hits fit: `exact`, all that was asked; `near`, with the passages in `similar` instead of a
 * phrase that stands nowhere so; `similar`, with the words in `similar` instead of unknown ones;
 * `partial`, most of what was asked; `none`; `all`, nothing was asked but filters.
 */
export type How = 'exact' | 'near' | 'similar' | 'partial' | 'none' | 'all';
/** A word or phrase as asked, and the folded words or passages that were searched for instead. */
export type Similar = { asked: string; used: string[] };
/** A record, and how good it is. */
type Scored = { record: number; score: number };
/** How many there are, and the best of them, best first. */
type Ranked = { total: number; best: Scored[] };
export type Matches = { how: How; similar: Similar[]; terms: string[]; ranked: Ranked };
export type Scope = {
  records: readonly SearchRecord[];
  /** Per record 1 if filters leave it; words and phrases that must or must not be narrow it. */
  allowed: Uint8Array;
  finder: Finder;
  isStop: Vocabulary['isStop'];
  /** So many of the best are wanted. */
  limit: number;
};

/** Of the letters asked, so many must be in words that surely exist … */
const KNOWN_SHARE = 0.65;
/** … and so much of the weight in one record, for it to be a partial hit. */
const HELD_SHARE = 0.4;
/** Among so many of the best, words that stand together come first. */
const COMPARED = 100;

const NOTHING: Matches = {
  how: 'none',
  similar: [],
  terms: [],
  ranked: { total: 0, best: [] },
};

/** Takes away the records that hold what is negated or lack a phrase; undefined if all lack one. */
export function* narrow(
  clauses: readonly Clause[],
  scope: Scope,
): Step<{ phrases: Found[]; near: Similar[] } | undefined> {
  yield* exclude(clauses, scope);
  return yield* findPhrases(clauses, scope);
}

/** Answers the words and phrases of a query. */
export function* ask(clauses: readonly Clause[], scope: Scope): Step<Matches> {
  const narrowed = yield* narrow(clauses, scope);
  if (!narrowed) return NOTHING;
  const { phrases } = narrowed;
  const asked = clauses.filter(({ phrase, negated }) => !phrase && !negated);
  const words = asked.map(({ text }) => text);
  const telling = words.filter((term) => !scope.isStop(term));
  const isTelling = telling.length > 0 || phrases.length > 0;
  const exact = yield* asAsked(isTelling ? telling : words, phrases, scope);
  if (exact && (yield* holdsLetters(asked, scope))) return exact;
  if (exact || telling.length === 0) return NOTHING;
  const how = telling.length === words.length ? 'similar' : 'partial';
  return (
    (yield* corrected(telling, phrases, how, scope)) ??
    (yield* partly(telling, piecesOf(asked), phrases, scope)) ??
    NOTHING
  );
}

function* asAsked(words: string[], phrases: Found[], scope: Scope): Step<Matches | undefined> {
  const founds = [...phrases];
  for (const term of words) {
    const found = yield* scope.finder.word(term);
    if (!found) return undefined;
    founds.push(found);
  }
  const how = founds.length === 0 ? 'all' : 'exact';
  return yield* answer({ how, similar: [], founds, words }, scope);
}

/** With the nearest words instead of unknown ones; if that is not enough, beside known ones. */
function* corrected(
  words: string[],
  phrases: Found[],
  how: 'similar' | 'partial',
  scope: Scope,
): Step<Matches | undefined> {
  const { finder } = scope;
  for (const beside of [false, true]) {
    const founds = [...phrases];
    const similar: Similar[] = [];
    for (const term of words) {
      const known = yield* finder.word(term);
      const near = known && !beside ? undefined : yield* finder.similar(term);
      if (!known && !near) return undefined;
      if (near) similar.push({ asked: term, used: near.terms });
      founds.push(yield* either(known, near));
    }
    const found = yield* answer({ how, similar, founds, words }, scope);
    if (found) return found;
  }
  return undefined;
}

function* either(known: Found | undefined, near: Found | undefined): Step<Found> {
  if (!known || !near) return (known ?? near) as Found;
  const grades = known.grades.slice();
  for (let record = 0; record < grades.length; record++) {
    grades[record] = Math.max(grades[record] as number, near.grades[record] as number);
    if (record % RECORDS_AT_ONCE === 0) yield;
  }
  return { ...known, grades, terms: [...known.terms, ...near.terms] };
}

/**
 * Whether a letter that stands alone before other words is a word somewhere: the "u" of "u-boote" is
 * no beginning of "ukraine". The last letter may be half a word.
 */
function* holdsLetters(asked: readonly Clause[], { finder, isStop }: Scope): Step<boolean> {
  for (const { text } of asked.slice(0, -1)) {
    if (text.length > 1 || isStop(text)) continue;
    const found = yield* finder.word(text);
    if (!found?.sure) return false;
  }
  return true;
}

/** The words that are pieces of one: "x" and "men" of "x-men". */
function piecesOf(asked: readonly Clause[]): string[][] {
  const byStart = new Map<number, string[]>();
  for (const { start, text } of asked) byStart.set(start, [...(byStart.get(start) ?? []), text]);
  return [...byStart.values()].filter((pieces) => pieces.length > 1);
}

function* partly(
  words: string[],
  compounds: readonly string[][],
  phrases: Found[],
  scope: Scope,
): Step<Matches | undefined> {
  const founds = [...phrases];
  for (const term of words) {
    const found = yield* scope.finder.word(term);
    if (found?.sure && !compounds.some((pieces) => pieces.includes(term))) founds.push(found);
  }
  // Pieces of a word say what it says only together.
  for (const pieces of compounds) {
    const together: Found[] = [];
    for (const term of pieces.filter((piece) => words.includes(piece))) {
      const found = yield* scope.finder.word(term);
      if (found?.sure) together.push(found);
    }
    const isWhole = together.length === pieces.filter((piece) => words.includes(piece)).length;
    const [first, ...others] = together;
    const isAnywhere = first?.grades.some(
      (grade, record) => grade > 0 && others.every(({ grades }) => grades[record]),
    );
    if (isWhole && isAnywhere) founds.push(...together);
  }
  const asked = sum(phrases.map(({ letters }) => letters)) + sum(words.map(({ length }) => length));
  if (sum(founds.map(({ letters }) => letters)) < KNOWN_SHARE * asked) return undefined;
  return yield* answer({ how: 'partial', similar: [], founds, words }, scope, HELD_SHARE);
}

type Result = Pick<Matches, 'how' | 'similar'> & { founds: Found[]; words: string[] };

/** The answer, if any record holds at least `share` of what was found. */
function* answer(
  { how, similar, founds, words }: Result,
  scope: Scope,
  share = 1,
): Step<Matches | undefined> {
  const ranked = yield* rank(founds, words, scope, share);
  const terms = [...new Set(founds.flatMap((found) => found.terms))];
  return ranked.total > 0 ? { how, similar, terms, ranked } : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Takes away the records that hold a negated word or phrase. */
function* exclude(clauses: readonly Clause[], { allowed, finder }: Scope): Step<void> {
  for (const clause of clauses.filter(({ negated }) => negated)) {
    const { phrase, text } = clause;
    const found = phrase ? yield* finder.phrase(clause) : yield* finder.literally(text);
    // "!us" does not hide "usually".
    const least = !phrase && text.length < SHORT ? (WHOLE - 1) * LEVEL_SLOTS : 0;
    const grades = found?.grades ?? [];
    for (let record = 0; record < grades.length; record++) {
      if ((grades[record] as number) > least) allowed[record] = 0;
      if (record % RECORDS_AT_ONCE === 0) yield;
    }
  }
}

/** Keeps the records that hold all phrases, or passages near to them. */
function* findPhrases(
  clauses: readonly Clause[],
  { allowed, finder }: Scope,
): Step<{ phrases: Found[]; near: Similar[] } | undefined> {
  const phrases: Found[] = [];
  const near: Similar[] = [];
  for (const clause of clauses.filter(({ phrase, negated }) => phrase && !negated)) {
    let found = yield* finder.phrase(clause);
    if (!found || found.count === 0) {
      found = yield* finder.near(clause.text);
      if (!found) return undefined;
      near.push({ asked: clause.text, used: found.terms });
    }
    for (let record = 0; record < allowed.length; record++) {
      if (found.grades[record] === 0) allowed[record] = 0;
      if (record % RECORDS_AT_ONCE === 0) yield;
    }
    phrases.push(found);
  }
  return { phrases, near };
}

/**
 * The allowed records that hold at least `share` of the weight asked: first those that hold most,
 * of these those that hold it best; ties in the order of the records. Long and rare words weigh
 * more.
 */
function* rank(
  founds: readonly Found[],
  words: readonly string[],
  { records, allowed, limit }: Scope,
  share: number,
): Step<Ranked> {
  const size = records.length;
  const weights = founds.map(({ letters, count }) =>
    Math.ceil(letters * Math.log2(1 + size / Math.max(count, 1))),
  );
  const least = share * sum(weights);
  // Score and record in one number; when there is no more room, only the best are kept.
  const kept = Math.min(size, Math.max(limit, COMPARED));
  const keys = new Float64Array(kept + RECORDS_AT_ONCE);
  let used = 0;
  let total = 0;
  for (let record = 0; record < size; record++) {
    if (record % RECORDS_AT_ONCE === 0) yield;
    if (!allowed[record]) continue;
    let held = 0;
    let score = 0;
    for (let number = 0; number < founds.length; number++) {
      const grade = founds[number]?.grades[record] as number;
      if (grade === 0) continue;
      held += weights[number] as number;
      score += grade;
    }
    if (held < least) continue;
    total++;
    if (used === keys.length) {
      keys.sort().copyWithin(0, used - kept);
      used = kept;
    }
    keys[used++] = (held * 1024 + score) * size + (size - 1 - record);
  }
  const places = Array.from(keys.subarray(0, used).sort().reverse(), (key): Scored => {
    const record = size - 1 - (key % size);
    return { record, score: Math.floor(key / size) };
  });
  const top = together(places.slice(0, COMPARED), words, records);
  return { total, best: [...top, ...places.slice(COMPARED, kept)].slice(0, limit) };
}

/** Words that stand together as they were asked are as good as a level more for each. */
function together(
  places: Scored[],
  words: readonly string[],
  records: readonly SearchRecord[],
): Scored[] {
  if (words.length < 2) return places;
  const phrase = words.join(' ');
  return places
    .map((place) => {
      const near = records[place.record]?.text.includes(phrase) ? words.length : 0;
      return { ...place, score: place.score + near };
    })
    .sort((a, b) => b.score - a.score);
}
