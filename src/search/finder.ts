/** Finds the records of one word or phrase. */
import { occurrences } from '../pack/fold.ts';
import { nearPhrase } from './near-phrase.ts';
import type { Clause } from './query.ts';
import type { SearchRecord } from './records.ts';
import { RECORDS_AT_ONCE, type Step } from './steps.ts';
import type { Synonyms } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  BEGINNING,
  INSIDE,
  LEVEL_SLOTS,
  levelAt,
  WHOLE,
  type WordIndex,
  type WordMatch,
} from './words.ts';

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
  /**
   * The records that hold a word: as it is asked, in another form, or as the pack calls it, too;
   * undefined if it is in nothing.
   */
  word: (term: string) => Step<Found | undefined>;
  /** Those that hold it as it is asked. */
  literally: (term: string) => Step<Found | undefined>;
  /** The records that hold words near to a mistyped one. */
  similar: (term: string) => Step<Found | undefined>;
  phrase: (clause: Clause) => Step<Found | undefined>;
  /** Records with a passage near to a phrase that is in none; `terms` are those passages. */
  near: (phrase: string) => Step<Found | undefined>;
};

const CACHED = 64;
/** Fewer letters say little. */
export const SHORT = 4;

/** The cache outlives the finder: while one types, all words but the last stay the same. */
export function createFinder(
  records: readonly SearchRecord[],
  index: WordIndex,
  cache: Map<string, Found | undefined>,
  synonyms: Synonyms,
  vocabulary: Vocabulary,
): Finder {
  function* cached(key: string, steps: () => Step<Found | undefined>): Step<Found | undefined> {
    if (cache.has(key)) return cache.get(key);
    const found = yield* steps();
    if (cache.size >= CACHED) cache.delete(cache.keys().next().value as string);
    cache.set(key, found);
    return found;
  }

  function* grade(matches: readonly WordMatch[]): Step<Pick<Found, 'grades' | 'count'>> {
    const grades = new Uint8Array(records.length);
    let count = 0;
    let since = 0;
    for (const match of matches) {
      const [start, end] = index.range(match.word);
      for (let at = start; at < end; at++) {
        const posting = index.postings[at] as number;
        const record = Math.floor(posting / LEVEL_SLOTS);
        const value = match.grade * LEVEL_SLOTS - (posting % LEVEL_SLOTS);
        const known = grades[record] as number;
        if (known === 0) count++;
        if (value > known) grades[record] = value;
      }
      since += 1 + end - start;
      if (since < RECORDS_AT_ONCE) continue;
      since = 0;
      yield;
    }
    return { grades, count };
  }

  function* literally(term: string): Step<Found | undefined> {
    const matches = yield* index.matches(term);
    return yield* found(term, matches, [term], isSure(term, matches));
  }

  function* word(term: string): Step<Found | undefined> {
    const isPhrase = term.includes(' ');
    const matches = isPhrase ? [] : yield* index.matches(term);
    const forms = isPhrase ? [] : yield* index.forms(term);
    const shown = [term, ...forms.map((form) => index.word(form.word))];
    const phrases: Found[] = [];
    for (const other of [...(isPhrase ? [term] : []), ...synonyms(term)]) {
      if (other.includes(' ')) {
        const held = yield* cached(`"${other}"`, () => phrase({ text: other, open: true }));
        if (held && held.count > 0) phrases.push(held);
        continue;
      }
      const stems = vocabulary.stems(other);
      // A longer word that begins with another word for it may mean something else: "Kampfjet".
      const within = (yield* index.matches(other)).map((match) => {
        const isIt = match.grade === WHOLE || vocabulary.isForm(index.word(match.word), stems);
        return { ...match, grade: isIt ? BEGINNING : INSIDE };
      });
      const others = [...within, ...(yield* index.forms(other))];
      if (others.length > 0) shown.push(other);
      forms.push(...others);
    }
    const all = [...matches, ...forms];
    const one = yield* found(term, all, shown, isSure(term, all));
    return phrases.reduce((joined, held) => joinFound(joined, held, term), one);
  }

  const isSure = (term: string, matches: readonly WordMatch[]): boolean =>
    term.length >= SHORT || matches.some(({ grade }) => grade === WHOLE);

  function* similar(term: string): Step<Found | undefined> {
    const matches = yield* index.nearest(term);
    const words = matches.map((match) => index.word(match.word));
    return yield* found(term, matches, words, false);
  }

  function* found(
    term: string,
    matches: readonly WordMatch[],
    words: readonly string[],
    sure: boolean,
  ): Step<Found | undefined> {
    if (matches.length === 0) return undefined;
    const terms = new Set(words);
    for (const [number, { word }] of matches.entries()) {
      if (number % RECORDS_AT_ONCE === 0) yield;
      const form = index.shown(word);
      // "nato", found in "natoeinladung", stands in "nato einladung" itself.
      if (form !== undefined && occurrences(form, term).next().done) terms.add(form);
    }
    return { ...(yield* grade(matches)), terms: [...terms], letters: term.length, sure };
  }

  function* phrase({ text, open }: Pick<Clause, 'text' | 'open'>): Step<Found | undefined> {
    if (!text.includes(' ')) return yield* oneWord(text, open);
    const grades = new Uint8Array(records.length);
    let count = 0;
    const words: Uint8Array[] = [];
    for (const part of text.split(' ')) {
      const found = yield* cached(`=${part}`, () => literally(part));
      if (!found) return undefined;
      words.push(found.grades);
    }
    for (let record = 0; record < records.length; record++) {
      if (record % RECORDS_AT_ONCE === 0) yield;
      if (!words.every((each) => each[record])) continue;
      const lines = records[record]?.text ?? '';
      const at = phraseAt(lines, text, open);
      if (at < 0) continue;
      grades[record] = WHOLE * LEVEL_SLOTS - levelAt(lines, at);
      count++;
    }
    return { grades, count, terms: [text], letters: text.length, sure: true };
  }

  /** A phrase of one word: the index knows where it stands, no text need be read. */
  function* oneWord(text: string, open: boolean): Step<Found | undefined> {
    const matches = yield* index.matches(text);
    const fitting = matches.filter(
      ({ word, grade }) =>
        (grade === WHOLE || (open && grade === BEGINNING)) && index.shown(word) === undefined,
    );
    const { grades, count } = yield* grade(fitting.map(({ word }) => ({ word, grade: WHOLE })));
    if (count === 0 && matches.length === 0) return undefined;
    return { grades, count, terms: [text], letters: text.length, sure: true };
  }

  return {
    word: (term) => cached(term, () => word(term)),
    literally: (term) => cached(`=${term}`, () => literally(term)),
    similar: (term) => cached(`~${term}`, () => similar(term)),
    phrase,
    near: (text) =>
      cached(`"${text}`, () =>
        nearPhrase(text, records, vocabulary, function* (word) {
          return (
            (yield* cached(`=${word}`, () => literally(word))) ??
            (yield* cached(`~${word}`, () => similar(word)))
          );
        }),
      ),
  };
}

/** What a word found, and with it what a phrase did that the pack takes for the same. */
function joinFound(one: Found | undefined, phrase: Found, term: string): Found {
  const grades = one ? one.grades.slice() : new Uint8Array(phrase.grades.length);
  let count = one?.count ?? 0;
  for (let record = 0; record < grades.length; record++) {
    const held = phrase.grades[record] as number;
    if (held === 0) continue;
    const known = grades[record] as number;
    if (known === 0) count++;
    // Words that mean the same are worth a little less than the word.
    if (held - LEVEL_SLOTS > known) grades[record] = held - LEVEL_SLOTS;
  }
  const terms = [...(one?.terms ?? [term]), ...phrase.terms];
  return { grades, count, terms, letters: term.length, sure: true };
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
