/** Polish. */
import type { LanguageFacts } from './language.ts';

export const pl: LanguageFacts = {
  tag: 'pl',
  conditions: [
    'jeśli',
    'jeżeli',
    'gdyby',
    'o ile',
    'w razie',
    'w przypadku',
    'pod warunkiem',
    'chyba że',
    'gdy',
    'kiedy',
  ],
  common: [
    'a',
    'ale',
    'do',
    'i',
    'jest',
    'jak',
    'lub',
    'na',
    'nie',
    'o',
    'od',
    'po',
    'się',
    'są',
    'to',
    'w',
    'z',
    'za',
    'że',
  ],
};
