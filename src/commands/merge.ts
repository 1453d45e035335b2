/** `rungs merge`: two people made one. */
import { merge } from '../author/restructure.ts';
import { plural } from '../document/document.ts';
import type { Answer, Request } from './command.ts';
import { changed } from './pack-folder.ts';

/** Makes a person one with another, who keeps the id. */
export function runMerge(request: Request): Answer {
  const [person = '', into = ''] = request.args;
  return changed(
    request,
    (files) => merge(files, person, into),
    ({ mentions, aliases, leftOut }) => [
      `${person} is ${into} now, in ${plural(mentions, 'mention')}.`,
      ...(aliases.length > 0 ? [`${into} is also spelled ${aliases.join(', ')}.`] : []),
      ...leftOut.map((text) => `Left out, as ${into} has its own: ${text}`),
    ],
  );
}
