/** The ladder: every scenario in one line, the most direct involvement on top. */
import type { Tally } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
import { shorten, wrap } from '../terminal/text.ts';
import { type Block, cell, type Look, lit, prose, rule, still } from './look.ts';

const COUNTS: { side: keyof Tally; head: string; tone: 'yes' | 'no' | 'strong' }[] = [
  { side: 'favours', head: 'for', tone: 'yes' },
  { side: 'opposes', head: 'vs', tone: 'no' },
  { side: 'expects', head: 'yes', tone: 'yes' },
  { side: 'possible', head: 'may', tone: 'strong' },
  { side: 'doubts', head: 'no', tone: 'no' },
];
const COUNT_CELLS = 4;
const AXIS_GAP = 2;
const COUNTS_WIDTH = COUNTS.length * COUNT_CELLS + AXIS_GAP;
/** Where a row would leave less than this for the title, the counts are left out. */
const LEAST_TITLE = 14;

/** Scenarios in the order of the screen: the highest rung first. */
export function ladderOrder(scenarios: readonly Scenario[]): Scenario[] {
  return scenarios.toSorted((a, b) => b.rung - a.rung);
}

/** The line above the ladder that says what the columns of numbers count. */
export function ladderHead(columns: number, look: Look): string[] {
  const { theme } = look;
  if (!hasCounts(columns)) return [];
  const pad = ' '.repeat(columns - COUNTS_WIDTH);
  const questions = `${'should it?'.padStart(2 * COUNT_CELLS)}${' '.repeat(AXIS_GAP)}${'will it?'.padStart(3 * COUNT_CELLS)}`;
  const heads = countCells((index) => COUNTS[index]?.head ?? '');
  return [
    theme.dim(pad.slice(0, -2) + questions.padStart(COUNTS_WIDTH + 2)),
    theme.dim(pad + heads),
  ];
}

function hasCounts(columns: number): boolean {
  return columns >= COUNTS_WIDTH + LEAST_TITLE + 6;
}

function countCells(write: (index: number) => string): string {
  return COUNTS.map((_, index) => {
    const gap = index === 2 ? ' '.repeat(AXIS_GAP) : '';
    return gap + write(index).padStart(COUNT_CELLS);
  }).join('');
}

/** A rung: number, title, mark, and how many statements stand on which side. */
export function rungBlock(scenario: Scenario, isMarked: boolean, look: Look): Block {
  return {
    target: { view: 'scenario', id: scenario.id },
    lines: (columns) => {
      const { theme, library } = look;
      const { glyph } = theme;
      const tally = library.tally(scenario.id);
      const number = String(scenario.rung).padStart(2);
      const mark = isMarked ? glyph.marked : ' ';
      const counts = hasCounts(columns);
      const titleCells = columns - 6 - (counts ? COUNTS_WIDTH : 0);
      const indent = scenario.variantOf ? '  ' : '';
      const title = cell(indent + scenario.title, titleCells, look);
      const painted = COUNTS.map(({ side, tone }, index) => {
        const count = tally[side];
        const text = (count === 0 ? glyph.none : String(count)).padStart(COUNT_CELLS);
        const gap = index === 2 ? ' '.repeat(AXIS_GAP) : '';
        return gap + (count === 0 ? theme.dim(text) : theme[tone](text));
      }).join('');
      return [
        `${number} ${theme.dim(glyph.rung)} ${lit(title, look)}${theme.accent(mark)}${counts ? painted : ''}`,
      ];
    },
  };
}

/** What the numbers and the order mean; at the foot of the ladder. */
export function ladderLegend(look: Look): Block {
  return still((columns) => {
    const { glyph } = look.theme;
    const text = ['The order of the rungs is our judgement: 1 is the least direct involvement.'];
    if (hasCounts(columns)) {
      text.push(
        `Numbers count statements, each on one of two questions; ${glyph.none} means none in these sources.`,
      );
    }
    return ['', ...text.flatMap((one) => prose(one, columns, look, { paint: look.theme.dim }))];
  });
}

/** What the selected rung says, for a screen with no room for a second pane. */
export function rungNote(scenario: Scenario, columns: number, look: Look): string[] {
  const { theme } = look;
  const twoLines = (text: string) => {
    const [first = '', ...rest] = wrap(text, columns);
    return rest.length === 0
      ? [first]
      : [first, shorten(rest.join(' '), columns, theme.glyph.ellipsis)];
  };
  return [
    rule(columns, look),
    ...twoLines(scenario.proposition),
    ...twoLines(`So far: ${scenario.status}`).map((line) => theme.dim(line)),
  ];
}
