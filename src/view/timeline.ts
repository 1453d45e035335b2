/** Events and dated statements on one axis, uncertain dates drawn as uncertain. */

import { type Bounds, dateBounds } from '../pack/dates.ts';
import type { Library } from '../pack/library.ts';
import { styledWidth } from '../terminal/text.ts';
import { dateLabel, MONTHS } from './dates.ts';
import {
  type Block,
  cell,
  type Look,
  plural,
  prose,
  still,
  type Target,
  whereSaid,
} from './look.ts';

export const TIMELINE_SHOWS = ['events', 'events and statements'] as const;
export type TimelineShow = (typeof TIMELINE_SHOWS)[number];

export type Dated = {
  id: string;
  kind: 'event' | 'statement';
  date: string;
  bounds: Bounds;
  title: string;
  /** How the date is known, or what else has to be said about it. */
  note?: string;
  target: Target;
};

/** What has a date, the earliest first; undated records come last. */
export function datedRecords(library: Library, show: TimelineShow): Dated[] {
  const events = library.data.events.map((event): Dated => {
    const { id, date, title, place, dateNote } = event;
    return {
      id,
      kind: 'event',
      date,
      bounds: dateBounds(date),
      title: place ? `${title} (${place})` : title,
      ...(dateNote ? { note: dateNote } : {}),
      target: whereSaid(event),
    };
  });
  if (show === 'events') return events.sort(byTime);
  const statements = library.data.statements
    .filter(({ form }) => form !== 'authorial')
    .map((statement): Dated => {
      const { id, date, dateNote, summary } = statement;
      const speaker = library.person(statement.speaker).name;
      return {
        id,
        kind: 'statement',
        date,
        bounds: dateBounds(date),
        title: `${speaker}: ${summary}`,
        ...(dateNote ? { note: dateNote } : {}),
        target: { view: 'statement', id },
      };
    });
  return [...events, ...statements].sort(byTime);
}

function byTime(a: Dated, b: Dated): number {
  const start = ({ from, to }: Bounds) => from ?? to ?? Number.POSITIVE_INFINITY;
  const end = ({ from, to }: Bounds) => to ?? from ?? Number.POSITIVE_INFINITY;
  const [first, second] = [start(a.bounds), start(b.bounds)];
  if (first !== second) return first < second ? -1 : 1;
  const [one, other] = [end(a.bounds), end(b.bounds)];
  return one === other ? 0 : one < other ? -1 : 1;
}

const DAY = 86_400_000;
/** Cells for the date in words; "24 Oct 2024 or later" fits where there is room. */
const dateCells = (columns: number) => (columns >= 78 ? 22 : 18);
/** Narrower than this there is no axis, only the dates in words. */
const LEAST_AXIS = 16;

export type TimelineView = { pinned: string[]; blocks: Block[] };

/**
 * The axis covers the months in which most things happen; what lies before is shown at its left
 * edge.
 */
export function timelineView(show: TimelineShow, columns: number, look: Look): TimelineView {
  const { theme } = look;
  const records = datedRecords(look.library, show);
  const axis = axisOf(records);
  const cells = axis ? axisCells(columns) : 0;
  const kinds = show === 'events' ? 'event' : 'event or statement';
  const state =
    records.length === 0
      ? `No ${kinds} in these sources.`
      : `${plural(records.length, kinds, show)}; undated ones are at the end`;
  const pinned = [theme.dim(cell(state, columns, look))];
  if (axis && cells > 0) pinned.push(theme.dim(axisHead(axis, cells, columns)));
  const blocks = records.map((record): Block => recordBlock(record, axis, cells, look));
  if (cells > 0) blocks.push(legend(look));
  return { pinned, blocks };
}

/** What the signs on the axis mean. */
function legend(look: Look): Block {
  const { theme } = look;
  return still((width) => [
    '',
    ...prose(
      `${theme.glyph.marked} one day. [--] some day or days in between. <-- then or earlier. --> then or later. < before the axis begins.`,
      width,
      look,
      { paint: theme.dim },
    ),
  ]);
}

type Axis = { from: number; to: number };

/** From the first month that has exact days close to the last one, at most a year before it. */
function axisOf(records: readonly Dated[]): Axis | undefined {
  const known = records.flatMap(({ bounds: { from, to } }) =>
    to === undefined ? [] : [{ to, days: (to - (from ?? to)) / DAY }],
  );
  if (known.length === 0) return undefined;
  // A year that is all one knows would stretch the axis to its end.
  const exact = known.filter(({ days }) => days < 62);
  const to = Math.max(...(exact.length > 0 ? exact : known).map((one) => one.to));
  const starts = records.flatMap(({ bounds: { from } }) =>
    from !== undefined && from >= to - 200 * DAY ? [from] : [],
  );
  return { from: Math.min(to - 30 * DAY, ...starts), to };
}

function axisCells(columns: number): number {
  const cells = Math.floor(columns * (columns >= 100 ? 0.36 : 0.3));
  return columns - cells - dateCells(columns) < 26 || cells < LEAST_AXIS ? 0 : cells;
}

function place(time: number, { from, to }: Axis, cells: number): number {
  const share = (time - from) / Math.max(1, to - from);
  return Math.max(0, Math.min(cells - 1, Math.round(share * (cells - 1))));
}

function axisHead(axis: Axis, cells: number, columns: number): string {
  const line = Array.from({ length: cells }, () => ' ');
  const start = new Date(axis.from);
  for (let month = 0; month < 14; month += 1) {
    const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1);
    if (first > axis.to) break;
    const at = place(Math.max(first, axis.from), axis, cells);
    const name = MONTHS[new Date(first).getUTCMonth()] ?? '';
    const isFree = line.slice(Math.max(0, at - 1), at + name.length).every((one) => one === ' ');
    if (isFree && at + name.length <= cells) line.splice(at, name.length, ...name);
  }
  return ' '.repeat(columns - cells) + line.join('');
}

function recordBlock(record: Dated, axis: Axis | undefined, cells: number, look: Look): Block {
  const { theme } = look;
  return {
    target: record.target,
    lines: (columns) => {
      const date = cell(dateLabel(record.date), dateCells(columns) - 1, look);
      const room = columns - dateCells(columns) - (cells > 0 ? cells + 2 : 0);
      const paint = record.kind === 'event' ? (text: string) => text : theme.ours;
      const title = prose(record.title, room, look, { paint });
      const drawn = axis && cells > 0 ? drawSpan(record.bounds, axis, cells, look) : '';
      const pad = ' '.repeat(dateCells(columns));
      return title.map((line, index) => {
        if (index > 0) return pad + line;
        const gap = ' '.repeat(Math.max(0, room - styledWidth(line) + 2));
        return `${theme.dim(date)} ${line}${drawn === '' ? '' : gap + drawn}`;
      });
    },
  };
}

function drawSpan({ from, to }: Bounds, axis: Axis, cells: number, { theme }: Look): string {
  const { horizontal, marked } = theme.glyph;
  if (from === undefined && to === undefined) return theme.dim('undated');
  if (to !== undefined && to < axis.from) return theme.dim('<');
  const start = place(from ?? axis.from, axis, cells);
  const end = place(to ?? axis.to, axis, cells);
  if (from !== undefined && to !== undefined && to - from < DAY) {
    return ' '.repeat(start) + theme.accent(marked);
  }
  const open = from === undefined || from < axis.from ? '<' : '[';
  const close = to === undefined ? '>' : ']';
  const line = horizontal.repeat(Math.max(0, end - start - 1));
  return ' '.repeat(start) + theme.dim(open + line + (end > start ? close : ''));
}
