/** Two to four scenarios compared: rows are aspects, columns are scenarios. */
import { type Agreement, type Shared, sharedSources, sharedSpeakers } from '../findings/shared.ts';
import { heardOn } from '../findings/voices.ts';
import { type Bearing, holderOf, type Library, type Side, sideOf } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
import { asOfLabel } from './dates.ts';
import {
  aside,
  type Block,
  block,
  blockTo,
  chart,
  heading,
  item,
  type Language,
  type Part,
  prose,
  SPACE,
  section,
  sign,
  strong,
  type Table,
  type Target,
  type Telling,
} from './document.ts';
import {
  AXIS_QUESTIONS,
  among,
  outletLabel,
  SIDE_ORDER,
  SIDES,
  sideNobody,
  sideTitle,
  sideWord,
  signOf,
  stanceLabel,
} from './labels.ts';
import { reportedText, voicesText } from './standing.ts';
import {
  citation,
  reasonParts,
  reasonText,
  retellingParts,
  speakerLine,
  wordsParts,
} from './statement.ts';
import type { Pinned } from './timeline.ts';

/** At most this many scenarios are compared. */
export const MOST_COMPARED = 4;

/**
 * How a comparison is laid out: one scenario at a time (`stacked`), the same below an overview of
 * all, side by side (`columns`), or each in two columns, for and against (`split`).
 */
export type CompareForm = 'stacked' | 'overview' | 'columns' | 'split';
/** `bilingual`: so many columns side by side have room for both languages of a quote. */
export type CompareLayout = { form: CompareForm; bilingual: number };

/** A statement in a cell, and the side it is on. */
type Item = { bearing: Bearing; side: Side };
/** What one scenario has to say on an aspect. */
type Cell = { scenario: string; texts: string[]; items: Item[]; voices?: string; nobody: string };
type Aspect = { title: string; cells: Cell[] };

/** A scenario, or the half of what is said about it. */
type Column = { scenario: Scenario; half?: 'yes' | 'no' };

/** What the compared scenarios say, aspect by aspect; a cell per column. */
export function compareAspects(
  scenarios: readonly Scenario[],
  library: Library,
  isSplit = false,
): Aspect[] {
  const whole: Column[] = scenarios.map((scenario) => ({ scenario }));
  const halves: Column[] = scenarios.flatMap((scenario) => [
    { scenario, half: 'yes' as const },
    { scenario, half: 'no' as const },
  ]);
  const texts = (
    title: string,
    nobody: string,
    read: (scenario: Scenario) => string[],
  ): Aspect => ({
    title,
    cells: scenarios.map((one) => ({ scenario: one.id, texts: read(one), items: [], nobody })),
  });
  const sides = (title: string, columns: Column[], read: (column: Column) => Side[]): Aspect => ({
    title,
    cells: columns.map((column) => sideCell(column.scenario, read(column), library)),
  });
  const either = (yes: Side[], no: Side[]) => (column: Column) =>
    column.half === 'yes' ? yes : no;
  const stanceAspects = isSplit
    ? [
        sides(AXIS_QUESTIONS.normative, halves, either(['favours'], ['opposes'])),
        sides(AXIS_QUESTIONS.predictive, halves, either(['expects', 'possible'], ['doubts'])),
      ]
    : SIDE_ORDER.filter((side) => side !== 'none').map((side) =>
        sides(sideHead(side, library), whole, () => [side]),
      );
  const factors = (list: 'drivers' | 'brakes' | 'consequences') => (scenario: Scenario) =>
    scenario[list].map(({ text }) => text);
  const unnamed = 'nothing named in these sources';
  return [
    texts('So far', '', ({ status, asOf }) => [`${status} (${asOfLabel(asOf)})`]),
    ...stanceAspects,
    sides(WITHOUT_STANCE, whole, () => ['none']),
    texts('What pushes', unnamed, factors('drivers')),
    texts('What holds back', unnamed, factors('brakes')),
    texts('What could follow', unnamed, factors('consequences')),
    texts('Not said', 'no gap noted', ({ silent }) => silent),
  ].filter(
    ({ title, cells }) =>
      !isOptional(title, library) || cells.some(({ items }) => items.length > 0),
  );
}

const WITHOUT_STANCE = 'Without a stance';

/** Left out where no column has anything on it. */
const isOptional = (title: string, library: Library): boolean =>
  title === WITHOUT_STANCE || title === sideHead('possible', library);

/** "Should it? For". */
function sideHead(side: Side, library: Library): string {
  const { axis } = SIDES[side];
  const title = sideTitle(side, library);
  return axis === 'none' ? title : `${AXIS_QUESTIONS[axis]} ${title}`;
}

function sideCell({ id }: Scenario, sides: readonly Side[], library: Library): Cell {
  const items = sides.flatMap((side) =>
    library.onSide(id, side).map((bearing) => ({ bearing, side })),
  );
  // One statement is one voice; that needs no words.
  const taken = sides.filter((side) => side !== 'none' && library.onSide(id, side).length > 1);
  const voices = taken.map((side) => {
    const title = sides.length > 1 ? `${sideWord(side, library)} ` : '';
    return title + voicesText(id, side, library);
  });
  const [first = 'none'] = sides;
  return {
    scenario: id,
    texts: [],
    items,
    ...(voices.length > 0 ? { voices: voices.join('; ') } : {}),
    nobody: nobodyOn(id, first, library),
  };
}

/** What is said where nobody is on a side; what has happened needs nobody to expect it. */
function nobodyOn(scenario: string, side: Side, library: Library): string {
  const reported = side === 'expects' ? reportedText(scenario, library) : undefined;
  return reported ?? `${sideNobody(side, library)} ${among(library)}`;
}

/** @property across cells in the widest row: how far the column cursor goes */
type Comparison = Pinned & { across: number };

/** What a comparison is made of, besides its scenarios. */
type Making = { shared: ReadonlySet<string>; layout: CompareLayout; telling: Telling };

/** The scenario in focus, by its number, and whether what is against it is, where that stands apart. */
export type CompareFocus = { column: number; isAgainst?: boolean };

export function comparePage(
  scenarios: readonly Scenario[],
  layout: CompareLayout,
  { column, isAgainst = false }: CompareFocus,
  telling: Telling,
): Comparison {
  const { library } = telling;
  const { form } = layout;
  const shared = sharedSpeakers(scenarios, library);
  const making: Making = { shared: idsOf(shared), layout, telling };
  const sharing = sharedBlocks(scenarios, shared, library);
  if (form === 'columns' || form === 'split') {
    const isSplit = form === 'split';
    const aspects = compareAspects(scenarios, library, isSplit);
    const half = 2 * column + (isAgainst ? 1 : 0);
    const focusOf = (cells: number) => (cells > scenarios.length ? half : column);
    return {
      across: scenarios.length * (isSplit ? 2 : 1),
      pinned: headParts(scenarios, isSplit ? half : column, layout, telling),
      blocks: [...aspectBlocks(aspects, focusOf, making), ...sharing],
    };
  }
  const title = `${column + 1} of ${scenarios.length}  ${scenarios[column]?.title ?? ''}`;
  // Aspects of all, so that each is found again when the next scenario is shown.
  const aspects = compareAspects(scenarios, library).map((aspect) => ({
    title: aspect.title,
    cells: aspect.cells.slice(column, column + 1),
  }));
  const blocks = [...aspectBlocks(aspects, () => 0, making), ...sharing];
  const across = scenarios.length;
  if (form === 'stacked') {
    const head = prose({ means: 'focus', text: title }, { lines: 1 });
    return { across, pinned: [head, { kind: 'rule' }], blocks };
  }
  const heads = scenarios.map(({ title, rung }) => ({ title, rung }));
  return {
    across,
    pinned: [chart({ draws: 'column-heads', heads, focus: column })],
    blocks: [...tallyBlocks(scenarios, column, library), ...sharing],
  };
}

/** The longest bar of a tally; a longer one would not fit below its column's head. */
const LONGEST_BAR = 8;

/**
 * How many voices each scenario has on each side: all bars first, so that one look compares; below
 * them the names, a row for each side that anybody takes.
 */
function tallyBlocks(scenarios: readonly Scenario[], focus: number, library: Library): Block[] {
  const sides = SIDE_ORDER.filter((side) => side !== 'none').map((side) => ({
    side,
    heard: scenarios.map(({ id }) => heardOn(id, side, library)),
  }));
  const bars = scenarios.map((scenario, index) =>
    sides.map(({ side, heard }): Part => {
      const count = heard[index]?.voices.length ?? 0;
      // What has happened needs nobody to expect it.
      const isReported = side === 'expects' && scenario.reported.length > 0;
      if (count === 0)
        return prose(aside(signOf(side, library), ' ', isReported ? 'reported' : sign('none')));
      const bar = Array.from({ length: Math.min(LONGEST_BAR, count) }, () => signOf(side, library));
      return prose({ means: side, text: [bar, ` ${count}`] });
    }),
  );
  const named = sides.filter(({ heard }) => heard.some(({ voices }) => voices.length > 0));
  return [
    block('bars', { kind: 'columns', cells: bars, focus }, SPACE),
    ...named.map(({ side, heard }): Block => {
      const statement = heard[focus]?.statements[0]?.statement;
      const scenario = scenarios[focus]?.id as string;
      return {
        key: rowKey(sideHead(side, library), 0),
        target: statement
          ? { view: 'statement', id: statement.id }
          : { view: 'scenario', id: scenario },
        parts: [
          heading('group', sideHead(side, library), { side }),
          {
            kind: 'columns',
            cells: heard.map(({ voices }) => voices.map((id) => prose(library.person(id).name))),
            focus,
          },
        ],
      };
    }),
    block('end', SPACE),
  ];
}

/** No column is in focus. */
const NO_FOCUS = -1;

/**
 * The comparison to be read from top to bottom: in columns where they fit, else one scenario under
 * the other within each aspect.
 */
export function comparisonInFull(
  scenarios: readonly Scenario[],
  layout: CompareLayout,
  telling: Telling,
): Block[] {
  const { library } = telling;
  const shared = sharedSpeakers(scenarios, library);
  const making: Making = { shared: idsOf(shared), layout, telling };
  const isSideBySide = layout.form === 'columns' || layout.form === 'split';
  const aspects = compareAspects(scenarios, library, layout.form === 'split');
  const told = isSideBySide
    ? [
        block('heads', ...headParts(scenarios, NO_FOCUS, layout, telling)),
        ...aspectBlocks(aspects, () => NO_FOCUS, making),
      ]
    : aspects.flatMap((aspect) => stackedAspect(aspect, making));
  return [...told, ...sharedBlocks(scenarios, shared, library)];
}

const idsOf = (shared: readonly Shared[]): Set<string> =>
  new Set(shared.map(({ person }) => person.id));

function stackedAspect({ title, cells }: Aspect, making: Making): Block[] {
  const { library } = making.telling;
  return [
    section(title),
    ...cells.map((cell) => {
      const name = { means: 'focus' as const, text: library.scenario(cell.scenario).title };
      const rows = Array.from({ length: rowsOf(cell) }, (_, row) =>
        cellParts(cell, row, 1, making),
      );
      return block(`${title}/${cell.scenario}`, prose(name, { lines: 1 }), ...rows.flat(), SPACE);
    }),
  ];
}

/** The heads of the columns; and that they are too narrow for both languages, where these were asked for. */
function headParts(
  scenarios: readonly Scenario[],
  focus: number,
  { form, bilingual }: CompareLayout,
  { language, library }: Telling,
): Part[] {
  const isSplit = form === 'split';
  const across = scenarios.length * (isSplit ? 2 : 1);
  const heads = scenarios.map(({ title, rung }) => ({ title, rung }));
  const half = (should: Side, will: Side) =>
    `${sideTitle(should, library)}, ${sideWord(will, library)}`;
  const sides = { sides: [half('favours', 'expects'), half('opposes', 'doubts')] as const };
  const note = 'Too narrow for both languages: the quotes alone';
  return [
    chart({ draws: 'column-heads', heads, focus, ...(isSplit ? sides : {}) }),
    ...(language === 'both' && across > bilingual ? [prose(aside(note), { lines: 1 })] : []),
  ];
}

/** The key of a row of an aspect; in every layout the rows of an axis are known by its beginning. */
const rowKey = (title: string, row: number): string => `${title.replace('? ', '?/')}/${row + 1}`;

/** Rows of a cell: one for each statement, or one for all its texts. */
const rowsOf = ({ items }: Cell): number => Math.max(1, items.length);

/**
 * The rows of all aspects: the n-th statements of the columns side by side.
 *
 * @param focusOf which of so many cells is in focus
 */
function aspectBlocks(
  aspects: readonly Aspect[],
  focusOf: (cells: number) => number,
  making: Making,
): Block[] {
  return aspects.flatMap(({ title, cells }) => {
    const focus = focusOf(cells.length);
    const rows = Math.max(...cells.map(rowsOf));
    return Array.from({ length: rows }, (_, row): Block => {
      const target = cells[focus] && targetOf(cells[focus], row);
      const filled = cells.map((cell) => cellParts(cell, row, cells.length, making));
      const head = row === 0 ? [SPACE, heading('group', title)] : [];
      return {
        key: rowKey(title, row),
        parts: [...head, { kind: 'columns', cells: filled, focus }],
        ...(target ? { target } : {}),
      };
    });
  });
}

function targetOf({ items, scenario }: Cell, row: number): Target {
  const found = items[row];
  return found
    ? { view: 'statement', id: found.bearing.statement.id }
    : { view: 'scenario', id: scenario };
}

/** @param across cells that stand side by side */
function cellParts(cell: Cell, row: number, across: number, making: Making): Part[] {
  const { texts, items, voices, nobody } = cell;
  const found = items[row];
  if (found) {
    const counted = row === 0 && voices !== undefined ? [prose(aside(voices))] : [];
    return [...counted, ...itemParts(found, across, making)];
  }
  if (items.length > 0 || row > 0) return [];
  if (texts.length === 0) return [prose(aside(nobody))];
  return texts.map((text) => (texts.length > 1 ? item(text) : prose(text)));
}

/** A quote longer than this in a cell is cut, and the cut is said. */
const CELL_LINES = 9;

function itemParts(
  { bearing: { statement, stances }, side }: Item,
  across: number,
  { shared, layout, telling }: Making,
): Part[] {
  const isNarrow = telling.language === 'both' && across > 1 && across > layout.bilingual;
  const shown: Telling = isNarrow ? { ...telling, language: 'original' } : telling;
  const isShared = shared.has(holderOf(statement));
  return [
    heading('entry', speakerLine(statement, telling.library), {
      lead: { means: side, text: [signOf(side, telling.library), ' '] },
      ...(isShared ? { mark: 'shared' } : {}),
    }),
    { kind: 'cut', lines: CELL_LINES, parts: wordsParts(statement, shown) },
    ...reasonParts(stances.filter((stance) => sideOf(stance) === side)),
    ...retellingParts(statement, stances, telling.library),
  ];
}

/** The shared speakers, a block each, and the sources that all of them rest on. */
function sharedBlocks(
  scenarios: readonly Scenario[],
  shared: readonly Shared[],
  library: Library,
): Block[] {
  const people = shared.map(({ person, on, ...rest }) =>
    blockTo(
      { view: 'person', id: person.id },
      [
        prose(strong(`${person.name}: ${verdict({ on, ...rest })}`), {
          lead: [{ sign: 'shared' }, ' '],
        }),
        ...on.map(({ scenario, answers }) =>
          prose(`${scenario.title}: ${answers.map(stanceLabel).join('; ')}`, { isInset: true }),
        ),
      ],
      'shared',
    ),
  );
  const nobody = block('nobody-shared', prose(aside('none: nobody speaks on two of these')));
  const sources = sharedSources(scenarios, library).map(outletLabel).join(', ');
  const rest = sources === '' ? aside('none that speaks on all of these') : sources;
  return [
    block('shared', SPACE, heading('group', 'Shared speakers')),
    ...(people.length > 0 ? people : [nobody]),
    block('shared-sources', SPACE, heading('group', 'Shared sources'), prose(rest)),
  ];
}

/** How somebody's answers on the compared scenarios compare, in words. */
export function verdict({ agreement, positions, on }: Omit<Shared, 'person'>): string {
  const words: Record<Agreement, string> = {
    none: 'takes no position on any',
    some: `takes a position on ${positions} only`,
    same: 'the same answer on each',
    different: on.length === 2 ? 'a different answer on each' : 'not the same answer on all',
  };
  return words[agreement];
}

/** The comparison as a table, every statement with its citation. */
export function comparisonTable(
  scenarios: readonly Scenario[],
  library: Library,
  language: Language,
): Table {
  const cell = ({ id }: Scenario, side: Side): string[] => {
    const found = library.onSide(id, side).flatMap(({ statement, stances }) => {
      const reasons = stances.filter((stance) => sideOf(stance) === side).map(reasonText);
      return [citation(statement, library, language), ...reasons.filter((text) => text !== '')];
    });
    if (found.length === 0) return [nobodyOn(id, side, library)];
    const isCounted = side !== 'none' && library.onSide(id, side).length > 1;
    return isCounted ? [voicesText(id, side, library), ...found] : found;
  };
  const so = ({ status, asOf }: Scenario) => [`${status} (${asOfLabel(asOf)})`];
  return {
    kind: 'table',
    head: ['', ...scenarios.map(({ title }) => title)],
    rows: [
      [['So far'], ...scenarios.map(so)],
      ...SIDE_ORDER.map((side) => [
        [sideHead(side, library)],
        ...scenarios.map((one) => cell(one, side)),
      ]),
    ],
  };
}
