/** Dutch. */
import type { LanguageFacts } from './language.ts';

export const nl: LanguageFacts = {
  tag: 'nl',
  conditions: [
    'als',
    'indien',
    'mocht',
    'mits',
    'tenzij',
    'wanneer',
    'zolang',
    'in het geval',
    'op voorwaarde',
  ],
  common: [
    'aan',
    'dat',
    'de',
    'die',
    'een',
    'en',
    'het',
    'in',
    'is',
    'maar',
    'met',
    'niet',
    'of',
    'op',
    'te',
    'van',
    'voor',
    'was',
    'zijn',
  ],
};
