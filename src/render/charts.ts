/** What draws which chart. */
import type { Chart } from '../document/charts.ts';
import type { Legend } from '../document/document.ts';
import { columnHeads } from './comparison.ts';
import { amount, scale } from './figures.ts';
import { ladderHead, rung } from './ladder.ts';
import { matrixHead, matrixRow, positions, positionsHead } from './matrix.ts';
import { laneLetters, lanes } from './relations.ts';
import type { Look } from './styled.ts';
import { axisCells, months, span } from './timeline.ts';

type Painters = {
  [Name in Chart['draws']]: (
    chart: Extract<Chart, { draws: Name }>,
    columns: number,
    look: Look,
  ) => string[];
};

const PAINTERS: Painters = {
  'ladder-head': ladderHead,
  rung,
  'matrix-head': matrixHead,
  'matrix-row': matrixRow,
  'positions-head': positionsHead,
  positions,
  months,
  span,
  scale,
  amount,
  'lane-letters': laneLetters,
  lanes,
  'column-heads': columnHeads,
};

/** The rows of a chart; none where there is no room to draw it. */
export function chartRows(chart: Chart, columns: number, look: Look): string[] {
  const paint = PAINTERS[chart.draws] as (chart: Chart, columns: number, look: Look) => string[];
  return paint(chart, columns, look);
}

/** Whether what a legend explains is drawn at this width. */
export function isLegendShown(of: Legend['of'], columns: number): boolean {
  return of !== 'timeline' || axisCells(columns) > 0;
}
