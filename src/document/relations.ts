/** Which scenario would bring or hinder which, and who claims it. */
import { ladderRungs } from '../findings/ladder.ts';
import type { Library } from '../pack/library.ts';
import type { Relation } from '../pack/schema.ts';
import {
  aside,
  type Blocks,
  block,
  blockTo,
  chart,
  heading,
  item,
  prose,
  SPACE,
  section,
  type Telling,
} from './document.ts';
import { RELATION_WORDS } from './labels.ts';
import { relationKey } from './scenario.ts';

/** The rungs with an arrow for each relation; below, the relations in words. */
export function relationsPage({ library }: Telling): Blocks {
  const { relations } = library.data;
  if (relations.length === 0) {
    const text = 'No relation between scenarios is claimed in these sources.';
    return [block('nothing', prose(aside(text)))];
  }
  const rungs = ladderRungs(library.data.scenarios);
  const row = new Map(rungs.map(({ scenario }, index) => [scenario.id, index]));
  const drawn = relations.map(({ kind, from, to }) => ({
    kind,
    from: row.get(from) ?? -1,
    to: row.get(to) ?? -1,
  }));
  const blocks = rungs.map(({ scenario: { id, rung, title }, tie }, index) => {
    const links = library.relationsOf(id).map((one) => prose(relationSentence(one, library)));
    return blockTo({ view: 'scenario', id }, [
      chart(
        {
          draws: 'lanes',
          rung,
          title,
          ...(tie && { tie }),
          row: index,
          relations: drawn,
        },
        heading('entry', title),
        ...(links.length > 0 ? links : [prose('No link.')]),
      ),
    ]);
  });
  return [
    block('numbers', chart({ draws: 'lane-numbers', count: relations.length })),
    ...blocks,
    block(
      'legend',
      SPACE,
      {
        kind: 'legend',
        of: 'relations',
        text: 'An arrow sets out where its sign stands and ends at its head. + would make likelier, - would make less likely, ! is a precondition of, x excludes.',
      },
      SPACE,
    ),
    section(`Who claims it (${relations.length})`),
    ...relations.map((relation, index) =>
      blockTo(
        { view: 'statement', id: relation.statement },
        [
          item(relationSentence(relation, library), { number: index + 1, more: relation.why }),
          SPACE,
        ],
        relationKey(relation),
      ),
    ),
  ];
}

/** "NATO ground troops would make likelier: War across Europe, says Wolfgang Richter". */
export function relationSentence(
  { from, to, kind, statement }: Relation,
  library: Library,
): string {
  const by = library.person(library.statement(statement).speaker).name;
  const [words] = RELATION_WORDS[kind];
  return `${library.scenario(from).title} ${words}: ${library.scenario(to).title}, says ${by}`;
}
