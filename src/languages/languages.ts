/** Languages told apart, named, and asked for what is known of them (`facts.ts`). */
import { LANGUAGES, type LanguageFacts } from './facts.ts';

/** The part of a BCP 47 tag that names the language: "zh" of "zh-Hant". */
export function primary(tag: string): string {
  return tag.split('-')[0] as string;
}

/** What is known of a language; undefined where that is nothing. @param tag a BCP 47 tag */
export function languageOf(tag: string): LanguageFacts | undefined {
  return LANGUAGES.find((one) => one.tag === primary(tag));
}

/** Whether two tags name one language, in whatever script and region. */
export function isSameLanguage(a: string, b: string): boolean {
  return primary(a) === primary(b);
}

type Reporting = NonNullable<LanguageFacts['reporting']>;

/** How speech is reported, in all languages of which that is told. */
export function reportingWords(kind: keyof Reporting): readonly string[] {
  return [...new Set(LANGUAGES.flatMap(({ reporting }) => reporting?.[kind].split(', ') ?? []))];
}

/** Negations of languages that have no row: Swedish, Danish and Norwegian. */
const OTHER_NEGATIONS = 'inte aldrig ikke ikkje aldri uten utan uden';

/**
 * Words that turn a sentence round when they are left out; where nothing is known of its language,
 * those of all.
 *
 * @param tag a BCP 47 tag
 */
export function negationsIn(text: string, tag: string): string[] {
  const all = [...LANGUAGES.map(({ negations = '' }) => negations), OTHER_NEGATIONS].join(' ');
  const words = (languageOf(tag)?.negations ?? all).split(' ').filter((word) => word !== '');
  const any = words
    .map((word) => {
      const pattern = word.replaceAll('*', '\\p{L}*').replaceAll("'", "['’]");
      // "n'" goes on with the word before which it stands.
      return word.endsWith("'") ? pattern : `${pattern}(?![\\p{L}\\p{M}])`;
    })
    .join('|');
  const whole = new RegExp(`(?<![\\p{L}\\p{M}])(?:${any})`, 'giu');
  return [...new Set(text.match(whole) ?? [])];
}

/** The most common words of all languages. */
export const commonWords = (): ReadonlySet<string> =>
  new Set(LANGUAGES.flatMap(({ common = '' }) => common.split(' ')));

/** Of frequent languages, as `Intl` has them: its first name takes 25 ms. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['ar', 'Arabic'],
  ['de', 'German'],
  ['en', 'English'],
  ['es', 'Spanish'],
  ['fa', 'Persian'],
  ['fr', 'French'],
  ['it', 'Italian'],
  ['ja', 'Japanese'],
  ['ko', 'Korean'],
  ['nl', 'Dutch'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['ru', 'Russian'],
  ['uk', 'Ukrainian'],
  ['zh', 'Chinese'],
]);
let names: Intl.DisplayNames | undefined;

/** "German", "Traditional Chinese": the English name of a language. @param tag a BCP 47 tag */
export function languageName(tag: string): string {
  const known = NAMES.get(tag);
  if (known !== undefined) return known;
  names ??= new Intl.DisplayNames('en', { type: 'language' });
  return names.of(tag) ?? tag;
}

/** Whether a condition says that it is one; true where nothing is known of its language. */
export function isConditional(text: string, tag: string): boolean {
  const language = languageOf(tag);
  if (!language) return true;
  const said = text.toLowerCase().normalize('NFC');
  return language.conditions
    .split(', ')
    .some((word) =>
      language.isUnspaced ? said.includes(word) : `${said} `.startsWith(`${word.toLowerCase()} `),
    );
}

/** The languages of a script, the likeliest first where only common words tell them apart. */
const byScript = (): readonly [RegExp, readonly string[]][] => [
  [/\p{Script=Hangul}/gu, ['ko']],
  [/\p{Script=Han}/gu, ['zh']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa']],
  [/\p{Script=Hebrew}/gu, ['he']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Devanagari}/gu, ['hi']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Latin}/gu, ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt']],
];

/** So much of a text tells its language. */
const SAMPLE = 5000;
const kana = () => /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Kana stand between Han characters in Japanese: from this share of the letters on. */
const KANA_SHARE = 0.1;

/** The language that a text seems to be in, as a tag; undefined where nothing tells it. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  if (count(kana()) > KANA_SHARE * count(/\p{L}/gu)) return 'ja';
  const counted = byScript().map(([script, tags]) => ({ tags, letters: count(script) }));
  const [main] = counted.toSorted((a, b) => b.letters - a.letters);
  if (!main || main.letters === 0) return undefined;
  const { tags } = main;
  if (tags.length === 1) return tags[0];
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = tags.map((tag) => {
    const common = new Set(languageOf(tag)?.common?.split(' '));
    return { tag, score: words.filter((word) => common.has(word)).length };
  });
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.tag : undefined;
}
