/** Records as JSON: the fields of the YAML, what they point at spelled out. */
import type { Library } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import type { Person, Source, Statement } from '../pack/schema.ts';
import type { SearchRecord } from '../search/records.ts';
import { roleLabel } from '../view/labels.ts';

/** A record for scripts: what it is, where the explorer shows it, and everything it shows. */
export type RecordJson = RecordFields & { address: string };
type RecordFields = { type: Named['kind']; id: string; title: string } & Record<string, unknown>;

/**
 * A record with what it points at: people and sources with their names, scenarios with their
 * titles, so that a script needs no second call.
 */
export function recordJson(named: Named, library: Library): RecordJson {
  const { type, id, title, ...rest } = fieldsOf(named, library);
  return { type, id, title, address: addressOf(named), ...rest };
}

/** What `rungs --at` opens to show a record. */
export function addressOf({ kind, id }: Named): string {
  if (kind === 'figure') return 'figures';
  return kind === 'event' ? 'timeline' : id;
}

function fieldsOf({ kind, id }: Named, library: Library): RecordFields {
  switch (kind) {
    case 'scenario': {
      const { title, ...rest } = library.scenario(id);
      const statements = library.bearingOn(id).map(({ statement }) => statement.id);
      return { type: kind, title, ...rest, tally: library.tally(id), statements };
    }
    case 'statement':
      return statementJson(library.statement(id), library);
    case 'person': {
      const person = library.person(id);
      const statements = library.statementsOf(id).map((statement) => statement.id);
      const role = roleLabel(person);
      return { type: kind, title: person.name, ...person, role, statements };
    }
    case 'source': {
      const source = library.source(id);
      const statements = library.statementsIn(id).map((statement) => statement.id);
      const { type: cslType, title = sourceTitle(source), ...rest } = source;
      return { type: kind, title, ...rest, 'csl-type': cslType, statements };
    }
    case 'figure': {
      const figure = library.figure(id);
      const { source, by, relayedBy, ...rest } = figure;
      return {
        type: kind,
        title: figure.counted,
        ...rest,
        by: personRef(library.person(by)),
        relayedBy: relayedBy.map((person) => personRef(library.person(person))),
        source: sourceRef(library.source(source)),
      };
    }
    case 'event': {
      const { source, ...rest } = library.event(id);
      return { type: kind, ...rest, source: sourceRef(library.source(source)) };
    }
  }
}

function statementJson(statement: Statement, library: Library): RecordFields {
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

/** A search record's type and id as the name of a record. */
export const namedOf = ({ type, id }: Pick<SearchRecord, 'type' | 'id'>): Named => ({
  kind: type,
  id,
});
