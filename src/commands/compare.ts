/** `rungs compare`: scenarios side by side. */
import { CommandError } from '../cli/error.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import { resolve } from '../pack/naming.ts';
import type { Scenario } from '../pack/schema.ts';
import { compareAspects } from '../view/aspects.ts';
import { comparisonTable } from '../view/cite.ts';
import { comparisonLines, MOST_COMPARED } from '../view/compare.ts';
import type { Look } from '../view/look.ts';
import { sharedSpeakers } from '../view/shared.ts';
import { type Answer, jsonText, lookOf, notFound, type Request } from './command.ts';
import { linesText } from './page.ts';
import { recordJson } from './records.ts';

/** Lays scenarios side by side. */
export async function runCompare(request: Request): Promise<Answer> {
  const { args, options, columns } = request;
  const library = createLibrary((await request.pack()).data);
  const scenarios = scenariosOf(args, library);
  const look = lookOf(request, library);
  if (options.json) return { text: jsonText(comparisonJson(scenarios, look)) };
  if (options.format === 'markdown') {
    return { text: comparisonTable(scenarios, library, options.lang) };
  }
  return { text: linesText(comparisonLines(scenarios, columns, look)) };
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
function comparisonJson(scenarios: readonly Scenario[], look: Look): unknown {
  const { library } = look;
  return {
    scenarios: scenarios.map(({ id }) => recordJson({ kind: 'scenario', id }, library)),
    aspects: compareAspects(scenarios, look).map(({ title, cells }) => ({
      title,
      cells: cells.map(({ texts, items }) => ({
        texts,
        statements: items.map(({ bearing: { statement } }) =>
          recordJson({ kind: 'statement', id: statement.id }, library),
        ),
      })),
    })),
    shared: sharedSpeakers(scenarios, look).map(({ person, on, verdict }) => ({
      person: { id: person.id, name: person.name },
      on: on.map(({ scenario, answers }) => ({ scenario: scenario.id, answers })),
      verdict,
    })),
  };
}
