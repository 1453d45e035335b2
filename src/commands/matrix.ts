/** `rungs matrix`: who stands where on all scenarios. */
import { toCsv } from '../export/csv.ts';
import { createLibrary } from '../pack/library.ts';
import type { Look } from '../view/look.ts';
import { prose } from '../view/look.ts';
import {
  gapText,
  type Matrix,
  type MatrixChoice,
  type MatrixRows,
  type MatrixSort,
  matrixOf,
  matrixRecords,
  matrixView,
} from '../view/matrix.ts';
import { type Answer, jsonText, lookOf, type Request } from './command.ts';
import { linesText } from './page.ts';

/** Who stands where on all scenarios, in one table. */
export async function runMatrix(request: Request): Promise<Answer> {
  const { options, columns } = request;
  const library = createLibrary((await request.pack()).data);
  const choice: MatrixChoice = {
    rows: (options.rows ?? 'speakers') as MatrixRows,
    sort: (options.sort ?? 'kind') as MatrixSort,
    ...(options.kind && { only: options.kind }),
  };
  const matrix = matrixOf(library, choice);
  const look = lookOf(request, library);
  if (options.json) return { text: jsonText(matrixJson(matrix, look)) };
  if (options.format === 'csv') return csvAnswer(matrix);
  const lines = [...tables(choice, matrix, columns, look), ...columnKey(matrix, columns, look)];
  return { text: linesText(lines) };
}

function matrixJson(matrix: Matrix, look: Look): unknown {
  const scenarios = matrix.scenarios.map(({ id, rung, title }) => ({
    id,
    rung,
    title,
    missing: gapText(id, look),
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

/** The table, in as many parts below each other as its columns need. */
function tables(choice: MatrixChoice, matrix: Matrix, columns: number, look: Look): string[] {
  const { scenarios } = matrix;
  const lines: string[] = [];
  let first = 0;
  do {
    const { pinned, blocks, fit } = matrixView(choice, columns, first, look, 'print');
    const isLast = first + fit >= scenarios.length;
    // The column in focus is named in the second line; here all are named below.
    const head = pinned.filter((_, index) => index !== 1 && (index !== 0 || first === 0));
    const shown = isLast ? blocks : blocks.slice(0, -1);
    lines.push(...head, ...shown.flatMap((block) => block.lines(columns)), '');
    first += fit;
  } while (first < scenarios.length);
  return lines;
}

/** What the numbers above the columns stand for. */
function columnKey({ scenarios }: Matrix, columns: number, look: Look): string[] {
  return scenarios.toReversed().flatMap(({ id, rung, title }) =>
    prose(`${title}: ${gapText(id, look)}`, columns, look, {
      lead: `${String(rung).padStart(2)}  `,
    }),
  );
}
