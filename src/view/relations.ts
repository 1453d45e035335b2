/** The ladder as a map: which scenario would make which likelier, and who claims it. */
import type { Library } from '../pack/library.ts';
import type { Relation } from '../pack/schema.ts';
import { ladderOrder } from './ladder.ts';
import { type Block, cell, type Look, lit, prose, still } from './look.ts';
import { heading } from './statement.ts';

export const RELATION_WORDS: Record<Relation['kind'], [from: string, to: string]> = {
  'makes-likelier': ['would make likelier', 'would become likelier through'],
  'makes-less-likely': ['would make less likely', 'would become less likely through'],
  'precondition-of': ['is a precondition of', 'has as a precondition'],
  excludes: ['excludes', 'is excluded by'],
};

/** Signs of the kinds of relation where the arrow sets out. */
const SIGNS: Record<Relation['kind'], string> = {
  'makes-likelier': '+',
  'makes-less-likely': '-',
  'precondition-of': '!',
  excludes: 'x',
};

const LANE = 3;

/** Rungs with an arrow in a lane of its own for each relation; below, the relations in words. */
export function relationBlocks(look: Look): Block[] {
  const { library, theme } = look;
  const { relations } = library.data;
  if (relations.length === 0) {
    return [still(() => [theme.dim('No relation between scenarios is claimed in these sources.')])];
  }
  const rungs = ladderOrder(library.data.scenarios);
  const row = new Map(rungs.map(({ id }, index) => [id, index]));
  const blocks = rungs.map(
    ({ id, rung, title, variantOf }, index): Block => ({
      target: { view: 'scenario', id },
      lines: (columns) => {
        const lanes = Math.floor((columns - 34) / LANE);
        const shown = relations.slice(0, Math.max(0, lanes));
        const name = cell(`${variantOf ? '  ' : ''}${title}`, 28, look);
        const cells = shown.map((relation) => laneCell(relation, index, row, look));
        return [
          `${String(rung).padStart(2)} ${theme.dim(theme.glyph.rung)} ${lit(name, look)}${joinLanes(cells, index, shown, row, look)}`,
        ];
      },
    }),
  );
  return [
    laneHead(relations, look),
    ...blocks,
    still((columns) => [
      '',
      ...prose(
        'An arrow sets out where its sign stands and ends at its head. + would make likelier, - would make less likely, ! is a precondition of, x excludes.',
        columns,
        look,
        { paint: theme.dim },
      ),
      '',
    ]),
    heading(`Who claims it (${relations.length})`, look),
    ...relations.map((relation, index) => relationBlock(relation, index, look)),
  ];
}

function laneHead(relations: readonly Relation[], look: Look): Block {
  return still((columns) => {
    const lanes = Math.max(0, Math.floor((columns - 34) / LANE));
    const numbers = relations.slice(0, lanes).map((_, index) => String(index + 1).padStart(LANE));
    return [look.theme.dim(' '.repeat(33) + numbers.join(''))];
  });
}

type Rows = ReadonlyMap<string, number>;

/** What a relation's lane holds in a row: its sign, its head, the line between, or nothing. */
function laneCell({ from, to, kind }: Relation, index: number, row: Rows, { theme }: Look): string {
  const [start = -1, end = -1] = [row.get(from), row.get(to)];
  const { vertical, above, below } = theme.glyph;
  if (index === start) return theme.accent(SIGNS[kind]);
  if (index === end) return theme.accent(end < start ? above : below);
  return index > Math.min(start, end) && index < Math.max(start, end) ? theme.dim(vertical) : ' ';
}

/** The lanes of a row, with a dotted line from the title to the ends of arrows in it. */
function joinLanes(
  cells: readonly string[],
  index: number,
  relations: readonly Relation[],
  row: Rows,
  { theme }: Look,
): string {
  const last = relations.findLastIndex(
    ({ from, to }) => row.get(from) === index || row.get(to) === index,
  );
  return cells
    .map((text, lane) => {
      const fill = lane <= last ? theme.dim(theme.glyph.leader) : ' ';
      return fill + fill + (text === ' ' && lane < last ? theme.dim(theme.glyph.leader) : text);
    })
    .join('');
}

function relationBlock(relation: Relation, index: number, look: Look): Block {
  const { library, theme } = look;
  return {
    target: { view: 'statement', id: relation.statement },
    lines: (columns) => [
      ...prose(relationSentence(relation, library), columns, look, {
        lead: `${String(index + 1).padStart(2)}  `,
      }),
      ...prose(relation.why, columns, look, { indent: 4, paint: theme.dim }),
      '',
    ],
  };
}

/** "NATO ground troops would make likelier War across Europe, says Wolfgang Richter." */
export function relationSentence(
  { from, to, kind, statement }: Relation,
  library: Library,
): string {
  const by = library.person(library.statement(statement).speaker).name;
  const [words] = RELATION_WORDS[kind];
  return `${library.scenario(from).title} ${words}: ${library.scenario(to).title}, says ${by}`;
}
