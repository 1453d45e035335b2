/**
 * The one resolver of names, for commands, addresses and filters: what somebody means who names a
 * record by its id, its rung, its name or another spelling, or by the beginning of one of these.
 */
import { foldText } from './fold.ts';
import type { Library } from './library.ts';
import { nearest } from './nearest.ts';
import type { PackData } from './schema.ts';

/** The kinds of record that can be named; search lists equally good hits in this order. */
export const NAMED_KINDS = [
  'scenario',
  'person',
  'statement',
  'figure',
  'event',
  'source',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A record by its kind and id. */
export type Named = { kind: NamedKind; id: string };
/** Nothing is meant, or more than one thing: the ids it may be, and why in one line. */
export type NotNamed = { problem: string; nearest: string[]; isAmbiguous?: true };

/** What can be named. */
export type Nameable = {
  id: string;
  /** Names, titles and other spellings, folded. */
  names: readonly string[];
  /** A scenario's. */
  rung?: number;
};

/** The records of a kind as they can be named. */
export function nameables(kind: NamedKind, data: PackData): Nameable[] {
  switch (kind) {
    case 'scenario':
      return data.scenarios.map(({ id, rung, title, titles }) => ({
        id,
        rung,
        names: [title, ...Object.values(titles ?? {})].map(foldText),
      }));
    case 'person':
      return data.people.map(({ id, name, aliases }) => ({
        id,
        names: [name, ...aliases].map(foldText),
      }));
    case 'source':
      return data.sources.map(({ id, title, 'container-title': outlet }) => ({
        id,
        names: [outlet, title].flatMap((name) => (name ? [foldText(name)] : [])),
      }));
    case 'statement':
      return data.statements.map(({ id }) => ({ id, names: [] }));
    case 'figure':
      return data.figures.map(({ id }) => ({ id, names: [] }));
    case 'event':
      return data.events.map(({ id }) => ({ id, names: [] }));
  }
}

/**
 * All that a text may mean. An id wins over a rung number, that over a whole name, and whole ones
 * win over beginnings: first of an id, then of any word of a name.
 */
export function meant<T extends Nameable>(text: string, among: readonly T[]): T[] {
  const wanted = text.trim().toLowerCase();
  const folded = foldText(text);
  if (folded === '') return [];
  const rung = /^\d+$/.test(wanted) ? Number(wanted) : undefined;
  const tests: ((one: Nameable) => boolean)[] = [
    ({ id }) => id === wanted,
    (one) => rung !== undefined && one.rung === rung,
    ({ names }) => names.includes(folded),
    ({ id }) => id.startsWith(wanted),
    ({ names }) => names.some((name) => ` ${name}`.includes(` ${folded}`)),
  ];
  for (const test of tests) {
    const found = among.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/** Ids shown of those that an ambiguous name may mean. */
const SHOWN = 12;

/**
 * The one record that `text` names.
 *
 * @param kinds what may be named
 */
export function resolve(
  text: string,
  { data }: Library,
  kinds: readonly NamedKind[] = NAMED_KINDS,
): Named | NotNamed {
  const all = kinds.flatMap((kind) => nameables(kind, data).map((one) => ({ ...one, kind })));
  const found = meant(text, all);
  // An outlet and what it published share a name: the outlet, who speaks, is meant.
  const speaking = found.filter(({ kind }) => kind !== 'source');
  const [one, ...others] = speaking.length === 1 ? speaking : found;
  if (!one) return { problem: `there is no "${text}" in this pack`, nearest: near(text, all) };
  if (others.length === 0) return { kind: one.kind, id: one.id };
  return {
    problem: `"${text}" can mean ${found.length} things`,
    nearest: found.slice(0, SHOWN).map(({ id }) => id),
    isAmbiguous: true,
  };
}

/** Shorter words are near to too many others. */
const LEAST_LETTERS = 4;
/** Spellings looked at for them. */
const TRIED = 5;
/** Ids told of those that are near to a name that is none. */
const NEAR = 3;

/** The ids whose names, or words of them, are nearest in spelling to a text that names nothing. */
export function near(text: string, among: readonly Nameable[]): string[] {
  const byName = new Map<string, string>();
  for (const { id, names } of among) {
    byName.set(id, id);
    const words = names.flatMap((name) => [name, ...name.split(' ')]);
    for (const word of words) if (word.length >= LEAST_LETTERS) byName.set(word, id);
  }
  const spellings = [text.trim().toLowerCase(), foldText(text)];
  const found = spellings.flatMap((spelling) =>
    spelling.length < LEAST_LETTERS ? [] : nearest(spelling, byName.keys(), TRIED),
  );
  return [...new Set(found.map((name) => byName.get(name) as string))].slice(0, NEAR);
}
