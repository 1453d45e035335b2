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

/**
 * A day at which something begins or ends, in milliseconds of UTC, and how much of the axis lies
 * before it, from 0 to 1. Before a `break` nothing happens for long.
 */
type Stop = { day: number; share: number; isBreak: boolean };
/** Days in their order, the first and the last of the axis among them. */
export type Axis = readonly Stop[];

const DAY = 86_400_000;
/** A date that leaves more days open than this would stretch an axis to its end. */
const EXACT = 62 * DAY;
/** An axis shows at least a month, and what begins up to so many days before its end. */
const LEAST = 30 * DAY;
const REACH = 200 * DAY;
/** Where nothing begins or ends for longer than this, the axis is broken: so much is left of it. */
const LONG = 62 * DAY;
const BREAK_WEIGHT = 3;

/**
 * The days in which most things happen, and where each lies on an axis that gives room to where
 * things happen: days without anything are the shorter the more of them follow each other.
 * Undefined where no end of anything is known.
 */
export function axisOf(records: readonly Dated[]): Axis | undefined {
  const known = records.flatMap(({ bounds: { from, to } }) =>
    to === undefined ? [] : [{ to, open: to - (from ?? to) }],
  );
  if (known.length === 0) return undefined;
  const exact = known.filter(({ open }) => open < EXACT);
  const last = (exact.length > 0 ? exact : known).reduce(
    (latest, { to }) => Math.max(latest, to),
    Number.NEGATIVE_INFINITY,
  );
  const ends = records.flatMap(({ bounds: { from, to } }) => [from ?? last, to ?? last]);
  // Each day once: there may be a hundred thousand records.
  const days = new Set(ends.filter((day) => day >= last - REACH && day <= last));
  days.add(Math.min(last - LEAST, ...days)).add(last);
  return shared([...days].sort((a, b) => a - b));
}

/** Each day with its share of the axis. */
function shared(days: readonly number[]): Axis {
  let sum = 0;
  const stops = days.map((day, index) => {
    const gap = day - (days[index - 1] ?? day);
    const isBreak = gap > LONG;
    sum += isBreak ? BREAK_WEIGHT : Math.log2(1 + gap / DAY);
    return { day, share: sum, isBreak };
  });
  return stops.map((stop) => ({ ...stop, share: stop.share / sum }));
}

/** Where a day lies on an axis, from 0 to 1; beyond its ends at them. */
export function shareOf(day: number, axis: Axis): number {
  const index = axis.findIndex((stop) => stop.day >= day);
  const after = axis[index];
  if (!after) return 1;
  const before = axis[index - 1];
  if (!before) return 0;
  const part = (day - before.day) / (after.day - before.day);
  return before.share + part * (after.share - before.share);
}
