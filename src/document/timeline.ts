/** Events and dated statements in the order of time, uncertain dates told as uncertain. */
import {
  type Axis,
  axisOf,
  type Dated,
  datedRecords,
  type TimelineShow,
} from '../findings/timeline.ts';
import type { Library } from '../pack/library.ts';
import { dateLabel } from './dates.ts';
import {
  type Block,
  type Blocks,
  chart,
  ours,
  type Part,
  plural,
  prose,
  run,
  sign,
  type Target,
  type Telling,
  whereSaid,
} from './document.ts';
import { noneText } from './labels.ts';

/** A page with parts that stay in sight above it while it scrolls. */
export type Pinned = { pinned: readonly Part[]; blocks: Blocks };

/** What has a date, each beside its days on one axis. */
export function timelinePage(show: TimelineShow, { library }: Telling): Pinned {
  const records = datedRecords(library, show);
  const axis = axisOf(records);
  const kinds = show === 'events' ? 'event' : 'event or statement';
  const state =
    records.length === 0
      ? noneText(kinds, library)
      : `${plural(records.length, kinds, show)}; undated ones are at the end`;
  return {
    pinned: [
      ...(axis ? [LEGEND] : []),
      chart({ draws: 'months', axis, text: state }, prose(state)),
    ],
    blocks: [
      run(
        records,
        ({ kind, record }) => `${kind}:${record.id}`,
        (dated) => datedBlock(dated, axis, library),
      ),
    ],
  };
}

const LEGEND: Part = {
  kind: 'legend',
  of: 'timeline',
  text: [
    sign('marked'),
    ' one day  [--] within  ...] then or earlier  [... then or later  < before',
  ],
};

function datedBlock(dated: Dated, axis: Axis | undefined, library: Library): Omit<Block, 'key'> {
  const { kind, record, bounds } = dated;
  const date = dateLabel(record.date);
  const title = datedTitle(dated, library);
  const isEvent = kind === 'event';
  const told = prose([`${date}: `, isEvent ? title : ours(title)]);
  return {
    target: datedTarget(dated),
    record: { kind, id: record.id },
    parts: [chart({ draws: 'span', date, title, isEvent, bounds, axis }, told)],
  };
}

/** What happened and where, or who said what. */
export function datedTitle({ kind, record }: Dated, library: Library): string {
  if (kind === 'statement') return `${library.person(record.speaker).name}: ${record.summary}`;
  return record.place ? `${record.title} (${record.place})` : record.title;
}

function datedTarget({ kind, record }: Dated): Target {
  return kind === 'event' ? whereSaid(record) : { view: 'statement', id: record.id };
}
