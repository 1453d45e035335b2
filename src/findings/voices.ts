/** Whose voices stand on a side of a scenario: somebody who is quoted twice is one voice. */
import { type Bearing, holderOf, type Library, type Side } from '../pack/library.ts';
import type { Statement } from '../pack/schema.ts';

/** The statements on one side of a scenario, and the ids of the people whose views they are. */
type Heard = { statements: readonly Bearing[]; voices: readonly string[] };

/** How many voices stand on each side of a scenario. */
export type VoiceCount = Record<Side, number>;

/**
 * Who is heard on a side, in the order of the statements. A statement that retells another one on
 * the same side is no voice of its own: what it tells is that other's view.
 *
 * @param scenario id of a scenario of the pack
 */
export function heardOn(scenario: string, side: Side, library: Library): Heard {
  const statements = library.onSide(scenario, side);
  const listed = new Map(statements.map(({ statement }) => [statement.id, statement]));
  const voices = statements
    .filter(({ statement: { retells } }) => retells === undefined || !listed.has(retells))
    .map(({ statement }) => holderOf(statement));
  return { statements, voices: [...new Set(voices)] };
}

/**
 * Who reports that a scenario has happened; nobody where that is not reported.
 *
 * @param scenario id of a scenario of the pack
 */
export function reportedOn(
  scenario: string,
  library: Library,
): Pick<Heard, 'voices'> & {
  statements: readonly Statement[];
} {
  const statements = library.scenario(scenario).reported.map((id) => library.statement(id));
  return { statements, voices: [...new Set(statements.map(holderOf))] };
}

/** How many voices stand on each side of a scenario; retellings are not counted. */
export function voicesOn(scenario: string, library: Library): VoiceCount {
  const count = (side: Side) => heardOn(scenario, side, library).voices.length;
  return {
    favours: count('favours'),
    opposes: count('opposes'),
    expects: count('expects'),
    possible: count('possible'),
    doubts: count('doubts'),
    none: count('none'),
  };
}
