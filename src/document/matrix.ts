/** Who stands where on all scenarios: speakers or statements by scenario, and people by kind. */
import {
  cellStatements,
  type Gap,
  gapOn,
  type Matrix,
  type MatrixChoice,
  type MatrixRow,
  matrixOf,
} from '../findings/matrix.ts';
import { holderOf, kindsOf, type Library, type Side } from '../pack/library.ts';
import type { Scenario, Stance, Statement } from '../pack/schema.ts';
import { cellId, cellParts, standingWords } from './cell.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  chart,
  heading,
  item,
  type Part,
  plural,
  prose,
  type Run,
  run,
  SPACE,
  sideSign,
  sign,
  strong,
  type Target,
  type Telling,
  type Words,
} from './document.ts';
import {
  among,
  eitherVerb,
  kindLabel,
  noneText,
  SIDE_ORDER,
  sideVerb,
  sideWord,
  stanceLabel,
} from './labels.ts';
import { reportedText } from './standing.ts';
import { gistWords } from './statement.ts';
import type { Pinned } from './timeline.ts';

/** The columns that are shown: so many from the first on, and the one in focus. */
export type MatrixColumns = { first: number; fit: number; focus: number };

/** A part of the matrix as wide as there is room. */
export function matrixPage(
  choice: MatrixChoice,
  { first, fit, focus }: MatrixColumns,
  { library }: Telling,
): Pinned {
  const matrix = matrixOf(library, choice);
  const { scenarios, rows } = matrix;
  const title = scenarios[focus];
  const named = title ? `${title.rung} ${title.title}: ${gapText(title.id, library)}` : '';
  const shown = scenarios.slice(first, first + fit);
  const names = shown.map(({ rung, title }) => `${rung} ${title}`).join(' · ');
  return {
    pinned: [
      stateOf(choice, rows.length, library),
      prose({ means: 'focus', text: named }, { lines: 1 }),
      legend(library),
      matrixHead(shown, scenarios.length, focus - first, library),
    ],
    blocks: [
      ...rowBlocks(rows, shown, choice, title, library, focus - first),
      block('names', SPACE, { kind: 'legend', of: 'matrix', text: names }),
    ],
  };
}

/**
 * The cell under the cross-hair in a few lines: what makes its mark, or that there is none.
 *
 * @param selected where the row leads from there
 */
export function matrixNote(
  { rows, sort, only }: MatrixChoice,
  column: number,
  { view, id }: Target,
  telling: Telling,
): Part[] {
  const { library } = telling;
  const matrix = matrixOf(library, { rows, sort, ...(only && { only }) });
  const scenario = matrix.scenarios[Math.min(column, matrix.scenarios.length - 1)];
  if (!scenario) return [];
  const row = view === 'cell' ? cellParts(id).person : id;
  const own = view === 'statement' ? [library.statement(id)] : undefined;
  const statements = own ?? cellStatements(row, scenario.id, library);
  const [first] = statements;
  const name = strong(library.person(first ? holderOf(first) : row).name);
  const marks = first?.stances.some((stance) => stance.scenario === scenario.id);
  if (!first || !marks) {
    const where = own ? 'in this statement' : among(library);
    return [prose([name, aside(` says nothing on ${scenario.title} ${where}`)])];
  }
  const more = statements.length > 1 ? ` (${statements.length} statements: Enter)` : '';
  const head = [name, ': ', standingWords(first, scenario.id, library), aside(more)];
  return [prose([head, aside(' · '), gistWords(first, telling)], { lines: 3 })];
}

/**
 * The whole matrix to be read from top to bottom, in as many tables below each other as its columns
 * need. Rows that are empty in a table are left out; what the numbers stand for is told below.
 *
 * @param fit how many columns there is room for
 */
export function matrixTables(choice: MatrixChoice, fit: number, { library }: Telling): Blocks {
  const { scenarios, rows } = matrixOf(library, choice);
  const blocks: (Block | Run)[] = [block('state', stateOf(choice, rows.length, library))];
  for (let first = 0; first === 0 || first < scenarios.length; first += fit) {
    const shown = scenarios.slice(first, first + fit);
    const filled = rows.filter(({ cells }) => shown.some(({ id }) => cells.has(id)));
    blocks.push(
      block(`head-${first}`, matrixHead(shown, scenarios.length, 0, library)),
      ...rowBlocks(filled, shown, choice, shown[0], library),
      ...(first + fit >= scenarios.length ? [block('legend', SPACE, legend(library))] : []),
      block(`end-${first}`, SPACE),
    );
  }
  const names = scenarios
    .toReversed()
    .map(({ id, rung, title }) => item(`${title}: ${gapText(id, library)}`, { number: rung }));
  return [...blocks, block('names', ...names)];
}

/** How many rows there are, of what and in which order. */
function stateOf({ rows, sort, only }: MatrixChoice, count: number, library: Library): Part {
  const kinds = only ? `${kindLabel(only, library)} only` : 'all kinds';
  return prose(aside(`${plural(count, rows.slice(0, -1))}, by ${sort}, ${kinds}`), { lines: 1 });
}

function matrixHead(shown: readonly Scenario[], of: number, focus: number, library: Library): Part {
  const rungs = shown.map(({ id, rung }) => ({ rung, gap: gapOn(id, library) }));
  const names = { for: sideWord('favours', library), against: sideWord('opposes', library) };
  return chart({ draws: 'matrix-head', rungs, names, focus, of });
}

/** A block for each row; by kind, each kind under a head of its own. */
function rowBlocks(
  rows: readonly MatrixRow[],
  shown: readonly Scenario[],
  { sort }: MatrixChoice,
  focus: Scenario | undefined,
  library: Library,
  crossHair?: number,
): Blocks {
  const blocksOf = (some: readonly MatrixRow[]) =>
    run(some, rowKey, (row) => rowBlock(row, shown, focus, library, crossHair));
  if (sort !== 'kind') return [blocksOf(rows)];
  return byKind(rows, library).flatMap(([kind, some], index) => {
    const head = heading('group', kindLabel(kind, library), { notes: [String(some.length)] });
    return [block(`kind:${kind}`, ...(index === 0 ? [] : [SPACE]), head), blocksOf(some)];
  });
}

/** A row is the same whatever columns are shown. */
const rowKey = ({ of, id }: MatrixRow): string => `${of}:${id}`;

/** The rows of each kind of person, in the order of the kinds. */
function byKind(rows: readonly MatrixRow[], library: Library): [MatrixRow['kind'], MatrixRow[]][] {
  return kindsOf(library).flatMap((kind): [MatrixRow['kind'], MatrixRow[]][] => {
    const some = rows.filter((row) => row.kind === kind);
    return some.length > 0 ? [[kind, some]] : [];
  });
}

function rowBlock(
  row: MatrixRow,
  shown: readonly Scenario[],
  focus: Scenario | undefined,
  library: Library,
  crossHair?: number,
): Omit<Block, 'key'> {
  const statements = (focus && row.cells.get(focus.id)?.statements) ?? [];
  const cells = shown.map(({ id }) => {
    const sides = row.cells.get(id)?.sides;
    return sides && [...sides];
  });
  const { name, changes } = row;
  return {
    ...rowLeads(row, focus, statements),
    parts: [
      chart(
        {
          draws: 'matrix-row',
          name,
          changes,
          cells,
          of: library.data.scenarios.length,
          ...(crossHair !== undefined && { focus: crossHair }),
        },
        ...rowTold(row, library, focus),
      ),
    ],
  };
}

/** To the statement that makes the mark; to all in the cell where there are several. */
function rowLeads(
  row: MatrixRow,
  focus: Scenario | undefined,
  [first, second]: readonly Statement[],
): Pick<Block, 'target' | 'record'> {
  if (!focus || !first) return { target: { view: row.of, id: row.id } };
  if (!second) return { target: { view: 'statement', id: first.id } };
  return {
    target: { view: 'cell', id: cellId(row.id, focus.id) },
    record: { kind: 'statement', id: first.id },
  };
}

/** A row in words: who it is, and each answer once, those on the column of the cross-hair first. */
function rowTold({ of, id, name, kind }: MatrixRow, library: Library, focus?: Scenario): Part[] {
  const stances =
    of === 'person'
      ? library.statementsOf(id).flatMap((statement) => statement.stances)
      : library.statement(id).stances;
  const title = of === 'person' ? `${name}, ${kindLabel(kind, library)}` : name;
  const sorted = focus
    ? stances.toSorted((a, b) => Number(b.scenario === focus.id) - Number(a.scenario === focus.id))
    : stances;
  return [heading('entry', title), ...stanceSentences(sorted, library)];
}

/** "NATO ground troops: should it? opposes it", each once; where no position is taken, at the end. */
function stanceSentences(stances: readonly Stance[], library: Library): Part[] {
  const titleOf = ({ scenario }: Stance) => library.scenario(scenario).title;
  const taken = stances.filter(({ value }) => value !== 'none');
  const said = taken.map((stance) => `${titleOf(stance)}: ${stanceLabel(stance)}`);
  const silent = stances.map(titleOf).filter((title) => !taken.map(titleOf).includes(title));
  if (silent.length > 0) said.push(`No position on ${[...new Set(silent)].join(', ')}`);
  return [...new Set(said)].map((text) => prose(text));
}

function gapTexts(library: Library): Record<Gap, string> {
  const verb = (side: Exclude<Side, 'none'>) => sideVerb(side, library);
  // "is for or against it"
  const short = (side: Exclude<Side, 'none'>) => verb(side).replace(/ it$/, '');
  const should = eitherVerb(short('favours'), verb('opposes'));
  const will = eitherVerb(short('expects'), verb('doubts'));
  return {
    none: 'voices on both sides',
    both: `nobody ${should}, nobody ${will}`,
    against: `nobody ${eitherVerb(verb('opposes'), verb('doubts'))}`,
    for: `nobody ${eitherVerb(verb('favours'), verb('expects'))}`,
  };
}

/** Which side is missing on a scenario, in words; and that it has happened, where that is reported. */
export function gapText(scenario: string, library: Library): string {
  const text = gapTexts(library)[gapOn(scenario, library)];
  const reported = reportedText(scenario, library);
  if (reported === undefined) return text;
  const isAgainst = gapOn(scenario, library) === 'none';
  const against = eitherVerb(sideVerb('opposes', library), sideVerb('doubts', library));
  return `${reported}; ${isAgainst ? `somebody ${against}` : text}`;
}

/** What the signs of a cell mean, in one line. */
const signs = (library: Library): Words => [
  ...sideSigns(library),
  [sign('bullet'), ` ${sideWord('none', library)} * both `, sign('shared'), ' changes'],
];

const sideSigns = (library: Library): Words[] =>
  SIDE_ORDER.filter((side) => side !== 'none').map((side) => [
    sideSign(side),
    ` ${sideWord(side, library)} `,
  ]);

/** Explains the signs of the matrix: in sight while it is read. */
const legend = (library: Library): Part => ({
  kind: 'legend',
  of: 'matrix',
  text: signs(library),
});

/** Less than one in so many is few. */
const FEW = 3;

/** Who speaks, by kind, with what they say on every rung. */
export function peoplePage({ library }: Telling): Pinned {
  const matrix = matrixOf(library, { rows: 'speakers', sort: 'kind' });
  if (matrix.rows.length === 0) {
    return {
      pinned: [],
      blocks: [block('nothing', prose(noneText('person who speaks', library)))],
    };
  }
  const blocks = byKind(matrix.rows, library).flatMap(([kind, rows]) => {
    const few = `, of ${matrix.rows.length} who speak: experts are few here`;
    const isFew = kind === 'expert' && rows.length * FEW < matrix.rows.length;
    const notes = [`${rows.length}${isFew ? few : ''}`];
    return [
      block(`kind:${kind}`, heading('group', kindLabel(kind, library), { notes })),
      run(rows, rowKey, (row) => personRow(row, matrix, library)),
      block(`end:${kind}`, SPACE),
    ];
  });
  const rungs = matrix.scenarios.map(({ rung }) => rung);
  return {
    pinned: [
      { kind: 'legend', of: 'people', text: stripSigns(library) },
      chart({ draws: 'positions-head', rungs }),
    ],
    blocks,
  };
}

/** What the signs of a strip mean, in few words. */
const stripSigns = (library: Library): Words => [
  ...sideSigns(library),
  [sign('none'), ` ${sideWord('none', library)} = both`],
];

function personRow(row: MatrixRow, { scenarios }: Matrix, library: Library): Omit<Block, 'key'> {
  const { id, name, changes, cells } = row;
  const said = scenarios.map((scenario) => {
    const sides = cells.get(scenario.id)?.sides;
    return sides && [...sides];
  });
  const count = library.statementsOf(id).length;
  return {
    target: { view: 'person', id },
    parts: [
      chart({ draws: 'positions', name, count, changes, cells: said }, ...rowTold(row, library)),
    ],
  };
}
