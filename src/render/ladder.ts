/** The ladder drawn: a scenario in one line, with how many statements stand on which side. */
import type { Chart } from '../document/charts.ts';
import type { Tally } from '../pack/library.ts';
import { filled, type Look, paintOf } from './styled.ts';

const COUNTS: { side: keyof Tally; head: string }[] = [
  { side: 'favours', head: 'for' },
  { side: 'opposes', head: 'vs' },
  { side: 'expects', head: 'yes' },
  { side: 'possible', head: 'may' },
  { side: 'doubts', head: 'no' },
];
const COUNT_CELLS = 4;
const AXIS_GAP = 2;
const COUNTS_WIDTH = COUNTS.length * COUNT_CELLS + AXIS_GAP;
/** Where a row would leave less than this for the title, the counts are left out. */
const LEAST_TITLE = 14;
/** Cells of the number, the rung and the mark. */
const FRAME_CELLS = 6;

/** Whether there is room for the counts. */
export function hasCounts(columns: number): boolean {
  return columns >= COUNTS_WIDTH + LEAST_TITLE + FRAME_CELLS;
}

/** The lines above the ladder that say what the columns of numbers count. */
export function ladderHead(_: Chart, columns: number, { theme }: Look): string[] {
  if (!hasCounts(columns)) return [];
  const questions =
    'should it?'.padStart(2 * COUNT_CELLS) +
    ' '.repeat(AXIS_GAP) +
    'will it?'.padStart(3 * COUNT_CELLS);
  const heads = countCells((head) => head.padStart(COUNT_CELLS));
  return [theme.dim(questions.padStart(columns)), theme.dim(heads.padStart(columns))];
}

function countCells(write: (head: string, side: keyof Tally) => string): string {
  return COUNTS.map(({ head, side }, index) => {
    const gap = index === 2 ? ' '.repeat(AXIS_GAP) : '';
    return gap + write(head, side);
  }).join('');
}

/** Number, title, mark, counts. */
export function rung(
  { rung: number, title, isVariant, isMarked, tally }: Extract<Chart, { draws: 'rung' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const { glyph } = theme;
  const counts = hasCounts(columns)
    ? countCells((_, side) => {
        const count = tally[side];
        const text = (count === 0 ? glyph.none : String(count)).padStart(COUNT_CELLS);
        return paintOf(count === 0 ? 'aside' : side, theme)(text);
      })
    : '';
  const titleCells = columns - FRAME_CELLS - (counts === '' ? 0 : COUNTS_WIDTH);
  const indent = isVariant ? '  ' : '';
  const mark = theme.accent(isMarked ? glyph.marked : ' ');
  const name = filled(indent + title, titleCells, look);
  return [`${String(number).padStart(2)} ${theme.dim(glyph.rung)} ${name}${mark}${counts}`];
}
