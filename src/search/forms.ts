/** Forms of one word ("Drohung", "Drohungen"), and words in a row that a pack takes for one. */
import { QUESTION_LANGUAGES } from './languages/all.ts';
import type { Clause } from './query.ts';

/** What is left of a word without its ending is not shorter; "arms" without its s may be. */
const LEAST_STEM = 4;
/** Words of a phrase that a pack may call something else. */
const LONGEST_PHRASE = 4;

/** English endings before which a consonant is doubled. */
const DOUBLING = /^(?:ing|ed)$/;

let endings: string[] | undefined;

/** A word and what is left of it without an ending of any language; the shortest last. */
export function stemsOf(word: string): string[] {
  endings ??= [...new Set(QUESTION_LANGUAGES.flatMap((one) => one.endings.split(' ')))];
  const stems = endings
    .filter((ending) => word.endsWith(ending))
    .flatMap((ending) => {
      const stem = word.slice(0, -ending.length);
      // "shipping" is a form of "ship".
      const isDoubled = DOUBLING.test(ending) && /([^aeiou])\1$/.test(stem);
      return isDoubled ? [stem, stem.slice(0, -1)] : [stem];
    })
    .filter((stem) => stem.length >= LEAST_STEM || (stem.length === 3 && `${stem}s` === word));
  return [word, ...new Set(stems)].sort((a, b) => b.length - a.length);
}

/** Whether two words may be forms of one. */
export function isForm(word: string, stems: readonly string[]): boolean {
  const first = stems.at(-1) as string;
  return word.startsWith(first) && stemsOf(word).some((stem) => stems.includes(stem));
}

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
