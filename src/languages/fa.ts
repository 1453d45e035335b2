/** Persian. */
import type { LanguageFacts } from './language.ts';

export const fa: LanguageFacts = {
  tag: 'fa',
  conditions: ['اگر', 'چنانچه', 'در صورتی که', 'در صورت', 'به شرط', 'مگر', 'هرگاه', 'وقتی'],
  common: 'آن از است این با برای به بر تا در را که می های هم و یا یک'.split(' '),
};
