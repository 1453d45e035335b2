/** `rungs remove`: a record taken out of a pack, where nothing depends on it. */
import { remove } from '../author/restructure.ts';
import type { Answer, Request } from './command.ts';
import { changed } from './pack-folder.ts';

/** Takes a record out. */
export function runRemove(request: Request): Answer {
  const [id = ''] = request.args;
  return changed(
    request,
    (files) => remove(files, id),
    () => [`${id} is gone.`],
  );
}
