/** What was just done, above the footer until the next key. */
import type { State, World } from '../../explorer/state.ts';
import { wrap } from '../../terminal/text.ts';

/** What was just done, in full: copied text is shown whole as far as there is room. */
export function noticeRows({ notice, size }: State, { theme }: World): string[] {
  if (!notice) return [];
  const paint = notice.tone === 'warn' ? theme.warn : theme.accent;
  const most = Math.max(1, Math.floor((size.rows - 3) / 2));
  const title = wrap(notice.title, size.columns - 4).map((line) => `  ${paint(line)}`);
  const text = notice.text === '' ? [] : wrap(notice.text, size.columns - 4);
  const room = Math.max(0, most - title.length);
  const cut = text.length - room;
  const shown = text.slice(0, cut > 0 ? Math.max(0, room - 1) : room).map((line) => `  ${line}`);
  if (cut > 0 && room > 0) shown.push(theme.dim(`  ${theme.glyph.ellipsis} ${cut + 1} more lines`));
  const line = theme.dim(theme.glyph.horizontal.repeat(size.columns));
  return [line, ...title, ...shown];
}
