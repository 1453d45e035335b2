/**
 * The languages in force in a pack: its own, those of its sources and titles, and English, in which
 * rungs speaks. Words of other languages mean nothing in it.
 */
import { languageOf, primary } from '../languages/languages.ts';
import { foldText } from '../pack/fold.ts';
import { once } from '../pack/once.ts';
import type { PackData } from '../pack/schema.ts';
import { QUESTION_LANGUAGES } from './languages/all.ts';
import type { LanguageWords } from './languages/language.ts';

export type Vocabulary = {
  /** Those in which questions are read. */
  languages: readonly LanguageWords[];
  /** A word, first, and what is left of it without an ending; the shortest last. */
  stems: (word: string) => string[];
  /** Whether a word may be a form of one with these stems. */
  isForm: (word: string, stems: readonly string[]) => boolean;
  /** Whether a folded word names something that happens on a day: "call", "Staatsbesuch". */
  isHappening: (word: string) => boolean;
  /** Whether a folded role is that of whoever leads a state or an institution. */
  isOffice: (role: string) => boolean;
  /** Whether a folded word says nothing about what is looked for. */
  isStop: (word: string) => boolean;
};

/** The vocabulary of a pack. */
export function vocabularyOf({ pack, sources, scenarios }: PackData): Vocabulary {
  const titled = scenarios.flatMap(({ titles = {} }) => Object.keys(titles));
  return vocabulary(['en', pack.language, ...sources.map(({ language }) => language), ...titled]);
}

/** The vocabulary of some languages. @param tags BCP 47 tags */
export function vocabulary(tags: readonly string[]): Vocabulary {
  const inForce = new Set(tags.map(primary));
  const languages = QUESTION_LANGUAGES.filter(({ tag }) => inForce.has(tag));
  const endings = once(() => [...new Set(languages.flatMap((one) => one.endings.split(' ')))]);
  const stops = once(() => stopWords(inForce, languages));
  const rows = (key: 'happenings' | 'offices', between: string) =>
    once(() => languages.flatMap((one) => one[key].split(between)));
  const happenings = rows('happenings', ' ');
  const offices = rows('offices', ', ');
  const stemmings = [
    (word: string) => stemsOf(word, endings()),
    ...[...inForce].flatMap(endingGroups).map((group) => (word: string) => groupStems(word, group)),
  ];
  return {
    languages,
    stems: (word) =>
      [...new Set(stemmings.flatMap((stemming) => stemming(word)))].sort(
        (a, b) => b.length - a.length,
      ),
    isForm: (word, [other = '', ...stems]) =>
      word.startsWith(stems.at(-1) ?? other) &&
      stemmings.some((stemming) => {
        const left = stemming(other);
        return stemming(word).some((stem) => left.includes(stem));
      }),
    isHappening: (word) => happenings().some((one) => word.endsWith(one)),
    isOffice: (role) => offices().some((one) => `${role} `.startsWith(`${one} `)),
    isStop: (word) => stops().has(word),
  };
}

/** Words that ask, and common ones that tell nothing; not those that do in another language. */
function stopWords(tags: ReadonlySet<string>, languages: readonly LanguageWords[]): Set<string> {
  const common = [...tags].flatMap((tag) => foldText(languageOf(tag)?.common ?? '').split(' '));
  const asking = languages.flatMap(({ stop, not, questions }) => [stop, not, questions]);
  const words = new Set([...common, ...asking.flatMap((row) => row.split(' '))]);
  for (const word of languages.flatMap(({ vague }) => vague.split(' '))) words.delete(word);
  return words;
}

/** What is left of a word without its ending is not shorter; "arms" without its s may be. */
const LEAST_STEM = 4;
/** English endings before which a consonant is doubled. */
const DOUBLING = /^(?:ing|ed)$/;

function stemsOf(word: string, endings: readonly string[]): string[] {
  const stems = endings
    .filter((ending) => word.endsWith(ending))
    .flatMap((ending) => {
      const stem = word.slice(0, -ending.length);
      // "shipping" is a form of "ship".
      const isDoubled = DOUBLING.test(ending) && /([^aeiou])\1$/.test(stem);
      return isDoubled ? [stem, stem.slice(0, -1)] : [stem];
    })
    .filter((stem) => stem.length >= LEAST_STEM || (stem.length === 3 && `${stem}s` === word));
  return [word, ...stems];
}

/** What is left without an ending that tells at least so much of what it may be a form of. */
const LEAST_GROUP_STEM = 3;

/** The endings of a language that belong together, folded. */
function endingGroups(tag: string): string[][] {
  const groups = languageOf(tag)?.endings?.split(', ') ?? [];
  return groups.map((group) =>
    group.split(' ').map((ending) => (ending === '_' ? '' : foldText(ending))),
  );
}

/** What a word may be a form of by one group: itself only where no ending is one. */
const groupStems = (word: string, endings: readonly string[]): string[] =>
  endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= LEAST_GROUP_STEM)
    .map((ending) => word.slice(0, word.length - ending.length));
