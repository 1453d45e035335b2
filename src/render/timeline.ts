/** The timeline drawn: what has a date beside its days on an axis, uncertain ones as uncertain. */
import type { Chart } from '../document/charts.ts';
import { MONTHS } from '../document/dates.ts';
import { type Axis, shareOf } from '../findings/timeline.ts';
import type { Bounds } from '../pack/dates.ts';
import { sideBySide } from './columns.ts';
import { cell, type Look, styled, wrapped } from './styled.ts';

const DAY = 86_400_000;
/** Cells for the date in words, which goes on below where it is longer. */
const DATE_CELLS = 16;
/** Narrower than this there is no axis, only the dates in words. */
const LEAST_AXIS = 16;
/** Cells in which an open end fades: how far it reaches, nobody says. */
const FADE = 4;

/** Cells of the axis in a width; none where there is no room. */
export function axisCells(columns: number): number {
  const cells = Math.floor(columns * (columns >= 100 ? 0.42 : 0.34));
  return columns - cells - DATE_CELLS < 26 || cells < LEAST_AXIS ? 0 : cells;
}

const position = (day: number, axis: Axis, cells: number): number =>
  Math.round(shareOf(day, axis) * (cells - 1));

/**
 * What is listed, and above the axis its first year, its months, and each January with the year;
 * below them the days at which something begins or ends, and where it is broken.
 */
export function months(
  { axis, text }: Extract<Chart, { draws: 'months' }>,
  columns: number,
  look: Look,
): string[] {
  const { dim } = look.theme;
  const cells = axis ? axisCells(columns) : 0;
  if (!axis || cells === 0) {
    const lines = axis ? [text, 'too narrow for the axis of days'] : [text];
    return lines.map((line) => dim(cell(line, columns, look).trimEnd()));
  }
  const at = (day: number) => position(day, axis, cells);
  const names = monthsOf(axis).map((day, index) => ({ at: at(day), text: monthName(day, index) }));
  const year = `${new Date(axis[0]?.day ?? 0).getUTCFullYear()} `;
  const breaks = axis.flatMap((stop, index) => {
    const before = axis[index - 1];
    if (!stop.isBreak || !before) return [];
    return [{ at: Math.floor((at(before.day) + at(stop.day)) / 2), text: '//' }];
  });
  const days = axis.map(({ day }) => ({ at: at(day), text: String(new Date(day).getUTCDate()) }));
  const room = columns - cells;
  return [
    dim(cell(text, room - year.length, look) + year + written(names, cells)),
    dim(
      cell('not to scale: quiet days are short', room, look) + written([...breaks, ...days], cells),
    ),
  ];
}

/** The first of each month in which something begins or ends. */
function monthsOf(axis: Axis): number[] {
  const firsts = axis.map(({ day }) => {
    const date = new Date(day);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  });
  return [...new Set(firsts)];
}

function monthName(day: number, index: number): string {
  const date = new Date(day);
  const year = index > 0 && date.getUTCMonth() === 0 ? ` ${date.getUTCFullYear()}` : '';
  return `${MONTHS[date.getUTCMonth()] ?? ''}${year}`;
}

/** Texts where they belong in a line, or as near to its end; those left out that would touch one before. */
function written(texts: readonly { at: number; text: string }[], cells: number): string {
  const line = Array.from({ length: cells }, () => ' ');
  for (const { at: wanted, text } of texts) {
    const at = Math.max(0, Math.min(wanted, cells - text.length));
    const around = line.slice(Math.max(0, at - 1), at + text.length + 1);
    if (around.every((one) => one === ' ')) line.splice(at, text.length, ...text);
  }
  return line.join('');
}

/** The date in words, the title, and the days on the axis. */
export function span(
  { date, title, isEvent, bounds, axis }: Extract<Chart, { draws: 'span' }>,
  columns: number,
  look: Look,
): string[] {
  const cells = axis ? axisCells(columns) : 0;
  const room = columns - DATE_CELLS - (cells > 0 ? cells + 2 : 0);
  const dates = wrapped(styled({ means: 'aside', text: date }, look.theme), DATE_CELLS - 2, look);
  const titles = wrapped(
    styled(isEvent ? title : { means: 'ours', text: title }, look.theme),
    room,
    look,
  );
  const drawn = axis && cells > 0 ? [days(bounds, axis, cells, look)] : [];
  return sideBySide([dates, titles, drawn], [DATE_CELLS - 2, room, cells], '  ').map((line) =>
    line.trimEnd(),
  );
}

function days({ from, to }: Bounds, axis: Axis, cells: number, { theme }: Look): string {
  const { horizontal, leader, marked } = theme.glyph;
  const { dim, accent } = theme;
  const [first, last] = [axis[0]?.day ?? 0, axis.at(-1)?.day ?? 0];
  if (from === undefined && to === undefined) return dim('undated');
  if (to !== undefined && to < first) return dim('<');
  const start = from === undefined ? undefined : position(from, axis, cells);
  const end = to === undefined ? undefined : position(to, axis, cells);
  const fade = dim(leader.repeat(FADE));
  const isBefore = from !== undefined && from < first;
  const isAfter = to !== undefined && to > last;
  if (start === undefined) {
    const at = end ?? 0;
    return `${' '.repeat(Math.max(0, at - FADE))}${dim(leader.repeat(Math.min(at, FADE)))}]`;
  }
  const isOpenEnd = end === undefined || isAfter;
  if (isBefore && isOpenEnd) {
    return `${dim('<')}${fade}${' '.repeat(Math.max(0, cells - 2 * FADE - 2))}${fade}${dim('>')}`;
  }
  if (isBefore) return `${dim('<')}${horizontal.repeat(Math.max(0, (end ?? 0) - 1))}]`;
  const pad = ' '.repeat(start);
  if (isOpenEnd) return `${pad}[${dim(leader.repeat(Math.min(FADE, cells - start - 1)))}`;
  if (to !== undefined && to - (from ?? to) < DAY) return pad + accent(marked);
  return `${pad}[${horizontal.repeat(Math.max(0, end - start - 1))}${end > start ? ']' : ''}`;
}
