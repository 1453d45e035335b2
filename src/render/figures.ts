/** Figures drawn: a bar for each on an axis from nothing to the largest of its unit. */
import type { Chart } from '../document/charts.ts';
import { numberLabel } from '../pack/numbers.ts';
import { styledWidth, width } from '../terminal/text.ts';
import { cell, type Look, styled, wrapped } from './styled.ts';

/** Cells of the number before the bars. */
const NUMBER_CELLS = 17;
const LEAST_PLOT = 12;
const MOST_PLOT = 60;
/** Cells for who and when, where bars are to stand before them. */
const LEAST_BY = 20;

/** Cells of the bars; none where there is no room. */
function plotCells(columns: number): number {
  const cells = Math.min(MOST_PLOT, Math.floor((columns - NUMBER_CELLS) * 0.4));
  return cells < LEAST_PLOT || columns - NUMBER_CELLS - cells - 2 < LEAST_BY ? 0 : cells;
}

/** Nothing, half and the largest, above where they lie. */
export function scale(
  { most }: Extract<Chart, { draws: 'scale' }>,
  columns: number,
  { theme }: Look,
): string[] {
  const cells = plotCells(columns);
  if (cells === 0) return [];
  const end = numberLabel(most);
  const middle = numberLabel(Math.round(most / 2));
  const half = Math.floor(cells / 2) + Math.floor(middle.length / 2);
  const isRoom = half + 2 + end.length <= cells;
  const line = isRoom ? `0${middle.padStart(half)}` : '0';
  return [theme.dim(' '.repeat(NUMBER_CELLS) + line + end.padStart(cells - width(line)))];
}

/** The number, its bar, and all of who gives it and as of when. */
export function amount(
  { number, by, most, figure }: Extract<Chart, { draws: 'amount' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const cells = most === 0 ? 0 : plotCells(columns);
  const bar = cells === 0 ? '' : `${plotLine(most, figure, cells, look)}  `;
  const label = `${cell(number, NUMBER_CELLS - 1, look, 'right')} `;
  const isNarrow = columns - NUMBER_CELLS < LEAST_BY;
  if (isNarrow || width(number) >= NUMBER_CELLS) {
    const head = wrapped(styled({ means: 'strong', text: number }, theme), columns, look);
    return [...head, ...wrapped(styled(by, theme), columns - 2, look).map((line) => `  ${line}`)];
  }
  const before = NUMBER_CELLS + styledWidth(bar);
  return wrapped(styled(by, theme), columns - before, look).map((line, index) =>
    index === 0 ? theme.strong(label) + bar + line : ' '.repeat(before) + line,
  );
}

/** A bar as long as the value; its end shows what the comparator leaves open. */
function plotLine(
  most: number,
  { value, comparator }: Extract<Chart, { draws: 'amount' }>['figure'],
  cells: number,
  { theme }: Look,
): string {
  const { bar, barOpen } = theme.glyph;
  const whole = (text: string) => text + ' '.repeat(cells - styledWidth(text));
  if (value === undefined) return theme.dim(whole('no number'.slice(0, cells)));
  const length = Math.max(1, Math.round((value / most) * (cells - 1)));
  if (comparator === 'up-to') return whole(barOpen.repeat(length));
  const isMore = comparator === 'more-than' || comparator === 'at-least';
  const end = isMore ? '>' : comparator === 'about' ? '~' : '';
  return whole(bar.repeat(length) + theme.accent(end));
}
