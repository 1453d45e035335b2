/** Dates in a question: days, months, years and ranges of them, in words or in figures. */
import { QUESTION_LANGUAGES } from './languages/all.ts';
import type { LanguageWords } from './languages/language.ts';
import type { Clause } from './query.ts';

/** A date asked for. */
export type DateAsked = {
  /** As the filter `date:` takes it. */
  span: string;
  /** Indexes of the clauses it was read from. */
  words: number[];
};

/** A day, a month or a year; what is not said is absent. */
type Part = { year?: number; month?: number; day?: number; next: number };
type Word = { text: string; raw: string; clauses: number[] };

/**
 * The date, or range of dates, in a query.
 *
 * @param year the year of a day or month that is named without one
 */
export function askedDates(
  text: string,
  clauses: readonly Clause[],
  year: number,
): DateAsked | undefined {
  const words = wordsOf(text, clauses);
  if (!words.some(({ raw, text }) => /\d/.test(raw) || monthOf(text))) return undefined;
  for (let at = 0; at < words.length; at++) {
    const found = rangeAt(words, at, year) ?? singleAt(words, at, year);
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

let months: Map<string, number> | undefined;

function monthOf(word: string): number | undefined {
  months ??= new Map(
    QUESTION_LANGUAGES.flatMap((language) =>
      language.months
        .split(', ')
        .flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
    ),
  );
  return months.get(word);
}

const hasWord = (key: keyof LanguageWords['dates'], word: Word | undefined): boolean =>
  word !== undefined &&
  QUESTION_LANGUAGES.some((language) => language.dates[key].split(' ').includes(word.text));

function singleAt(words: readonly Word[], at: number, year: number): DateAsked | undefined {
  const part = partAt(words, at);
  if (!part) return undefined;
  const before = words[at - 1];
  const isAlone = at === 0 && part.next === words.length;
  const isIntroduced = (['in', 'since', 'until'] as const).some((key) => hasWord(key, before));
  const isFull = part.month !== undefined && (part.day !== undefined || part.year !== undefined);
  // "may", "1500" or "march" alone are no dates.
  if (!isFull && !isIntroduced && !(isAlone && isLongName(words[at]))) return undefined;
  if (part.month === undefined && part.day !== undefined) return undefined;
  const span = spanText(part, year);
  const isSince = hasWord('since', before) && !hasWord('in', before);
  const isUntil = hasWord('until', before) && !hasWord('in', before);
  return {
    span: isSince ? `${span}..` : isUntil ? `..${span}` : span,
    words: clausesOf(words, isIntroduced ? at - 1 : at, part.next),
  };
}

/** From one date to another: "zwischen 20. und 24. Oktober", "1 to 4 November 2024". */
function rangeAt(words: readonly Word[], at: number, year: number): DateAsked | undefined {
  const first = partAt(words, at) ?? dayAt(words, at);
  const joined = first ? words[first.next] : undefined;
  if (!first || !hasWord('to', joined)) return undefined;
  const last = partAt(words, first.next + 1);
  if (!last || (last.month === undefined && last.year === undefined)) return undefined;
  const from = { ...first, month: first.month ?? last.month, year: first.year ?? last.year };
  if (first.day !== undefined && from.month === undefined) return undefined;
  const begin = hasWord('between', words[at - 1]) || hasWord('since', words[at - 1]) ? at - 1 : at;
  return {
    span: `${spanText(from as Part, year)}..${spanText(last, year)}`,
    words: clausesOf(words, begin, last.next),
  };
}

const isLongName = (word: Word | undefined): boolean =>
  word !== undefined &&
  (/^\d{4}$/.test(word.text) ? isYear(Number(word.text)) : word.text.length > 5);

const clausesOf = (words: readonly Word[], from: number, to: number): number[] =>
  words.slice(from, to).flatMap(({ clauses }) => clauses);

const isYear = (number: number): boolean => number >= 1900 && number < 2100;

const two = (number: number): string => String(number).padStart(2, '0');

function spanText({ year, month, day }: Part, fallback: number): string {
  const parts = [year ?? fallback, month, month === undefined ? undefined : day];
  return parts.flatMap((part) => (part === undefined ? [] : [two(part)])).join('-');
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

/** The day, month or year that begins at a word. */
function partAt(words: readonly Word[], at: number): Part | undefined {
  const word = words[at];
  if (!word) return undefined;
  const figures = figuresOf(word.raw);
  if (figures) return { ...figures, next: at + 1 };
  const day = dayOf(word);
  const afterDay = hasWord('in', words[at + 1]) && words[at + 1]?.text === 'of' ? at + 2 : at + 1;
  const month = monthOf(words[day === undefined ? at : afterDay]?.text ?? '');
  if (month !== undefined) {
    const next = (day === undefined ? at : afterDay) + 1;
    const american = day === undefined ? dayOf(words[next]) : undefined;
    const after = american === undefined ? next : next + 1;
    const year = yearAt(words, after);
    return {
      month,
      ...((day ?? american) !== undefined && { day: (day ?? american) as number }),
      ...(year !== undefined && { year }),
      next: year === undefined ? after : after + 1,
    };
  }
  const year = yearAt(words, at);
  return year === undefined ? undefined : { year, next: at + 1 };
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
