/** Records as JSON: the fields of the YAML, what they point at spelled out. */
import { voicesOn } from '../findings/voices.ts';
import type { Library } from '../pack/library.ts';
import type { Figure, PackEvent, Person, Scenario, Source, Statement } from '../pack/schema.ts';
import { roleLabel } from './labels.ts';

/** A record for scripts: `type, id, title` and everything that is shown of it. */
export type RecordJson = { type: string; id: string; title: string } & Record<string, unknown>;

// People and sources that a record points at have their names, scenarios their titles, so that a
// script needs no second call.

export function scenarioJson({ title, ...rest }: Scenario, library: Library): RecordJson {
  const { id } = rest;
  const statements = library.bearingOn(id).map(({ statement }) => statement.id);
  return {
    type: 'scenario',
    title,
    ...rest,
    tally: library.tally(id),
    voices: voicesOn(id, library),
    statements,
  };
}

export function personJson(person: Person, library: Library): RecordJson {
  const statements = library.statementsOf(person.id).map(({ id }) => id);
  const role = roleLabel(person);
  return { type: 'person', title: person.name, ...person, role, statements };
}

export function sourceJson(source: Source, library: Library): RecordJson {
  const statements = library.statementsIn(source.id).map(({ id }) => id);
  const { type: cslType, title = sourceTitle(source), ...rest } = source;
  return { type: 'source', title, ...rest, 'csl-type': cslType, statements };
}

export function figureJson(figure: Figure, library: Library): RecordJson {
  const { source, by, relayedBy, ...rest } = figure;
  return {
    type: 'figure',
    title: figure.counted,
    ...rest,
    by: personRef(library.person(by)),
    relayedBy: relayedBy.map((person) => personRef(library.person(person))),
    source: sourceRef(library.source(source)),
  };
}

export function eventJson({ source, ...rest }: PackEvent, library: Library): RecordJson {
  return { type: 'event', ...rest, source: sourceRef(library.source(source)) };
}

export function statementJson(statement: Statement, library: Library): RecordJson {
  const { id, speaker, holder, relayedBy, source, stances, ...rest } = statement;
  const person = library.person(speaker);
  return {
    type: 'statement',
    id,
    title: `${person.name}: ${statement.summary}`,
    speaker: personRef(person),
    role: roleLabel(person, statement.date),
    ...(holder && { holder: personRef(library.person(holder)) }),
    relayedBy: relayedBy.map((by) => personRef(library.person(by))),
    ...rest,
    stances: stances.map((stance) => ({
      ...stance,
      title: library.scenario(stance.scenario).title,
    })),
    source: sourceRef(library.source(source)),
  };
}

const personRef = ({ id, name, kind }: Person) => ({ id, name, kind });

const sourceTitle = (source: Source): string => source['container-title'] ?? source.id;

function sourceRef(source: Source) {
  const { id, 'container-title': outlet, title, issued, file } = source;
  return {
    id,
    ...(outlet !== undefined && { 'container-title': outlet }),
    ...(title !== undefined && { title }),
    ...(issued !== undefined && { issued }),
    file,
  };
}
