/** The alternate screen of a terminal: its size, taking it and giving it back, a frame at once. */
import { anchored } from './anchor.ts';

/** The size of a terminal in cells; of one that does not tell, the usual one. */
export function sizeOf({ columns, rows }: { columns?: number; rows?: number }): {
  columns: number;
  rows: number;
} {
  return { columns: columns || 80, rows: rows || 24 };
}

const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
/** Puts the cursor into the first cell. */
export const HOME = '\u001B[H';
const ERASE_BELOW = '\u001B[J';
/** What comes in between is to be shown at once (mode 2026, "synchronized output"). */
const BEGIN_UPDATE = '\u001B[?2026h';
const END_UPDATE = '\u001B[?2026l';

/** Takes the alternate screen, without a cursor. */
export const ENTER_SCREEN = `\u001B[?1049h${HIDE_CURSOR}`;
/** Gives the alternate screen back: what was there before is shown again, with a cursor. */
export const LEAVE_SCREEN = `\u001B[?1049l${SHOW_CURSOR}`;

/**
 * What writes a frame over all that is on the screen.
 *
 * @param columns width of the terminal
 */
export function painted(rows: readonly string[], columns: number): string {
  const text = anchored(rows.map((row) => row.trimEnd()).join('\n'), columns);
  return BEGIN_UPDATE + HOME + ERASE_BELOW + text + END_UPDATE;
}
