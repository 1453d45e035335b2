/** The source, people and scenarios that a draft names: those of the pack, or new ones. */
import { readdirSync } from 'node:fs';
import { type Article, openArticle } from '../article/article.ts';
import { readArticleFile } from '../article/files.ts';
import { foldText } from '../pack/fold.ts';
import { kindsOf } from '../pack/library.ts';
import { type NamedKind, nameables, near } from '../pack/naming.ts';
import { nearestHint } from '../pack/nearest.ts';
import { type Source, sourceSchema } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import type { StatementDraft } from './draft.ts';
import { type Desk, type Fresh, issuesText, newOf, refuse } from './draft-desk.ts';
import { freeId } from './walk.ts';

/** The source that is named: by id, file, hash, address, title; or a new one with its file. */
export function findSource(draft: StatementDraft, desk: Desk, fresh: Fresh): Source {
  const name = draft.article;
  const known = [...desk.library.data.sources, ...newOf('sources', desk)];
  const hash = /^ni:\/{2,3}[^/]*\/?sha-256;([\w-]+)$/.exec(name)?.[1];
  const wanted = hash && Buffer.from(hash, 'base64url').toString('hex');
  const tests: ((source: Source) => boolean)[] = [
    ({ id }) => id === name,
    ({ file }) => file === name,
    ({ sha256: own }) => own === wanted,
    ({ URL }) => URL !== undefined && URL === name,
    ({ file }) => file.replace(/\.\w+$/, '') === name,
    ({ title }) => title !== undefined && foldText(title) === foldText(name),
  ];
  for (const test of tests) {
    const [one, other] = known.filter(test);
    if (one && other) refuse(`article: “${name}” can mean ${one.id} or ${other.id}; write the id`);
    if (one) return one;
  }
  return newSource(draft, desk, fresh);
}

function newSource(draft: StatementDraft, { library, dir }: Desk, fresh: Fresh): Source {
  const { article: name, language, outlet, title, issued, marks, URL } = draft;
  const names = [name, `${name}.txt`, `${name}.md`];
  const [file, read] =
    names
      .map((one) => [one, readArticleFile(dir, one)] as const)
      .find(([, one]) => 'bytes' in one) ?? [];
  if (!file || !read || !('bytes' in read)) {
    const ids = [...library.data.sources.map(({ id }) => id), ...filesIn(dir)];
    return refuse(
      `article: no source and no file in ${dir} is “${name}”; ${nearestHint(name, ids)}`,
    );
  }
  if (!language) {
    return refuse(`language is missing: ${file} is a new article, and its language must be told`);
  }
  const record: Source = {
    id: freeId(file.replace(/\.\w+$/, ''), fresh.ids, 'source'),
    file,
    sha256: sha256(read.bytes),
    type: 'webpage',
    ...(outlet && { 'container-title': outlet }),
    ...(title && { title }),
    ...(issued && { issued }),
    language,
    ...(marks && { marks }),
    ...(URL && { URL }),
  };
  const { error } = sourceSchema.safeParse(record);
  if (error) refuse(issuesText(error.issues));
  fresh.ids.add(record.id);
  fresh.records.push({ kind: 'sources', record });
  return record;
}

/** The names of the files in a folder; none where it cannot be read. */
export function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

export function articleOf(source: Source, { dir, articles }: Desk): Article {
  const known = articles.get(source.id) ?? openCopy(source, dir);
  articles.set(source.id, known);
  return typeof known === 'string' ? refuse(known) : known;
}

function openCopy(source: Source, dir: string): Article | string {
  const read = readArticleFile(dir, source.file);
  if ('problem' in read) return `article: ${source.file} in ${dir}: ${read.problem}`;
  if (sha256(read.bytes) !== source.sha256) {
    return `article: ${source.file} is not the text that the pack was read from; rungs verify --fix first`;
  }
  return openArticle(read.bytes.toString('utf8'), source);
}

/** Whether one of the names of a record is this one, to the letter but for case and accents. */
function namedExactly(kind: NamedKind, name: string, { library }: Desk): string[] {
  const folded = foldText(name);
  const all = nameables(kind, library.data);
  const byId = all.filter(({ id }) => id === name.trim());
  const found = byId.length > 0 ? byId : all.filter(({ names }) => names.includes(folded));
  return found.map(({ id }) => id);
}

type Newcomer = Pick<StatementDraft, 'speakerKind' | 'speakerRole' | 'speakerIsNew'>;

export function findPerson(
  field: string,
  name: string,
  newcomer: Partial<Newcomer>,
  desk: Desk,
  fresh: Fresh,
): string {
  const [id, other] = namedExactly('person', name, desk);
  if (id && other) refuse(`${field}: “${name}” can mean ${id} or ${other}; write the id`);
  if (id) return id;
  const people = [
    ...newOf('people', desk),
    ...fresh.records.flatMap((one) => (one.kind === 'people' ? [one.record] : [])),
  ];
  const isIt = (person: { id: string; name: string }) =>
    person.id === name || foldText(person.name) === foldText(name);
  const made = people.find(isIt);
  if (made) return made.id;
  const close = nearPeople(name, people, desk);
  if (close.length > 0 && !newcomer.speakerIsNew) {
    const hint = field === 'speaker' ? ', or speakerIsNew: true' : '';
    refuse(
      `${field}: nobody is called “${name}”; near: ${close.join(', ')}. Write one of them${hint}`,
    );
  }
  if (!newcomer.speakerKind) {
    refuse(`${field}: “${name}” is new, and ${field}Kind must say what kind of person`);
  }
  const record = {
    id: freeId(name, fresh.ids, 'person'),
    name,
    kind: kindOf(field, newcomer.speakerKind as string, desk),
    ...(newcomer.speakerRole && { roles: [{ role: newcomer.speakerRole }] }),
  };
  fresh.ids.add(record.id);
  fresh.records.push({ kind: 'people', record });
  return record.id;
}

function kindOf(field: string, kind: string, { library }: Desk): string {
  const kinds = kindsOf(library);
  return kinds.includes(kind)
    ? kind
    : refuse(`${field}Kind: there is no “${kind}”; ${nearestHint(kind, kinds)}`);
}

function nearPeople(
  name: string,
  people: readonly { id: string; name: string }[],
  { library }: Desk,
): string[] {
  const fresh = people.map((person) => ({ id: person.id, names: [foldText(person.name)] }));
  const all = [...nameables('person', library.data), ...fresh];
  const folded = foldText(name);
  // The surname alone, or a whole name of which the pack has the surname.
  const partly = all.filter(({ names }) =>
    names.some((one) => one.split(' ').at(-1) === folded.split(' ').at(-1)),
  );
  return [...new Set([...partly.map(({ id }) => id), ...near(name, all)])].slice(0, 3);
}

export function findScenario(name: string | undefined, desk: Desk): string {
  if (name === undefined) return refuse('scenario is missing: on what is the stance?');
  const [id, other] = namedExactly('scenario', name, desk);
  if (id && !other) return id;
  const ids = desk.library.data.scenarios.map((one) => one.id);
  return refuse(`scenario: there is no “${name}”; ${nearestHint(name, ids)}`);
}
