/** Which scenario would bring or hinder which, and who claims it. */
import { ladderRungs } from '../findings/ladder.ts';
import type { Library } from '../pack/library.ts';
import type { Relation } from '../pack/schema.ts';
import {
  aside,
  block,
  blockTo,
  chart,
  heading,
  keyTo,
  type Part,
  prose,
  SPACE,
  section,
  type Target,
  type Telling,
} from './document.ts';
import { noneText, RELATION_WORDS } from './labels.ts';
import { relationKey } from './scenario.ts';
import type { Pinned } from './timeline.ts';

/**
 * The rungs with an arrow for each relation; below, the relations in words.
 *
 * @param lit the arrows of the rung, or of the claim, whose block has this key are lit, or those of
 *   the first rung where no key is given
 */
export function relationsPage(
  { library }: Telling,
  lit?: { selected?: string | undefined },
): Pinned {
  const { relations } = library.data;
  if (relations.length === 0) {
    const text = noneText('relation between scenarios', library);
    return { pinned: [], blocks: [block('nothing', prose(aside(text)))] };
  }
  const rungs = ladderRungs(library.data.scenarios);
  const [first] = rungs;
  const selected = lit && (lit.selected ?? (first && rungKey(first.scenario.id)));
  const row = new Map(rungs.map(({ scenario }, index) => [scenario.id, index]));
  const drawn = relations.map((relation) => {
    const { kind, from, to } = relation;
    const isLit = [rungKey(from), rungKey(to), claimKey(relation)].includes(selected ?? '');
    return { kind, from: row.get(from) ?? -1, to: row.get(to) ?? -1, isLit };
  });
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
  const litNote = drawn.some(({ isLit }) => isLit) ? '; those of the selected rung are lit' : '';
  const letters = drawn.map(({ isLit }, index) => ({ letter: letterOf(index), isLit }));
  const told = [
    ...blocks,
    block(
      'legend',
      SPACE,
      {
        kind: 'legend',
        of: 'relations',
        text: `An arrow sets out where its sign stands and ends at its head${litNote}. + would make likelier, - would make less likely, ! is a precondition of, x excludes.`,
      },
      SPACE,
    ),
    section(`Who claims it (${relations.length})`),
    ...relations.map((relation, index) =>
      blockTo(
        { view: 'statement', id: relation.statement },
        [
          prose(relationSentence(relation, library), { lead: `${letterOf(index)}  ` }),
          prose(aside(relation.why), { lead: '   ' }),
          SPACE,
        ],
        relationKey(relation),
      ),
    ),
  ];
  return { pinned: [chart({ draws: 'lane-letters', letters })], blocks: told };
}

const rungKey = (id: string): string => keyTo({ view: 'scenario', id });
const claimKey = (relation: Relation): string =>
  keyTo({ view: 'statement', id: relation.statement }, relationKey(relation));

/** What an arrow is called: a to z, then aa: numbers are those of the rungs. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/** What is claimed of a scenario, for where that is not in sight. */
export function relationsNote({ view, id }: Target, library: Library): Part[] {
  const claims = library.data.relations.flatMap((relation, index) => {
    const isAbout = view === 'scenario' && (relation.from === id || relation.to === id);
    if (!isAbout && relation.statement !== id) return [];
    const lead = `${letterOf(index)}  `;
    const told = isAbout
      ? linkSentence(relation, id, library)
      : relationSentence(relation, library);
    return [prose(told, { lead })];
  });
  return claims.length > 0 ? claims : [prose(aside('No arrow begins or ends here.'))];
}

/** The same as told at one of its scenarios: "would make likelier: War across Europe (Wolfgang Richter)". */
function linkSentence(relation: Relation, id: string, library: Library): string {
  const { from, to, kind, statement } = relation;
  const by = library.person(library.statement(statement).speaker).name;
  const [leads, comes] = RELATION_WORDS[kind];
  const [words, other] = from === id ? [leads, to] : [comes, from];
  return `${words}: ${library.scenario(other).title} (${by})`;
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
