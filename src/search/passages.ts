/** Words looked for in running text: paragraphs of articles that hold all of them. */
import { foldText, INSIDE_MIN } from '../pack/fold.ts';
import { isForm, stemsOf } from './forms.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * Which paragraphs hold all words of a query that say something, in any of their forms; their
 * numbers. A query without such words is in none.
 */
export function paragraphsHolding(query: string, paragraphs: readonly string[]): number[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.has(word));
  if (words.length === 0) return [];
  const wanted = words.map((word) => ({ word, stems: stemsOf(word) }));
  return [...paragraphs.keys()].filter((number) => {
    const there = foldText(paragraphs[number] as string).split(' ');
    return wanted.every(({ word, stems }) =>
      there.some(
        (one) =>
          one.startsWith(word) ||
          (word.length >= INSIDE_MIN && one.includes(word)) ||
          isForm(one, stems),
      ),
    );
  });
}
