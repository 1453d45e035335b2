/** Korean: what says a condition ends a word, anywhere in the sentence. */
import type { LanguageFacts } from './language.ts';

export const ko: LanguageFacts = {
  tag: 'ko',
  conditions: ['만약', '만일', '면', '경우', '한', '때'],
  isUnspaced: true,
  common: [],
};
