/** Where the words of a search stand in a text that is shown. */
import { countsInside, fold, foldText, occurrences } from '../pack/fold.ts';
import type { Range } from '../terminal/text.ts';

/**
 * Where `terms` (folded words or phrases, as in `SearchResult.terms`) stand in `text`: ranges in
 * order, overlapping and touching ones merged. Short terms light up at the beginning of a word
 * only, as they are found; a single letter beside other terms only where it is a word, as the "t"
 * of "t-online" would light up half a page.
 */
export function highlight(text: string, terms: readonly string[]): Range[] {
  if (terms.length === 0) return [];
  const folded = foldedText(text);
  // Most texts hold few of the words.
  const held = terms.filter((term) => folded.includes(term));
  if (held.length === 0) return [];
  const places = held.flatMap((term) => {
    const isLone = terms.length > 1 && term.length === 1 && !countsInside(term);
    return [...occurrences(folded, term)]
      .filter((at) => !isLone || (folded[at + 1] ?? ' ') === ' ')
      .map((at) => [at, at + term.length - 1] as const);
  });
  if (places.length === 0) return [];
  const { map, ends } = folding(text);
  return merge(places.map(([first, last]) => [map[first] as number, ends[last] as number]));
}

// While one types, the same texts are looked at again and again; where the letters of a folded
// text come from is only asked when something is found in it.
const foldedText = remembered(foldText);
const folding = remembered(fold);
const MOST_REMEMBERED = 500;

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      made = make(text);
      known.set(text, made);
    }
    return made;
  };
}

function merge(ranges: Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
