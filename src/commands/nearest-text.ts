/** The passage that comes nearest to words that are not in an article, in lines. */
import type { NearestText } from '../author/place-quote.ts';
import { differenceLabel } from '../document/labels.ts';

/** The passage that comes nearest, and what differs. */
export function nearestLines({ line, column, text, differences }: NearestText): string[] {
  const shown = text.replace(/\s+/g, ' ');
  return [
    `nearest, line ${line}, column ${column}: “${shown}”`,
    ...differences.map(differenceLabel),
  ];
}
