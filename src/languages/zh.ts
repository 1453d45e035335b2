/** Chinese: what says a condition may stand anywhere, and no blank parts words. */
import type { LanguageFacts } from './language.ts';

export const zh: LanguageFacts = {
  tag: 'zh',
  conditions: [
    '如果',
    '若',
    '如',
    '假如',
    '倘若',
    '除非',
    '只要',
    '只有',
    '一旦',
    '的话',
    '的話',
    '情况下',
    '情況下',
    '时',
    '時',
  ],
  isUnspaced: true,
  common: [],
};
