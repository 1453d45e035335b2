/** `rungs show`: everything about records. */
import { createLibrary, type Library } from '../pack/library.ts';
import { type Named, resolve } from '../pack/naming.ts';
import { eventPage, figurePage } from '../view/figure.ts';
import type { Blocks, Look } from '../view/look.ts';
import { personBlocks, sourceBlocks } from '../view/person.ts';
import { scenarioBlocks } from '../view/scenario.ts';
import { statementBlocks } from '../view/statement.ts';
import { type Answer, jsonText, lookOf, notFound, proseColumns, type Request } from './command.ts';
import { copiesIn } from './copies.ts';
import { markdownPage } from './markdown.ts';
import { pageText } from './page.ts';
import { recordJson } from './records.ts';

/** Shows everything about records. */
export async function runShow(request: Request): Promise<Answer> {
  const { args, options } = request;
  const library = createLibrary((await request.pack()).data);
  const records = args.map((arg) => resolveOne(arg, library));
  if (options.json) return { text: jsonText(records.map((record) => recordJson(record, library))) };
  if (options.format === 'markdown') {
    const pages = records.map((record) => markdownPage(record, library, options.lang));
    return { text: pages.join('\n\n') };
  }
  const look = { ...lookOf(request, library), ...(await copiesIn(options.sources)) };
  const columns = proseColumns(request);
  const pages = records.map((record) => pageText(blocksOf(record, look), columns));
  return { text: pages.join('\n\n') };
}

/** The record that an argument names. @throws CommandError when it names none */
function resolveOne(text: string, library: Library): Named {
  const named = resolve(text, library);
  if ('problem' in named) throw notFound(named);
  return named;
}

function blocksOf({ kind, id }: Named, look: Look): Blocks {
  const { library } = look;
  switch (kind) {
    case 'scenario':
      return scenarioBlocks(library.scenario(id), look);
    case 'statement':
      return statementBlocks(library.statement(id), look);
    case 'person':
      return personBlocks(library.person(id), look);
    case 'source':
      return sourceBlocks(library.source(id), look);
    case 'figure':
      return figurePage(library.figure(id), look);
    case 'event':
      return eventPage(library.event(id), look);
  }
}
