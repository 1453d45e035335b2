/** The matrix drawn: two signs a cell, and as many columns as fit. */
import type { Chart } from '../document/charts.ts';
import { sideSign } from '../document/document.ts';
import { SIDES } from '../document/labels.ts';
import type { MatrixColumns } from '../document/matrix.ts';
import type { Gap } from '../findings/matrix.ts';
import type { Side } from '../pack/library.ts';
import { styledWidth } from '../terminal/text.ts';
import type { Theme } from '../terminal/theme.ts';
import { cell, filled, glyphText, type Look, paintOf, styled, wrapped } from './styled.ts';

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
  { name, changes, cells, of, focus }: Extract<Chart, { draws: 'matrix-row' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const mark = changes ? theme.warn(theme.glyph.shared) : ' ';
  const line = theme.dim(theme.glyph.rung);
  const signs = cells.map((sides, index) => {
    if (sides) return ` ${cellSigns(sides, theme)}`;
    return index === focus ? `  ${line}` : '   ';
  });
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
  // In full strength: dimmed, a dot is not seen.
  if (sides.length === 1 && sides[0] === 'none') return ` ${glyphText(sideSign('none'), theme)}`;
  const should = sign(['favours', 'opposes']);
  const will = sign(['expects', 'possible', 'doubts']);
  // One sign alone stands below the last digit of its column's number.
  return will === ' ' ? ` ${should}` : should + will;
}

/** Cells of the number of statements and the mark of who changes sides. */
const COUNT = 6;
/** A name is whole in fewer lines with so many cells. */
const LEAST_NAME = 22;

/** How many cells a rung has in the strips: two signs, one, or none where there is no room. */
function stripCells(rungs: number, columns: number): number {
  const room = columns - COUNT - LEAST_NAME;
  return rungs * 3 <= room ? 3 : rungs <= room ? 1 : 0;
}

/** The numbers of the rungs, their digits below each other where a rung has one cell. */
export function positionsHead(
  { rungs }: Extract<Chart, { draws: 'positions-head' }>,
  columns: number,
  { theme }: Look,
): string[] {
  const cells = stripCells(rungs.length, columns);
  if (cells === 0) return [theme.dim('too narrow for what they say: Enter')];
  const lead = ' '.repeat(columns - rungs.length * cells);
  const digits = Math.max(...rungs.map((rung) => String(rung).length));
  const texts = rungs.map((rung) => String(rung).padStart(cells === 1 ? digits : cells));
  if (cells > 1) return [theme.dim(lead + texts.join(''))];
  return Array.from({ length: digits }, (_, digit) =>
    theme.dim(lead + texts.map((text) => text[digit]).join('')),
  );
}

/** Somebody's whole name, their statements, and what they say on every rung. */
export function positions(
  { name, count, changes, cells: sides }: Extract<Chart, { draws: 'positions' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const cells = stripCells(sides.length, columns);
  const mark = changes ? theme.warn(theme.glyph.shared) : ' ';
  const strip = sides.map((held) => {
    if (cells === 1) return held ? oneSign(held, theme) : theme.dim(theme.glyph.leader);
    return held ? ` ${cellSigns(held, theme)}` : `  ${theme.dim(theme.glyph.leader)}`;
  });
  const names = columns - COUNT - sides.length * cells;
  const lines = wrapped(styled(name, theme), names, look);
  return lines.map((line, index) => {
    if (index > 0) return line;
    const gap = ' '.repeat(Math.max(0, names - styledWidth(line)));
    return `${line}${gap}${String(count).padStart(3)} ${mark} ${cells === 0 ? '' : strip.join('')}`;
  });
}

/** One sign for a cell: "=" where both questions are answered, a sign for dots that fill the rest. */
function oneSign(sides: readonly Side[], theme: Theme): string {
  if (sides.length === 1 && sides[0] === 'none') return theme.glyph.none;
  const isBoth = ['favours', 'opposes'].some((side) => sides.includes(side as Side));
  const isWill = ['expects', 'possible', 'doubts'].some((side) => sides.includes(side as Side));
  return isBoth && isWill ? theme.strong('=') : cellSigns(sides, theme).trim();
}
