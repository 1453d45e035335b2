/**
 * Who stands where on everything: rows are speakers or statements, columns are scenarios. Heuer's
 * matrix of competing hypotheses, turned to two questions instead of one.
 */
import { holderOf, type Library, type Side, sideOf, sidesOf } from '../pack/library.ts';
import type { Person, Scenario, Statement } from '../pack/schema.ts';
import { ALL_SIDES, KINDS } from '../pack/values.ts';

export const MATRIX_ROWS = ['speakers', 'statements'] as const;
export type MatrixRows = (typeof MATRIX_ROWS)[number];
export const MATRIX_SORTS = ['kind', 'name', 'positions', 'changes'] as const;
export type MatrixSort = (typeof MATRIX_SORTS)[number];
/** How the rows are chosen and ordered; `only` keeps people of one kind. A stance is its holder's. */
export type MatrixChoice = { rows: MatrixRows; sort: MatrixSort; only?: Person['kind'] };

/** What one row says on one scenario, and the statements in which: those that make its mark first. */
type MatrixCell = { sides: ReadonlySet<Side>; statements: readonly Statement[] };
export type MatrixRow = {
  /** Whose row it is: a person's or a statement's. */
  of: 'person' | 'statement';
  id: string;
  name: string;
  kind: Person['kind'];
  cells: ReadonlyMap<string, MatrixCell>;
  /** How many scenarios it takes a position on. */
  positions: number;
  /** Whether it answers one of the two questions with yes on one scenario and no on another. */
  changes: boolean;
};
export type Matrix = { scenarios: readonly Scenario[]; rows: readonly MatrixRow[] };

/** A cell while statements are counted. */
type Growing = { sides: Set<Side>; statements: Statement[] };

/** The last matrix of a pack: going across must not count a large one anew at every column. */
const last = new WeakMap<Library, { key: string; matrix: Matrix }>();

/** Rows with a cell each for every scenario on which the speaker or statement bears. */
export function matrixOf(library: Library, choice: MatrixChoice): Matrix {
  const key = `${choice.rows} ${choice.sort} ${choice.only}`;
  const known = last.get(library);
  if (known?.key === key) return known.matrix;
  const matrix = makeMatrix(library, choice);
  last.set(library, { key, matrix });
  return matrix;
}

function makeMatrix(library: Library, { rows, sort, only }: MatrixChoice): Matrix {
  const scenarios = library.data.scenarios.toSorted((a, b) => a.rung - b.rung);
  const found = new Map<string, MatrixRow & { cells: Map<string, Growing> }>();
  for (const statement of library.data.statements) {
    const holder = library.person(holderOf(statement));
    if (only && holder.kind !== only) continue;
    if (statement.stances.length === 0) continue;
    const key = rows === 'speakers' ? holder.id : statement.id;
    const row = found.get(key) ?? newRow(statement, holder, rows);
    found.set(key, row);
    addCells(row.cells, statement);
  }
  for (const { cells } of found.values()) {
    for (const [scenario, cell] of cells) cell.statements = markFirst(cell.statements, scenario);
  }
  const list = [...found.values()].map((row) => ({ ...row, ...judged(row.cells) }));
  return { scenarios, rows: list.sort(orderBy(sort, library.data.pack.language)) };
}

function newRow(statement: Statement, holder: Person, rows: MatrixRows) {
  const rest = {
    kind: holder.kind,
    cells: new Map<string, Growing>(),
    positions: 0,
    changes: false,
  };
  return rows === 'speakers'
    ? { of: 'person' as const, id: holder.id, name: holder.name, ...rest }
    : {
        of: 'statement' as const,
        id: statement.id,
        name: `${holder.name}: ${statement.summary}`,
        ...rest,
      };
}

function addCells(cells: Map<string, Growing>, statement: Statement): void {
  for (const scenario of new Set(statement.stances.map((stance) => stance.scenario))) {
    const sides = sidesOf(statement.stances.filter((stance) => stance.scenario === scenario));
    const cell = cells.get(scenario) ?? { sides: new Set(), statements: [] };
    cells.set(scenario, cell);
    for (const side of sides) cell.sides.add(side);
    cell.statements.push(statement);
  }
}

/** The statements in the order of the marks that they make, those without a stance last. */
function markFirst(statements: readonly Statement[], scenario: string): Statement[] {
  const rank = ({ stances }: Statement) =>
    Math.min(
      ...stances
        .filter((stance) => stance.scenario === scenario)
        .map((stance) => ALL_SIDES.indexOf(sideOf(stance))),
    );
  return statements.toSorted((a, b) => rank(a) - rank(b));
}

/** What somebody says on a scenario, as in their cell of the matrix. */
export function cellStatements(person: string, scenario: string, library: Library): Statement[] {
  const all = library.bearingOn(scenario).map(({ statement }) => statement);
  const own = all.filter((statement) => holderOf(statement) === person);
  return markFirst(own, scenario);
}

function judged(cells: ReadonlyMap<string, MatrixCell>) {
  const taken = [...cells.values()].map(({ sides }) =>
    [...sides].filter((side) => side !== 'none'),
  );
  const sides = new Set(taken.flat());
  return {
    positions: taken.filter((sides) => sides.length > 0).length,
    changes:
      (sides.has('favours') && sides.has('opposes')) ||
      (sides.has('expects') && sides.has('doubts')),
  };
}

type Order = (a: MatrixRow, b: MatrixRow) => number;
/** The kinds that every pack knows come first, those of its own after them. */
const rank = ({ kind }: MatrixRow): number => {
  const known: readonly string[] = KINDS;
  return known.includes(kind) ? known.indexOf(kind) : known.length;
};

/** Names in the order of the alphabet of the pack's language; in the English one where that is not known. */
function orderBy(sort: MatrixSort, language: string): Order {
  const compare = (a: string, b: string) => a.localeCompare(b, [language, 'en']);
  const byName: Order = (a, b) => compare(a.name, b.name);
  const byPositions: Order = (a, b) => b.positions - a.positions || byName(a, b);
  const orders: Record<MatrixSort, Order> = {
    name: byName,
    positions: byPositions,
    kind: (a, b) => rank(a) - rank(b) || compare(a.kind, b.kind) || byPositions(a, b),
    changes: (a, b) => Number(b.changes) - Number(a.changes) || byPositions(a, b),
  };
  return orders[sort];
}

/** The matrix as records, a row each with the sides it takes by scenario id. */
export function matrixRecords(matrix: Matrix): {
  id: string;
  name: string;
  kind: Person['kind'];
  changes: boolean;
  cells: Record<string, { sides: Side[]; statements: string[] }>;
}[] {
  return matrix.rows.map(({ id, name, kind, changes, cells }) => ({
    id,
    name,
    kind,
    changes,
    cells: Object.fromEntries(
      [...cells].map(([scenario, { sides, statements }]) => [
        scenario,
        { sides: [...sides], statements: statements.map(({ id }) => id) },
      ]),
    ),
  }));
}

/** Which side of its questions nobody takes on a scenario. */
export type Gap = 'none' | 'for' | 'against' | 'both';

/**
 * Which side is missing on a scenario: yes is favoured, expected or reported to have happened, no
 * opposed or doubted.
 */
export function gapOn(scenario: string, library: Library): Gap {
  const { favours, opposes, expects, doubts } = library.tally(scenario);
  const isReported = library.scenario(scenario).reported.length > 0;
  const [yes, no] = [favours + expects > 0 || isReported, opposes + doubts > 0];
  if (yes && no) return 'none';
  return yes ? 'against' : no ? 'for' : 'both';
}
