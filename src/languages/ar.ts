/** Arabic. */
import type { LanguageFacts } from './language.ts';

export const ar: LanguageFacts = {
  tag: 'ar',
  conditions: [
    'إذا',
    'اذا',
    'إن',
    'لو',
    'في حال',
    'في حالة',
    'بشرط',
    'شريطة',
    'ما لم',
    'متى',
    'عندما',
  ],
  common: [
    'أن',
    'أو',
    'إلى',
    'التي',
    'الذي',
    'عن',
    'على',
    'في',
    'كان',
    'كما',
    'لا',
    'ما',
    'من',
    'هذا',
    'هذه',
    'هو',
    'هي',
    'و',
  ],
};
