/** `rungs show`: everything about records. */
import type { Telling } from '../document/document.ts';
import { KINDS_OF_RECORD, recordJson } from '../document/kinds.ts';
import type { Library } from '../pack/library.ts';
import { type Named, resolve } from '../pack/naming.ts';
import { markdownPage } from '../render/markdown.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  notFound,
  pageAnswer,
  type Request,
  tellingOf,
} from './command.ts';
import { copiesIn } from './copies.ts';

/** Shows everything about records. */
export async function runShow(request: Request): Promise<Answer> {
  const { args, options } = request;
  const library = await libraryOf(request);
  const records = args.map((arg) => resolveOne(arg, library));
  if (options.json) return { text: jsonText(records.map((record) => recordJson(record, library))) };
  const telling = { ...tellingOf(request, library), ...(await copiesIn(options.sources)) };
  const texts = records.map((record) =>
    options.format === 'markdown'
      ? markdownPage(pageOf(record, { ...telling, isCited: true }))
      : pageAnswer(pageOf(record, telling), request).text,
  );
  return { text: texts.join('\n\n') };
}

/** The record that an argument names. @throws CommandError when it names none */
function resolveOne(text: string, library: Library): Named {
  const named = resolve(text, library);
  if ('problem' in named) throw notFound(named);
  return named;
}

const pageOf = ({ kind, id }: Named, telling: Telling) => KINDS_OF_RECORD[kind].page(id, telling);
