/** The form of what is told of each language in a file of its own. */

/** What rungs knows of a language; where it knows nothing of one, it does without. */
export type LanguageFacts = {
  /** Its BCP 47 tag, without script and region. */
  tag: string;
  /** What a condition begins with ("if", "unless"); in an unspaced language, what it holds. */
  conditions: readonly string[];
  /** Its most common words, by which a text in it is told. */
  common: readonly string[];
  /** Words of a sentence are not parted, or not from what tells their part in it. */
  isUnspaced?: true;
};
