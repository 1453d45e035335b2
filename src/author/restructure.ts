/** Changes that go through a whole pack: another id, two people made one, a record gone, a new order, statements accepted. */
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { nearest } from '../pack/nearest.ts';
import { ChangeRefused, type PackChange, type PackText } from './change.ts';
import { Edits } from './edits.ts';
import { type Mention, mentionsOf, recordsIn, shownPlace, type WrittenRecord } from './records.ts';

type Planned<Result> = { change: PackChange; result: Result };

/** What came of a new id. */
type Renamed = {
  files: string[];
  /** How often the record was mentioned. */
  mentions: number;
  /** Places in comments that still name the old id: comments are the author's. */
  inComments: string[];
};

/** Gives a record another id, everywhere; a file that is named after it, too. */
export function rename(files: readonly PackText[], id: string, to: string): Planned<Renamed> {
  const records = recordsIn(files);
  const one = recordNamed(id, records);
  const other = records.find((record) => record.id === to);
  if (other) throw new ChangeRefused(`"${to}" is taken; every id is unique over the whole pack`);
  const mentions = mentionsOf(one, records);
  const edits = new Edits(files);
  edits.add(one.file, { path: [...one.at, 'id'], set: to });
  for (const { by, path } of mentions) edits.add(by.file, { path, set: to });
  const change = edits.change();
  for (const file of files) {
    const moved = file.path.replace(/[^/\\]+(?=\.ya?ml$)/, (name) => (name === id ? to : name));
    const isFree = !files.some(({ path }) => path === moved);
    if (!isNamedAfter(file, one) || moved === file.path || !isFree) continue;
    change.set(moved, change.get(file.path) ?? file.text);
    change.set(file.path, null);
  }
  const written = [...change].flatMap(([path, text]) => (text === null ? [] : [path]));
  const inComments = written.flatMap((path) => commentsNaming(id, path, change.get(path) ?? ''));
  return { change, result: { files: written, mentions: mentions.length, inComments } };
}

/** A scenario's own file, or the file with the statements of a source. */
function isNamedAfter({ path, kind }: PackText, one: WrittenRecord): boolean {
  if (one.kind === 'scenarios') return path === one.file;
  return one.kind === 'sources' && dirname(path) === join('data', 'statements') && kind !== 'pack';
}

function commentsNaming(id: string, path: string, text: string): string[] {
  const named = new RegExp(`#.*(?<![\\w-])${id}(?![\\w-])`);
  return text
    .split('\n')
    .flatMap((line, index) => (named.test(line) ? [`${path}:${index + 1}`] : []));
}

/** What came of two people made one. */
type Merged = { files: string[]; mentions: number; aliases: string[]; leftOut: string[] };

/**
 * Makes two people one: all that mentions the first mentions the second, who gets the names, roles
 * and keywords of the first.
 */
export function merge(files: readonly PackText[], id: string, into: string): Planned<Merged> {
  const records = recordsIn(files);
  const [one, other] = [id, into].map((name) => recordNamed(name, records)) as [
    WrittenRecord,
    WrittenRecord,
  ];
  for (const { id: name, kind } of [one, other]) {
    if (kind !== 'people')
      throw new ChangeRefused(`"${name}" is no person; only people can be merged`);
  }
  if (one === other) throw new ChangeRefused(`"${id}" cannot be merged into itself`);
  const mentions = mentionsOf(one, records);
  const edits = new Edits(files);
  for (const { by, path } of mentions) {
    const list = listAround(path, by);
    if (list?.includes(into)) edits.add(by.file, { path, remove: true });
    else edits.add(by.file, { path, set: into });
  }
  edits.add(one.file, { path: one.at, remove: true });
  const known = [other.value.name, ...listOf(other, 'aliases')];
  const aliases = [one.value.name, ...listOf(one, 'aliases')].filter(
    (name) => !known.includes(name),
  );
  const lacking = (field: string) =>
    listOf(one, field).filter(
      (entry) => !listOf(other, field).some((had) => isDeepStrictEqual(had, entry)),
    );
  for (const [field, entries] of [
    ['aliases', aliases],
    ['roles', lacking('roles')],
    ['keywords', lacking('keywords')],
  ] as const) {
    if (entries.length > 0) {
      edits.add(other.file, {
        path: [...other.at, field],
        append: entries as (string | object)[],
      });
    }
  }
  const leftOut = ['kind', 'note'].flatMap((field) =>
    one.value[field] === undefined || one.value[field] === other.value[field]
      ? []
      : [`${field}: ${one.value[field]}`],
  );
  const change = edits.change();
  return {
    change,
    result: {
      files: [...change.keys()],
      mentions: mentions.length,
      aliases: aliases as string[],
      leftOut,
    },
  };
}

const listOf = ({ value }: WrittenRecord, field: string): unknown[] =>
  (value[field] as unknown[] | undefined) ?? [];

/** The list of which a mention is an entry. */
function listAround(path: Mention['path'], { at, value }: WrittenRecord): unknown[] | undefined {
  const steps = path.slice(at.length, -1);
  const around = steps.reduce<unknown>(
    (inner, step) => (inner as WrittenRecord['value'])[step],
    value,
  );
  return Array.isArray(around) ? around : undefined;
}

/** Accepts statements that were brought in and nobody had read yet. @throws ChangeRefused for others */
export function accept(
  files: readonly PackText[],
  ids: readonly string[],
): Planned<{ files: string[] }> {
  const records = recordsIn(files);
  const edits = new Edits(files);
  for (const id of new Set(ids)) {
    const { at, file, value } = recordNamed(id, records);
    if (value.unreviewed !== true) throw new ChangeRefused(`"${id}" does not wait to be accepted`);
    edits.add(file, { path: [...at, 'unreviewed'], unset: true });
  }
  const change = edits.change();
  return { change, result: { files: [...change.keys()] } };
}

/** Takes a record out. @throws ChangeRefused with all that depends on it */
export function remove(files: readonly PackText[], id: string): Planned<{ files: string[] }> {
  const records = recordsIn(files);
  const one = recordNamed(id, records);
  if (one.kind === 'pack') throw new ChangeRefused(`"${id}" is the pack itself`);
  const mentions = mentionsOf(one, records).filter(({ by }) => by !== one);
  if (mentions.length > 0) {
    const places = mentions.map(({ by, path, reference }) => {
      const field = reference.path.filter((step) => typeof step === 'string').join('.');
      return `${shownPlace(files, by.file, path)}: ${by.id} (${field})`;
    });
    throw new ChangeRefused(`"${id}" is depended on; nothing was removed`, places);
  }
  const isLast = records.filter(({ kind }) => kind === one.kind).length === 1;
  if (one.kind === 'scenarios' && isLast) {
    throw new ChangeRefused(`"${id}" is the last scenario, and a pack has one at least`);
  }
  if (one.at.length === 0)
    return { change: new Map([[one.file, null]]), result: { files: [one.file] } };
  const edits = new Edits(files);
  edits.add(one.file, { path: one.at, remove: true });
  return { change: edits.change(), result: { files: [one.file] } };
}

/** What came of a new order: the scenarios whose rung is another one. */
type MovedScenario = { files: string[]; rungs: { id: string; from: number; to: number }[] };

/** Puts a scenario directly before or after another one; the rungs there are stay the same. */
export function move(
  files: readonly PackText[],
  id: string,
  beside: string,
  where: 'before' | 'after',
): Planned<MovedScenario> {
  const records = recordsIn(files);
  const [one, other] = [id, beside].map((name) => recordNamed(name, records)) as [
    WrittenRecord,
    WrittenRecord,
  ];
  for (const { id: name, kind } of [one, other]) {
    if (kind !== 'scenarios') throw new ChangeRefused(`"${name}" is no scenario and has no rung`);
  }
  if (one === other) throw new ChangeRefused(`"${id}" cannot stand ${where} itself`);
  const rungOf = ({ value }: WrittenRecord) => value.rung as number;
  const before = records
    .filter(({ kind }) => kind === 'scenarios')
    .toSorted((a, b) => rungOf(a) - rungOf(b));
  const rungs = before.map(rungOf);
  const after = before.filter((scenario) => scenario !== one);
  after.splice(after.indexOf(other) + (where === 'after' ? 1 : 0), 0, one);
  const edits = new Edits(files);
  const moved = after.flatMap((scenario, index) => {
    const to = rungs[index] as number;
    if (rungOf(scenario) === to) return [];
    edits.add(scenario.file, { path: [...scenario.at, 'rung'], set: to });
    return [{ id: scenario.id, from: rungOf(scenario), to }];
  });
  const change = edits.change();
  return { change, result: { files: [...change.keys()], rungs: moved } };
}

/** @throws ChangeRefused where there is none, with the ids nearest to it */
function recordNamed(id: string, records: readonly WrittenRecord[]): WrittenRecord {
  const found = records.find((record) => record.id === id);
  if (found) return found;
  const close = nearest(
    id,
    records.map((record) => record.id),
  );
  const hint = close.length > 0 ? `; nearest: ${close.join(', ')}` : '';
  throw new ChangeRefused(`there is no "${id}" in this pack${hint}`);
}
