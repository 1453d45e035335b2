/** The matrix drawn: two signs a cell, and as many columns as fit. */
import type { Chart } from '../document/charts.ts';
import { sideSign } from '../document/document.ts';
import { SIDES } from '../document/labels.ts';
import type { MatrixColumns } from '../document/matrix.ts';
import type { Gap } from '../findings/matrix.ts';
import type { Side } from '../pack/library.ts';
import { styledWidth, width } from '../terminal/text.ts';
import type { Theme } from '../terminal/theme.ts';
import { cell, filled, glyphText, type Look, paintOf, styled, wrapped } from './styled.ts';

/** Cells of a column: with air between two of them where all have room for it. */
const CELL = { narrow: 2, wide: 3 };
/** Least and most cells for names: more columns count for more. */
const NAME = { least: 26, most: 42 };

const cellWidth = (of: number, columns: number): number =>
  columns - of * CELL.wide >= NAME.least ? CELL.wide : CELL.narrow;

const nameCells = (of: number, columns: number): number =>
  Math.max(NAME.least, Math.min(NAME.most, columns - of * cellWidth(of, columns)));

/** Of so many columns those that fit into a width and hold the one in focus. */
export function matrixColumns(of: number, columns: number, column: number): MatrixColumns {
  const fit = matrixFit(of, columns);
  const focus = Math.min(column, of - 1);
  return { first: Math.floor(focus / fit) * fit, fit, focus };
}

/** How many of so many columns fit into a width. */
export function matrixFit(of: number, columns: number): number {
  return Math.max(1, Math.floor((columns - nameCells(of, columns)) / cellWidth(of, columns)));
}

/** The numbers of the rungs, and below which side is missing on each. */
export function matrixHead(
  { rungs, names: sides, focus, of }: Extract<Chart, { draws: 'matrix-head' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const names = nameCells(of, columns);
  const cells = cellWidth(of, columns);
  // Where a number has no air before it, its digits stand below each other.
  const lines = cells === CELL.narrow ? stacked(rungs.map(({ rung }) => rung)) : undefined;
  const texts = lines ?? [rungs.map(({ rung }) => String(rung))];
  const gaps = rungs.map(({ gap }) => gapSign(gap, theme).padStart(cells));
  const [nobodyFor, nobodyAgainst] = [theme.glyph['nobody-for'], theme.glyph['nobody-against']];
  const nobody = `nobody: ${nobodyFor} ${sides.for} ${nobodyAgainst} ${sides.against} ${theme.glyph.none} both`;
  return [
    ...texts.map((numbers, line) => {
      const shown = numbers.map((text, index) =>
        (index === focus ? theme.accent : theme.dim)(text.padStart(cells)),
      );
      const label = line === texts.length - 1 ? rungsLabel(rungs, of) : '';
      return theme.dim(cell(label, names, look)) + shown.join('');
    }),
    theme.dim(cell(nobody, names, look) + gaps.join('')),
  ];
}

/** What the numbers are, and which of them are in sight where that is not all. */
function rungsLabel(rungs: readonly { rung: number }[], of: number): string {
  if (rungs.length === of) return 'rung';
  return `rungs ${rungs[0]?.rung}–${rungs.at(-1)?.rung} of ${of}`;
}

/** Numbers by their digits, a line for each: tens above ones. */
function stacked(numbers: readonly number[]): string[][] {
  const digits = Math.max(...numbers.map((number) => String(number).length));
  const texts = numbers.map((number) => String(number).padStart(digits));
  return Array.from({ length: digits }, (_, digit) => texts.map((text) => text[digit] ?? ' '));
}

const gapSign = (gap: Gap, { glyph }: Theme): string =>
  ({
    none: '',
    for: glyph['nobody-for'],
    against: glyph['nobody-against'],
    both: glyph.none,
  })[gap];

/** A name and its cells; the selected one is a line of the cross-hair, its column the other. */
export function matrixRow(
  { name, changes, cells, of, focus }: Extract<Chart, { draws: 'matrix-row' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const mark = changes ? theme.warn(theme.glyph.shared) : ' ';
  const isRow = look.isSelected === true && focus !== undefined;
  const { dash, rung } = theme.glyph;
  const across = isRow ? theme.dim(dash) : ' ';
  const down = theme.dim(rung);
  const before = across.repeat(cellWidth(of, columns) - CELL.narrow);
  const signs = cells.map((sides, index) => {
    const text = sides ? cellSigns(sides, theme, across) : undefined;
    return before + (text ?? across + (index === focus ? down : across));
  });
  return [`${filled(name, nameCells(of, columns) - 2, look)}${mark} ${signs.join('')}`];
}

/**
 * The two signs of a cell, painted: should it, will it. A dot where somebody speaks of the scenario
 * without a stance, a star where they say both yes and no.
 *
 * @param air what stands before one sign alone
 */
function cellSigns(sides: readonly Side[], theme: Theme, air = ' '): string {
  const glyph = (side: Side) => paintOf(side, theme)(glyphText(sideSign(side), theme));
  const sign = (wanted: readonly Side[]): string => {
    const held = wanted.filter((one) => sides.includes(one));
    const [side] = held;
    if (side === undefined) return ' ';
    const tones = new Set(held.map((one) => SIDES[one].tone));
    return tones.has('yes') && tones.has('no') ? theme.warn('*') : glyph(side);
  };
  // In full strength: dimmed, a dot is not seen.
  if (sides.length === 1 && sides[0] === 'none') return air + glyphText(sideSign('none'), theme);
  const should = sign(['favours', 'opposes']);
  const will = sign(['expects', 'possible', 'doubts']);
  // One sign alone stands below the last digit of its column's number.
  return will === ' ' ? air + should : (should === ' ' ? air : should) + will;
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
  look: Look,
): string[] {
  const { theme } = look;
  const cells = stripCells(rungs.length, columns);
  const changes = `${theme.glyph.shared} one side here, the other elsewhere`;
  if (cells === 0)
    return ['too narrow for what they say: Enter', changes].map((line) => theme.dim(line));
  const room = columns - rungs.length * cells;
  // The number of statements ends where that of everybody does.
  const counts = 'statements'.padStart(room - COUNT + 3);
  const lines = cells > 1 ? [rungs.map((rung) => String(rung).padStart(cells))] : stacked(rungs);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const lead = isLast
      ? lines.length > 1
        ? counts
        : changes + counts.slice(width(changes))
      : changes;
    return theme.dim(cell(lead, room, look) + line.join(''));
  });
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
