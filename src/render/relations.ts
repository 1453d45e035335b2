/** Relations drawn: the ladder with an arrow for each, in a lane of its own. */
import type { Chart } from '../document/charts.ts';
import { RELATION_SIGNS } from '../document/labels.ts';
import { rungHead } from './ladder.ts';
import type { Look } from './styled.ts';

/** Cells of a lane, and of all that stands before the lanes. */
const LANE = 3;
const BEFORE = 33;

const laneCount = (columns: number): number => Math.max(0, Math.floor((columns - BEFORE) / LANE));

/** The letter of each lane above it; how many lanes are left out, where there is no room for all. */
export function laneLetters(
  { letters }: Extract<Chart, { draws: 'lane-letters' }>,
  columns: number,
  { theme }: Look,
): string[] {
  const shown = letters.slice(0, laneCount(columns));
  const cells = shown.map(({ letter, isLit }) => {
    const text = letter.padStart(LANE);
    return isLit ? theme.accent(text) : theme.dim(text);
  });
  const left = letters.length - shown.length;
  const note = left > 0 ? `arrows left out here: ${left}` : '';
  return [theme.dim(note.padEnd(BEFORE - 1)) + cells.join('')];
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
  { kind, from, to, isLit }: Lanes['relations'][number],
  row: number,
  { theme }: Look,
): string {
  const { vertical, above, below } = theme.glyph;
  const paint = isLit ? theme.accent : theme.strong;
  if (row === from) return paint(RELATION_SIGNS[kind]);
  if (row === to) return paint(to < from ? above : below);
  const isBetween = row > Math.min(from, to) && row < Math.max(from, to);
  return isBetween ? (isLit ? theme.accent(theme.glyph.lit) : theme.dim(vertical)) : ' ';
}
