/** `rungs people`: who takes which side on which scenario. */
import { createLibrary, type Library } from '../pack/library.ts';
import { roleLabel } from '../view/labels.ts';
import { matrixOf, matrixRecords, peopleBlocks } from '../view/matrix.ts';
import { type Answer, jsonText, lookOf, proseColumns, type Request } from './command.ts';
import { pageText } from './page.ts';

/** Who says what on which scenario, by kind of person. */
export async function runPeople(request: Request): Promise<Answer> {
  const library = createLibrary((await request.pack()).data);
  if (request.options.json) return { text: jsonText(peopleJson(library)) };
  return { text: pageText(peopleBlocks(lookOf(request, library)), proseColumns(request)) };
}

/** Everybody who bears on a scenario; `changes` says yes on one and no on another. */
function peopleJson(library: Library): unknown {
  const matrix = matrixOf(library, { rows: 'speakers', sort: 'kind' });
  return matrixRecords(matrix).map(({ cells, ...row }) => ({
    ...row,
    address: row.id,
    role: roleLabel(library.person(row.id)),
    statements: library.statementsOf(row.id).map(({ id }) => id),
    on: Object.entries(cells).map(([scenario, { sides, statements }]) => ({
      scenario,
      title: library.scenario(scenario).title,
      sides,
      statements,
    })),
  }));
}
