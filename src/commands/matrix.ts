/** `rungs matrix`: who stands where on all scenarios. */
import { CommandError } from '../cli/error.ts';
import { gapText, matrixTables } from '../document/matrix.ts';
import { toCsv } from '../export/csv.ts';
import { type Matrix, type MatrixChoice, matrixOf, matrixRecords } from '../findings/matrix.ts';
import { kindsOf, type Library } from '../pack/library.ts';
import { nearestHint } from '../pack/nearest.ts';
import { matrixFit } from '../render/matrix.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  pageAnswer,
  type Request,
  tellingOf,
} from './command.ts';

/** Who stands where on all scenarios, in one table. */
export async function runMatrix(request: Request): Promise<Answer> {
  const { options, columns } = request;
  const library = await libraryOf(request);
  const kinds = kindsOf(library);
  if (options.kind !== undefined && !kinds.includes(options.kind)) {
    const hint = nearestHint(options.kind, kinds);
    throw new CommandError(`"${options.kind}" is no kind of person here; ${hint}`, 2);
  }
  const choice: MatrixChoice = {
    rows: options.rows ?? 'speakers',
    sort: options.sort ?? 'kind',
    ...(options.kind && { only: options.kind }),
  };
  const matrix = matrixOf(library, choice);
  if (options.json) return { text: jsonText(matrixJson(matrix, library)) };
  if (options.format === 'csv') return csvAnswer(matrix);
  const fit = matrixFit(matrix.scenarios.length, columns);
  return pageAnswer(matrixTables(choice, fit, tellingOf(request, library)), request, columns);
}

function matrixJson(matrix: Matrix, library: Library): unknown {
  const scenarios = matrix.scenarios.map(({ id, rung, title }) => ({
    id,
    rung,
    title,
    missing: gapText(id, library),
  }));
  return { scenarios, rows: matrixRecords(matrix) };
}

/** A row each; a column for each scenario, by its id, with the sides taken on it. */
function csvAnswer(matrix: Matrix): Answer {
  const rows = matrixRecords(matrix).map(({ cells, changes, ...row }) => ({
    ...row,
    changes: String(changes),
    ...Object.fromEntries(
      Object.entries(cells).map(([scenario, { sides }]) => [`on ${scenario}`, sides.join('; ')]),
    ),
  }));
  const columns = matrix.scenarios.map(({ id }) => `on ${id}`);
  return { text: toCsv(rows, ['id', 'name', 'kind', 'changes', ...columns]).text };
}
