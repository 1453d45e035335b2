/** The words of a language that a question is read by; a language is a file beside this one. */

/** What words may ask for. */
export const ASKED = [
  /** A side on whether it should happen. */
  'for',
  'against',
  /** A side on whether it will happen. */
  'expects',
  'possible',
  'doubts',
  /** A number, a date, a place, grounds. */
  'count',
  'when',
  'where',
  'why',
  /** Words of somebody, or what somebody holds; which of the two, the rest of the question tells. */
  'said',
  'thinks',
  /** Somebody; or whether at all. */
  'who',
  'whether',
  /** People of a kind. */
  'expert',
  'politician',
  'official',
  'outlet',
  'anonymous',
  /** Records of a kind. */
  'scenarios',
  'sources',
  'events',
  /** Both sides of a scenario; which one they meet on most; who was on both. */
  'balance',
  'contested',
  'changed',
  /** By whom words of somebody came here. */
  'relayed',
  /** Whoever leads a state or an institution, whatever the office is called. */
  'head',
] as const;
export type Asked = (typeof ASKED)[number];

/**
 * All words are folded as everything that is searched, umlauts to plain vowels; a blank stands
 * between words, a comma between patterns. A pattern is words; `*` at the end of one stands for any
 * ending, `_` for up to six words in between, `^` at the beginning for that of the question.
 */
export type LanguageWords = {
  /** Its BCP 47 tag, without script and region. */
  tag: string;
  asked: Readonly<Record<Asked, string>>;
  /** Words that turn a side into the other one. */
  not: string;
  /** Words that say nothing about what is looked for, besides the common ones of src/languages. */
  stop: string;
  /** With one of these first, somebody asks as they would ask a person: "who", "summarise". */
  questions: string;
  /** Offices of whoever leads a state or an institution; a comma between. */
  offices: string;
  /** Nouns for something that happens on a day, also as ends of longer words: "call", "visit". */
  happenings: string;
  /**
   * Words that hardly tell one subject from another, to send, a plan, and those that tell something in
   * another language: only what has others beside it is asked for without them.
   */
  vague: string;
  /** Endings that are cut off to see whether two words are forms of one. */
  endings: string;
  /** What a verb at the end of a question looks like: "signed", "geschlossen". */
  verb: RegExp;
  /** What a verb leaves at the end of a sentence: "greift … ein". */
  particles: string;
  /** January to December, a comma between months, spellings and abbreviations of one together. */
  months: string;
  /** "First" and on, as far as they are one word; a comma between, all forms of one together. */
  ordinals: string;
  /** Words around dates: before and between them, and for the thirds of a month. */
  dates: Readonly<
    Record<
      | 'in'
      | 'since'
      | 'after'
      | 'until'
      | 'before'
      | 'between'
      | 'to'
      | 'the'
      | 'of'
      | 'early'
      | 'middle'
      | 'late',
      string
    >
  >;
};
