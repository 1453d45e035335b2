/**
 * The words of the corpus and the records they stand in. Fuse looks terms up among the words, not
 * in the texts: there are far fewer of them, and they grow more slowly than the texts do.
 */
import Fuse from 'fuse.js';
import { INSIDE_MIN } from '../pack/fold.ts';
import { isForm, stemsOf } from './forms.ts';
import { LEVELS, type SearchRecord } from './records.ts';
import type { Step } from './steps.ts';

/** How well a word fits a term. */
const INSIDE = 1;
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
const MATCHED_AT_ONCE = 400;
/** Comparing letters takes ten times as long as looking for them. */
const COMPARED_AT_ONCE = 200;
/**
 * Words are kept as texts of so many: whether any of them holds a term is asked of all at once,
 * and only words of a text that does are taken apart and handed to Fuse.
 */
const BLOCK = 32;
/** Taking these apart is a step. */
const BLOCKS_AT_ONCE = 30;
/** Nobody mistypes a word this long; it is pasted. */
const LONGEST = 40;
const MOST_NEAREST = 8;
/** Shorter terms are near to many words; they may only mean titles, names and keywords of scenarios. */
const SHORT_TERM = 6;
const NAMED = LEVELS.indexOf('name');
/** From so many letters on, a term may have two errors. */
const LONG = 8;

/** A word as Fuse's index holds it: value, number, norm. */
type Entry = { v: string; i: number; n: number };

const OPTIONS = {
  useExtendedSearch: true,
  isCaseSensitive: true,
  ignoreLocation: true,
  threshold: 0,
  shouldSort: false,
};

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
export function openWordIndex({ blocks, starts, postings, ...table }: WordTable): WordIndex {
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
      const stems = stemsOf(term);
      const candidates = yield* words.around(` ${stems.at(-1)}`);
      return candidates
        .filter(({ v }) => !v.startsWith(term) && isForm(v, stems))
        .map(({ i }) => ({ word: i, grade: BEGINNING }));
    },
    *nearest(term) {
      const initial = term[0] as string;
      const candidates = yield* words.around(` ${initial}`);
      const isNamed = ({ i }: Entry) => levelsOf(i) <= NAMED;
      const alike = candidates.filter(
        (entry) => entry.v.startsWith(initial) && (term.length >= SHORT_TERM || isNamed(entry)),
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
  const index = Fuse.parseIndex<string>({ keys: [], records: [] });
  const fuse = new Fuse<string>([''], OPTIONS, index);
  return function* matches(term) {
    const inside = term.length >= INSIDE_MIN;
    const candidates = yield* words.around(inside ? term : ` ${term}`);
    const pattern = `${inside ? "'" : '^'}${term}`;
    const graded: WordMatch[] = [];
    for (let at = 0; at < candidates.length; at += MATCHED_AT_ONCE) {
      index.setIndexRecords(candidates.slice(at, at + MATCHED_AT_ONCE));
      for (const { refIndex } of fuse.search(pattern)) {
        graded.push({ word: refIndex, grade: gradeOf(words.entry(refIndex).v, term) });
      }
      yield;
    }
    return graded;
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
 * The words nearest to a term that is in nothing: those with the fewest errors, whole words
 * before beginnings. The shorter the term, the less is allowed: "trump" means no "Truppen".
 */
function* nearestWords(
  term: string,
  candidates: readonly Entry[],
  names: ReadonlySet<number>,
): Step<WordMatch[]> {
  const allowed = errorsAllowed(term);
  const letters = sorted(term);
  let best = allowed * 2 + 1;
  let found: WordMatch[] = [];
  for (const [number, { v: word, i }] of (allowed > 0 ? candidates : []).entries()) {
    if (number % COMPARED_AT_ONCE === 0) yield;
    if (word.length < term.length - allowed) continue;
    const name = names.has(i);
    const strict = term.length < LONG && !name;
    let { whole, beginning } = distances(term, word, allowed, strict);
    // What the term begins is no correction of it.
    if (beginning === 0) continue;
    // A letter at the wrong place is one error, however far it went.
    if (beginning > 1 && sorted(word.slice(0, term.length)) === letters) {
      beginning = 1;
      if (word.length === term.length) whole = 1;
    }
    const far = Math.min(whole * 2, beginning === 1 && mayGoOn(term, name) ? 3 : Infinity);
    if (far > best) continue;
    if (far < best) found = [];
    best = far;
    found.push({ word: i, grade: far % 2 === 0 ? WHOLE : BEGINNING });
  }
  return found.slice(0, MOST_NEAREST);
}

const sorted = (word: string): string => [...word].sort().join('');

/** Letters that are taken for one another by ear; by finger, neighbours in a row of keys. */
const SOUNDS = ['aeiouy', 'bpvfw', 'cgkqsxz', 'dt', 'mn', 'ij'];
const ROWS = ['qwertzuiop', 'qwertyuiop', 'asdfghjkl', 'yxcvbnm', 'zxcvbnm'];

const alike = (a: string, b: string): boolean =>
  SOUNDS.some((letters) => letters.includes(a) && letters.includes(b)) ||
  ROWS.some((row) => row.includes(a + b) || row.includes(b + a));

/**
 * Optimal string alignment distance (a swap of neighbours is one error) of `term` from `word`
 * and from the nearest beginning of `word`; more than `allowed` is only known to be more. When
 * `strict`, a letter in place of an unlike one counts as two errors.
 */
export function distances(
  term: string,
  word: string,
  allowed: number,
  strict = false,
): { whole: number; beginning: number } {
  const width = Math.min(word.length, term.length + allowed);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= term.length; row++) {
    const letter = term[row - 1] as string;
    const next = [row];
    for (let at = 1; at <= width; at++) {
      const other = word[at - 1] as string;
      const replacing = letter === other ? 0 : strict && !alike(letter, other) ? 2 : 1;
      let errors = Math.min(
        (last[at] as number) + 1,
        (next[at - 1] as number) + 1,
        (last[at - 1] as number) + replacing,
      );
      const swapped = row > 1 && letter === word[at - 2] && term[row - 2] === other;
      if (swapped) errors = Math.min(errors, (before[at - 2] as number) + 1);
      next.push(errors);
    }
    if (Math.min(...next) > allowed) return { whole: allowed + 1, beginning: allowed + 1 };
    before = last;
    last = next;
  }
  const whole = width === word.length ? (last[width] as number) : allowed + 1;
  return { whole, beginning: Math.min(...last) };
}
