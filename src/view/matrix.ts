/**
 * Who stands where on everything: rows are speakers or statements, columns are scenarios. Heuer's
 * matrix of competing hypotheses, turned to two questions instead of one.
 */
import { holderOf, type Library, type Side, sidesOf } from '../pack/library.ts';
import type { Person, Scenario, Statement } from '../pack/schema.ts';
import { KINDS } from '../pack/values.ts';
import type { Theme } from '../terminal/theme.ts';
import { KIND_LABELS, SIDES, sideGlyph, sidePaint } from './labels.ts';
import { type Block, cell, type Look, lit, plural, prose, still, type Target } from './look.ts';

export const MATRIX_ROWS = ['speakers', 'statements'] as const;
export type MatrixRows = (typeof MATRIX_ROWS)[number];
export const MATRIX_SORTS = ['kind', 'name', 'positions', 'changes'] as const;
export type MatrixSort = (typeof MATRIX_SORTS)[number];
/** How the rows are chosen and ordered; `only` keeps people of one kind. A stance is its holder's. */
export type MatrixChoice = { rows: MatrixRows; sort: MatrixSort; only?: Person['kind'] };

/** What one row says on one scenario, and the statements in which. */
export type MatrixCell = { sides: ReadonlySet<Side>; statements: readonly Statement[] };
export type MatrixRow = {
  target: Target;
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
  const list = [...found.values()].map((row) => ({ ...row, ...judged(row.cells) }));
  return { scenarios, rows: list.sort(ORDERS[sort]) };
}

function newRow(statement: Statement, holder: Person, rows: MatrixRows) {
  const target: Target =
    rows === 'speakers'
      ? { view: 'person', id: holder.id }
      : { view: 'statement', id: statement.id };
  const name = rows === 'speakers' ? holder.name : `${holder.name}: ${statement.summary}`;
  const cells = new Map<string, Growing>();
  return { target, name, kind: holder.kind, cells, positions: 0, changes: false };
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
const byName: Order = (a, b) => a.name.localeCompare(b.name, 'en');
const byPositions: Order = (a, b) => b.positions - a.positions || byName(a, b);
const ORDERS: Record<MatrixSort, Order> = {
  name: byName,
  positions: byPositions,
  kind: (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byPositions(a, b),
  changes: (a, b) => Number(b.changes) - Number(a.changes) || byPositions(a, b),
};

/**
 * The two signs of a cell, painted: should it, will it. A dot where the row bears on the scenario
 * without a stance, a star where it says both yes and no.
 */
function cellSigns({ sides }: MatrixCell, theme: Theme): string {
  const sign = (wanted: readonly Side[]): string => {
    const held = wanted.filter((one) => sides.has(one));
    const [side] = held;
    if (side === undefined) return ' ';
    const tones = new Set(held.map((one) => SIDES[one].tone));
    const isBoth = tones.has('yes') && tones.has('no');
    return isBoth ? theme.warn('*') : sidePaint(side, theme)(sideGlyph(side, theme));
  };
  if (sides.size === 1 && sides.has('none'))
    return ` ${sidePaint('none', theme)(sideGlyph('none', theme))}`;
  return sign(['favours', 'opposes']) + sign(['expects', 'possible', 'doubts']);
}

const CELL = 3;

export type MatrixView = {
  pinned: string[];
  blocks: Block[];
  /** Scenarios there are, and how many of them are shown at once. */
  across: number;
  fit: number;
};

/** Least cells for names: on a screen more columns count for more, on paper what they stand for. */
const NAME_CELLS = { screen: 26, print: 26 };

/**
 * The part of the matrix that holds a column and fits the width. In print, where there is no way to
 * look further, names are longer, and rows that are empty in this part are left out.
 *
 * @param column the scenario in focus, counted from the lowest rung
 */
export function matrixView(
  choice: MatrixChoice,
  columns: number,
  column: number,
  look: Look,
  medium: keyof typeof NAME_CELLS = 'screen',
): MatrixView {
  const { library, theme } = look;
  const { scenarios, rows: all } = matrixOf(library, choice);
  const room = columns - scenarios.length * CELL;
  const nameCells = Math.max(NAME_CELLS[medium], Math.min(34, room));
  const fit = Math.max(1, Math.floor((columns - nameCells) / CELL));
  const focus = Math.min(column, scenarios.length - 1);
  const first = Math.floor(focus / fit) * fit;
  const shown = scenarios.slice(first, first + fit);
  const isFilled = ({ cells }: MatrixRow) => shown.some(({ id }) => cells.has(id));
  const rows = medium === 'print' ? all.filter(isFilled) : all;
  const head = shown.map(({ rung }, index) => {
    const number = String(rung).padStart(CELL);
    return first + index === focus ? theme.accent(number) : theme.dim(number);
  });
  const gaps = shown.map(({ id }) => gapSign(id, look).padStart(CELL));
  const title = scenarios[focus];
  const only = choice.only ? `${KIND_LABELS[choice.only]} only` : 'all kinds';
  const counted = plural(all.length, choice.rows.slice(0, -1));
  const state = `${counted}, by ${choice.sort}, ${only}`;
  const pinned = [
    theme.dim(cell(state, columns, look)),
    theme.accent(
      cell(title ? `${title.rung} ${title.title}: ${gapText(title.id, look)}` : '', columns, look),
    ),
    theme.dim(cell('rung', nameCells, look)) + head.join(''),
    theme.dim(cell('missing side', nameCells, look)) + theme.warn(gaps.join('')),
  ];
  const kinds = new Set<string>();
  const blocks = rows.flatMap((row): Block[] => {
    const isFirst = choice.sort === 'kind' && !kinds.has(row.kind);
    kinds.add(row.kind);
    const isTop = kinds.size === 1;
    const block = rowBlock(row, shown, scenarios[focus], nameCells, look);
    return isFirst ? [kindHead(row.kind, rows, isTop, look), block] : [block];
  });
  const { favours, opposes } = theme.glyph;
  const missing = ` Missing side: ${opposes} nobody against, ${favours} nobody for, ! neither.`;
  return { pinned, blocks: [...blocks, legend(look, missing)], across: scenarios.length, fit };
}

function kindHead(
  kind: Person['kind'],
  rows: readonly MatrixRow[],
  isTop: boolean,
  look: Look,
): Block {
  const count = rows.filter((row) => row.kind === kind).length;
  return still(() => [
    ...(isTop ? [] : ['']),
    look.theme.strong(`${KIND_LABELS[kind].toUpperCase()} (${count})`),
  ]);
}

function rowBlock(
  row: MatrixRow,
  shown: readonly Scenario[],
  focus: Scenario | undefined,
  nameCells: number,
  look: Look,
): Block {
  const [statement] = focus ? (row.cells.get(focus.id)?.statements ?? []) : [];
  return {
    target: statement ? { view: 'statement', id: statement.id } : row.target,
    lines: () => {
      const { theme } = look;
      const name = cell(row.name, nameCells - 2, look);
      const mark = row.changes ? theme.warn(theme.glyph.shared) : ' ';
      const signs = shown.map(({ id }) => {
        const found = row.cells.get(id);
        return ` ${found ? cellSigns(found, theme) : '  '}`;
      });
      return [`${lit(name, look)}${mark} ${signs.join('')}`];
    },
  };
}

/** Which side nobody takes on a scenario: neither, no supporting or no opposing one. */
function gapSign(scenario: string, look: Look): string {
  const { yes, no } = bothSides(scenario, look);
  if (yes && no) return ' ';
  return yes ? `${look.theme.glyph.opposes}` : no ? look.theme.glyph.favours : '!';
}

/** Which side is missing on a scenario, in words. */
export function gapText(scenario: string, look: Look): string {
  const { yes, no } = bothSides(scenario, look);
  if (yes && no) return 'statements on both sides';
  if (!yes && !no) return 'nobody for or against it, nobody expects or doubts it';
  return yes ? 'nobody opposes or doubts it' : 'nobody supports or expects it';
}

function bothSides(scenario: string, { library }: Look): { yes: boolean; no: boolean } {
  const { favours, opposes, expects, doubts } = library.tally(scenario);
  return { yes: favours + expects > 0, no: opposes + doubts > 0 };
}

function legend(look: Look, more = ''): Block {
  const { glyph } = look.theme;
  return still((columns) => [
    '',
    ...prose(
      `Should it? ${glyph.favours} favours, ${glyph.opposes} opposes. Will it? ${glyph.expects} expects, ${glyph.possible} holds possible, ${glyph.doubts} doubts. ` +
        `${glyph.bullet} bears on it without a stance, * says both. ${glyph.shared} yes on one scenario and no on another.${more}`,
      columns,
      look,
      { paint: look.theme.dim },
    ),
  ]);
}

/** The matrix as records, a row each with the sides it takes by scenario id. */
export function matrixRecords(matrix: Matrix): {
  id: string;
  name: string;
  kind: Person['kind'];
  changes: boolean;
  cells: Record<string, { sides: Side[]; statements: string[] }>;
}[] {
  return matrix.rows.map(({ target, name, kind, changes, cells }) => ({
    id: target.id,
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

/** Who speaks, by kind, with the scenarios they take a position on. */
export function peopleBlocks(look: Look): Block[] {
  const { library, theme } = look;
  const matrix = matrixOf(library, { rows: 'speakers', sort: 'kind' });
  const blocks: Block[] = [];
  for (const kind of KINDS) {
    const rows = matrix.rows.filter((row) => row.kind === kind);
    if (rows.length === 0) continue;
    const note =
      kind === 'expert' ? `, of ${matrix.rows.length} who speak: experts are few here` : '';
    const title = `${KIND_LABELS[kind].toUpperCase()} (${rows.length}${note})`;
    blocks.push(still((columns) => prose(title, columns, look, { paint: theme.strong })));
    for (const row of rows) blocks.push(personRow(row, matrix.scenarios, look));
    blocks.push(still(() => ['']));
  }
  if (blocks.length === 0) return [still(() => ['Nobody speaks in these sources.'])];
  return [...blocks, legend(look)];
}

function personRow(row: MatrixRow, scenarios: readonly Scenario[], look: Look): Block {
  const { library, theme } = look;
  const count = library.statementsOf(row.target.id).length;
  return {
    target: row.target,
    lines: (columns) => {
      const nameCells = Math.min(34, Math.floor(columns * 0.45));
      const name = cell(row.name, nameCells - 6, look) + String(count).padStart(4);
      const on = scenarios
        .filter(({ id }) => row.cells.has(id))
        .map(
          ({ id, rung }) => `${cellSigns(row.cells.get(id) as MatrixCell, theme).trim()}${rung}`,
        );
      const mark = row.changes ? theme.warn(theme.glyph.shared) : ' ';
      const fitting: string[] = [];
      let used = nameCells + 2;
      for (const one of on) {
        used += one.replace(/\u001B\[[\d;]*m/g, '').length + 2;
        if (used > columns - 1) break;
        fitting.push(one);
      }
      const rest = on.length - fitting.length;
      return [
        `${lit(name, look)} ${mark} ${fitting.join('  ')}${rest > 0 ? theme.dim(` +${rest}`) : ''}`,
      ];
    },
  };
}
