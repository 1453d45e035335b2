/** The names of a pack, folded: of scenarios and people, and what it calls by several words. */
import { foldText } from '../pack/fold.ts';
import type { PackData } from '../pack/schema.ts';
import type { Synonyms } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Names as text, so that the build folds them and a look-up only reads them. */
export type FoldedNames = {
  /** All titles, names and keywords, a line each, with a space before and after. */
  lines: string;
  /** Per person, in their order, the names joined by "|". */
  people: string[];
  /** What means the same, a line each, "|" before, between and after the words. */
  synonyms: string;
};

/** Folds the names of a pack. */
export function foldNames({ scenarios, people, pack }: PackData): FoldedNames {
  const synonyms = pack.synonyms ?? [];
  const titles = scenarios.flatMap(({ title, titles = {}, keywords = [] }) => [
    title,
    ...Object.values(titles),
    ...keywords,
  ]);
  const names = people.flatMap(({ name, aliases, keywords = [] }) => [
    name,
    ...aliases,
    ...keywords,
  ]);
  return {
    lines: [...titles, ...names, ...synonyms.flat()]
      .map((name) => ` ${foldText(name)} `)
      .join('\n'),
    people: people.map(({ name, aliases }) => [name, ...aliases].map(foldText).join('|')),
    synonyms: synonyms.map((group) => `|${group.map(foldText).join('|')}|`).join('\n'),
  };
}

/** Whether words in a row stand in a title, a name or a keyword; or are one that has synonyms. */
export const isName = ({ lines, synonyms }: FoldedNames, words: string, isWhole: boolean) =>
  isWhole ? synonyms.includes(`|${words}|`) : lines.includes(` ${words} `);

/** The ids of those who are no persons and whose name is all in some words. */
export function institutions(
  terms: readonly string[],
  { people: names }: FoldedNames,
  { people }: PackData,
): string[] {
  const words = new Set(terms.flatMap((term) => term.split(' ')));
  const isSaid = (word: string) =>
    words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));
  return people
    .filter(({ kind }, at) => {
      if (kind !== 'official' && kind !== 'anonymous') return false;
      const [name = ''] = (names[at] as string).split('|');
      return name.split(' ').every(isSaid);
    })
    .map(({ id }) => id);
}

/** What else the pack calls a word. */
export function synonymsIn(
  { synonyms }: FoldedNames,
  { stems: stemsOf, isForm }: Vocabulary,
): Synonyms {
  return (word) => {
    const stems = stemsOf(word);
    const first = `|${stems.at(-1)}`;
    const found = new Set<string>();
    for (let at = synonyms.indexOf(first); at >= 0; at = synonyms.indexOf(first, at + 1)) {
      const end = synonyms.indexOf('|', at + 1);
      if (!isForm(synonyms.slice(at + 1, end), stems)) continue;
      const line = synonyms.slice(
        synonyms.lastIndexOf('\n', at) + 1,
        (synonyms.indexOf('\n', at) + 1 || synonyms.length + 1) - 1,
      );
      for (const other of line.slice(1, -1).split('|')) found.add(other);
    }
    // "north korea", the last word open, finds "north koreans" as well.
    const isCovered = (other: string) =>
      [...found].some((one) => one !== other && one.includes(' ') && other.startsWith(one));
    return [...found].filter((other) => !isForm(other, stems) && !isCovered(other));
  };
}
