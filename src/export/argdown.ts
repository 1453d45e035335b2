/** Scenarios as claims with statements for and against them, in Argdown. */

import { type AXIS_QUESTIONS, stanceLabel } from '../document/labels.ts';
import { citation, reasonText } from '../document/statement.ts';
import { ladderOrder } from '../findings/ladder.ts';
import type { Library, Side } from '../pack/library.ts';
import type { Relation, Scenario, Statement } from '../pack/schema.ts';

type Axis = keyof typeof AXIS_QUESTIONS;
/** A document in Argdown, and what of the pack it leaves out. */
type Argdown = {
  text: string;
  heldPossible: number;
  without: number;
  preconditions: number;
};

/** The sides that support or attack the claim of an axis. */
const SIGNS: Record<Axis, readonly (readonly [Side, '+' | '-'])[]> = {
  normative: [
    ['favours', '+'],
    ['opposes', '-'],
  ],
  predictive: [
    ['expects', '+'],
    ['doubts', '-'],
  ],
};
const CLAIMS: Record<Axis, string> = { normative: 'should it?', predictive: 'will it?' };
const AXES = Object.keys(CLAIMS) as Axis[];

/** The whole pack: two claims for each scenario, as wanting a thing and expecting it differ. */
export function argdown(library: Library): Argdown {
  const { pack, scenarios, statements, relations } = library.data;
  const told = new Set<string>();
  const parts = [
    frontMatter(pack.title),
    `# ${plain(pack.title)}`,
    plain(pack.description),
    ...ladderOrder(scenarios).flatMap((scenario) => scenarioParts(scenario, library, told)),
  ];
  const count = (side: Side) => scenarios.reduce((sum, { id }) => sum + library.tally(id)[side], 0);
  return {
    text: parts.join('\n\n'),
    heldPossible: count('possible'),
    without: count('none') + statements.filter(({ stances }) => stances.length === 0).length,
    preconditions: relations.filter(({ kind }) => kind === 'precondition-of').length,
  };
}

/** What Argdown's tools read first; JSON is YAML. */
function frontMatter(title: string): string {
  const settings = { title, model: { removeTagsFromText: true } };
  // The front matter ends at the next `===`, in a string or not.
  return `===\n${JSON.stringify(settings, null, 2).replaceAll('=', '\\u003d')}\n===`;
}

/** @param told statements that are written out already: a title alone refers to them */
function scenarioParts(scenario: Scenario, library: Library, told: Set<string>): string[] {
  return [
    `## ${plain(scenario.title)}`,
    ...AXES.map((axis) => claim(scenario, axis, library, told)),
  ];
}

const claimTitle = ({ title, id }: Scenario, axis: Axis): string =>
  name(`${title}: ${CLAIMS[axis]} (${id})`);

/** A claim with what stands for and against it, an indented line each. */
function claim(scenario: Scenario, axis: Axis, library: Library, told: Set<string>): string {
  const text = axis === 'normative' ? 'It should happen' : 'It will happen';
  const lines = [
    `[${claimTitle(scenario, axis)}]: ${text}: ${plain(scenario.proposition)} #${axis} ${data({ scenario: scenario.id, rung: scenario.rung })}`,
  ];
  for (const [side, sign] of SIGNS[axis]) {
    for (const { statement } of library.onSide(scenario.id, side)) {
      lines.push(`  ${sign} ${statementText(statement, axis, library, told)}`);
    }
  }
  if (axis === 'predictive') lines.push(...relationLines(scenario, library));
  return lines.join('\n');
}

function statementText(
  statement: Statement,
  axis: Axis,
  library: Library,
  told: Set<string>,
): string {
  const { id, source, speaker, date } = statement;
  const title = `[${name(`${library.person(speaker).name} (${id})`)}]`;
  if (told.has(id)) return `${title} #${axis}`;
  told.add(id);
  const words = plain(`${citation(statement, library, 'both')} ${reasons(statement, library)}`);
  return `${title}: ${words} #${axis} ${data({ id, speaker, source, date })}`;
}

/** Why it is on its sides: Argdown has no place for a reason between a statement and a claim. */
function reasons({ stances }: Statement, library: Library): string {
  return stances
    .filter(({ value }) => value !== 'none')
    .map((stance) => {
      const { title } = library.scenario(stance.scenario);
      return `(${title}: ${stanceLabel(stance)}; ${reasonText(stance)})`;
    })
    .join(' ');
}

/** Which scenarios would make this one likelier or less likely; those that exclude it attack it. */
function relationLines(scenario: Scenario, library: Library): string[] {
  return library.data.relations.flatMap((relation) => {
    const sign = RELATION_SIGNS[relation.kind];
    if (relation.to !== scenario.id || sign === undefined) return [];
    return [`  ${sign} [${claimTitle(library.scenario(relation.from), 'predictive')}]`];
  });
}

const RELATION_SIGNS: Partial<Record<Relation['kind'], '+' | '-' | '><'>> = {
  'makes-likelier': '+',
  'makes-less-likely': '-',
  excludes: '-',
};

/** Fields that Argdown keeps with a statement: YAML in its inline form, which JSON is. */
function data(fields: Record<string, string | number>): string {
  const entries = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{${entries.join(', ')}}`;
}

/** A title: it ends at the first bracket and knows no backslash; `===` would be front matter. */
const name = (text: string): string =>
  oneLine(text).replaceAll('[', '(').replaceAll(']', ')').replace(/={2,}/g, '=');

/**
 * Text that stays text: what Argdown takes for markup has a backslash before it. A point or colon
 * may begin the name of a sign (`.~.`, `:->:`).
 */
function plain(text: string): string {
  return oneLine(text).replace(/[\\[\]<>#@*_{}/=]|^[+\-(]|[.:](?=[^\s.:]{1,9}[.:])/g, '\\$&');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
