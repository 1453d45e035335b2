/** Who says how many, of what, as of when: a dot for each, no winner and no series. */
import type { Figure } from '../pack/schema.ts';
import { styledWidth, width } from '../terminal/text.ts';
import { amountLabel, figureOrigin } from './figure.ts';
import { outletLabel } from './labels.ts';
import { type Block, cell, type Look, lit, prose, still, whereSaid } from './look.ts';
import { heading } from './statement.ts';

/** Figures by unit, the largest first; units with most figures first. */
export function figureGroups(figures: readonly Figure[]): [unit: string, figures: Figure[]][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.unit);
    if (group) group.push(figure);
    else groups.set(figure.unit, [figure]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** Cells of the number before the dots. */
const NUMBER_CELLS = 28;

/** A dot plot: an axis for each unit, a row for each figure, and what exactly it counts. */
export function figureBlocks(look: Look): Block[] {
  const { library, theme } = look;
  if (library.data.figures.length === 0) return [still(() => ['No figure in these sources.'])];
  const blocks: Block[] = [
    still((columns) => [
      ...prose(
        'Each figure counts something of its own, at a time of its own. They are set side by side, not added up, and none is chosen.',
        columns,
        look,
        { paint: theme.dim },
      ),
      '',
    ]),
  ];
  for (const [unit, figures] of figureGroups(library.data.figures)) {
    const most = Math.max(...figures.map(({ value }) => value ?? 0));
    blocks.push(heading(`${unit} (${figures.length})`, look));
    if (figures.length > 1 && most > 0) blocks.push(axisBlock(most, look));
    for (const figure of figures)
      blocks.push(figureBlock(figure, figures.length > 1 ? most : 0, look));
    blocks.push(still(() => ['']));
  }
  return blocks;
}

function axisBlock(most: number, look: Look): Block {
  return still((columns) => {
    const cells = plotCells(columns);
    if (cells === 0) return [];
    const end = most.toLocaleString('en');
    const middle = Math.round(most / 2).toLocaleString('en');
    const half = Math.floor(cells / 2);
    const line = `0${middle.padStart(half + Math.floor(middle.length / 2))}`;
    return [look.theme.dim(' '.repeat(NUMBER_CELLS) + line + end.padStart(cells - width(line)))];
  });
}

function plotCells(columns: number): number {
  const cells = columns - NUMBER_CELLS;
  return cells < 20 ? 0 : Math.min(cells, 70);
}

function figureBlock(figure: Figure, most: number, look: Look): Block {
  const { library, theme } = look;
  return {
    target: whereSaid(figure),
    lines: (columns) => {
      const source = outletLabel(library.source(figure.source));
      const label = cell(amountLabel(figure), NUMBER_CELLS - 1, look);
      const plot = most === 0 ? '' : ` ${plotLine(figure, most, plotCells(columns), look)}`;
      const first =
        theme.strong(lit(label.trimEnd(), look)) +
        (plot === '' ? '' : ' '.repeat(label.length - label.trimEnd().length) + plot);
      const who = `${figureOrigin(figure, library)} ${theme.glyph.bullet} in ${source}`;
      return [
        styledWidth(first) <= columns ? first : theme.strong(lit(amountLabel(figure), look)),
        ...prose(who, columns, look, { indent: 2 }),
        ...prose([figure.counted, figure.where].filter(Boolean).join('; '), columns, look, {
          indent: 2,
          paint: theme.dim,
        }),
        ...(figure.note ? prose(figure.note, columns, look, { indent: 2, paint: theme.dim }) : []),
        '',
      ];
    },
  };
}

/** A dot where the value lies; open towards the side that the comparator leaves open. */
function plotLine(
  { value, comparator }: Figure,
  most: number,
  cells: number,
  { theme }: Look,
): string {
  const { horizontal, marked } = theme.glyph;
  if (cells === 0) return '';
  if (value === undefined) return theme.dim('no number given: no place on the axis');
  const at = Math.min(cells - 1, Math.round((value / most) * (cells - 1)));
  const line = theme.dim(horizontal.repeat(at));
  const after = comparator === 'more-than' || comparator === 'at-least' ? theme.dim('>') : '';
  const dot = comparator === 'about' ? theme.accent('~') : theme.accent(marked);
  return comparator === 'up-to' ? line + theme.dim('<') : line + dot + after;
}
