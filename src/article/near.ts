/** Finds the passage that is nearest to some words which an article does not hold, and what differs. */
import { foldText } from '../pack/fold.ts';
import type { Article } from './article.ts';
import type { TextRange } from './text.ts';
import { plainTypography } from './typography.ts';

/** Words that stand in the one text where others stand in the other; either may be empty. */
export type Difference = { given: string; found: string };

export type NearestPassage = {
  place: TextRange;
  differences: Difference[];
  /** The share of the given words that stand there, from 0 to 1. */
  share: number;
};

type Word = { start: number; end: number; folded: string };

/** An article by its words. */
export type WordPlaces = { words: readonly Word[]; places: ReadonlyMap<string, readonly number[]> };

// A function, as setting up a pattern with Unicode properties takes V8 a millisecond.
const word = () => /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|['’‘‐‑.,-](?=[\p{L}\p{N}]))*/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(word())].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: foldText(word),
  }));
}

/** @param units a text, in UTF-16 */
export function indexWords(units: string): WordPlaces {
  const words = wordsOf(units);
  const places = new Map<string, number[]>();
  for (const [at, { folded }] of words.entries()) {
    const known = places.get(folded);
    if (known) known.push(at);
    else places.set(folded, [at]);
  }
  return { words, places };
}

/** Of longer passages only so many words are compared one by one. */
const MOST_COMPARED = 400;
/** A word that stands more often tells nothing of where a passage is. */
const MOST_PLACES = 400;
/** Less than this in common is no likeness. */
const LEAST_SHARE = 0.5;

/** What parts two words that are not said in one. */
const PARTING = /["“”„«»「」『』\n]/u;

/** The passage with the most words in common with `text`, in their order; undefined if none is near. */
export function nearestPassage(
  text: string,
  article: Article,
  index: WordPlaces,
): NearestPassage | undefined {
  const given = wordsOf(text).slice(0, MOST_COMPARED);
  const begin = likeliestBegin(given, index);
  if (begin === undefined) return undefined;
  const slack = Math.max(3, Math.ceil(given.length / 4));
  const from = Math.max(0, begin - slack);
  const window = index.words.slice(from, begin + given.length + slack);
  // The passage ends as early as it can, and then begins as late as it can.
  const [, lastShared = -1] = commonWords(given, window).at(-1) ?? [];
  const found = window.slice(0, lastShared + 1 + slack);
  const pairs = commonBackwards(given, window.slice(0, lastShared + 1));
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || pairs.length / given.length < LEAST_SHARE) return undefined;
  // Words before the first that is the same stand in the place of as many others, if these are
  // within the same quotation marks.
  const isJoined = (at: number) => {
    const [one, next] = [found[at - 1], found[at]];
    return one && next && !PARTING.test(article.units.slice(one.end, next.start));
  };
  let start = first[1];
  while (start > first[1] - first[0] && isJoined(start)) start -= 1;
  let end = last[1] + 1;
  while (end < last[1] + given.length - last[0] && isJoined(end)) end += 1;
  const cut = found.slice(start, end);
  const differences = differencesOf(
    text,
    given,
    article.units,
    cut,
    pairs.map(([a, b]) => [a, b - start]),
  );
  const place = {
    start: article.pointAt((cut[0] as Word).start),
    end: article.pointAt((cut.at(-1) as Word).end),
  };
  return { place, differences, share: pairs.length / given.length };
}

/** What differs between some words and those found instead, and where that stands in the latter. */
export function compareWords(
  given: string,
  found: string,
): { differences: Difference[]; changed: [start: number, end: number][] } {
  const [asked, there] = [wordsOf(given), wordsOf(found)];
  const pairs = commonWords(asked, there);
  const same = new Set(pairs.map(([, at]) => at));
  return {
    differences: differencesOf(given, asked, found, there, pairs),
    changed: joined(
      there.filter((_, at) => !same.has(at)),
      found,
    ),
  };
}

/** Words as stretches of their text, those with only blanks between them as one. */
function joined(words: readonly Word[], text: string): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  for (const { start, end } of words) {
    const last = stretches.at(-1);
    if (last && text.slice(last[1], start).trim() === '') last[1] = end;
    else stretches.push([start, end]);
  }
  return stretches;
}

/** The word of the article at which most words of the text would have it begin. */
function likeliestBegin(given: readonly Word[], { places }: WordPlaces): number | undefined {
  const votes = new Map<number, number>();
  for (const [at, { folded }] of given.entries()) {
    const known = places.get(folded) ?? [];
    if (known.length > MOST_PLACES) continue;
    for (const place of known) {
      // A word left out or put in shifts the rest: neighbours vote together.
      for (const near of [-1, 0, 1]) {
        const begin = place - at + near;
        votes.set(begin, (votes.get(begin) ?? 0) + (near === 0 ? 3 : 1) / known.length ** 0.5);
      }
    }
  }
  let best: number | undefined;
  for (const [begin, count] of votes) {
    const most = best === undefined ? 0 : (votes.get(best) as number);
    if (count > most || (count === most && best !== undefined && begin < best)) best = begin;
  }
  return best;
}

/** As `commonWords`, each word as far behind as it can be. */
function commonBackwards(a: readonly Word[], b: readonly Word[]): [number, number][] {
  return commonWords(a.toReversed(), b.toReversed())
    .map(([i, j]): [number, number] => [a.length - 1 - i, b.length - 1 - j])
    .reverse();
}

/** The longest common subsequence of two lists of words, as pairs of indexes. */
function commonWords(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const isSame = (a[i] as Word).folded === (b[j] as Word).folded;
      lengths[i * width + j] = isSame
        ? (lengths[(i + 1) * width + j + 1] as number) + 1
        : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if ((a[i] as Word).folded === (b[j] as Word).folded) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) {
      i += 1;
    } else j += 1;
  }
  return pairs;
}

function differencesOf(
  text: string,
  given: readonly Word[],
  units: string,
  found: readonly Word[],
  pairs: readonly (readonly [number, number])[],
): Difference[] {
  const differences: Difference[] = [];
  let [a, b] = [0, 0];
  for (const [i, j] of [...pairs, [given.length, found.length] as const]) {
    if (i > a || j > b) {
      differences.push({
        given: between(text, given, a, i),
        found: between(units, found, b, j),
      });
    }
    [a, b] = [i + 1, j + 1];
  }
  return differences;
}

const between = (text: string, words: readonly Word[], from: number, to: number): string =>
  from < to ? text.slice((words[from] as Word).start, (words[to - 1] as Word).end) : '';

/** What differs where the words are the same but for case, accents or punctuation. */
export function letterDifference(given: string, found: string): Difference {
  // A point at the end may be that of the sentence around the words.
  const plain = (text: string) => plainTypography(text).plain.replace(/[.,;:!?]+$/, '');
  const [a, b] = [plain(given), plain(found)];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  // Whole words are told, not the letters in them.
  while (start > 0 && /\S/.test(a[start - 1] as string)) start -= 1;
  while (end > 0 && /\S/.test(a.at(-end) as string)) end -= 1;
  return { given: a.slice(start, a.length - end), found: b.slice(start, b.length - end) };
}
