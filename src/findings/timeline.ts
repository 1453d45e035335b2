/** What has a date, in order, and the days that an axis must show. */

import { type Bounds, dateBounds } from '../pack/dates.ts';
import type { Library } from '../pack/library.ts';
import type { PackEvent, Statement } from '../pack/schema.ts';

export const TIMELINE_SHOWS = ['events', 'events and statements'] as const;
export type TimelineShow = (typeof TIMELINE_SHOWS)[number];

/** A record with a date, and the days that this leaves open. */
export type Dated = { bounds: Bounds } & (
  | { kind: 'event'; record: PackEvent }
  | { kind: 'statement'; record: Statement }
);

/**
 * What has a date, the earliest first; undated records come last. An outlet's own voice is left
 * out: its date is that of the article.
 */
export function datedRecords(library: Library, show: TimelineShow): Dated[] {
  const { events, statements } = library.data;
  const dated = events.map((record): Dated => {
    return { kind: 'event', record, bounds: dateBounds(record.date) };
  });
  if (show === 'events') return dated.sort(byTime);
  const said = statements.filter(({ form }) => form !== 'authorial');
  for (const record of said) {
    dated.push({ kind: 'statement', record, bounds: dateBounds(record.date) });
  }
  return dated.sort(byTime);
}

function byTime(a: Dated, b: Dated): number {
  const start = ({ from, to }: Bounds) => from ?? to ?? Number.POSITIVE_INFINITY;
  const end = ({ from, to }: Bounds) => to ?? from ?? Number.POSITIVE_INFINITY;
  const [first, second] = [start(a.bounds), start(b.bounds)];
  if (first !== second) return first < second ? -1 : 1;
  const [one, other] = [end(a.bounds), end(b.bounds)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The first and last day of an axis, in milliseconds of UTC. */
export type Axis = { from: number; to: number };

const DAY = 86_400_000;
/** A date that leaves more days open than this would stretch an axis to its end. */
const EXACT = 62 * DAY;
/** An axis shows at least a month, and what begins up to so many days before its end. */
const LEAST = 30 * DAY;
const REACH = 200 * DAY;

/** The days in which most things happen; undefined where no end of anything is known. */
export function axisOf(records: readonly Dated[]): Axis | undefined {
  const known = records.flatMap(({ bounds: { from, to } }) =>
    to === undefined ? [] : [{ to, open: to - (from ?? to) }],
  );
  if (known.length === 0) return undefined;
  const exact = known.filter(({ open }) => open < EXACT);
  const to = Math.max(...(exact.length > 0 ? exact : known).map((one) => one.to));
  const starts = records.flatMap(({ bounds: { from } }) =>
    from !== undefined && from >= to - REACH ? [from] : [],
  );
  return { from: Math.min(to - LEAST, ...starts), to };
}
