/** Whose views there are on several scenarios, and whether their answers differ. */
import { holderOf, type Library } from '../pack/library.ts';
import type { Person, Scenario, Source, Stance } from '../pack/schema.ts';

/**
 * How somebody's answers on several scenarios compare: they take no position on any (`none`), on
 * some only (`some`), give the `same` answer on each, or different ones.
 */
export type Agreement = 'none' | 'some' | 'same' | 'different';

export type Shared = {
  person: Person;
  /** What they say on each scenario on which they say anything; each answer once. */
  on: { scenario: Scenario; answers: Stance[] }[];
  agreement: Agreement;
  /** On how many of these they take a position. */
  positions: number;
};

/** A stance without what is said about it: two that are equal here are one answer. */
const answerOf = ({ axis, value }: Stance): string =>
  value === 'none' ? 'none' : `${axis} ${value}`;

/** Everybody whose views there are on two or more of the scenarios. */
export function sharedSpeakers(scenarios: readonly Scenario[], library: Library): Shared[] {
  const found = new Map<string, Shared['on']>();
  for (const scenario of scenarios) {
    for (const { statement, stances } of library.bearingOn(scenario.id)) {
      const holder = holderOf(statement);
      const on = found.get(holder) ?? [];
      found.set(holder, on);
      let entry = on.find((one) => one.scenario === scenario);
      if (!entry) {
        entry = { scenario, answers: [] };
        on.push(entry);
      }
      for (const stance of stances) {
        const isNew = entry.answers.every((one) => answerOf(one) !== answerOf(stance));
        if (isNew) entry.answers.push(stance);
      }
    }
  }
  return [...found]
    .filter(([, on]) => on.length > 1)
    .map(([id, on]) => ({ person: library.person(id), on, ...agreementOn(on) }));
}

function agreementOn(on: Shared['on']): Pick<Shared, 'agreement' | 'positions'> {
  const taken = on
    .map(({ answers }) => answers.map(answerOf).filter((answer) => answer !== 'none'))
    .filter((answers) => answers.length > 0);
  const positions = taken.length;
  if (positions === 0) return { agreement: 'none', positions };
  if (positions < on.length) return { agreement: 'some', positions };
  const isSame = new Set(taken.map((answers) => answers.sort().join())).size === 1;
  return { agreement: isSame ? 'same' : 'different', positions };
}

/** The sources that speak on all of the scenarios. */
export function sharedSources(scenarios: readonly Scenario[], library: Library): Source[] {
  const [first, ...others] = scenarios.map(
    ({ id }) => new Set(library.bearingOn(id).map(({ statement }) => statement.source)),
  );
  return [...(first ?? [])]
    .filter((id) => others.every((ids) => ids.has(id)))
    .map((id) => library.source(id));
}
