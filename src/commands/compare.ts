/** `rungs compare`: scenarios side by side. */
import { CommandError } from '../cli/error.ts';
import {
  compareAspects,
  comparisonInFull,
  comparisonTable,
  MOST_COMPARED,
  verdict,
} from '../document/compare.ts';
import { recordJson } from '../document/kinds.ts';
import { stanceLabel } from '../document/labels.ts';
import { sharedSpeakers } from '../findings/shared.ts';
import type { Library } from '../pack/library.ts';
import { resolve } from '../pack/naming.ts';
import type { Scenario } from '../pack/schema.ts';
import { compareLayout } from '../render/columns.ts';
import { markdownParts } from '../render/markdown.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  notFound,
  pageAnswer,
  type Request,
  shownLanguage,
  tellingOf,
} from './command.ts';

/** Lays scenarios side by side. */
export async function runCompare(request: Request): Promise<Answer> {
  const { args, options, columns } = request;
  const library = await libraryOf(request);
  const scenarios = scenariosOf(args, library);
  if (options.json) return { text: jsonText(comparisonJson(scenarios, library)) };
  if (options.format === 'markdown') {
    return {
      text: markdownParts([
        comparisonTable(scenarios, library, shownLanguage(options.lang, library)),
      ]),
    };
  }
  const layout = compareLayout(scenarios.length, columns);
  const blocks = comparisonInFull(scenarios, layout, tellingOf(request, library));
  return pageAnswer(blocks, request, columns);
}

function scenariosOf(args: readonly string[], library: Library): Scenario[] {
  const found = args.map((arg) => {
    const named = resolve(arg, library, ['scenario']);
    if ('problem' in named) throw notFound(named);
    return library.scenario(named.id);
  });
  const scenarios = [...new Set(found)];
  if (scenarios.length < 2 || scenarios.length > MOST_COMPARED) {
    throw new CommandError(`compare 2 to ${MOST_COMPARED} different scenarios`, 2);
  }
  return scenarios;
}

/** The rows of the comparison; a cell for each scenario, in the order asked. */
function comparisonJson(scenarios: readonly Scenario[], library: Library): unknown {
  const statementJson = (id: string) => recordJson({ kind: 'statement', id }, library);
  return {
    scenarios: scenarios.map(({ id }) => recordJson({ kind: 'scenario', id }, library)),
    aspects: compareAspects(scenarios, library).map(({ title, cells }) => ({
      title,
      cells: cells.map(({ texts, voices, items }) => ({
        texts,
        ...(voices !== undefined && { voices }),
        statements: items.map(({ bearing }) => statementJson(bearing.statement.id)),
      })),
    })),
    shared: sharedSpeakers(scenarios, library).map((shared) => ({
      person: { id: shared.person.id, name: shared.person.name },
      on: shared.on.map(({ scenario, answers }) => ({
        scenario: scenario.id,
        answers: answers.map(stanceLabel),
      })),
      verdict: verdict(shared),
    })),
  };
}
