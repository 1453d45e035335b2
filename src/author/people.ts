/** Asks who says it, whose view it is and who passed it on; somebody new is added. */

import { kindsOf } from '../pack/library.ts';
import { resolve } from '../pack/naming.ts';
import { personSchema, type Source } from '../pack/schema.ts';
import { askChoice, askText, askYes, refuse } from './prompt.ts';
import type { Who } from './questions.ts';
import { askId, type Walk } from './walk.ts';

/** The id of somebody in the pack, by name or the beginning of one, or of somebody new. */
export async function askPerson(
  walk: Walk,
  who: Exclude<Who, 'person'>,
  question: string,
  source: Source,
): Promise<string> {
  const named = `${question} (name or id)`;
  // Only where it is optional nobody need be named.
  return (await askWho(walk, who, named, source, { isOptional: false })) as string;
}

/** @returns nothing where nobody is named */
async function askWho(
  walk: Walk,
  who: Exclude<Who, 'person'>,
  question: string,
  source: Source,
  { isOptional }: { isOptional: boolean },
): Promise<string | undefined> {
  const { prompt } = walk;
  for (;;) {
    const name = await askText(prompt, who, question, { isOptional, words: names(walk) });
    if (name === '') return undefined;
    const found = personNamed(walk, name);
    if (found.id !== undefined) return found.id;
    if (await askIsNew(walk, who, name, found.near)) return newPerson(walk, who, name, source);
    refuse(prompt, `"${name}" is nobody in the pack.`);
  }
}

/** Nobody becomes new by a mere Enter where the name may be a slip. */
const askIsNew = ({ prompt }: Walk, who: Who, name: string, near: boolean): Promise<boolean> =>
  askYes(prompt, `${who}IsNew`, `Add "${name}" as somebody new?`, near ? undefined : 'yes');

function names({ library, added }: Walk): string[] {
  const fresh = added.flatMap(({ kind, record }) => (kind === 'people' ? [record] : []));
  return [...library.data.people, ...fresh].flatMap(({ name, id }) => [name, id]);
}

/** Somebody by a name, told; nobody, and whether the name is near to one that there is. */
function personNamed(
  { prompt, library, added }: Walk,
  name: string,
): { id: string } | { id?: undefined; near: boolean } {
  const fresh = added.find(
    ({ kind, record }) => kind === 'people' && (record.name === name || record.id === name),
  );
  if (fresh) return { id: fresh.record.id };
  const named = resolve(name, library, ['person']);
  if ('problem' in named) {
    const near = named.nearest.map((id) => `${library.person(id).name} (${id})`).join(', ');
    prompt.say(`${named.problem}${near ? `; near: ${near}` : ''}.`);
    return { near: near !== '' };
  }
  prompt.say(`${library.person(named.id).name} (${named.id}).`);
  return { id: named.id };
}

/**
 * Asks for somebody new.
 *
 * @returns the person to be added; nothing where the pack has somebody of that name
 */
export async function askNewPerson(walk: Walk, name: string): Promise<void> {
  const found = personNamed(walk, name);
  if (found.id !== undefined) return;
  if (await askIsNew(walk, 'person', name, found.near)) await newPerson(walk, 'person', name);
}

async function newPerson(walk: Walk, who: Who, name: string, source?: Source): Promise<string> {
  const { prompt } = walk;
  const kind = await askChoice(prompt, `${who}Kind`, 'What kind of person?', kindsOf(walk.library));
  const role = await askText(prompt, `${who}Role`, 'Role at that time', { isOptional: true });
  const affiliation = role
    ? await askText(prompt, `${who}Affiliation`, 'Of what?', { isOptional: true })
    : '';
  const id = await askId(walk, `${who}Id`, 'Id of the person', name);
  const asOf = source?.issued;
  const record = {
    id,
    name,
    kind,
    ...(role && {
      roles: [{ role, ...(affiliation && { affiliation }), ...(asOf && { asOf }) }],
    }),
  };
  personSchema.parse(record);
  walk.added.push({ kind: 'people', record });
  return id;
}

/** Whose view it is, who passed it on, and where it was said. */
export async function askRelay(walk: Walk, speaker: string, source: Source) {
  const { prompt } = walk;
  const isOptional = true;
  const asked = 'Whose view, if not that of the speaker';
  const holder = await askWho(walk, 'holder', asked, source, { isOptional });
  const through = 'Passed on by (agency, paper, office)';
  const relay = await askWho(walk, 'relayedBy', through, source, { isOptional });
  const medium = await askText(prompt, 'medium', 'Said on or in (X, a telephone call)', {
    isOptional,
  });
  const to = await askText(prompt, 'to', 'To whom', { isOptional });
  return {
    ...(holder && holder !== speaker && { holder }),
    ...(relay && { relayedBy: [relay] }),
    ...(medium && { medium }),
    ...(to && { to }),
  };
}
