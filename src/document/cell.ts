/** A cell of the matrix: all that somebody says on a scenario, what makes its mark first. */
import { cellStatements } from '../findings/matrix.ts';
import { type Library, sideOf, sidesOf } from '../pack/library.ts';
import type { Statement } from '../pack/schema.ts';
import {
  aside,
  type Blocks,
  block,
  blockTo,
  heading,
  type Prose,
  plural,
  prose,
  run,
  SPACE,
  type Telling,
  type Words,
} from './document.ts';
import { rungLabel, signOf, stanceLabel } from './labels.ts';
import { statementBlock, statementKey } from './statement.ts';

/** Names a cell; ids of records hold no "+". */
export const cellId = (person: string, scenario: string): string => `${person}+${scenario}`;

/** The ids of its person and its scenario. */
export function cellParts(id: string): { person: string; scenario: string } {
  const [person = '', scenario = ''] = id.split('+');
  return { person, scenario };
}

/** "Wolfgang Richter on NATO ground troops". */
export function cellTitle(id: string, library: Library): string {
  const { person, scenario } = cellParts(id);
  return `${library.person(person).name} on ${library.scenario(scenario).title}`;
}

/** Everything that somebody says on a scenario. */
export function cellPage(id: string, telling: Telling): Blocks {
  const { library } = telling;
  const { person, scenario } = cellParts(id);
  const statements = cellStatements(person, scenario, library);
  const on = ({ stances }: Statement) => stances.filter((stance) => stance.scenario === scenario);
  const count = prose(aside(plural(statements.length, 'statement')));
  return [
    block(
      'summary',
      heading('page', cellTitle(id, library), {
        aside: rungLabel(library.scenario(scenario), library),
      }),
      count,
      SPACE,
    ),
    run(statements, statementKey, (statement) => {
      const told = statementBlock(statement, on(statement), telling);
      return { ...told, parts: [...standingParts(statement, scenario, library), ...told.parts] };
    }),
    block('to', prose(aside('See also'))),
    blockTo({ view: 'scenario', id: scenario }, [prose(library.scenario(scenario).title)]),
    blockTo({ view: 'person', id: person }, [prose(library.person(person).name)]),
  ];
}

/** Where a statement stands on a scenario, each stance on a line. */
function standingParts({ stances }: Statement, scenario: string, library: Library): Prose[] {
  const on = stances.filter((stance) => stance.scenario === scenario);
  const sides = sidesOf(on);
  return on
    .filter((stance) => sides.includes(sideOf(stance)))
    .map((stance) => {
      const side = sideOf(stance);
      return prose(
        { means: side, text: stanceLabel(stance) },
        {
          lead: { means: side, text: [signOf(side, library), ' '] },
        },
      );
    });
}

/** The same in a line: "▼ should it? opposes it". */
export const standingWords = (statement: Statement, scenario: string, library: Library): Words[] =>
  standingParts(statement, scenario, library).flatMap(({ lead = '', text }, index) => [
    index === 0 ? '' : ', ',
    lead,
    text,
  ]);
