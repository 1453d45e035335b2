/** `rungs timeline`: what happened and was said when. */
import { createLibrary } from '../pack/library.ts';
import { type Dated, datedRecords, timelineView } from '../view/timeline.ts';
import { type Answer, jsonText, lookOf, type Request } from './command.ts';
import { linesText, pageText } from './page.ts';
import { addressOf } from './records.ts';

/** What happened, and with `--statements` what was said, on one axis. */
export async function runTimeline(request: Request): Promise<Answer> {
  const { options, columns } = request;
  const library = createLibrary((await request.pack()).data);
  const show = options.statements ? 'events and statements' : 'events';
  if (options.json) return { text: jsonText(datedRecords(library, show).map(datedJson)) };
  const { pinned, blocks } = timelineView(show, columns, lookOf(request, library));
  return { text: `${linesText(pinned)}\n${pageText(blocks, columns)}` };
}

/** A date and the first and last day that it leaves open; an open end is absent. */
function datedJson({ target: _, bounds, ...record }: Dated) {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    ...record,
    address: addressOf(record),
    ...(bounds.from !== undefined && { from: day(bounds.from) }),
    ...(bounds.to !== undefined && { to: day(bounds.to) }),
  };
}
