/**
 * The query as typed: words, "exact phrases", !not and -not, and filters such as
 * `speaker:selenskyj` or `!form:direct,mixed`. Half-typed input is never an error.
 */

import { foldText } from '../pack/fold.ts';
import { meant, NAMED_KINDS, type Nameable, type NamedKind, near } from '../pack/naming.ts';
import { nearest } from '../pack/nearest.ts';
import { AXES, FORMS, KINDS, NORMATIVE, PREDICTIVE } from '../pack/values.ts';

/** What a stance can be on either axis; no position comes last. */
const STANCES = [...NORMATIVE.filter((value) => value !== 'none'), ...PREDICTIVE];

/**
 * The filters: help, completion and documentation are made from this table. Values are either
 * listed (`values`) or the records of one type (`from`), named as everywhere (pack/naming.ts). Several values with commas mean "or".
 */
export const FILTERS = [
  {
    key: 'speaker',
    title: 'whose words (not: whose view), and that person; for a figure, who gives it',
    from: 'person',
    example: 'speaker:selenskyj',
  },
  {
    key: 'voice',
    title: 'whose words or whose view, also where somebody else tells it',
    from: 'person',
    example: 'voice:scholz',
  },
  {
    key: 'scenario',
    title: 'statements that bear on a scenario, and the scenario itself',
    from: 'scenario',
    example: 'scenario:seoul-weapons',
  },
  {
    key: 'source',
    title: 'what comes from a source, and the source itself',
    from: 'source',
    example: 'source:blick',
  },
  {
    key: 'kind',
    title: 'a type of record; or people of a kind, with their statements',
    values: [...NAMED_KINDS, ...KINDS],
    example: 'kind:expert',
  },
  {
    key: 'axis',
    title: 'statements with a stance on this axis: should it happen, or will it?',
    values: AXES,
    example: 'axis:predictive',
  },
  {
    key: 'stance',
    title: 'statements with this stance; with axis: and scenario:, in one and the same stance',
    values: STANCES,
    example: 'stance:unlikely,excluded',
  },
  {
    key: 'form',
    title: 'statements in this form of speech',
    values: FORMS,
    example: '!form:authorial',
  },
  {
    key: 'date',
    title: 'events, statements and figures of a day, month or year, or between two of these',
    isDate: true,
    example: 'date:2024-10-24',
  },
] as const satisfies readonly FilterSpec[];

type FilterSpec = {
  key: string;
  title: string;
  example: string;
} & ({ values: readonly string[] } | { from: NamedKind } | { isDate: true });

export type FilterKey = (typeof FILTERS)[number]['key'];
/** The values that a filter takes, as they can be named. */
export type Choices = (key: FilterKey) => readonly Nameable[];

type TypedPart = { start: number; end: number };
/** Something that must (or must not) stand in a record; `text` is folded. */
export type Clause = TypedPart & {
  phrase: boolean;
  /** A phrase whose closing quotation mark is not yet typed: its last word may go on. */
  open: boolean;
  negated: boolean;
  text: string;
};
/** A filter; half typed, it has no values and filters nothing. */
export type FilterClause = TypedPart & {
  key: FilterKey;
  negated: boolean;
  /** As typed, without quotation marks. */
  values: string[];
  /** What the values stand for. */
  ids: string[];
};
/** What is wrong with a part of the query, in one line. A wrong filter finds nothing. */
export type QueryProblem = TypedPart & { about: 'key' | 'value' | 'length'; message: string };
export type Query = { clauses: Clause[]; filters: FilterClause[]; problems: QueryProblem[] };

/** More words than this are not looked at. */
export const MAX_CLAUSES = 32;
/** A message lists at most so many values. */
const SHOWN = 14;

const QUOTES = '"„“”«»';

/** Reads a query; never throws. Offsets are UTF-16 indexes into `text`. */
export function parseQuery(text: string, choices: Choices): Query {
  const query: Query = { clauses: [], filters: [], problems: [] };
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] as string)) at++;
    else at = readPart(text, at, choices, query);
  }
  const beyond = query.clauses[MAX_CLAUSES];
  if (beyond) {
    const { start } = beyond;
    const message = `only the first ${MAX_CLAUSES} words are searched for`;
    query.problems.push({ start, end: text.length, about: 'length', message });
    query.clauses.length = MAX_CLAUSES;
  }
  return query;
}

/** The key of a filter that begins at `start`; a link begins with none. */
function keyAt(text: string, start: number): string | undefined {
  if (!text.includes(':', start)) return undefined;
  const pattern = /(\p{L}[\p{L}\p{N}_-]*):(?!\/\/)/uy;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[1];
}

/** Reads one part that begins at `start`; returns where it ends. */
function readPart(text: string, start: number, choices: Choices, query: Query): number {
  // "--foo" asks for an option of that name, not for what lacks it.
  const negated = /^(!|-(?!-))/.test(text.slice(start, start + 2));
  const body = negated ? start + 1 : start;
  const key = keyAt(text, body);
  if (key !== undefined) {
    const { values, end } = readValues(text, body + key.length + 1);
    const spec = FILTERS.find((filter) => filter.key === key.toLowerCase());
    if (spec) {
      addFilter({ key: spec.key, negated, values, start, end, ids: [] }, choices, query);
      return end;
    }
    if (values.length > 0) {
      query.problems.push({ start, end, about: 'key', message: unknownKey(key) });
      return end;
    }
  }
  const word = readWord(text, body);
  addClauses({ ...word, start, negated }, query);
  return word.end;
}

type Word = { text: string; end: number; phrase: boolean; open: boolean };

/** A word up to white space, or a phrase up to the closing quotation mark or the end. */
function readWord(text: string, start: number): Word {
  const phrase = isQuote(text[start]);
  let end = phrase ? start + 1 : start;
  while (end < text.length && !(phrase ? isQuote(text[end]) : /\s/.test(text[end] as string))) {
    end++;
  }
  const open = end >= text.length;
  if (!phrase) return { text: text.slice(start, end), end, phrase, open: false };
  return { text: text.slice(start + 1, end), end: open ? end : end + 1, phrase, open };
}

/** The values of a filter: parts joined by commas, each bare or quoted. */
function readValues(text: string, start: number): { values: string[]; end: number } {
  const values: string[] = [];
  let end = start;
  for (;;) {
    const quoted = isQuote(text[end]);
    const from = quoted ? end + 1 : end;
    end = from;
    while (
      end < text.length &&
      !(quoted ? isQuote(text[end]) : /[\s,]/.test(text[end] as string))
    ) {
      end++;
    }
    const value = text.slice(from, end);
    if (foldText(value) !== '') values.push(value);
    if (quoted && end < text.length) end++;
    if (text[end] !== ',') return { values, end };
    end++;
  }
}

/** A phrase as typed, without its quotation marks. */
export const unquoted = (text: string): string => text.replace(/^["„“”«»]+|["„“”«»]+$/g, '').trim();

const isQuote = (char: string | undefined): boolean => char !== undefined && QUOTES.includes(char);

function addClauses(word: Word & { start: number; negated: boolean }, query: Query): void {
  const folded = foldText(word.text);
  if (folded === '') return;
  const { start, end, negated, open } = word;
  // "-yo-jong" must not exclude every "yo" and every "jong".
  const phrase = word.phrase || (negated && folded.includes(' '));
  for (const text of phrase ? [folded] : folded.split(' ')) {
    query.clauses.push({ start, end, phrase, open, negated, text });
  }
}

const DATE = /^(?:\.\.)?\d{4}(?:-\d\d){0,2}(?:\.\.(?:\d{4}(?:-\d\d){0,2})?)?$/;

function addFilter(filter: FilterClause, choices: Choices, query: Query): void {
  const isDate = filter.key === 'date';
  const all = filter.values.length > 0 && !isDate ? choices(filter.key) : [];
  for (const value of filter.values) {
    const ids = isDate
      ? [value].filter((text) => DATE.test(text))
      : meant(value, all).map(({ id }) => id);
    if (ids.length === 0) {
      const { key, start, end } = filter;
      const message = isDate ? unknownDate(value) : unknownValue(key, value, all);
      query.problems.push({ start, end, about: 'value', message });
    }
    filter.ids.push(...ids);
  }
  query.filters.push(filter);
}

function unknownKey(key: string): string {
  const keys = FILTERS.map((filter) => filter.key);
  const meant = nearest(key, keys, 1)[0];
  const hint = meant ? `did you mean ${meant}:? ` : '';
  return `no filter "${key}:"; ${hint}there are ${keys.map((known) => `${known}:`).join(' ')}`;
}

const unknownDate = (value: string): string =>
  `no date "${value}"; write it as 2024-10-24, 2024-10, 2024 or 2024-10-20..2024-10-24`;

function unknownValue(key: FilterKey, value: string, choices: readonly Nameable[]): string {
  const meantIds = near(value, choices);
  const hint = meantIds.length > 0 ? `did you mean ${meantIds.join(', ')}? ` : '';
  const ids = choices.map(({ id }) => id).sort();
  const rest = ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : '';
  return `no ${key} "${value}"; ${hint}there are ${ids.slice(0, SHOWN).join(', ')}${rest}`;
}
