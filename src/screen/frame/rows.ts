/** A frame as the rows of a terminal, as the components lay it out: what is shown before Ink is loaded. */
import { DIVIDER } from '../../explorer/panes.ts';
import type { State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import { styledWidth } from '../../terminal/text.ts';
import { frameOf, type ScreenParts } from './frame.ts';
import type { HeaderPart } from './header.ts';

/** What a state looks like: as many styled rows as the terminal has, none wider than it is. */
export function frameRows(state: State, explorer: Explorer, world: World): string[] {
  const frame = frameOf(state, explorer, world);
  const { columns, rows } = frame.size;
  if ('tooSmall' in frame) return filled(frame.tooSmall, rows);
  return [
    headerRow(frame.header, columns),
    ...bodyRows(frame),
    ...frame.notice,
    ` ${frame.footer.join('  ')}`,
  ];
}

function headerRow({ way, facts }: HeaderPart, columns: number): string {
  return padded(way, columns - styledWidth(facts) - 1) + facts;
}

function bodyRows({ overlay, panes, divider, bodyRows: count }: ScreenParts): string[] {
  if (overlay) return filled([overlay.above, overlay.title, '', ...overlay.rows], count);
  const side = ' '.repeat(Math.floor(DIVIDER / 2));
  const last = panes.length - 1;
  return Array.from({ length: count }, (_, row) =>
    panes
      .map(({ rows, columns }, at) => {
        const text = rows[row] ?? '';
        return at === last ? text : padded(text, columns);
      })
      .join(side + divider + side),
  );
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - styledWidth(text)));
}

function filled(rows: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => rows[index] ?? '');
}
