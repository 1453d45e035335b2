/** `rungs timeline`: what happened, and what was said, in the order of time. */
import { KINDS_OF_RECORD } from '../document/kinds.ts';
import { datedTitle, timelinePage } from '../document/timeline.ts';
import { type Dated, datedRecords } from '../findings/timeline.ts';
import type { Library } from '../pack/library.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  pinnedAnswer,
  type Request,
  tellingOf,
} from './command.ts';

/** What happened, and with `--statements` what was said, on one axis. */
export async function runTimeline(request: Request): Promise<Answer> {
  const { options, columns } = request;
  const library = await libraryOf(request);
  const show = options.statements ? 'events and statements' : 'events';
  if (options.json) {
    const records = datedRecords(library, show);
    return { text: jsonText(records.map((dated) => datedJson(dated, library))) };
  }
  return pinnedAnswer(timelinePage(show, tellingOf(request, library)), request, columns);
}

/** A date and the first and last day that it leaves open; an open end is absent. */
function datedJson(dated: Dated, library: Library) {
  const { id, date, dateNote } = dated.record;
  const { from, to } = dated.bounds;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    id,
    kind: dated.kind,
    date,
    title: datedTitle(dated, library),
    address: KINDS_OF_RECORD[dated.kind].address(id),
    ...(dateNote && { note: dateNote }),
    ...(from !== undefined && { from: day(from) }),
    ...(to !== undefined && { to: day(to) }),
  };
}
