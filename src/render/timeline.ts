/** The timeline drawn: what has a date beside its days on an axis, uncertain ones as uncertain. */
import type { Chart } from '../document/charts.ts';
import { MONTHS } from '../document/dates.ts';
import type { Axis } from '../findings/timeline.ts';
import type { Bounds } from '../pack/dates.ts';
import { styledWidth } from '../terminal/text.ts';
import { cell, type Look, styled, wrapped } from './styled.ts';

const DAY = 86_400_000;
/** Cells for the date in words; "24 Oct 2024 or later" fits where there is room. */
const dateCells = (columns: number) => (columns >= 78 ? 22 : 18);
/** Narrower than this there is no axis, only the dates in words. */
const LEAST_AXIS = 16;

/** Cells of the axis in a width; none where there is no room. */
export function axisCells(columns: number): number {
  const cells = Math.floor(columns * (columns >= 100 ? 0.36 : 0.3));
  return columns - cells - dateCells(columns) < 26 || cells < LEAST_AXIS ? 0 : cells;
}

function position(time: number, { from, to }: Axis, cells: number): number {
  const share = (time - from) / Math.max(1, to - from);
  return Math.max(0, Math.min(cells - 1, Math.round(share * (cells - 1))));
}

/** The names of the months above where they begin, the first one and each January with its year. */
export function months(
  { axis }: Extract<Chart, { draws: 'months' }>,
  columns: number,
  { theme }: Look,
): string[] {
  const cells = axisCells(columns);
  if (!axis || cells === 0) return [];
  const line = Array.from({ length: cells }, () => ' ');
  const start = new Date(axis.from);
  for (let month = 0; month < 14; month += 1) {
    const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1);
    if (first > axis.to) break;
    const at = position(Math.max(first, axis.from), axis, cells);
    const begins = new Date(first);
    const isNewYear = month === 0 || begins.getUTCMonth() === 0;
    const year = isNewYear ? ` ${begins.getUTCFullYear()}` : '';
    const name = `${MONTHS[begins.getUTCMonth()] ?? ''}${year}`;
    const isFree = line.slice(Math.max(0, at - 1), at + name.length).every((one) => one === ' ');
    if (isFree && at + name.length <= cells) line.splice(at, name.length, ...name);
  }
  return [theme.dim(' '.repeat(columns - cells) + line.join(''))];
}

/** The date in words, the title, and the days on the axis. */
export function span(
  { date, title, isEvent, bounds, axis }: Extract<Chart, { draws: 'span' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const cells = axis ? axisCells(columns) : 0;
  const room = columns - dateCells(columns) - (cells > 0 ? cells + 2 : 0);
  const lines = wrapped(
    styled(isEvent ? title : { means: 'ours', text: title }, theme),
    room,
    look,
  );
  const drawn = axis && cells > 0 ? days(bounds, axis, cells, look) : '';
  const shownDate = theme.dim(cell(date, dateCells(columns) - 1, look));
  return lines.map((line, index) => {
    if (index > 0) return ' '.repeat(dateCells(columns)) + line;
    const gap = ' '.repeat(Math.max(0, room - styledWidth(line) + 2));
    return `${shownDate} ${line}${drawn === '' ? '' : gap + drawn}`;
  });
}

function days({ from, to }: Bounds, axis: Axis, cells: number, { theme }: Look): string {
  const { horizontal, leader, marked } = theme.glyph;
  const { dim } = theme;
  if (from === undefined && to === undefined) return dim('undated');
  if (to !== undefined && to < axis.from) return dim('<');
  const start = position(from ?? axis.from, axis, cells);
  const end = position(to ?? axis.to, axis, cells);
  const pad = ' '.repeat(start);
  if (from !== undefined && to !== undefined && to - from < DAY) return pad + theme.accent(marked);
  const open = from === undefined || from < axis.from ? '<' : '[';
  const close = to === undefined ? '>' : ']';
  // An end that is open fades: how far it reaches, nobody says.
  const isOpen = open === '<' || close === '>';
  const line = (isOpen ? leader : horizontal).repeat(Math.max(0, end - start - 1));
  return pad + dim(open + line + (end > start ? close : ''));
}
