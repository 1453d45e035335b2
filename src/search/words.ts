/**
 * The words of the corpus and the records they stand in. Fuse finds the words near to a mistyped one
 * among the words, not in the texts: there are far fewer of them, and they grow more slowly.
 */
import Fuse from 'fuse.js';
import { countsInside } from '../pack/fold.ts';
import { LEVELS, type SearchRecord } from './records.ts';
import type { Step } from './steps.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How well a word fits a term. */
export const INSIDE = 1;
export const BEGINNING = 2;
export const WHOLE = 3;

export type WordMatch = { word: number; grade: number };

/**
 * An inverted index as plain JSON, so that the build can make it. A word is known by its number; a
 * posting is `record * LEVEL_SLOTS + level`, the best level at which the record holds the word.
 */
export type WordTable = {
  /** All words, `BLOCK` of them in a text, each with a space before it. */
  blocks: readonly string[];
  /** Per word where its postings begin; at the end, where the last ones end. */
  starts: ArrayLike<number>;
  postings: ArrayLike<number>;
  /** Words that are only other forms of what stands in the texts. */
  shown: readonly (readonly [word: number, shown: string])[];
  /** The words of people's names. */
  names: readonly number[];
};

export type WordIndex = {
  word: (number: number) => string;
  /** What stands in the texts, for a word that is only another form of it. */
  shown: (number: number) => string | undefined;
  /** Where the postings of a word are among all postings. */
  range: (number: number) => [start: number, end: number];
  postings: ArrayLike<number>;
  /** Words that have the term as a whole, at the beginning or, if it is long enough, inside. */
  matches: (term: string) => Step<WordMatch[]>;
  /** Other forms of the term: "Drohung" for "Drohungen". */
  forms: (term: string) => Step<WordMatch[]>;
  /** The words that a mistyped term may mean. */
  nearest: (term: string) => Step<WordMatch[]>;
};

export const LEVEL_SLOTS = 8;
const CHUNK = 2000;
/** Counting the words of so many records is a step. */
const COUNTED_AT_ONCE = 20;
/** So many words handed to Fuse are a step. */
const COMPARED_AT_ONCE = 200;
/** A word that only begins near a term is farther from it by so much of Fuse's score. */
const BEGINNING_FARTHER = 0.1;
/** Words as near as this beside the nearest are meant as well. */
const AS_NEAR = 0.02;
/**
 * Words are kept as texts of so many: whether any of them holds a term is asked of all at once, and
 * only words of a text that does are taken apart.
 */
const BLOCK = 32;
/** Taking these apart is a step. */
const BLOCKS_AT_ONCE = 30;
/** Nobody mistypes a word this long; it is pasted. */
const LONGEST = 40;
const MOST_NEAREST = 8;
/**
 * Shorter terms are near to many words: they may only mean titles, names and keywords of scenarios,
 * or a word that a slip of the fingers makes them. "Drohnen" and "Drohne" are no "drohen".
 */
const SHORT_TERM = 8;
/** Still shorter ones only the former. */
const NO_SLIP = 6;
const NAMED = LEVELS.indexOf('name');
/** From so many letters on, a term may have two errors. */
const LONG = 8;

/** A word as Fuse's index holds it: value, number, norm. */
type Entry = { v: string; i: number; n: number };

/** Makes the table in steps. */
export function* buildWordTable(records: readonly SearchRecord[]): Step<WordTable> {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const lists: number[][] = [];
  const shown = new Map<number, string>();
  const names = new Set<number>();
  const post = (word: string, record: number, level: number): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.push(word) - 1;
      numbers.set(word, number);
      lists.push([]);
    }
    const list = lists[number] as number[];
    const last = list.at(-1);
    // Lines come heaviest first, so that the first level of a word is its best.
    if (last === undefined || last < record * LEVEL_SLOTS) list.push(record * LEVEL_SLOTS + level);
    return number;
  };
  for (const [record, { type, text, forms }] of records.entries()) {
    for (const [level, line] of text.split('\n').entries()) {
      const named = type === 'person' && level <= LEVELS.indexOf('name');
      for (const word of line === '' ? [] : line.split(' ')) {
        const number = post(word, record, level);
        if (named) names.add(number);
      }
    }
    for (const [form, base] of Object.entries(forms ?? {})) {
      shown.set(post(form, record, levelAt(text, text.indexOf(base))), base);
    }
    if (record % COUNTED_AT_ONCE === 0) yield;
  }
  const starts = new Uint32Array(words.length + 1);
  for (const [word, list] of lists.entries())
    starts[word + 1] = (starts[word] as number) + list.length;
  const postings = new Uint32Array(starts[words.length] as number);
  for (const [word, list] of lists.entries()) {
    postings.set(list, starts[word]);
    if (word % CHUNK === 0) yield;
  }
  const blocks: string[] = [];
  for (let at = 0; at < words.length; at += BLOCK) {
    blocks.push(` ${words.slice(at, at + BLOCK).join(' ')}`);
    if (at % CHUNK < BLOCK) yield;
  }
  return { blocks, starts, postings, shown: [...shown], names: [...names] };
}

/** Opens a table for look-ups. */
export function openWordIndex(
  { blocks, starts, postings, ...table }: WordTable,
  { stems, isForm }: Pick<Vocabulary, 'stems' | 'isForm'>,
): WordIndex {
  const shown = new Map(table.shown);
  const names = new Set(table.names);
  const words = openBlocks(blocks);
  /** The best level at which any record holds a word. */
  const levelsOf = (word: number): number => {
    let best = LEVEL_SLOTS;
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at++) {
      best = Math.min(best, (postings[at] as number) % LEVEL_SLOTS);
    }
    return best;
  };
  return {
    word: (number) => words.entry(number).v,
    shown: (number) => shown.get(number),
    range: (number) => [starts[number] as number, starts[number + 1] as number],
    postings,
    matches: termMatcher(words),
    *forms(term) {
      const left = stems(term);
      const candidates = yield* words.around(` ${left.at(-1)}`);
      return candidates
        .filter(({ v }) => !v.startsWith(term) && isForm(v, left))
        .map(({ i }) => ({ word: i, grade: BEGINNING }));
    },
    *nearest(term) {
      const initial = term[0] as string;
      const candidates = yield* words.around(` ${initial}`);
      const isNamed = ({ i }: Entry) => levelsOf(i) <= NAMED;
      const alike = candidates.filter(
        (entry) =>
          entry.v.startsWith(initial) &&
          (term.length >= SHORT_TERM ||
            (term.length >= NO_SLIP && isSlip(term, entry.v)) ||
            isNamed(entry)),
      );
      return yield* nearestWords(term, alike, names);
    },
  };
}

type Words = {
  entry: (number: number) => Entry;
  /** The words of the blocks that hold a text: all that have it are among them. */
  around: (text: string) => Step<readonly Entry[]>;
};

function openBlocks(blocks: readonly string[]): Words {
  const opened: Entry[][] = [];
  const entries = (number: number): Entry[] => {
    opened[number] ??= (blocks[number] as string)
      .slice(1)
      .split(' ')
      .map((v, at) => ({ v, i: number * BLOCK + at, n: 1 }));
    return opened[number];
  };
  return {
    entry: (number) => entries(Math.floor(number / BLOCK))[number % BLOCK] as Entry,
    *around(text) {
      const found: Entry[] = [];
      for (const [number, block] of blocks.entries()) {
        if (number % BLOCKS_AT_ONCE === 0) yield;
        if (block.includes(text)) found.push(...entries(number));
      }
      return found;
    },
  };
}

/** The level of a place in a record's text. */
export const levelAt = (text: string, at: number): number =>
  text.slice(0, at).split('\n').length - 1;

function termMatcher(words: Words): WordIndex['matches'] {
  return function* matches(term) {
    const isInside = countsInside(term);
    const candidates = yield* words.around(isInside ? term : ` ${term}`);
    return candidates
      .filter(({ v }) => (isInside ? v.includes(term) : v.startsWith(term)))
      .map(({ v, i }) => ({ word: i, grade: gradeOf(v, term) }));
  };
}

function gradeOf(word: string, term: string): number {
  if (word === term) return WHOLE;
  return word.startsWith(term) ? BEGINNING : INSIDE;
}

/** How many errors a term may have: too short, it would be like many words. */
function errorsAllowed({ length }: string): number {
  if (length < 5 || length > LONGEST) return 0;
  return length < LONG ? 1 : 2;
}

/** Whether a term of this length may be a mistyped beginning; short ones only of a name. */
const mayGoOn = ({ length }: string, name: boolean): boolean => length >= (name ? 6 : 7);

/**
 * The words nearest to a term that is in nothing: those with the fewest errors, whole words before
 * beginnings. The shorter the term, the less is allowed: "trump" means no "Truppen".
 */
function* nearestWords(
  term: string,
  candidates: readonly Entry[],
  names: ReadonlySet<number>,
): Step<WordMatch[]> {
  const allowed = errorsAllowed(term);
  if (allowed === 0) return [];
  const letters = sorted(term);
  const { fuse, index } = fuseFor(allowed / term.length);
  const found: { match: WordMatch; far: number }[] = [];
  const add = ({ v, i }: Entry, score: number) => {
    const isWhole = Math.abs(v.length - term.length) <= allowed;
    // Two errors are believed only behind a beginning that agrees: "inflation" is no "isolation".
    if (score > 1.5 / term.length && v.slice(0, 2) !== term.slice(0, 2)) return;
    // What the term begins is no correction of it.
    if (v.startsWith(term) || !(isWhole || mayGoOn(term, names.has(i)))) return;
    const match = { word: i, grade: isWhole ? WHOLE : BEGINNING };
    found.push({ match, far: isWhole ? score : score + BEGINNING_FARTHER });
  };
  const long = candidates.filter(({ v }) => v.length >= term.length - allowed);
  for (let at = 0; at < long.length; at += COMPARED_AT_ONCE) {
    const some = long.slice(at, at + COMPARED_AT_ONCE);
    index.setIndexRecords(some.map((entry, number) => ({ ...entry, i: number })));
    for (const { refIndex, score = 0 } of fuse.search(term)) add(some[refIndex] as Entry, score);
    // A letter at the wrong place is one error, however far it went; to Fuse it is two.
    const moved = some.filter(({ v }) => v.length === term.length && sorted(v) === letters);
    for (const entry of moved) add(entry, 1 / term.length);
    yield;
  }
  const best = Math.min(...found.map(({ far }) => far));
  const near = found.filter(({ far }) => far <= best + AS_NEAR).map(({ match }) => match);
  return [...new Map(near.map((match) => [match.word, match])).values()].slice(0, MOST_NEAREST);
}

/** Whether letters are only doubled or changed places, and not those of an ending: "revegne". */
const isSlip = (term: string, word: string): boolean =>
  undoubled(term) === undoubled(word) ||
  (term.at(-1) === word.at(-1) && sorted(term) === sorted(word));

const undoubled = (word: string): string => word.replace(/(.)\1/g, '$1');

const sorted = (word: string): string => [...word].sort().join('');

/** Fuse for single words: errors anywhere in them, as many as `threshold` allows. */
function fuseFor(threshold: number) {
  const options = {
    includeScore: true,
    isCaseSensitive: true,
    // Bitap counts an error as its share of the letters; a little more takes rounding in.
    threshold: threshold + 0.001,
    // An error is worse than standing a few letters further in.
    distance: 10_000,
    ignoreFieldNorm: true,
    shouldSort: false,
  };
  const fuse = new Fuse<string>([''], options);
  return { fuse, index: fuse.getIndex() };
}
