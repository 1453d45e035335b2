/** `rungs cite`: statements and sources as citations and references. */
import { CommandError } from '../cli/error.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import { type Named, resolve } from '../pack/naming.ts';
import { bibtexEntry, cslItem, type Reference, referenceOf } from '../view/bibliography.ts';
import { citation, escapeMarkdown } from '../view/cite.ts';
import type { Language } from '../view/look.ts';
import { type Answer, jsonText, notFound, type Request } from './command.ts';
import { recordText } from './markdown.ts';

/** Cites statements and sources. */
export async function runCite({ args, options, pack }: Request): Promise<Answer> {
  const library = createLibrary((await pack()).data);
  const cited = args.map((arg) => {
    const named = resolve(arg, library);
    if ('problem' in named) throw notFound(named);
    return named;
  });
  const { lang } = options;
  const references = () => cited.map((named) => reference(named, library, lang));
  const format = options.json ? 'csl-json' : options.format;
  if (format === 'csl-json') return { text: jsonText(references().map(cslItem)) };
  if (format === 'bibtex') return { text: references().map(bibtexEntry).join('\n\n') };
  const texts = cited.map((named) => recordText(named, library, lang));
  if (format === 'markdown') {
    return { text: texts.map((text) => `> ${escapeMarkdown(text)}`).join('\n\n') };
  }
  return { text: texts.join('\n\n') };
}

/** @throws CommandError for what is no publication and no words of somebody in one */
function reference({ kind, id }: Named, library: Library, language: Language): Reference {
  if (kind === 'source') return referenceOf(id, library);
  if (kind === 'statement') {
    return referenceOf(id, library, citation(library.statement(id), library, language));
  }
  throw new CommandError(`${id} is a ${kind}; only statements and sources have references`, 2);
}
