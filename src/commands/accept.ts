/** `rungs accept`: what was brought in and waits to be read; statements accepted. */
import { accept } from '../author/restructure.ts';
import { plural } from '../document/document.ts';
import { statementLine } from '../document/statement.ts';
import { createLibrary } from '../pack/library.ts';
import { type Answer, jsonText, type Request, tellingOf } from './command.ts';
import { changed } from './pack-folder.ts';

/** Accepts the statements that are named; with none named, lists those that wait. */
export async function runAccept(request: Request): Promise<Answer> {
  if (request.args.length === 0) return listWaiting(request);
  const ids = request.args;
  return changed(
    request,
    (files) => accept(files, ids),
    () => [`${plural(new Set(ids).size, 'statement is', 'statements are')} accepted.`],
  );
}

async function listWaiting(request: Request): Promise<Answer> {
  const { data } = await request.pack();
  const library = createLibrary(data);
  const waiting = data.statements.filter(({ unreviewed }) => unreviewed);
  if (request.options.json) return { text: jsonText(waiting) };
  if (waiting.length === 0) return { text: 'No statement waits to be accepted.' };
  const telling = tellingOf(request, library);
  return { text: waiting.map((one) => `${one.id}  ${statementLine(one, telling)}`).join('\n') };
}
