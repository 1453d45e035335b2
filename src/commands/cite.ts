/** `rungs cite`: statements and sources as citations and references. */
import { CommandError } from '../cli/error.ts';
import type { Language } from '../document/document.ts';
import { KINDS_OF_RECORD } from '../document/kinds.ts';
import { citation, shortCitation } from '../document/statement.ts';
import { bibtexEntry, type Cited, cslItem, referenceOf } from '../export/bibliography.ts';
import type { Library } from '../pack/library.ts';
import { type Named, resolve } from '../pack/naming.ts';
import type { Statement } from '../pack/schema.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  notFound,
  type Request,
  shownLanguage,
} from './command.ts';

/** Cites statements and sources. */
export async function runCite(request: Request): Promise<Answer> {
  const { args, options } = request;
  const library = await libraryOf(request);
  const cited = args.map((arg) => {
    const named = resolve(arg, library);
    if ('problem' in named) throw notFound(named);
    return named;
  });
  const lang = shownLanguage(options.lang, library);
  const references = () => cited.map((named) => reference(named, library, lang));
  const format = options.json ? 'csl-json' : options.format;
  if (format === 'csl-json') return { text: jsonText(references().map(cslItem)) };
  if (format === 'bibtex') return { text: references().map(bibtexEntry).join('\n\n') };
  if (format === 'markdown') {
    const texts = cited.map((named) => KINDS_OF_RECORD[named.kind].text(named.id, library, lang));
    return { text: texts.map((text) => `> ${escapeMarkdown(text)}`).join('\n\n') };
  }
  const isShort = format === 'short';
  const texts = cited.map((named) => citedText(named, isShort, library, lang));
  return { text: texts.join(isShort ? '\n' : '\n\n') };
}

/** A record in one line; the statements of a person follow, by id. */
function citedText(
  { kind, id }: Named,
  isShort: boolean,
  library: Library,
  language: Language,
): string {
  const cite = isShort ? shortCitation : citation;
  if (kind === 'statement') return cite(library.statement(id), library, language);
  const own = kind === 'person' ? library.statementsOf(id) : [];
  const items = own.map(
    (statement) => `  ${statement.id}: ${shortCitation(statement, library, language)}`,
  );
  return [KINDS_OF_RECORD[kind].text(id, library, language), ...items].join('\n');
}

/** The statements of a person or on a scenario. */
function statementsOf({ kind, id }: Named, library: Library): readonly Statement[] {
  if (kind === 'person') return library.statementsOf(id);
  return kind === 'scenario' ? library.bearingOn(id).map(({ statement }) => statement) : [];
}

/** @throws CommandError for what is no publication and no words of somebody in one */
function reference({ kind, id }: Named, library: Library, language: Language): Cited {
  if (kind === 'source') return referenceOf(id, library);
  if (kind === 'statement') {
    return referenceOf(id, library, citation(library.statement(id), library, language));
  }
  const ids = statementsOf({ kind, id }, library).map((statement) => statement.id);
  const instead = ids.length > 0 ? `: ${ids.join(', ')}` : '';
  throw new CommandError(
    `${id} is a ${kind}; only statements and sources have references${instead}`,
    2,
  );
}
