/** What compared scenarios have in common: people who speak on several of them, and sources. */
import { holderOf } from '../pack/library.ts';
import type { Person, Scenario } from '../pack/schema.ts';
import { NO_POSITION, outletLabel, stanceLabel } from './labels.ts';
import { type Block, type Look, prose, still } from './look.ts';

export type Shared = {
  person: Person;
  on: { scenario: Scenario; answers: string[] }[];
  /** How the answers compare, in words. */
  verdict: string;
};

/** Whose views there are on two or more of the scenarios, and whether their answers differ. */
export function sharedSpeakers(scenarios: readonly Scenario[], look: Look): Shared[] {
  const { library } = look;
  const found = new Map<string, { scenario: Scenario; answers: Set<string> }[]>();
  for (const scenario of scenarios) {
    for (const { statement, stances } of library.bearingOn(scenario.id)) {
      const on = found.get(holderOf(statement)) ?? [];
      found.set(holderOf(statement), on);
      let entry = on.find((one) => one.scenario === scenario);
      if (!entry) {
        entry = { scenario, answers: new Set() };
        on.push(entry);
      }
      for (const stance of stances) entry.answers.add(stanceLabel(stance));
    }
  }
  return [...found]
    .filter(([, on]) => on.length > 1)
    .map(([id, on]) => ({
      person: library.person(id),
      on: on.map(({ scenario, answers }) => ({ scenario, answers: [...answers] })),
      verdict: verdictOn(on.map(({ answers }) => [...answers])),
    }));
}

/** @param answers what somebody says on each of the scenarios */
function verdictOn(answers: readonly string[][]): string {
  const taken = answers.map((list) => list.filter((one) => one !== NO_POSITION));
  const positions = taken.filter((list) => list.length > 0);
  if (positions.length === 0) return 'takes no position on any';
  if (positions.length < answers.length) return `takes a position on ${positions.length} only`;
  if (new Set(positions.map((list) => list.sort().join())).size === 1) {
    return 'the same answer on each';
  }
  return answers.length === 2 ? 'a different answer on each' : 'not the same answer on all';
}

/** The shared speakers, a block each, and the sources that all of them rest on. */
export function sharedBlocks(
  scenarios: readonly Scenario[],
  shared: readonly Shared[],
  look: Look,
): Block[] {
  const { theme } = look;
  const head = still(() => ['', theme.strong('SHARED SPEAKERS')]);
  const sources = still((columns) => ['', ...sharedSourceLines(scenarios, columns, look)]);
  if (shared.length === 0) {
    return [
      head,
      still((columns) =>
        prose('none: nobody speaks on two of these', columns, look, { paint: theme.dim }),
      ),
      sources,
    ];
  }
  return [
    head,
    ...shared.map(
      ({ person, on, verdict }): Block => ({
        target: { view: 'person', id: person.id },
        lines: (columns) => [
          ...prose(`${person.name}: ${verdict}`, columns, look, {
            lead: `${theme.glyph.shared} `,
            paint: theme.strong,
          }),
          ...on.flatMap(({ scenario, answers }) =>
            prose(`${scenario.title}: ${answers.join('; ')}`, columns, look, { indent: 2 }),
          ),
        ],
      }),
    ),
    sources,
  ];
}

function sharedSourceLines(scenarios: readonly Scenario[], columns: number, look: Look): string[] {
  const { library, theme } = look;
  const sourcesOf = ({ id }: Scenario) =>
    new Set(library.bearingOn(id).map(({ statement }) => statement.source));
  const [first, ...others] = scenarios.map(sourcesOf);
  const shared = [...(first ?? [])].filter((id) => others.every((ids) => ids.has(id)));
  const names = shared.map((id) => outletLabel(library.source(id)));
  return [
    theme.strong('SHARED SOURCES'),
    ...prose(names.join(', ') || 'none that speaks on all of these', columns, look, {
      paint: names.length > 0 ? (text) => text : theme.dim,
    }),
  ];
}
