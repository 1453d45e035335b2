/** `rungs people`: who speaks, by kind of person. */
import { roleLabel } from '../document/labels.ts';
import { peoplePage } from '../document/matrix.ts';
import { matrixOf, matrixRecords } from '../findings/matrix.ts';
import type { Library } from '../pack/library.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  pinnedAnswer,
  type Request,
  tellingOf,
} from './command.ts';

/** Who says what on which scenario, by kind of person. */
export async function runPeople(request: Request): Promise<Answer> {
  const library = await libraryOf(request);
  if (request.options.json) return { text: jsonText(peopleJson(library)) };
  return pinnedAnswer(peoplePage(tellingOf(request, library)), request);
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
