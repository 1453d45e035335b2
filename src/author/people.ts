/** Asks who says it, whose view it is and who passed it on; somebody new is added. */

import { kindsOf } from '../pack/library.ts';
import { resolve } from '../pack/naming.ts';
import { personSchema, type Source } from '../pack/schema.ts';
import { askChoice, askText, askYes, refuse } from './prompt.ts';
import { askId, type Walk } from './walk.ts';

/** The id of somebody in the pack, by name or the beginning of one, or of somebody new. */
export async function askPerson(walk: Walk, question: string, source: Source): Promise<string> {
  const { prompt } = walk;
  for (;;) {
    const name = await askText(prompt, `${question} (name or id)`, { words: names(walk) });
    const id = personId(walk, name);
    if (id !== undefined) return id;
    if (await askYes(prompt, `Add "${name}" as somebody new?`))
      return newPerson(walk, name, source);
    if (!prompt.isTerminal) refuse(prompt, `"${name}" is nobody in the pack.`);
  }
}

function names({ library, added }: Walk): string[] {
  const fresh = added.flatMap(({ kind, record }) => (kind === 'people' ? [record] : []));
  return [...library.data.people, ...fresh].flatMap(({ name, id }) => [name, id]);
}

function personId({ prompt, library, added }: Walk, name: string): string | undefined {
  const fresh = added.find(
    ({ kind, record }) => kind === 'people' && (record.name === name || record.id === name),
  );
  if (fresh) return fresh.record.id;
  const named = resolve(name, library, ['person']);
  if ('problem' in named) {
    const near = named.nearest.map((id) => `${library.person(id).name} (${id})`).join(', ');
    prompt.say(`${named.problem}${near ? `; near: ${near}` : ''}.`);
    return undefined;
  }
  prompt.say(`${library.person(named.id).name} (${named.id}).`);
  return named.id;
}

/**
 * Asks for somebody new.
 *
 * @returns the person to be added; nothing where the pack has somebody of that name
 */
export async function askNewPerson(walk: Walk, name: string): Promise<void> {
  const { prompt } = walk;
  if (personId(walk, name) !== undefined) return;
  if (await askYes(prompt, `Add "${name}" as somebody new?`)) await newPerson(walk, name);
}

async function newPerson(walk: Walk, name: string, source?: Source): Promise<string> {
  const { prompt } = walk;
  const kind = await askChoice(prompt, 'What kind of person?', kindsOf(walk.library));
  const role = await askText(prompt, 'Role at that time', { isOptional: true });
  const affiliation = role ? await askText(prompt, 'Of what?', { isOptional: true }) : '';
  const id = await askId(walk, 'Id of the person', name);
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
  const person = async (question: string) => {
    const name = await askText(prompt, question, { isOptional: true, words: names(walk) });
    if (name === '') return undefined;
    const known = personId(walk, name);
    if (known !== undefined) return known;
    const isNew = await askYes(prompt, `Add "${name}" as somebody new?`);
    return isNew ? newPerson(walk, name, source) : askPerson(walk, question, source);
  };
  const holder = await person('Whose view, if not that of the speaker');
  const relay = await person('Passed on by (agency, paper, office)');
  const medium = await askText(prompt, 'Said on or in (X, a telephone call)', { isOptional: true });
  const to = await askText(prompt, 'To whom', { isOptional: true });
  return {
    ...(holder && holder !== speaker && { holder }),
    ...(relay && { relayedBy: [relay] }),
    ...(medium && { medium }),
    ...(to && { to }),
  };
}
