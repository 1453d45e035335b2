/** Checks of what several records say together; those of one record alone are in check.ts. */
import { sideOf } from './library.ts';
import type { Placed } from './placed.ts';
import type { Problem } from './problem.ts';
import type { Scenario, Statement } from './schema.ts';

type Statements = ReadonlyMap<string, Statement>;

/** What contradicts another record in retellings, reports and nearest statements. */
export function checkBetween(
  statements: readonly Placed<Statement>[],
  scenarios: readonly Placed<Scenario>[],
): Problem[] {
  const byId: Statements = new Map(statements.map(({ record }) => [record.id, record]));
  return [
    ...statements.flatMap((statement) => retellingProblems(statement, byId)),
    ...scenarios.flatMap((scenario) => [
      ...reportedProblems(scenario, byId),
      ...nearestProblems(scenario, byId),
    ]),
  ];
}

function retellingProblems({ record, place }: Placed<Statement>, byId: Statements): Problem[] {
  const { id, retells } = record;
  if (retells === undefined) return [];
  if (retells === id) return [place.problem(['retells'], 'a statement does not retell itself')];
  const first = byId.get(retells)?.retells;
  if (first === undefined) return [];
  const message = `"${retells}" is itself a retelling; name what it retells: "${first}"`;
  return [place.problem(['retells'], message)];
}

function reportedProblems({ record, place }: Placed<Scenario>, byId: Statements): Problem[] {
  return record.reported.flatMap((id, index) => {
    const statement = byId.get(id);
    const bears = statement?.stances.some(({ scenario }) => scenario === record.id);
    if (!statement || bears) return [];
    const message = `statement "${id}" does not bear on "${record.id}"; give it a stance on it (axis: none)`;
    return [place.problem(['reported', index], message)];
  });
}

function nearestProblems({ record, place }: Placed<Scenario>, byId: Statements): Problem[] {
  return record.nearest.flatMap(({ side }, index) => {
    const taker = [...byId.values()].find(({ stances }) =>
      stances.some((stance) => stance.scenario === record.id && sideOf(stance) === side),
    );
    if (!taker) return [];
    const message = `"${taker.id}" ${side} it in so many words; nearest is for sides that nobody takes`;
    return [place.problem(['nearest', index, 'side'], message)];
  });
}
