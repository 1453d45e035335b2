/** Japanese: what says a condition may stand anywhere, and no blank parts words. */
import type { LanguageFacts } from './language.ts';

export const ja: LanguageFacts = {
  tag: 'ja',
  conditions: ['もし', 'なら', 'れば', 'たら', '場合', '限り', 'かぎり', 'とき'],
  isUnspaced: true,
  common: [],
};
