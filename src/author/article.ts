/**
 * An article as somebody marks it who reads it: paragraphs by their numbers, passages by their
 * first and last words, quotes by the quotation marks around them.
 */
import { fold, foldText } from '../pack/fold.ts';

/** Part of a text, in code points from 0; the end is one past the last. */
export type Place = { start: number; end: number };

export type Article = {
  text: string;
  /** Lines with something on them. */
  paragraphs: readonly Place[];
  slice(place: Place): string;
  /**
   * What a mark can mean: `3` or `2-4` are paragraphs; `First words … last words` (or `...`) a
   * passage; anything else the words of the passage themselves. Spaces, case, accents and
   * punctuation need not be as in the text.
   */
  passages(mark: string): Place[];
  /** The words of a place that stand inside quotation marks, those of each quotation apart. */
  quotesIn(place: Place): Place[];
  /** Where words stand within a place: to the character if they do, else as in `passages`. */
  find(words: string, place: Place): Place[];
};

/** @param marks the quotation marks of the text, opening and closing */
export function openArticle(text: string, [open, close]: readonly [string, string]): Article {
  const points = [...text];
  const units = unitsOf(points);
  const { folded, map, ends } = fold(text);
  const slice = ({ start, end }: Place) => points.slice(start, end).join('');
  const paragraphs = paragraphsOf(points);
  const quotes = quotesOf(points, open, close);
  const everywhere = { start: 0, end: points.length };

  const alike = (words: string, { start, end }: Place): Place[] =>
    indexesOf(` ${folded} `, ` ${foldText(words)} `)
      .map((at) => ({
        start: units.indexOf(map[at] as number),
        end: units.indexOf(ends[at + foldText(words).length - 1] as number),
      }))
      .filter((place) => place.start >= start && place.end <= end);
  const find = (words: string, place: Place): Place[] => {
    if (foldText(words) === '') return [];
    const exact = indexesOf(slice(place), words).map((at) => {
      const start = place.start + [...slice(place).slice(0, at)].length;
      return { start, end: start + [...words].length };
    });
    return exact.length > 0 ? exact : alike(words, place);
  };

  const between = (first: string, last: string): Place[] =>
    alike(first, everywhere).flatMap(({ start }) => {
      const [end] = alike(last, { start, end: points.length });
      return end ? [{ start, end: end.end }] : [];
    });
  const numbered = (from: number, to: number): Place[] => {
    const [first, last] = [paragraphs[from - 1], paragraphs[to - 1]];
    return first && last && from <= to ? [{ start: first.start, end: last.end }] : [];
  };
  const withMarks = ({ start, end }: Place): Place => {
    while (start > 0 && OPENING.test(points[start - 1] as string)) start -= 1;
    while (end < points.length && CLOSING.test(points[end] as string)) end += 1;
    return { start, end };
  };

  return {
    text,
    paragraphs,
    slice,
    find,
    quotesIn: ({ start, end }) =>
      quotes
        .map((quote) => ({ start: Math.max(start, quote.start), end: Math.min(end, quote.end) }))
        .filter((part) => part.start < part.end && slice(part).trim() !== ''),
    passages(mark) {
      const [, from, to = from] = /^\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*$/.exec(mark) ?? [];
      if (from !== undefined) return numbered(Number(from), Number(to));
      const [first = '', ...rest] = mark.split(/\s*(?:…|\.\.\.)\s*/);
      const last = rest.at(-1);
      return (last ? between(first, last) : alike(first, everywhere)).map(withMarks);
    },
  };
}

/** What opens before the first word of a passage, and what closes after its last. */
const OPENING = /[«»„“”"‚‘'‹›([]/u;
const CLOSING = /[«»„“”"‚‘’'‹›)\].,;:!?…]/u;

/** The UTF-16 index at which each code point begins, and at last the length. */
function unitsOf(points: readonly string[]): number[] {
  let unit = 0;
  return [...points, ''].map((point) => {
    const start = unit;
    unit += point.length;
    return start;
  });
}

function paragraphsOf(points: readonly string[]): Place[] {
  const found: Place[] = [];
  let start = 0;
  for (let at = 0; at <= points.length; at += 1) {
    if (at < points.length && points[at] !== '\n') continue;
    const line = points.slice(start, at).join('');
    if (line.trim() !== '') {
      const before = [...line].length - [...line.trimStart()].length;
      const after = [...line].length - [...line.trimEnd()].length;
      found.push({ start: start + before, end: at - after });
    }
    start = at + 1;
  }
  return found;
}

/** What stands between an opening mark and the next mark, where that closes. */
function quotesOf(points: readonly string[], open: string, close: string): Place[] {
  const found: Place[] = [];
  let start: number | undefined;
  for (const [at, point] of points.entries()) {
    if (point !== open && point !== close) continue;
    if (start !== undefined && point === close) {
      if (at > start) found.push({ start, end: at });
      start = undefined;
    } else if (point === open) start = at + 1;
    else start = undefined;
  }
  return found;
}

/** The pairs of quotation marks that are in use; where both are the same, they alternate. */
const PAIRS = ['„“', '«»', '»«', '""', '“”', '„”', '‹›', '‚‘'];

/** The pair that encloses most quotes in a text; undefined where there is none. */
export function detectMarks(text: string): string | undefined {
  const points = [...text];
  const counts = PAIRS.map((pair) => {
    const [open = '', close = ''] = [...pair];
    return { pair, count: quotesOf(points, open, close).length };
  });
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.pair : undefined;
}

function indexesOf(text: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}
