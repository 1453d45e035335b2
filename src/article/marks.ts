/** The pairs of quotation marks: which there are, which language uses which, which a text uses. */
import type { Source } from '../pack/schema.ts';

/** An opening and a closing mark, such as „“. */
export type Pair = readonly [open: string, close: string];

/** `none`: the whole text is speech, as in a transcript or a post. */
export type Marks = readonly Pair[] | 'none';

/** All pairs that are looked for where a source does not name its own. */
const KNOWN = [
  ...['„“', '“”', '„”', '””', '""', '«»', '»«', '»»', '‚‘', '‘’', '‚’', '’’', "''", '‹›', '›‹'],
  ...['「」', '『』', '《》', '〈〉', '﹁﹂', '〝〟', '＂＂'],
];

/**
 * What a language writes, its first pair first (Unicode CLDR, delimiters; and what its newspapers
 * use besides).
 */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  de: ['„“', '‚‘', '»«', '›‹', '«»', '‹›'],
  'de-CH': ['«»', '‹›', '„“', '‚‘'],
  'de-LI': ['«»', '‹›', '„“', '‚‘'],
  en: ['“”', '‘’'],
  fr: ['«»', '“”', '‘’', '‹›'],
  it: ['«»', '“”', '‘’'],
  es: ['«»', '“”', '‘’'],
  ca: ['«»', '“”', '‘’'],
  pt: ['“”', '«»', '‘’'],
  nl: ['“”', '‘’', '„”', '‚’'],
  sv: ['””', '’’', '»»'],
  fi: ['””', '’’', '»»'],
  nb: ['«»', '‘’', '“”', '„“'],
  nn: ['«»', '‘’', '“”', '„“'],
  no: ['«»', '‘’', '“”', '„“'],
  da: ['“”', '»«', '„“', '‘’', '””'],
  is: ['„“', '‚‘'],
  pl: ['„”', '«»', '»«', '‚’'],
  ro: ['„”', '«»'],
  hu: ['„”', '»«'],
  hr: ['„“', '„”', '»«', '‚‘'],
  sr: ['„“', '„”', '‘’'],
  bs: ['„”', '“”', '»«', '‘’'],
  cs: ['„“', '‚‘', '»«'],
  sk: ['„“', '‚‘', '»«'],
  sl: ['„“', '‚‘', '»«'],
  bg: ['„“', '’’', '«»'],
  mk: ['„“', '’‘'],
  et: ['„“', '«»'],
  lv: ['«»', '„”', '“”'],
  lt: ['„“', '‚‘'],
  ru: ['«»', '„“', '“”'],
  uk: ['«»', '„“', '“”'],
  be: ['«»', '„“', '“”'],
  el: ['«»', '“”', '‘’'],
  hy: ['«»'],
  ka: ['„“', '«»'],
  tr: ['“”', '‘’', '«»'],
  ar: ['«»', '“”', '”“'],
  fa: ['«»', '“”', '‹›'],
  ur: ['“”', '”“', '‘’'],
  he: ['”“', '“”', '’’', '„”'],
  ja: ['「」', '『』', '〈〉', '《》', '“”'],
  zh: ['“”', '‘’', '「」', '『』', '《》', '〈〉'],
  ko: ['“”', '‘’', '「」', '『』', '《》', '〈〉'],
};

const toPair = (pair: string): Pair => {
  const [open = '', close = ''] = [...pair];
  return [open, close];
};

/** The pairs of a language, its own first; those of English where the language is not listed. */
function languagePairs(language: string): readonly string[] {
  const [primary = ''] = language.split('-');
  return BY_LANGUAGE[language] ?? BY_LANGUAGE[primary] ?? (BY_LANGUAGE.en as readonly string[]);
}

/** What a source's field `marks` means: pairs with spaces between them, or `none`. */
export function parseMarks(marks: string): Marks {
  return marks.trim() === 'none' ? 'none' : marks.trim().split(/\s+/).map(toPair);
}

/** The pair in which words of a source are shown. */
export function shownPair({ marks, language }: Pick<Source, 'marks' | 'language'>): Pair {
  const own = marks === undefined ? 'none' : parseMarks(marks);
  const [first] = own === 'none' ? [] : own;
  return first ?? toPair(languagePairs(language)[0] as string);
}

/** The marks by which a source is read: its own, or else those that its text holds. */
export function marksOf(
  { marks, language }: Pick<Source, 'marks' | 'language'>,
  text: string,
): Marks {
  return marks === undefined ? chooseMarks(text, language) : parseMarks(marks);
}

/**
 * The pairs that a text may use: those of its language first, then all others of which it holds
 * both marks. Of pairs that read the same mark in opposite ways, such as «» and »«, one is taken:
 * the way in which the marks lean on words.
 */
export function chooseMarks(text: string, language = 'en'): readonly Pair[] {
  const own = languagePairs(language);
  const isOwn = (pair: string) => own.includes(pair);
  const both = [...new Set([...own, ...KNOWN])].filter((pair) =>
    [...pair].every((mark) => text.includes(mark)),
  );
  const [first = ''] = both;
  return both.filter((pair) => isTaken(pair, text, isOwn, first)).map(toPair);
}

function isTaken(
  pair: string,
  text: string,
  isOwn: (pair: string) => boolean,
  first: string,
): boolean {
  const [open = '', close = ''] = [...pair];
  // One mark for both ends: only where its language writes so, or the text has no other for them.
  if (pair === '””') return isOwn(pair) && !text.includes('“') && !text.includes('„');
  if (pair === '’’') return isOwn(pair) && !text.includes('‘') && !text.includes('‚');
  if (pair === '»»') return isOwn(pair) && !text.includes('«');
  if (pair === '”“') return isOwn(pair) && leansOpen(text, '”') > leansOpen(text, '“');
  if (pair === '’‘') return isOwn(pair);
  if (!'«»‹›'.includes(open)) return true;
  const [opening, closing] = [leansOpen(text, open), leansOpen(text, close)];
  // Where spaces stand on both sides, the order of the language counts.
  if (opening === closing) return pair === first || (open === '«' && !first.startsWith('»'));
  return opening > closing;
}

/** How often a mark stands as one that opens does: not behind a letter, right before one. */
function leansOpen(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    if (/[\s([{—–-]/.test(before) && !/[ \n.,;:!?)\]]/.test(after)) count += 1;
  }
  return count;
}
