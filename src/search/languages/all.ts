/** The languages in which questions are read. */
import { de } from './de.ts';
import { en } from './en.ts';
import type { LanguageWords } from './language.ts';

/** Of two that know as many words of a question, the first is taken. */
export const QUESTION_LANGUAGES: readonly LanguageWords[] = [en, de];
