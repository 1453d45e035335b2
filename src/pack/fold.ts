/**
 * Folding: the one form in which texts and queries are compared. Lower case, without diacritics
 * (NFKD; vowel signs stay), ß as ss, without apostrophes, 10.000 as 10000, and everything that is neither letter nor
 * digit as one space. An offset map leads back to the original letters.
 */

import { once } from './once.ts';

/** A folded text and, for each of its UTF-16 units, the original letters it came from. */
type Folded = {
  folded: string;
  /** Per folded unit: the UTF-16 index in the original at which its letter begins. */
  map: number[];
  /** Per folded unit: the UTF-16 index one past its letter, combining marks included. */
  ends: number[];
};

/** Inside a word only terms of at least this many letters count: "rain" is not in "Ukraine". */
export const INSIDE_MIN = 5;
/** Han and kana: no blank tells where a word begins, and one or two of them are one. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Whether a folded term counts inside a word as well. */
export function countsInside(term: string): boolean {
  return term.length >= INSIDE_MIN || UNSPACED.test(term);
}

// Functions, as setting up a pattern with Unicode properties takes V8 a millisecond.
/** Where marks are vowels, not accents: the scripts of India and South East Asia, but for the nukta. */
const VOWEL_SIGNS = '(?=[\\u0900-\\u109F\\u1780-\\u17FF])(?![\\u093C\\u09BC\\u0A3C\\u0ABC\\u0B3C])';
const dropped = once(() => new RegExp(`^(?!${VOWEL_SIGNS})[\\p{M}\\p{Cf}'’‘ʼʹ′\`´＇]$`, 'u'));
const letter = once(() => new RegExp(`^(?:[\\p{L}\\p{N}]|${VOWEL_SIGNS}\\p{M})$`, 'u'));
const mark = () => /^\p{M}$/u;
const GROUPED = /(?<!\d)\d{1,3}(?:[.,'’\u2009\u202f]\d{3})+(?!\d)/g;
const ASCII = /^[\x00-\x7f]*$/;
/** A Latin letter and what NFKD took off it: told without those patterns. */
const ACCENTED = /^([a-z])[\u0300-\u036f]+$/;
/** Letters that NFKD leaves whole. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
/**
 * What nearly all texts consist of, folded beforehand: the patterns above take longer to compile
 * than a search takes.
 */
export const COMMON: ReadonlyMap<string, string> = new Map([
  ...[...'abcdefghijklmnopqrstuvwxyz0123456789'].map((char) => [char, char] as const),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((char) => [char, char.toLowerCase()] as const),
  ...[...' \n.,:;!?()[]/|-–—…·„“”«»"&%'].map((char) => [char, char === '…' ? '   ' : ' '] as const),
  ...[..."'’‘"].map((char) => [char, ''] as const),
  ...([
    ['ä', 'a'],
    ['ö', 'o'],
    ['ü', 'u'],
    ['Ä', 'a'],
    ['Ö', 'o'],
    ['Ü', 'u'],
    ['ß', 'ss'],
    ['é', 'e'],
  ] as const),
]);
const foldedChars = new Map(COMMON);

/** One code point folded: letters, a space for what separates words, or nothing. */
function foldChar(char: string): string {
  let out = foldedChars.get(char);
  if (out === undefined) {
    const parts = char.normalize('NFKD').toLowerCase();
    out = ACCENTED.exec(parts)?.[1] ?? '';
    if (out === '' && !dropped().test(char)) {
      for (const part of parts) {
        if (dropped().test(part)) continue;
        out += letter().test(part) ? (SPELLED[part] ?? part) : ' ';
      }
    }
    foldedChars.set(char, out);
  }
  return out;
}

/** The indexes of the marks that group digits in thousands. */
function groupingMarks(text: string): Set<number> {
  const marks = new Set<number>();
  for (const { 0: number, index } of text.matchAll(GROUPED)) {
    for (let at = 0; at < number.length; at++) {
      if (!/\d/.test(number[at] as string)) marks.add(index + at);
    }
  }
  return marks;
}

/** `text` folded, with the way back to the original. Offsets are UTF-16 indexes. */
export function fold(text: string): Folded {
  const grouping = groupingMarks(text);
  const map: number[] = [];
  const ends: number[] = [];
  const units: string[] = [];
  let end = 0;
  for (let start = 0; start < text.length; start = end) {
    end = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
    const char = end - start === 1 ? (text[start] as string) : text.slice(start, end);
    const common = COMMON.get(char);
    const last = units.length - 1;
    const isAfterLetter = ends[last] === start && units[last] !== ' ';
    if (common === undefined && isAfterLetter && mark().test(char)) ends[last] = end;
    const out = grouping.has(start) ? '' : (common ?? foldChar(char));
    for (let at = 0; at < out.length; at++) {
      const unit = out[at] as string;
      if (unit === ' ' && (units.at(-1) ?? ' ') === ' ') continue;
      units.push(unit);
      map.push(start);
      ends.push(end);
    }
  }
  if (units.at(-1) === ' ') for (const list of [units, map, ends]) list.pop();
  return { folded: units.join(''), map, ends };
}

/**
 * Where a folded term stands in a folded text: at the beginning of a word, or, if it is long
 * enough, anywhere.
 */
export function* occurrences(folded: string, term: string): Generator<number> {
  if (term === '') return;
  if (countsInside(term)) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) yield at;
    return;
  }
  if (folded.startsWith(term)) yield 0;
  const begun = ` ${term}`;
  for (let at = folded.indexOf(begun); at >= 0; at = folded.indexOf(begun, at + 1)) yield at + 1;
}

/** `fold(text).folded`, cheaper. */
export function foldText(text: string): string {
  const joined = text.replace(GROUPED, (number) => number.replace(/\D/g, ''));
  const spelled = ASCII.test(joined) ? joined : joined.replace(/[^\x00-\x7f]/gu, foldChar);
  return spelled
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[\x00-\x2f\x3a-\x60\x7b-\x7f]+/g, ' ')
    .trim();
}
