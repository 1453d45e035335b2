/** The matrix drawn: two signs a cell, and as many columns as fit. */
import type { Chart } from '../document/charts.ts';
import { sideSign } from '../document/document.ts';
import { SIDES } from '../document/labels.ts';
import type { MatrixColumns } from '../document/matrix.ts';
import type { Gap } from '../findings/matrix.ts';
import type { Side } from '../pack/library.ts';
import { styledWidth } from '../terminal/text.ts';
import type { Theme } from '../terminal/theme.ts';
import { cell, filled, glyphText, type Look, paintOf } from './styled.ts';

/** Cells of a column. */
const CELL = 3;
/** Least and most cells for names: more columns count for more. */
const NAME = { least: 26, most: 34 };

const nameCells = (of: number, columns: number): number =>
  Math.max(NAME.least, Math.min(NAME.most, columns - of * CELL));

/** Of so many columns those that fit into a width and hold the one in focus. */
export function matrixColumns(of: number, columns: number, column: number): MatrixColumns {
  const fit = matrixFit(of, columns);
  const focus = Math.min(column, of - 1);
  return { first: Math.floor(focus / fit) * fit, fit, focus };
}

/** How many of so many columns fit into a width. */
export function matrixFit(of: number, columns: number): number {
  return Math.max(1, Math.floor((columns - nameCells(of, columns)) / CELL));
}

/** The numbers of the rungs, and below which side is missing on each. */
export function matrixHead(
  { rungs, focus, of }: Extract<Chart, { draws: 'matrix-head' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const names = nameCells(of, columns);
  const numbers = rungs.map(({ rung }, index) => {
    const number = String(rung).padStart(CELL);
    return index === focus ? theme.accent(number) : theme.dim(number);
  });
  const gaps = rungs.map(({ gap }) => gapSign(gap, theme).padStart(CELL));
  return [
    theme.dim(cell('rung', names, look)) + numbers.join(''),
    theme.dim(cell('side that nobody takes', names, look) + gaps.join('')),
  ];
}

function gapSign(gap: Gap, { glyph, isAscii }: Theme): string {
  const [noFor, noAgainst] = [glyph['nobody-for'], glyph['nobody-against']];
  return { none: '', for: noFor, against: noAgainst, both: isAscii ? '--' : noFor + noAgainst }[
    gap
  ];
}

/** A name and its cells. */
export function matrixRow(
  { name, changes, cells, of }: Extract<Chart, { draws: 'matrix-row' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const mark = changes ? theme.warn(theme.glyph.shared) : ' ';
  const signs = cells.map((sides) => ` ${sides ? cellSigns(sides, theme) : '  '}`);
  return [`${filled(name, nameCells(of, columns) - 2, look)}${mark} ${signs.join('')}`];
}

/**
 * The two signs of a cell, painted: should it, will it. A dot where somebody speaks of the scenario
 * without a stance, a star where they say both yes and no.
 */
function cellSigns(sides: readonly Side[], theme: Theme): string {
  const glyph = (side: Side) => paintOf(side, theme)(glyphText(sideSign(side), theme));
  const sign = (wanted: readonly Side[]): string => {
    const held = wanted.filter((one) => sides.includes(one));
    const [side] = held;
    if (side === undefined) return ' ';
    const tones = new Set(held.map((one) => SIDES[one].tone));
    return tones.has('yes') && tones.has('no') ? theme.warn('*') : glyph(side);
  };
  if (sides.length === 1 && sides[0] === 'none') return ` ${glyph('none')}`;
  return sign(['favours', 'opposes']) + sign(['expects', 'possible', 'doubts']);
}

/** Somebody's name, their statements, and what they say on as many rungs as fit. */
export function positions(
  { name, count, changes, on }: Extract<Chart, { draws: 'positions' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const names = Math.min(NAME.most, Math.floor(columns * 0.45));
  const mark = changes ? theme.warn(theme.glyph.shared) : ' ';
  const fitting: string[] = [];
  let used = names + 2;
  for (const { rung, sides } of on) {
    const one = `${cellSigns(sides, theme).trim()}${rung}`;
    used += styledWidth(one) + 2;
    if (used > columns - 1) break;
    fitting.push(one);
  }
  const rest = on.length - fitting.length;
  const more = rest > 0 ? theme.dim(` +${rest}`) : '';
  const head = filled(name, names - 6, look) + String(count).padStart(4);
  return [`${head} ${mark} ${fitting.join('  ')}${more}`];
}
