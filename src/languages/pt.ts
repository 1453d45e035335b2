/** Portuguese. */
import type { LanguageFacts } from './language.ts';

export const pt: LanguageFacts = {
  tag: 'pt',
  conditions: ['se', 'caso', 'no caso', 'desde que', 'a menos', 'enquanto', 'quando', 'contanto'],
  common: [
    'a',
    'as',
    'com',
    'da',
    'de',
    'do',
    'e',
    'em',
    'é',
    'mas',
    'na',
    'não',
    'no',
    'o',
    'os',
    'ou',
    'para',
    'por',
    'que',
    'se',
    'são',
    'sua',
    'um',
    'uma',
  ],
};
