/** Figures drawn: a dot for each on an axis from nothing to the largest of its unit. */
import type { Chart } from '../document/charts.ts';
import { styledWidth, width } from '../terminal/text.ts';
import { filled, type Look, shortLine, styled } from './styled.ts';

/** Cells of the number before the dots. */
const NUMBER_CELLS = 28;
const LEAST_PLOT = 20;
const MOST_PLOT = 70;

function plotCells(columns: number): number {
  const cells = columns - NUMBER_CELLS;
  return cells < LEAST_PLOT ? 0 : Math.min(cells, MOST_PLOT);
}

/** Nothing, half and the largest, above where they lie. */
export function scale(
  { most }: Extract<Chart, { draws: 'scale' }>,
  columns: number,
  { theme }: Look,
): string[] {
  const cells = plotCells(columns);
  if (cells === 0) return [];
  const end = most.toLocaleString('en');
  const middle = Math.round(most / 2).toLocaleString('en');
  const half = Math.floor(cells / 2);
  const line = `0${middle.padStart(half + Math.floor(middle.length / 2))}`;
  return [theme.dim(' '.repeat(NUMBER_CELLS) + line + end.padStart(cells - width(line)))];
}

/** The number, and where it lies. */
export function amount(
  chart: Extract<Chart, { draws: 'amount' }>,
  columns: number,
  look: Look,
): string[] {
  const label = { means: 'strong' as const, text: chart.label };
  const whole = shortLine(styled(label, look.theme), columns, look);
  const plot = chart.most === 0 ? '' : plotLine(chart, plotCells(columns), look);
  if (plot === '') return [whole];
  const drawn = `${filled(label, NUMBER_CELLS - 1, look)} ${plot}`;
  return [styledWidth(drawn) <= columns ? drawn : whole];
}

/** A dot where the value lies; open towards the side that the comparator leaves open. */
function plotLine(
  { most, figure: { value, comparator } }: Extract<Chart, { draws: 'amount' }>,
  cells: number,
  { theme }: Look,
): string {
  const { horizontal, marked } = theme.glyph;
  if (cells === 0) return '';
  if (value === undefined) return theme.dim('no number given: no place on the axis');
  const at = Math.min(cells - 1, Math.round((value / most) * (cells - 1)));
  const line = theme.dim(horizontal.repeat(at));
  const after = comparator === 'more-than' || comparator === 'at-least' ? theme.dim('>') : '';
  const dot = comparator === 'about' ? theme.accent('~') : theme.accent(marked);
  return comparator === 'up-to' ? line + theme.dim('<') : line + dot + after;
}
