/**
 * An article as somebody marks it who reads it: paragraphs by their numbers, passages by their
 * first and last words, quotes by the quotation marks around them.
 */
import { fold, foldText } from '../pack/fold.ts';
import type { Source } from '../pack/schema.ts';
import { type Marks, marksOf } from './marks.ts';
import { indexWords, type NearestPassage, nearestPassage, type WordPlaces } from './near.ts';
import { type Quotation, readQuotations, type Units } from './quotations.ts';
import { spokenPart } from './spoken.ts';
import { countBelow, indexesOf, openText, type Text, type TextRange } from './text.ts';
import { type Plain, plainTypography } from './typography.ts';

/** Words inside quotation marks; of a quotation of several paragraphs, those of one. */
export type Quoted = TextRange & { isDoubtful: boolean };

/** Why words cannot be shown as quoted. */
export type Objection =
  | { kind: 'empty' }
  /** They stand outside the quotation marks. */
  | { kind: 'outside' }
  /** They begin or end inside a word, which is told. */
  | { kind: 'cut'; word: string }
  /** They hold a mark that has no partner among them. */
  | { kind: 'mark'; mark: string }
  /** Their marks cannot be told apart from others beside them. */
  | { kind: 'doubt' }
  /** Spaces before the first word or after the last are none of the words. */
  | { kind: 'space' };

export type Article = Text & {
  marks: Marks;
  /** Lines with something on them, without the spaces around. */
  paragraphs: readonly TextRange[];
  /**
   * What a mark can mean: `3` or `2-4` are paragraphs; `First words … last words` (or `...`) a
   * passage; anything else the words of the passage themselves. Spaces, case, accents and
   * punctuation need not be as in the text.
   */
  passages(mark: string): TextRange[];
  /** What is quoted within a place, each quotation and paragraph apart, in the order of the text. */
  quotesIn(place: TextRange): Quoted[];
  /** Where words stand within a place: to the character if they do, else as in `passages`. */
  find(words: string, place: TextRange): TextRange[];
  /** Where words stand to the code point; of very many places the first ones. */
  exact(words: string): TextRange[];
  /** Where words stand that differ in case, accents, spaces and punctuation only. */
  alike(words: string): TextRange[];
  /** Where words stand that differ in typography only: kinds of marks, dashes, spaces. */
  typographic(words: string): TextRange[];
  /** The passage nearest to words that stand nowhere in it, and what differs. */
  near(words: string): NearestPassage | undefined;
  /** What keeps the words at a place from being a quote of this article; undefined if nothing does. */
  objection(place: TextRange): Objection | undefined;
};

/** More places than these are one too many all the same. */
const MOST_PLACES = 200;

/** @param source its quotation marks and language; the text's own marks where it names none */
export function openArticle(units: string, source: Pick<Source, 'marks' | 'language'>): Article {
  const text = openText(units);
  const marks = marksOf(source, units);
  const paragraphs = linesOf(text);
  let known: Quotes | undefined;
  const quotes = () => (known ??= readQuotes(text, marks));
  let folding: ReturnType<typeof fold> | undefined;
  const folded = () => (folding ??= fold(units));
  const everywhere = { start: 0, end: text.length };

  const exact = (words: string): TextRange[] => {
    const found: TextRange[] = [];
    for (const at of indexesOf(units, words)) {
      found.push({ start: text.pointAt(at), end: text.pointAt(at + words.length) });
      if (found.length >= MOST_PLACES) break;
    }
    return found;
  };
  const alike = (words: string): TextRange[] => {
    const wanted = foldText(words);
    const { folded: all, map, ends } = folded();
    if (wanted === '') return [];
    return [...indexesOf(` ${all} `, ` ${wanted} `)].map((at) => ({
      start: text.pointAt(map[at] as number),
      end: text.pointAt(ends[at + wanted.length - 1] as number),
    }));
  };
  const within = (places: readonly TextRange[], { start, end }: TextRange) =>
    places.filter((place) => place.start >= start && place.end <= end);
  const find = (words: string, place: TextRange): TextRange[] => {
    if (foldText(words) === '') return [];
    const from = text.unitAt(place.start);
    const exact = [...indexesOf(text.slice(place), words)].map((at) => ({
      start: text.pointAt(from + at),
      end: text.pointAt(from + at + words.length),
    }));
    return exact.length > 0 ? exact : within(alike(words), place);
  };
  const between = (first: string, last: string): TextRange[] => {
    const ends = alike(last);
    return alike(first).flatMap(({ start }) => {
      const end = ends.find((one) => one.start >= start);
      return end ? [{ start, end: end.end }] : [];
    });
  };
  const numbered = (from: number, to: number): TextRange[] => {
    const [first, last] = [paragraphs[from - 1], paragraphs[to - 1]];
    return first && last && from <= to ? [{ start: first.start, end: last.end }] : [];
  };
  const withMarks = ({ start, end }: TextRange): TextRange => {
    let [from, to] = [text.unitAt(start), text.unitAt(end)];
    while (from > 0 && OPENING.test(units[from - 1] as string)) from -= 1;
    while (to < units.length && CLOSING.test(units[to] as string)) to += 1;
    return { start: text.pointAt(from), end: text.pointAt(to) };
  };

  let plain: Plain | undefined;
  let words: WordPlaces | undefined;
  const article: Article = {
    ...text,
    marks,
    paragraphs,
    typographic(wanted) {
      const sought = plainTypography(wanted.trim()).plain;
      plain ??= plainTypography(units);
      const { plain: all, starts, ends } = plain;
      return [...indexesOf(all, sought)].map((at) => ({
        start: text.pointAt(starts[at] as number),
        end: text.pointAt(ends[at + sought.length - 1] as number),
      }));
    },
    near(wanted) {
      words ??= indexWords(units);
      return nearestPassage(wanted, article, words);
    },
    find,
    exact,
    alike,
    quotesIn(place) {
      const parts =
        marks === 'none'
          ? within(spokenIn(text, paragraphs, place), everywhere)
          : quotes().in(place);
      return parts
        .map((part) => ({
          start: Math.max(place.start, part.start),
          end: Math.min(place.end, part.end),
          isDoubtful: 'isDoubtful' in part && part.isDoubtful === true,
        }))
        .filter((part) => part.start < part.end && text.slice(part).trim() !== '');
    },
    passages(mark) {
      const [, from, to = from] = /^\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*$/.exec(mark) ?? [];
      if (from !== undefined) return numbered(Number(from), Number(to));
      const [first = '', ...rest] = mark.split(/\s*(?:…|\.\.\.)\s*/);
      const last = rest.at(-1);
      return (last ? between(first, last) : alike(first)).map(withMarks);
    },
    objection(place) {
      const words = text.slice(place);
      if (words.trim() === '') return { kind: 'empty' };
      if (words !== words.trim()) return { kind: 'space' };
      const range = { start: text.unitAt(place.start), end: text.unitAt(place.end) };
      if (marks === 'none') return cutWord(units, range, -1, -1);
      return quotes().objection(range);
    },
  };
  return article;
}

/** What opens before the first word of a passage, and what closes after its last. */
const OPENING = /[«»„“”"‚‘'‹›「『《〈([]/u;
const CLOSING = /[«»„“”"‚‘’'‹›」』》〉)\].,;:!?…。、，！？]/u;

function linesOf(text: Text): TextRange[] {
  return [...text.units.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    return start < end ? [{ start: text.pointAt(start), end: text.pointAt(end) }] : [];
  });
}

/** Where all is speech: the paragraphs of a place, without the names that they begin with. */
function spokenIn(text: Text, paragraphs: readonly TextRange[], place: TextRange): TextRange[] {
  return paragraphs
    .filter(({ start, end }) => start < place.end && end > place.start)
    .map((paragraph) => {
      const skipped = spokenPart(text.slice(paragraph));
      return {
        start: paragraph.start + [...text.slice(paragraph).slice(0, skipped)].length,
        end: paragraph.end,
      };
    });
}

type Part = Units & { quotation: Quotation; parent: number };
type Quotes = {
  in(place: TextRange): Quoted[];
  objection(range: Units): Objection | undefined;
};

function readQuotes(text: Text, marks: Marks): Quotes {
  const reading = readQuotations(text.units, marks);
  const parts: Part[] = reading.quotations
    .flatMap((quotation) => quotation.parts.map((part) => ({ ...part, quotation, parent: -1 })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const within: number[] = [];
  for (const [index, part] of parts.entries()) {
    while (within.length > 0 && (parts[within.at(-1) as number] as Part).end < part.end)
      within.pop();
    part.parent = within.at(-1) ?? -1;
    within.push(index);
  }
  const starts = parts.map(({ start }) => start);
  const markPlaces = reading.marks.map(({ at }) => at);
  const own = new Set(marks === 'none' ? [] : marks.flat());
  /** The innermost part that holds a range. */
  const around = ({ start, end }: Units): Part | undefined => {
    let at = countBelow(starts, start + 1) - 1;
    while (at >= 0 && (parts[at] as Part).end < end) at = (parts[at] as Part).parent;
    return parts[at];
  };
  /** A mark in a range whose partner is not in it. */
  const loneMark = ({ start, end }: Units): string | undefined => {
    for (let at = countBelow(markPlaces, start); at < markPlaces.length; at += 1) {
      const mark = reading.marks[at] as (typeof reading.marks)[number];
      if (mark.at >= end) break;
      if (mark.role === 'none') continue;
      const partner = mark.partner === undefined ? undefined : reading.marks[mark.partner];
      if (!partner || partner.at < start || partner.at >= end) return text.units[mark.at];
    }
    return foreignMark(text.units.slice(start, end), own);
  };
  return {
    in({ start, end }) {
      const range = { start: text.unitAt(start), end: text.unitAt(end) };
      const first = Math.max(0, countBelow(starts, range.start) - 1);
      const found: Quoted[] = [];
      // What began before may reach into the place: its outermost quotation is where to begin.
      let from = first;
      while ((parts[from]?.parent ?? -1) >= 0) from = (parts[from] as Part).parent;
      for (let at = from; at < parts.length && (parts[at] as Part).start < range.end; at += 1) {
        const part = parts[at] as Part;
        const { isDoubtful, depth } = part.quotation;
        if (part.end <= range.start || depth > 0) continue;
        found.push({ start: text.pointAt(part.start), end: text.pointAt(part.end), isDoubtful });
      }
      return found;
    },
    objection(range) {
      const part = around(range);
      if (!part) return { kind: 'outside' };
      const mark = loneMark(range);
      if (mark !== undefined) return { kind: 'mark', mark };
      if (part.quotation.isDoubtful) return { kind: 'doubt' };
      return cutWord(text.units, range, part.start, part.end);
    },
  };
}

/** A mark that is none of the article's own, and stands in some words without its like. */
function foreignMark(words: string, own: ReadonlySet<string>): string | undefined {
  return FOREIGN.map((kind) => [...words].filter((char) => kind.includes(char) && !own.has(char)))
    .filter(({ length }) => length % 2 === 1)
    .at(0)
    ?.at(0);
}

const FOREIGN = ['"', '„“”‟', '«»', '‹›'];

const WORD = /[\p{L}\p{M}\p{N}\p{Cf}]/u;
const JOINT = /['’‘ʼ`´\-‐‑·.,:]/u;
/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The word that a range cuts at its beginning or end, unless quotation marks stand there. */
function cutWord(
  units: string,
  { start, end }: Units,
  opened: number,
  closed: number,
): Objection | undefined {
  for (const [at, isFree] of [
    [start, start === opened],
    [end, end === closed],
  ] as const) {
    if (!isFree && isInsideWord(units, at)) return { kind: 'cut', word: wordAt(units, at) };
  }
  return undefined;
}

function isInsideWord(units: string, at: number): boolean {
  const before = charBefore(units, at);
  const after = charAt(units, at);
  if (before === '' || after === '') return false;
  if (/\p{M}/u.test(after)) return true;
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  if (WORD.test(before) && WORD.test(after)) return true;
  if (WORD.test(before) && JOINT.test(after)) {
    return joins(before, after, charAt(units, at + after.length));
  }
  return JOINT.test(before) && WORD.test(after) && joins(charBefore(units, at - 1), before, after);
}

/** Whether an apostrophe or hyphen joins letters, or a point or comma digits. */
function joins(before: string, joint: string, after: string): boolean {
  if (/[.,:·]/.test(joint)) return /\p{Nd}/u.test(before) && /\p{Nd}/u.test(after);
  return WORD.test(before) && WORD.test(after) && !UNSPACED.test(after);
}

function charBefore(units: string, at: number): string {
  const code = units.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff
    ? units.slice(at - 2, at)
    : units.slice(Math.max(0, at - 1), at);
}
const charAt = (units: string, at: number) =>
  at < units.length ? String.fromCodePoint(units.codePointAt(at) as number) : '';

function wordAt(units: string, at: number): string {
  const before =
    /[\p{L}\p{M}\p{N}\p{Cf}'’\-‐‑.,]*$/u.exec(units.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const after = /^[\p{L}\p{M}\p{N}\p{Cf}'’\-‐‑.,]*/u.exec(units.slice(at, at + 40))?.[0] ?? '';
  return (before + after).replace(/^[.,]+|[.,]+$/g, '');
}
