/** Dates in a question: days, months, years and ranges of them, in words or in figures. */
import { dateBounds } from '../pack/dates.ts';
import type { LanguageWords } from './languages/language.ts';
import type { Clause } from './query.ts';

/** A date asked for. */
export type DateAsked = {
  /** As the filter `date:` takes it. */
  span: string;
  /** Indexes of the clauses it was read from. */
  words: number[];
};

/** A day, a month or a year; what is not said is absent; a third of a month by its first and last day. */
type Part = { year?: number; month?: number; day?: number; third?: Third; next: number };
type Third = 'early' | 'middle' | 'late';
type Word = { text: string; raw: string; clauses: number[] };

/**
 * The date, or range of dates, in a query.
 *
 * @param languages whose months and words are read
 * @param year the year of a day or month that is named without one
 */
export function askedDates(
  text: string,
  clauses: readonly Clause[],
  languages: readonly LanguageWords[],
  year: number,
): DateAsked | undefined {
  const words = wordsOf(text, clauses);
  const known = dateWords(languages);
  if (!words.some(({ raw, text }) => /\d/.test(raw) || known.month(text))) return undefined;
  for (let at = 0; at < words.length; at++) {
    const found = rangeAt(words, at, year, known) ?? singleAt(words, at, year, known);
    if (found) return found;
  }
  return undefined;
}

/** The words as typed, each with its clauses: "24.10.2024" is one. */
function wordsOf(text: string, clauses: readonly Clause[]): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (const [number, clause] of clauses.entries()) {
    if (clause.start === start) words.at(-1)?.clauses.push(number);
    else {
      const raw = text.slice(clause.start, clause.end).replace(/[?!,;:)(]+$/, '');
      words.push({ raw, text: clause.text, clauses: [number] });
    }
    start = clause.start;
  }
  return words;
}

/** The months and the words around dates of the languages in force. */
type DateWords = {
  /** 1 for January; undefined where a word is no month. */
  month: (word: string | undefined) => number | undefined;
  /** 1 for "first"; undefined where a word is no ordinal. */
  ordinal: (word: string | undefined) => number | undefined;
  has: (key: keyof LanguageWords['dates'], word: Word | undefined) => boolean;
};

function dateWords(languages: readonly LanguageWords[]): DateWords {
  const holds = (row: string, word: string) => ` ${row} `.includes(` ${word} `);
  const number = (rows: (language: LanguageWords) => string, word: string | undefined) => {
    for (const language of word === undefined ? [] : languages) {
      const listed = rows(language);
      // Nearly all words are in no list.
      if (!listed.includes(word as string)) continue;
      const at = listed.split(', ').findIndex((row) => holds(row, word as string));
      if (at >= 0) return at + 1;
    }
    return undefined;
  };
  return {
    month: (word) => number(({ months }) => months, word),
    ordinal: (word) => number(({ ordinals }) => ordinals, word),
    has: (key, word) =>
      word !== undefined && languages.some(({ dates }) => holds(dates[key], word.text)),
  };
}

const INTRODUCING = ['in', 'since', 'after', 'until', 'before'] as const;

function singleAt(
  words: readonly Word[],
  at: number,
  year: number,
  known: DateWords,
): DateAsked | undefined {
  const part = partAt(words, at, known);
  if (!part) return undefined;
  const before = known.has('the', words[at - 1]) ? at - 2 : at - 1;
  const isAlone = at === 0 && part.next === words.length;
  const introduced = INTRODUCING.find((key) => known.has(key, words[before]));
  const isFull =
    part.third !== undefined ||
    (part.month !== undefined && (part.day !== undefined || part.year !== undefined));
  // "may", "1500" or "march" alone are no dates.
  if (!isFull && !introduced && !(isAlone && isLongName(words[at]))) return undefined;
  if (part.month === undefined && part.day !== undefined) return undefined;
  return {
    span: opened(spanText(part, year), introduced),
    words: clausesOf(words, introduced ? before : at, part.next),
  };
}

/** A span as an introducing word opens it: "since" and "until" hold it, "after" and "before" do not. */
function opened(span: string, introduced: (typeof INTRODUCING)[number] | undefined): string {
  const [first = '', last = first] = span.split('..');
  switch (introduced) {
    case 'since':
      return `${first}..`;
    case 'until':
      return `..${last}`;
    case 'after':
      return `${dayBeside(dateBounds(last).to, 1)}..`;
    case 'before':
      return `..${dayBeside(dateBounds(first).from, -1)}`;
    default:
      return span;
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param day in milliseconds of UTC */
const dayBeside = (day: number | undefined, days: number): string =>
  new Date((day ?? 0) + days * DAY_MS).toISOString().slice(0, 10);

/** From one date to another: "zwischen 20. und 24. Oktober", "1 to 4 November 2024". */
function rangeAt(
  words: readonly Word[],
  at: number,
  year: number,
  known: DateWords,
): DateAsked | undefined {
  const first = partAt(words, at, known) ?? dayAt(words, at);
  const joined = first ? words[first.next] : undefined;
  if (!first || !known.has('to', joined)) return undefined;
  const after = known.has('the', words[first.next + 1]) ? first.next + 2 : first.next + 1;
  const last = partAt(words, after, known);
  if (!last || (last.month === undefined && last.year === undefined)) return undefined;
  const from = { ...first, month: first.month ?? last.month, year: first.year ?? last.year };
  if (first.day !== undefined && from.month === undefined) return undefined;
  const isBegun = known.has('between', words[at - 1]) || known.has('since', words[at - 1]);
  const [begin = ''] = spanText(from as Part, year).split('..');
  return {
    span: `${begin}..${spanText(last, year).split('..').at(-1)}`,
    words: clausesOf(words, isBegun ? at - 1 : at, last.next),
  };
}

const isLongName = (word: Word | undefined): boolean =>
  word !== undefined &&
  (/^\d{4}$/.test(word.text) ? isYear(Number(word.text)) : word.text.length > 5);

const clausesOf = (words: readonly Word[], from: number, to: number): number[] =>
  words.slice(from, to).flatMap(({ clauses }) => clauses);

const isYear = (number: number): boolean => number >= 1900 && number < 2100;

const two = (number: number): string => String(number).padStart(2, '0');

/** The days of a third of a month; the last one of the last is that of the month. */
const THIRDS: Record<Third, [first: string, last: string]> = {
  early: ['-01', '-10'],
  middle: ['-11', '-20'],
  late: ['-21', ''],
};

function spanText({ year, month, day, third }: Part, fallback: number): string {
  const parts = [year ?? fallback, month, month === undefined ? undefined : day];
  const text = parts.flatMap((part) => (part === undefined ? [] : [two(part)])).join('-');
  if (third === undefined || month === undefined) return text;
  const [first, last] = THIRDS[third];
  return `${text}${first}..${last === '' ? dayBeside(dateBounds(text).to, 0) : text + last}`;
}

const DAY = /^(\d{1,2})(?:st|nd|rd|th|ten|te|\.)?$/;

function dayOf(word: Word | undefined): number | undefined {
  const day = Number(DAY.exec(word?.raw.toLowerCase() ?? '')?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function dayAt(words: readonly Word[], at: number): Part | undefined {
  const day = dayOf(words[at]);
  return day === undefined ? undefined : { day, next: at + 1 };
}

function yearAt(words: readonly Word[], at: number): number | undefined {
  const year = /^\d{4}$/.test(words[at]?.text ?? '') ? Number(words[at]?.text) : Number.NaN;
  return isYear(year) ? year : undefined;
}

const THIRD_NAMES = ['early', 'middle', 'late'] as const;

/** The day, month or year that begins at a word. */
function partAt(words: readonly Word[], at: number, known: DateWords): Part | undefined {
  const word = words[at];
  if (!word) return undefined;
  const figures = figuresOf(word.raw);
  if (figures) return { ...figures, next: at + 1 };
  const third = THIRD_NAMES.find((name) => known.has(name, word));
  const day = third ? undefined : (dayOf(word) ?? known.ordinal(word.text));
  const isBefore = day !== undefined || third !== undefined;
  const afterDay = known.has('of', words[at + 1]) ? at + 2 : at + 1;
  const monthAt = isBefore ? afterDay : at;
  const month = known.month(words[monthAt]?.text);
  if (month !== undefined) {
    const next = monthAt + 1;
    const american = isBefore ? undefined : dayOf(words[next]);
    const after = american === undefined ? next : next + 1;
    const year = yearAt(words, after);
    return {
      month,
      ...((day ?? american) !== undefined && { day: (day ?? american) as number }),
      ...(third && { third }),
      ...(year !== undefined && { year }),
      next: year === undefined ? after : after + 1,
    };
  }
  // A third of a year is not told apart from the year.
  const yearIs = third ? monthAt : at;
  const year = yearAt(words, yearIs);
  if (year === undefined) return undefined;
  return { year, ...(third && { third }), next: yearIs + 1 };
}

/** 2024-10-24, 2024-10, 24.10.2024, 24.10., 24/10/2024. */
function figuresOf(raw: string): Omit<Part, 'next'> | undefined {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(raw);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : undefined);
  const written = /^(\d{1,2})([./])(\d{1,2})(?:\2|$)(\d{4}|\d\d)?$/.exec(raw);
  if (!written) return undefined;
  const [, first, mark, second, yearText] = written;
  if (yearText === undefined && !/^\d{1,2}\.\d{1,2}\.$/.test(raw)) return undefined;
  const year = yearText === undefined ? undefined : Number(yearText.padStart(4, '20'));
  const [day, month] = [Number(first), Number(second)];
  return valid(year, month, day) ?? (mark === '/' ? valid(year, day, month) : undefined);
}

function valid(
  year: number | undefined,
  month: number,
  day?: number,
): Omit<Part, 'next'> | undefined {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return { month, ...(year !== undefined && { year }), ...(day !== undefined && { day }) };
}
