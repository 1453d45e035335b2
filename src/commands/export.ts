/** The whole pack in the forms of other tools, and what each form cannot hold. */
import { openCopies } from '../article/copies.ts';
import type { EXPORT_FORMS } from '../cli/choices.ts';
import { CommandError } from '../cli/error.ts';
import { briefing } from '../document/briefing.ts';
import { plural } from '../document/document.ts';
import { type ArticleOf, annotationPage } from '../export/annotation.ts';
import { argdown } from '../export/argdown.ts';
import { cslItems } from '../export/csl.ts';
import { statementsCsv } from '../export/csv.ts';
import { ladderOrder } from '../findings/ladder.ts';
import type { Library } from '../pack/library.ts';
import { resolve } from '../pack/naming.ts';
import { nearestHint } from '../pack/nearest.ts';
import type { Scenario } from '../pack/schema.ts';
import { markdownPage } from '../render/markdown.ts';
import { type Answer, jsonText, libraryOf, notFound, type Request, tellingOf } from './command.ts';

type Form = (typeof EXPORT_FORMS)[number];

const EXPORTS: Record<Form, (library: Library, request: Request) => Answer> = {
  json: ({ data }) => ({ text: jsonText(data) }),
  csv: csvAnswer,
  markdown: markdownAnswer,
  argdown: argdownAnswer,
  'csl-json': (library) => ({
    text: jsonText(cslItems(library)),
    note: 'CSL-JSON has no place for stances, scenarios, figures, events, relations and offsets; the words of a statement are in its note.',
  }),
  webannotation: (library, { options }) => ({
    text: jsonText(annotationPage(library, articlesIn(options.sources))),
    note: 'Web Annotation holds the statements alone: stances are tags and sentences, dates and people are text; with --sources each quote has the words around it; scenarios, figures, events and relations are left out.',
  }),
};

/** Prints the pack, or the statements in it, in one form. */
export async function runExport(request: Request): Promise<Answer> {
  const [form = 'json', ...rest] = request.args;
  if (!Object.hasOwn(EXPORTS, form)) throw unknownForm(form);
  if (rest.length > 0 && form !== 'markdown') {
    throw new CommandError(`${form} holds the whole pack; only markdown takes scenarios`, 2);
  }
  const library = await libraryOf(request);
  return EXPORTS[form as Form](library, request);
}

/** The texts of the sources that the reader has. */
function articlesIn(dir: string | undefined): ArticleOf {
  if (dir === undefined) return () => undefined;
  const copyOf = openCopies(dir);
  return (source) => {
    const copy = copyOf(source);
    return 'text' in copy ? copy.text : undefined;
  };
}

function unknownForm(form: string): CommandError {
  const forms = Object.keys(EXPORTS);
  return new CommandError(`cannot export "${form}"; ${nearestHint(form, forms)}`, 2);
}

function csvAnswer(library: Library): Answer {
  const { text, defused } = statementsCsv(library);
  const changed =
    defused > 0
      ? ` ${plural(defused, 'cell')} that a spreadsheet would run as a formula got an apostrophe before that.`
      : '';
  return {
    text,
    note: `CSV holds the statements, a row for each stance: scenarios, figures, events and relations are left out, as are the offsets of the quotes.${changed}`,
  };
}

function markdownAnswer(library: Library, request: Request): Answer {
  const chosen = request.args.slice(1).map((arg) => scenarioOf(arg, library));
  const scenarios = chosen.length > 0 ? [...new Set(chosen)] : ladderOrder(library.data.scenarios);
  return {
    text: markdownPage(briefing(scenarios, tellingOf(request, library))),
    note: 'the briefing is for reading: offsets, figures, events and the reasons of the stances are left out.',
  };
}

function scenarioOf(text: string, library: Library): Scenario {
  const named = resolve(text, library, ['scenario']);
  if ('problem' in named) throw notFound(named);
  return library.scenario(named.id);
}

function argdownAnswer(library: Library): Answer {
  const { text, heldPossible, without, preconditions } = argdown(library);
  return {
    text,
    note: `Argdown knows for and against only: left out are ${heldPossible} times held possible, ${without} times without a stance, ${plural(preconditions, 'precondition')}, figures, events and offsets.`,
  };
}
