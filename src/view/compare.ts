/** Two to four scenarios side by side: rows are aspects, columns are scenarios. */
import { holderOf, sidesOf } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
import { styledWidth } from '../terminal/text.ts';
import { type Aspect, type Cell, compareAspects, type Item } from './aspects.ts';
import { SIDES, sideGlyph, sidePaint } from './labels.ts';
import {
  type Block,
  cell,
  flow,
  type Look,
  lit,
  prose,
  rule,
  spread,
  still,
  type Target,
} from './look.ts';
import { sharedBlocks, sharedSpeakers } from './shared.ts';
import { speakerLine, wordsLines } from './statement.ts';

/** At most this many scenarios are compared. */
export const MOST_COMPARED = 4;
/** Columns side by side that are narrower than this show one language of a quote. */
const BOTH_LANGUAGES = 44;
/** A quote longer than this in a cell is cut, and the cut is said. */
const CELL_LINES = 9;
const SEPARATOR = 3;

export type CompareLayout = 'stacked' | 'overview' | 'columns' | 'split';

/**
 * How many scenarios are laid out in how many columns (measured with German quotes).
 *
 * @param columns width of the text; the explorer's screen is two cells wider
 */
export function compareLayout(items: number, columns: number): CompareLayout {
  if (columns < 70) return 'stacked';
  if (items === 2) return columns >= 158 ? 'split' : 'columns';
  if (items === 3) return columns >= 98 ? 'columns' : 'overview';
  return columns >= 158 ? 'columns' : 'overview';
}

export type Comparison = {
  layout: CompareLayout;
  /** Cells across in the widest row: how far the column cursor goes. */
  across: number;
  /** Stays at the top while the rows scroll. */
  pinned: string[];
  blocks: Block[];
};

/**
 * @param column the column, or in stacked and overview layouts the scenario, that is in focus
 */
export function comparison(
  scenarios: readonly Scenario[],
  columns: number,
  column: number,
  look: Look,
): Comparison {
  const layout = compareLayout(scenarios.length, columns);
  const shared = sharedSpeakers(scenarios, look);
  const marked = new Set(shared.map(({ person }) => person.id));
  const sharing = sharedBlocks(scenarios, shared, look);
  if (layout === 'stacked' || layout === 'overview') {
    const focus = Math.min(column, scenarios.length - 1);
    const { theme } = look;
    const title = `${focus + 1} of ${scenarios.length}  ${scenarios[focus]?.title ?? ''}`;
    // Aspects of all, so that each is found again when the next scenario is shown.
    const aspects = compareAspects(scenarios, look).map(({ title, cells }) => ({
      title,
      cells: cells.slice(focus, focus + 1),
    }));
    const blocks = rowBlocks(aspects, columns, 0, marked, look);
    if (layout === 'stacked') {
      const pinned = [theme.accent(cell(title, columns, look)), rule(columns, look)];
      return { layout, across: scenarios.length, pinned, blocks: [...blocks, ...sharing] };
    }
    const overview = scenarios.map((scenario) => overviewBlock(scenario, look));
    const line = still(() => [rule(columns, look)]);
    return {
      layout,
      across: scenarios.length,
      // In sight also when the overview has scrolled away.
      pinned: [
        spread(`In full: ${title}`, 'below the overview', columns, look, theme.accent, theme.dim),
      ],
      blocks: [...overview, line, ...blocks, ...sharing],
    };
  }
  const aspects = compareAspects(scenarios, look, layout === 'split');
  const across = Math.max(...aspects.map(({ cells }) => cells.length));
  return {
    layout,
    across,
    pinned: [
      ...columnHeads(scenarios, columns, column, across, look),
      ...narrowNote(columns, across, look),
    ],
    blocks: [...rowBlocks(aspects, columns, column, marked, look), ...sharing],
  };
}

/** Says that columns are too narrow for both languages, where both were asked for. */
function narrowNote(columns: number, across: number, look: Look): string[] {
  const isNarrow = (cellWidths(across, columns)[0] ?? 0) < BOTH_LANGUAGES;
  if (look.language !== 'both' || !isNarrow) return [];
  return [
    look.theme.dim(cell('Too narrow for both languages: the quotes alone; see l', columns, look)),
  ];
}

/** No column is in focus. */
const NO_FOCUS = -1;

/**
 * The comparison to be read from top to bottom, with nothing cut: in columns where they fit, else
 * one scenario under the other within each aspect.
 */
export function comparisonLines(
  scenarios: readonly Scenario[],
  columns: number,
  look: Look,
): string[] {
  const whole: Look = { ...look, isWhole: true };
  const layout = compareLayout(scenarios.length, columns);
  const shared = sharedSpeakers(scenarios, look);
  const marked = new Set(shared.map(({ person }) => person.id));
  const blocks = sharedBlocks(scenarios, shared, look);
  if (layout === 'stacked' || layout === 'overview') {
    const aspects = compareAspects(scenarios, look);
    const stacked = aspects.flatMap((aspect) =>
      stackedAspect(aspect, scenarios, columns, marked, whole),
    );
    return [...stacked, ...blocks.flatMap(({ lines }) => lines(columns))];
  }
  const aspects = compareAspects(scenarios, look, layout === 'split');
  const across = Math.max(...aspects.map(({ cells }) => cells.length));
  blocks.unshift(...rowBlocks(aspects, columns, NO_FOCUS, marked, whole));
  return [
    ...columnHeads(scenarios, columns, NO_FOCUS, across, look),
    ...narrowNote(columns, across, look),
    ...blocks.flatMap(({ lines }) => lines(columns)),
  ];
}

function stackedAspect(
  { title, cells }: Aspect,
  scenarios: readonly Scenario[],
  columns: number,
  marked: ReadonlySet<string>,
  look: Look,
): string[] {
  const told = cells.flatMap((entry, index) => {
    const rows = Math.max(1, entry.items.length);
    const lines = Array.from({ length: rows }, (_, row) =>
      cellLines(entry, row, columns, marked, look),
    );
    const name = cell(scenarios[index]?.title ?? '', columns, look).trimEnd();
    return [look.theme.accent(name), ...lines.flat(), ''];
  });
  return [look.theme.strong(title.toUpperCase()), rule(columns, look), ...told];
}

function cellWidths(count: number, columns: number): number[] {
  const room = columns - (count - 1) * SEPARATOR;
  const each = Math.floor(room / count);
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? room - each * (count - 1) : each,
  );
}

function columnHeads(
  scenarios: readonly Scenario[],
  columns: number,
  column: number,
  across: number,
  look: Look,
): string[] {
  const { theme } = look;
  const widths = cellWidths(scenarios.length, columns);
  const focus = Math.floor((Math.min(column, across - 1) * scenarios.length) / across);
  const isSplit = across > scenarios.length;
  const heads = scenarios.map(({ title, rung }, index) => {
    const cells = widths[index] ?? 0;
    const number = ` ${rung}`;
    const mark = index === focus && !isSplit ? `${theme.glyph.selected} ` : '';
    const text = cell(mark + title, cells - number.length, look) + number;
    return index === focus ? theme.accent(text) : theme.strong(text);
  });
  const bar = theme.dim(` ${theme.glyph.vertical} `);
  const lines = widths.map((cells) => theme.glyph.horizontal.repeat(cells));
  return [
    heads.join(bar),
    ...(isSplit ? [sideHeads(columns, column, across, look).join(bar)] : []),
    theme.dim(lines.join(theme.glyph.horizontal + theme.glyph.cross + theme.glyph.horizontal)),
  ];
}

/** What the two columns of a scenario hold, where it has two. */
function sideHeads(columns: number, column: number, across: number, look: Look): string[] {
  const { theme } = look;
  return cellWidths(across, columns).map((cells, index) => {
    const isFocused = index === column;
    const mark = isFocused ? `${theme.glyph.selected} ` : '';
    const text = cell(
      mark + (index % 2 === 0 ? 'For it, expected' : 'Against it, doubted'),
      cells,
      look,
    );
    return isFocused ? theme.accent(text) : theme.dim(text);
  });
}

/** The rows of all aspects: the n-th statements of the columns side by side. */
function rowBlocks(
  aspects: readonly Aspect[],
  columns: number,
  column: number,
  marked: ReadonlySet<string>,
  look: Look,
): Block[] {
  const { theme } = look;
  const across = Math.max(...aspects.map(({ cells }) => cells.length));
  return aspects.flatMap(({ title, cells }) => {
    const widths = cellWidths(cells.length, columns);
    const isNarrow = cells.length > 1 && (widths[0] ?? 0) < BOTH_LANGUAGES;
    const shown: Look = isNarrow && look.language === 'both' ? { ...look, language: 'de' } : look;
    const focus = Math.floor((Math.min(column, across - 1) * cells.length) / across);
    const rows = Math.max(1, ...cells.map(({ items }) => items.length));
    return Array.from({ length: rows }, (_, row): Block => {
      const target = cells[focus] && targetOf(cells[focus], row);
      return {
        ...(target ? { target } : {}),
        section: title,
        lines: () => {
          const filled = cells.map((entry, index) =>
            cellLines(entry, row, widths[index] ?? 0, marked, shown),
          );
          const heads = row === 0 ? ['', theme.strong(title.toUpperCase())] : [];
          return [...heads, ...sideBySide(filled, widths, focus, look)];
        },
      };
    });
  });
}

function targetOf({ items, target }: Cell, row: number): Target {
  const item = items[row];
  return item ? { view: 'statement', id: item.bearing.statement.id } : target;
}

function cellLines(
  { texts, items, nobody }: Cell,
  row: number,
  columns: number,
  marked: ReadonlySet<string>,
  look: Look,
): string[] {
  const { theme } = look;
  const item = items[row];
  if (item) return itemLines(item, columns, marked, look);
  if (items.length > 0 || row > 0) return [];
  if (texts.length === 0) return prose(nobody, columns, look, { paint: theme.dim });
  const lead = texts.length > 1 ? `${theme.glyph.bullet} ` : '';
  return texts.flatMap((text) => prose(text, columns, look, { lead }));
}

function itemLines(
  { bearing: { statement, stances }, side }: Item,
  columns: number,
  marked: ReadonlySet<string>,
  look: Look,
): string[] {
  const { theme } = look;
  const sign = sidePaint(side, theme)(sideGlyph(side, theme));
  const isShared = marked.has(holderOf(statement));
  const name = cell(speakerLine(statement, look), columns - (isShared ? 4 : 2), look).trimEnd();
  const words = wordsLines(statement, columns, look);
  const most = look.isWhole ? words.length : shownOf(words, CELL_LINES);
  const lines = [
    `${sign} ${lit(name, look, theme.strong)}${isShared ? ` ${theme.glyph.shared}` : ''}`,
    ...words.slice(0, most),
  ];
  const cut = words.length - most;
  if (cut > 0) lines.push(theme.dim(`${theme.glyph.ellipsis} ${cut} more lines, Enter`));
  for (const { condition } of stances) {
    const text = `on condition: ${condition}`;
    if (condition) lines.push(...prose(text, columns, look, { paint: theme.dim }));
  }
  return lines;
}

/** How many of the lines to show: all, where the note on what is left out would save none. */
const shownOf = (lines: readonly string[], most: number): number =>
  lines.length === most + 1 ? lines.length : most;

function sideBySide(
  cells: readonly string[][],
  widths: readonly number[],
  focus: number,
  { theme }: Look,
): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  const bar = theme.dim(` ${theme.glyph.vertical} `);
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => {
        const text = lines[line] ?? '';
        const gap = (widths[index] ?? 0) - styledWidth(text);
        return text + (index === cells.length - 1 ? '' : ' '.repeat(Math.max(0, gap)));
      })
      .reduce(
        (row, text, index) =>
          row + (index === focus || index === focus + 1 ? theme.accent(bar) : bar) + text,
      ),
  );
}

/** Lines of the leading quote in the overview. */
const OVERVIEW_LINES = 2;

/** A scenario in a few lines: counts and the leading quote. */
function overviewBlock(scenario: Scenario, look: Look): Block {
  const { theme, library } = look;
  return {
    target: { view: 'scenario', id: scenario.id },
    lines: (columns) => {
      const tally = library.tally(scenario.id);
      const counts = (['favours', 'opposes', 'expects', 'possible', 'doubts'] as const)
        .filter((side) => tally[side] > 0)
        .map((side) => {
          return sidePaint(side, theme)(`${SIDES[side].title.toLowerCase()} ${tally[side]}`);
        });
      const bearings = library.bearingOn(scenario.id);
      const leading =
        bearings.find(({ stances }) => sidesOf(stances).some((side) => side !== 'none')) ??
        bearings[0];
      const words = leading ? wordsLines(leading.statement, columns - 2, look) : [];
      const most = shownOf(words, OVERVIEW_LINES);
      const shown = words.slice(0, most).map((line) => `  ${line}`);
      if (words.length > most)
        shown.push(
          `  ${theme.dim(`${theme.glyph.ellipsis} ${words.length - most} more lines, Enter`)}`,
        );
      if (counts.length === 0) counts.push(theme.dim('no position taken in these sources'));
      return [
        ...flow([theme.strong(cell(scenario.title, columns, look).trimEnd()), ...counts], columns),
        ...(leading ? [`  ${theme.dim(speakerLine(leading.statement, look))}`] : []),
        ...shown,
        '',
      ];
    },
  };
}
