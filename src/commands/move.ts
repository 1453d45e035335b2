/** `rungs move`: a scenario put on another rung. */
import { move } from '../author/restructure.ts';
import { CommandError } from '../cli/error.ts';
import type { Answer, Request } from './command.ts';
import { changed } from './pack-folder.ts';

/** Puts a scenario before or after another one on the ladder. */
export function runMove(request: Request): Answer {
  const [id = ''] = request.args;
  const { before, after } = request.options;
  if ((before === undefined) === (after === undefined)) {
    throw new CommandError('say where to: --before SCENARIO or --after SCENARIO', 2);
  }
  const beside = (before ?? after) as string;
  return changed(
    request,
    (files) => move(files, id, beside, before === undefined ? 'after' : 'before'),
    ({ rungs }) =>
      rungs.length === 0
        ? [`${id} stands there already.`]
        : rungs.map((one) => `${one.id}: rung ${one.from} is rung ${one.to} now.`),
  );
}
