/** What compared scenarios say, aspect by aspect. */
import type { Bearing, Side } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
import { asOfLabel } from './dates.ts';
import { AXIS_QUESTIONS, SIDES } from './labels.ts';
import type { Look, Target } from './look.ts';

export type Item = { bearing: Bearing; side: Side };
/** One cell: what one scenario has to say on an aspect. */
export type Cell = { texts: string[]; items: Item[]; nobody: string; target: Target };
/** An optional aspect is left out where no column has anything on it. */
export type Aspect = { title: string; cells: Cell[]; isOptional?: true };

type Column = { scenario: Scenario; sides?: 'yes' | 'no' };

/** What the compared scenarios say, aspect by aspect; a cell per column. */
export function compareAspects(
  scenarios: readonly Scenario[],
  look: Look,
  isSplit = false,
): Aspect[] {
  const plain: Column[] = scenarios.map((scenario) => ({ scenario }));
  const split: Column[] = scenarios.flatMap((scenario) => [
    { scenario, sides: 'yes' as const },
    { scenario, sides: 'no' as const },
  ]);
  const texts = (
    title: string,
    read: (scenario: Scenario) => string[],
    nobody: string,
  ): Aspect => ({
    title,
    cells: plain.map(({ scenario }) => ({
      texts: read(scenario),
      items: [],
      nobody,
      target: { view: 'scenario', id: scenario.id },
    })),
  });
  const sides = (title: string, columns: Column[], read: (column: Column) => Side[]): Aspect => ({
    title,
    cells: columns.map((column) => sideCell(column.scenario, read(column), look)),
  });
  const eitherSide = (yes: Side[], no: Side[]) => (column: Column) =>
    column.sides === 'yes' ? yes : no;
  const stanceAspects = isSplit
    ? [
        sides(AXIS_QUESTIONS.normative, split, eitherSide(['favours'], ['opposes'])),
        sides(AXIS_QUESTIONS.predictive, split, eitherSide(['expects', 'possible'], ['doubts'])),
      ]
    : (['favours', 'opposes', 'expects', 'possible', 'doubts'] as const).map((side) => {
        const { axis, title } = SIDES[side];
        const question = axis === 'none' ? '' : `${AXIS_QUESTIONS[axis]} `;
        const aspect = sides(question + title, plain, () => [side]);
        return side === 'possible' ? optional(aspect) : aspect;
      });
  const factorTexts = (list: 'drivers' | 'brakes' | 'consequences') => (scenario: Scenario) =>
    scenario[list].map(({ text }) => text);
  const aspects = [
    texts('So far', ({ status, asOf }) => [`${status} (${asOfLabel(asOf)})`], ''),
    ...stanceAspects,
    optional(sides('Without a stance', plain, () => ['none'])),
    texts('What pushes', factorTexts('drivers'), 'nothing named in these sources'),
    texts('What holds back', factorTexts('brakes'), 'nothing named in these sources'),
    texts('What could follow', factorTexts('consequences'), 'nothing named in these sources'),
    texts('Not said', ({ silent }) => silent, 'no gap noted'),
  ];
  return aspects.filter(
    ({ isOptional, cells }) => !isOptional || cells.some(({ items }) => items.length > 0),
  );
}

const optional = (aspect: Aspect): Aspect => ({ ...aspect, isOptional: true });

function sideCell(scenario: Scenario, sides: readonly Side[], look: Look): Cell {
  const items = sides.flatMap((side) =>
    look.library.onSide(scenario.id, side).map((bearing) => ({ bearing, side })),
  );
  return {
    texts: [],
    items,
    nobody: SIDES[sides[0] ?? 'none'].nobody,
    target: { view: 'scenario', id: scenario.id },
  };
}
