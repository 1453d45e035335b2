/** What somebody means who names a record: by id, rung number, name, or the beginning of one. */

import { foldText } from '../pack/fold.ts';
import type { Library } from '../pack/library.ts';
import { nearest } from '../pack/nearest.ts';

export const NAMED_KINDS = [
  'scenario',
  'statement',
  'person',
  'source',
  'figure',
  'event',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A record by its kind and id. */
export type Named = { kind: NamedKind; id: string };
/** Nothing is meant, or more than one thing: the nearest ids, and why in one line. */
export type NotNamed = { problem: string; nearest: string[] };

type Candidate = Named & { names: readonly string[] };

/** Ids shown of those that an ambiguous beginning may mean. */
const SHOWN = 5;

/**
 * The record that `text` names. An id wins over a rung number, that over a name, and whole ones
 * win over beginnings; a beginning must fit one record alone.
 *
 * @param kinds what may be named
 */
export function resolve(
  text: string,
  library: Library,
  kinds: readonly NamedKind[] = NAMED_KINDS,
): Named | NotNamed {
  const all = candidates(library).filter(({ kind }) => kinds.includes(kind));
  const wanted = text.trim().toLowerCase();
  const folded = foldText(text);
  const rung = /^\d+$/.test(wanted) ? Number(wanted) : undefined;
  const tests: ((candidate: Candidate) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ kind, id }) => kind === 'scenario' && library.scenario(id).rung === rung,
    ({ names }) => names.includes(folded),
    ({ id }) => id.startsWith(wanted),
    ({ names }) => names.some((name) => ` ${name}`.includes(` ${folded}`)),
  ];
  for (const test of folded === '' ? [] : tests) {
    const found = all.filter(test);
    if (found.length === 1) return { kind: found[0]!.kind, id: found[0]!.id };
    if (found.length > 1) return ambiguous(text, found);
  }
  const near = nearestOf(wanted, folded, all);
  return { problem: `there is no "${text}" in this pack`, nearest: near };
}

function ambiguous(text: string, found: readonly Candidate[]): NotNamed {
  const ids = found.map(({ id }) => id);
  return { problem: `"${text}" can mean ${ids.length} things`, nearest: ids.slice(0, SHOWN) };
}

/** Shorter words are near to too many others. */
const LEAST_LETTERS = 4;

function nearestOf(wanted: string, folded: string, all: readonly Candidate[]): string[] {
  const byName = new Map<string, string>();
  for (const { id, names } of all) {
    byName.set(id, id);
    const words = names.flatMap((name) => [name, ...name.split(' ')]);
    for (const word of words) if (word.length >= LEAST_LETTERS) byName.set(word, id);
  }
  const near = [wanted, folded].flatMap((text) =>
    text.length < LEAST_LETTERS ? [] : nearest(text, byName.keys(), SHOWN),
  );
  return [...new Set(near.map((name) => byName.get(name) as string))].slice(0, 3);
}

function candidates({ data }: Library): Candidate[] {
  const ids = (kind: NamedKind, records: readonly { id: string }[]): Candidate[] =>
    records.map(({ id }) => ({ kind, id, names: [] }));
  return [
    ...data.scenarios.map(
      ({ id, title, titleDe }): Candidate => ({
        kind: 'scenario',
        id,
        names: [title, titleDe].map(foldText),
      }),
    ),
    ...data.people.map(
      ({ id, name, aliases }): Candidate => ({
        kind: 'person',
        id,
        names: [name, ...aliases].map(foldText),
      }),
    ),
    ...ids('statement', data.statements),
    ...ids('source', data.sources),
    ...ids('figure', data.figures),
    ...ids('event', data.events),
  ];
}
