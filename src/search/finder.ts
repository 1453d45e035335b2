/** Finds the records of one word or phrase. */
import { occurrences } from './fold.ts';
import type { Clause } from './query.ts';
import type { SearchRecord } from './records.ts';
import { LEVEL_SLOTS, WHOLE, type WordIndex, type WordMatch } from './words.ts';

/** Work that can be done in slices: it yields where it may be interrupted. */
export type Step<T> = Generator<void, T>;

/** What one word or phrase found. */
export type Found = {
  /** Per record 0, or how well it holds it: whole word, beginning, inside; then by level. */
  grades: Uint8Array;
  /** In how many records it is. */
  count: number;
  /** What to light up. */
  terms: string[];
  /** How many letters were asked for. */
  letters: number;
  /** Whether the corpus surely knows it: neither corrected nor a short beginning. */
  sure: boolean;
};

export type Finder = {
  /** The records that hold a word as it is asked; undefined if it is in nothing. */
  word: (term: string) => Step<Found | undefined>;
  /** The records that hold words near to a mistyped one. */
  similar: (term: string) => Step<Found | undefined>;
  phrase: (clause: Clause) => Step<Found | undefined>;
};

const CHUNK = 4096;
const CACHED = 32;
/** Fewer letters say little. */
export const SHORT = 4;

/** The cache outlives the finder: while one types, all words but the last stay the same. */
export function createFinder(
  records: readonly SearchRecord[],
  index: WordIndex,
  cache: Map<string, Found | undefined>,
): Finder {
  function* cached(key: string, steps: () => Step<Found | undefined>): Step<Found | undefined> {
    if (cache.has(key)) return cache.get(key);
    const found = yield* steps();
    if (cache.size >= CACHED) cache.delete(cache.keys().next().value as string);
    cache.set(key, found);
    return found;
  }

  function* grade(matches: readonly WordMatch[]): Step<Uint8Array> {
    const grades = new Uint8Array(records.length);
    let since = 0;
    for (const match of matches) {
      const postings = index.postings(match.word);
      for (const posting of postings) {
        const record = Math.floor(posting / LEVEL_SLOTS);
        const value = match.grade * LEVEL_SLOTS - (posting % LEVEL_SLOTS);
        if (value > (grades[record] as number)) grades[record] = value;
      }
      since += postings.length;
      if (since < CHUNK) continue;
      since = 0;
      yield;
    }
    return grades;
  }

  function* word(term: string): Step<Found | undefined> {
    const matches = (yield* index.matches(term)).filter(({ word }) => {
      const form = index.shown(word);
      // "natoeinladung" is found as "nato einladung" already.
      return form === undefined || occurrences(form, term).next().done;
    });
    const sure = term.length >= SHORT || matches.some(({ grade }) => grade === WHOLE);
    return matches.length === 0 ? undefined : yield* found(term, matches, [term], sure);
  }

  function* similar(term: string): Step<Found | undefined> {
    const matches = yield* index.nearest(term);
    const words = matches.map((match) => index.word(match.word));
    return matches.length === 0 ? undefined : yield* found(term, matches, words, false);
  }

  function* found(term: string, matches: WordMatch[], words: string[], sure: boolean): Step<Found> {
    const forms = matches.map((match) => index.shown(match.word));
    const terms = [...new Set([...words, ...forms.filter((form) => form !== undefined)])];
    const grades = yield* grade(matches);
    return { grades, count: countOf(grades), terms, letters: term.length, sure };
  }

  function* phrase({ text, open }: Clause): Step<Found | undefined> {
    const grades = new Uint8Array(records.length);
    const words: Uint8Array[] = [];
    for (const part of text.split(' ')) {
      const found = yield* cached(part, () => word(part));
      if (!found) return undefined;
      words.push(found.grades);
    }
    for (const [number, { text: lines }] of records.entries()) {
      if (number % CHUNK === 0) yield;
      if (!words.every((each) => each[number])) continue;
      const at = phraseAt(lines, text, open);
      if (at < 0) continue;
      const level = lines.slice(0, at).split('\n').length - 1;
      grades[number] = WHOLE * LEVEL_SLOTS - level;
    }
    return { grades, count: countOf(grades), terms: [text], letters: text.length, sure: true };
  }

  return {
    word: (term) => cached(term, () => word(term)),
    similar: (term) => cached(`~${term}`, () => similar(term)),
    phrase,
  };
}

function countOf(grades: Uint8Array): number {
  let count = 0;
  for (const grade of grades) if (grade > 0) count++;
  return count;
}

/** Where a phrase stands in a folded text, at whole words; an open one may end inside a word. */
function phraseAt(text: string, phrase: string, open: boolean): number {
  const isEdge = (at: number) => at < 0 || at >= text.length || /[ \n]/.test(text[at] as string);
  let at = text.indexOf(phrase);
  while (at >= 0 && !(isEdge(at - 1) && (open || isEdge(at + phrase.length)))) {
    at = text.indexOf(phrase, at + 1);
  }
  return at;
}
