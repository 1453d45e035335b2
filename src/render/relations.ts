/** Relations drawn: the ladder with an arrow for each, in a lane of its own. */
import type { Chart } from '../document/charts.ts';
import { RELATION_SIGNS } from '../document/labels.ts';
import { rungHead } from './ladder.ts';
import type { Look } from './styled.ts';

/** Cells of a lane, and of all that stands before the lanes. */
const LANE = 3;
const BEFORE = 34;

const laneCount = (columns: number): number => Math.max(0, Math.floor((columns - BEFORE) / LANE));

/** The number of each lane above it. */
export function laneNumbers(
  { count }: Extract<Chart, { draws: 'lane-numbers' }>,
  columns: number,
  { theme }: Look,
): string[] {
  const shown = Math.min(count, laneCount(columns));
  const numbers = Array.from({ length: shown }, (_, index) => String(index + 1).padStart(LANE));
  return [theme.dim(' '.repeat(BEFORE - 1) + numbers.join(''))];
}

type Lanes = Extract<Chart, { draws: 'lanes' }>;

/** A rung, and what of each arrow stands beside it: a sign, a head, the line between. */
export function lanes(chart: Lanes, columns: number, look: Look): string[] {
  const head = rungHead(chart, BEFORE - 1, look);
  return [head + laneCells(chart, laneCount(columns), look)];
}

/** A dotted line leads from the title to the ends of arrows in this row. */
function laneCells({ row, relations }: Lanes, count: number, look: Look): string {
  const { theme } = look;
  const shown = relations.slice(0, count);
  const last = shown.findLastIndex(({ from, to }) => from === row || to === row);
  const dot = theme.dim(theme.glyph.leader);
  return shown
    .map((relation, lane) => {
      const fill = lane <= last ? dot : ' ';
      const text = laneCell(relation, row, look);
      return fill + fill + (text === ' ' && lane < last ? dot : text);
    })
    .join('');
}

function laneCell(
  { kind, from, to }: Lanes['relations'][number],
  row: number,
  { theme }: Look,
): string {
  const { vertical, above, below } = theme.glyph;
  if (row === from) return theme.accent(RELATION_SIGNS[kind]);
  if (row === to) return theme.accent(to < from ? above : below);
  return row > Math.min(from, to) && row < Math.max(from, to) ? theme.dim(vertical) : ' ';
}
