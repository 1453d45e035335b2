/** What of a text is shown around a passage. */
import type { Text, TextRange } from './text.ts';

/** UTF-16 units shown before and after a passage, and how far beyond a word is followed to its end. */
const AROUND = 160;
const LONGEST_WORD = 40;

/** The place to show around a passage: from the beginning of a word to the end of one. */
export function surroundings(
  { units, unitAt, pointAt }: Text,
  { start, end }: TextRange,
): TextRange {
  const from = Math.max(0, unitAt(start) - AROUND);
  const to = Math.min(units.length, unitAt(end) + AROUND);
  const [begun = ''] = /\S*$/.exec(units.slice(Math.max(0, from - LONGEST_WORD), from)) ?? [];
  const [rest = ''] = /^\S*/.exec(units.slice(to, to + LONGEST_WORD)) ?? [];
  return { start: pointAt(from - begun.length), end: pointAt(to + rest.length) };
}
