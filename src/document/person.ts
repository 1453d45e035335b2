/** A person in words: as an answer, on a page of their own. */
import type { Library } from '../pack/library.ts';
import type { Person } from '../pack/schema.ts';
import {
  aside,
  type Blocks,
  block,
  fact,
  factIf,
  heading,
  keyTo,
  type Part,
  plural,
  prose,
  run,
  SPACE,
  section,
  type Telling,
} from './document.ts';
import { among, kindLabel, roleLabel } from './labels.ts';
import { shortStatement, statementKey } from './statement.ts';

/** Who somebody is, how they are spelled, and all they say in these sources. */
export function personPage(person: Person, telling: Telling): Blocks {
  const { library } = telling;
  const statements = library.statementsOf(person.id);
  const relayed = library.relayedBy(person.id);
  // At the end: what somebody says is what one comes for.
  const spellings = [
    ...factIf('Also spelled', person.aliases.join(', ')),
    ...factIf('Note', person.note),
  ];
  return [
    block(
      'summary',
      heading('page', person.name, { aside: kindLabel(person.kind, library), id: person.id }),
      SPACE,
      fact('Role then', roleLabel(person) || 'none given'),
      SPACE,
    ),
    section(plural(statements.length, 'statement')),
    ...(statements.length === 0
      ? [block('silent', prose(aside(`Says nothing ${among(library)}.`)), SPACE)]
      : []),
    run(statements, statementKey, (statement) => shortStatement(statement, telling)),
    ...(relayed.length > 0
      ? [
          section(`Passed on ${plural(relayed.length, 'statement')} of others`),
          run(
            relayed,
            ({ id }) => keyTo({ view: 'statement', id }, 'relayed'),
            (statement) => shortStatement(statement, telling),
          ),
        ]
      : []),
    ...(spellings.length > 0 ? [block('spellings', ...spellings)] : []),
  ];
}

/** A person as the answer to a question. */
export function personAnswer(person: Person, { library }: Telling): Part[] {
  const count = plural(library.statementsOf(person.id).length, 'statement');
  const spellings = person.aliases.join(', ');
  return [
    heading('entry', person.name, { aside: `person, ${kindLabel(person.kind, library)}` }),
    prose([roleLabel(person), count].filter(Boolean).join('; ')),
    ...(spellings ? [prose(`also spelled ${spellings}`)] : []),
  ];
}

/** A person in one string. */
export function personText(person: Person, library: Library): string {
  const role = roleLabel(person) || kindLabel(person.kind, library);
  return `${person.name}, ${role}: ${plural(library.statementsOf(person.id).length, 'statement')}`;
}

/** A person in a list of names. */
export function personLine({ id, name, kind }: Person, { library }: Telling): string {
  return `${name}, ${kindLabel(kind, library)}: ${plural(library.statementsOf(id).length, 'statement')}`;
}
