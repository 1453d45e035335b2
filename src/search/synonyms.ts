/** Words in a row that a pack takes for one. */
import type { Clause } from './query.ts';

/** Words of a phrase that a pack may call something else. */
const LONGEST_PHRASE = 4;

/** What else a pack calls a word or phrase: folded words and phrases. */
export type Synonyms = (word: string) => readonly string[];

/** Words of a query, rows of them that the pack takes for one word joined: "boots on the ground". */
export function joinPhrases(words: readonly Clause[], synonyms: Synonyms): Clause[] {
  const joined: Clause[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at] as Clause;
    joined.push(first);
    for (let end = Math.min(words.length, at + LONGEST_PHRASE); end > at + 1; end--) {
      const row = words.slice(at, end);
      const text = row.map((word) => word.text).join(' ');
      if (synonyms(text).length === 0) continue;
      joined[joined.length - 1] = { ...first, end: (row.at(-1) as Clause).end, text };
      at = end - 1;
      break;
    }
  }
  return joined;
}
