/** `rungs rename`: another id for a record, wherever it is mentioned. */
import { rename } from '../author/restructure.ts';
import { plural } from '../document/document.ts';
import type { Answer, Request } from './command.ts';
import { changed } from './pack-folder.ts';

/** Gives a record another id. */
export function runRename(request: Request): Answer {
  const [id = '', to = ''] = request.args;
  return changed(
    request,
    (files) => rename(files, id, to),
    ({ mentions, inComments }) => [
      `${id} is ${to} now, and so it is in ${plural(mentions, 'mention')}.`,
      ...(inComments.length > 0 ? [`Comments still say ${id}: ${inComments.join(', ')}.`] : []),
    ],
  );
}
