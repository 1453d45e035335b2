import { type Folded, fold, occurrences } from '../pack/fold.ts';

/** A stretch of the original text: UTF-16 indexes, the end one past the last unit. */
export type Range = [start: number, end: number];

/**
 * Where `terms` (folded words or phrases, as in `SearchResult.terms`) stand in `text`: ranges in
 * order, overlapping and touching ones merged. Short terms light up at the beginning of a word
 * only, as they are found.
 */
export function highlight(text: string, terms: readonly string[]): Range[] {
  if (terms.length === 0) return [];
  const { folded, map, ends } = folding(text);
  const ranges: Range[] = [];
  for (const term of terms) {
    for (const at of occurrences(folded, term)) {
      ranges.push([map[at] as number, ends[at + term.length - 1] as number]);
    }
  }
  return merge(ranges);
}

/** While one types, the same texts are looked at again and again. */
const known = new Map<string, Folded>();
const MOST_KNOWN = 500;

function folding(text: string): Folded {
  let folded = known.get(text);
  if (!folded) {
    if (known.size >= MOST_KNOWN) known.clear();
    folded = fold(text);
    known.set(text, folded);
  }
  return folded;
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
