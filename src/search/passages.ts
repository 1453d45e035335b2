/** Words looked for in running text: paragraphs of articles that hold all of them. */
import { foldText, INSIDE_MIN } from '../pack/fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Which paragraphs hold all words of a query that say something, in any of their forms; their
 * numbers. A query without such words is in none.
 */
export function paragraphsHolding(
  query: string,
  paragraphs: readonly string[],
  { stems, isForm, isStop }: Vocabulary,
): number[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '' && !isStop(word));
  if (words.length === 0) return [];
  const wanted = words.map((word) => ({ word, left: stems(word) }));
  return [...paragraphs.keys()].filter((number) => {
    const there = foldText(paragraphs[number] as string).split(' ');
    return wanted.every(({ word, left }) =>
      there.some(
        (one) =>
          one.startsWith(word) ||
          (word.length >= INSIDE_MIN && one.includes(word)) ||
          isForm(one, left),
      ),
    );
  });
}
