/** Brings what a reference manager knows of sources (CSL-JSON, as Zotero writes it) into a pack. */
import { readArticleFile } from '../article/files.ts';
import { isSameLanguage } from '../languages/languages.ts';
import { foldText } from '../pack/fold.ts';
import type { Library } from '../pack/library.ts';
import { nearest } from '../pack/nearest.ts';
import { type Source, sourceSchema } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { type PackChange, type PackText, packTexts } from './change.ts';
import { type DraftOutcome, issuesText, NotPlaceable, refuse } from './draft-desk.ts';
import { filesIn } from './draft-names.ts';
import { Edits } from './edits.ts';
import { guessLanguage } from './guess-language.ts';
import type { Given } from './read-drafts.ts';
import { recordsIn, type WrittenRecord } from './records.ts';
import { freeId, type NewRecord, takenIds } from './walk.ts';
import { withNewRecords } from './write.ts';

type Fields = Record<string, unknown>;

/** The types of items (Citation Style Language 1.0.2). */
const TYPES = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter ' +
    'classic collection dataset document entry entry-dictionary entry-encyclopedia event figure ' +
    'graphic hearing interview legal_case legislation manuscript map motion_picture ' +
    'musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song ' +
    'speech standard thesis treaty webpage'
  ).split(' '),
);
/** Of what is of no known type. */
const UNKNOWN = 'document';
/** What `rungs add source` takes a file for that does not tell what it is. */
const ASSUMED = 'webpage';

/** Whether this is an item of CSL-JSON rather than the draft of a statement. */
export const isReference = ({ draft }: Given): boolean =>
  typeof draft.type === 'string' &&
  ['summary', 'speaker', 'quote', 'passage'].every((field) => draft[field] === undefined);

/** What an item tells of a source, in the terms of a pack. */
type Told = Partial<
  Pick<
    Source,
    'type' | 'title' | 'author' | 'publisher' | 'issued' | 'URL' | 'accessed' | 'container-title'
  >
> & { language?: string };

type Item = { names: string[]; told: Told; mended: string[] };

const ambiguous = (problem: string): never => {
  throw new NotPlaceable({ state: 'ambiguous', problem });
};

const isKnown = (id: string): never => {
  throw new NotPlaceable({ state: 'known', id });
};

/** What an item adds to the pack: fields of a source that it has, or a new one. */
type Taken = { id: string; fields: Told; record?: Source; mended: string[] };

/**
 * Takes what items tell of the sources of a pack. An item is about the source with its address, id
 * or title; or about a file in `dir` of its name that is no source yet. What the pack tells already
 * stays; where an item tells something else, somebody has to say which is right.
 *
 * @param dir the folder with the articles
 */
export function takeReferences(
  items: readonly Given[],
  library: Library,
  dir: string,
): { outcomes: DraftOutcome[]; taken: Taken[] } {
  const taken: Taken[] = [];
  const ids = takenIds(library);
  const outcomes = items.map(({ draft, line }): DraftOutcome => {
    const at = line === undefined ? {} : { line };
    try {
      const one = takeItem(draft, library, dir, taken, ids);
      taken.push(one);
      const { id, mended } = one;
      return { state: 'added', ...at, id, ...(mended.length > 0 && { mended }), draft };
    } catch (error) {
      if (!(error instanceof NotPlaceable)) throw error;
      return { ...at, ...error.outcome, draft };
    }
  });
  return { outcomes, taken };
}

function takeItem(
  draft: Fields,
  library: Library,
  dir: string,
  taken: readonly Taken[],
  ids: Set<string>,
): Taken {
  // An export holds the statements, too, each as an item with its citation.
  const own = library.data.statements.find(({ id }) => id === draft.id);
  if (own) isKnown(own.source);
  const item = readItem(draft);
  const made = taken.flatMap(({ record }) => record ?? []);
  const source = sourceOf(item, [...library.data.sources, ...made]);
  if (source) return filled(source, item, taken);
  const record = newSource(item, [...library.data.sources, ...made], dir, ids);
  ids.add(record.id);
  return { id: record.id, fields: {}, record, mended: item.mended };
}

const asText = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  // Titles may hold tags for italics and the like.
  const plain = typeof text === 'string' ? text.replace(/<\/?[a-z][^<>]*>/gi, '').trim() : '';
  return plain === '' ? undefined : plain;
};

function readItem(draft: Fields): Item {
  const mended: string[] = [];
  const type = TYPES.has(draft.type as string) ? (draft.type as string) : UNKNOWN;
  if (type !== draft.type) mended.push(`unknown type “${draft.type}” to “${type}”`);
  const date = (field: string): string | undefined => {
    if (draft[field] === undefined) return undefined;
    const edtf = edtfOf(draft[field]);
    if (edtf && sourceSchema.shape.issued.safeParse(edtf).success) return edtf;
    mended.push(`${field} left out: ${JSON.stringify(draft[field])} is no date`);
    return undefined;
  };
  const doi = asText(draft.DOI)?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
  const language = tagOf(asText(draft.language));
  const author = Array.isArray(draft.author) ? draft.author.flatMap(authorOf) : [];
  const fields = {
    type,
    title: asText(draft.title),
    author: author.length > 0 ? author : undefined,
    'container-title': asText(draft['container-title']),
    publisher: asText(draft.publisher),
    issued: date('issued'),
    URL: asText(draft.URL) ?? (doi && `https://doi.org/${doi}`),
    accessed: date('accessed'),
    language,
  };
  const told = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Told;
  const names = ['article', 'id', 'citation-key'].flatMap((field) => asText(draft[field]) ?? []);
  return { names, told, mended };
}

/** A date as CSL-JSON has it, in EDTF. */
function edtfOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return isoDay(asText(value));
  const { 'date-parts': parts, raw, literal, circa, season } = value as Fields;
  if (season !== undefined) return undefined;
  if (!Array.isArray(parts) || !parts.every(Array.isArray)) {
    return isoDay(asText(raw) ?? asText(literal));
  }
  const dates = parts.map((one: unknown[]) =>
    one.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'),
  );
  return dates.map((date) => (circa ? `${date}~` : date)).join('/');
}

const isoDay = (text: string | undefined): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text ?? '')?.[0];

function authorOf(value: unknown): NonNullable<Source['author']> {
  const part = (name: string) => asText((value as Fields | null)?.[name]);
  const words = (...names: string[]) =>
    names.flatMap((name) => part(name) ?? []).join(' ') || undefined;
  const family = words('non-dropping-particle', 'family', 'suffix');
  const given = words('given', 'dropping-particle');
  const whole = part('literal') ?? (family ? undefined : given);
  if (whole) return [whole];
  return family ? [{ family, ...(given && { given }) }] : [];
}

/** "en-us", "en_US", "English": a BCP 47 tag. */
function tagOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(language.replaceAll('_', '-'));
    return sourceSchema.shape.language.safeParse(tag).success ? tag : undefined;
  } catch {
    return undefined;
  }
}

const pageOf = (address: string | undefined) => address?.replace(/\/?(?:#.*)?$/, '');
const stemOf = (file: string) => file.replace(/\.\w+$/, '');

/** The one source that an item is about. */
function sourceOf({ names, told }: Item, sources: readonly Source[]): Source | undefined {
  const tests: ((source: Source) => boolean)[] = [
    ({ id, file }) => [id, file, stemOf(file)].some((one) => names.includes(one)),
    ({ URL }) => URL !== undefined && pageOf(URL) === pageOf(told.URL),
    ({ title }) => !!title && !!told.title && foldText(title) === foldText(told.title),
  ];
  for (const test of tests) {
    const [one, other] = sources.filter(test);
    if (one && other) {
      ambiguous(`it can be ${one.id} or ${other.id}; write the id as "article"`);
    }
    if (one) return one;
  }
  return undefined;
}

/** What an item adds to a source that is there. */
function filled(source: Source, { told, mended }: Item, taken: readonly Taken[]): Taken {
  const known = Object.assign(
    { ...source },
    ...taken.filter(({ id }) => id === source.id).map(({ fields }) => fields),
  ) as Source;
  const entries = Object.entries(told) as [keyof Told, never][];
  const fields = Object.fromEntries(
    entries.filter(([name, value]) => isNews(name, value, known)),
  ) as Told;
  const others = entries.filter(
    ([name, value]) => !(name in fields) && isOther(name, value, known),
  );
  if (others.length > 0) {
    const which = others.map(
      ([name, value]) => `${name}: ${JSON.stringify(known[name])}, not ${JSON.stringify(value)}`,
    );
    ambiguous(`it is the source ${source.id}, which says otherwise; ${which.join('; ')}`);
  }
  const names = Object.keys(fields);
  if (names.length === 0) isKnown(source.id);
  return { id: source.id, fields, mended: [...mended, `filled in: ${names.join(', ')}`] };
}

/** Whether a field says more than the source does. */
function isNews(name: keyof Told, value: string, known: Source): boolean {
  const own = known[name];
  if (own === undefined) return true;
  if (name === 'type') return own === ASSUMED && value !== own && value !== UNKNOWN;
  if (name === 'language') return own === 'und';
  // The day of a month or a year that is known.
  return name === 'issued' && value.startsWith(`${own}-`);
}

/** Whether a field says something else; when a page was read, and of what type it is, may differ. */
function isOther(name: keyof Told, value: unknown, known: Source): boolean {
  const own = known[name];
  if (name === 'accessed' || name === 'type') return false;
  if (name === 'language') return !isSameLanguage(own as string, value as string);
  if (name === 'issued') return !String(own).startsWith(String(value));
  if (name === 'URL') return pageOf(String(own)) !== pageOf(String(value));
  const plain = (one: unknown) => foldText([one].flat().map(nameOf).join(' '));
  return plain(own) !== plain(value);
}

/** A name as it is read, whatever its parts. */
function nameOf(name: unknown): string {
  if (typeof name === 'string') return name;
  const { family, given } = name as { family: string; given?: string };
  return [given, family].filter(Boolean).join(' ');
}

/** A source made of an item and the file that goes by its name. */
function newSource(
  { names, told }: Item,
  sources: readonly Source[],
  dir: string,
  ids: ReadonlySet<string>,
): Source {
  const files = filesIn(dir).filter((name) => sources.every(({ file }) => file !== name));
  const isNamed = (file: string) =>
    names.some((name) => name === file || name === stemOf(file)) ||
    (told.title !== undefined && foldText(stemOf(file)) === foldText(told.title));
  const file = files.find(isNamed);
  const read = file === undefined ? undefined : readArticleFile(dir, file);
  if (file === undefined || !read || !('bytes' in read)) return withoutText(told, sources, dir);
  const language = told.language ?? guessLanguage(read.bytes.toString('utf8')) ?? 'und';
  const id = freeId(stemOf(file), ids, 'source');
  const record = { ...told, id, file, sha256: sha256(read.bytes), type: told.type as string };
  const { data, error } = sourceSchema.safeParse({ ...record, language });
  if (data) return data;
  return refuse(issuesText(error.issues));
}

/** An item of which there is neither a source nor a text. */
function withoutText({ title }: Told, sources: readonly Source[], dir: string): never {
  const byTitle = new Map(
    sources.flatMap(({ id, title: own }) => (own ? [[foldText(own), id] as const] : [])),
  );
  const near = title ? nearest(foldText(title), byTitle.keys()).map((one) => byTitle.get(one)) : [];
  if (near.length > 0) {
    return ambiguous(`it may be ${near.join(' or ')}; write the id as "article"`);
  }
  return refuse(
    `no source has its address, id or title, and no file in ${dir} its id or title: rungs add source the page that was saved, or write the name of the file as "article"`,
  );
}

/** The change of a pack that takes up what items told. */
export function referenceChange(
  dir: string,
  taken: readonly Taken[],
  files: readonly PackText[] = packTexts(dir),
): { change: PackChange; files: string[] } {
  const records = recordsIn(files);
  const edits = new Edits(files);
  for (const { id, fields, record } of taken) {
    if (record) continue;
    const { file, at } = records.find(
      (one) => one.kind === 'sources' && one.id === id,
    ) as WrittenRecord;
    for (const [name, value] of Object.entries(fields) as [string, string | object[]][]) {
      const path = [...at, name];
      edits.add(file, Array.isArray(value) ? { path, append: value } : { path, set: value });
    }
  }
  const edited = edits.change();
  const now = files.map((file) => ({ ...file, text: edited.get(file.path) ?? file.text }));
  const added = taken.flatMap(({ record }): NewRecord[] =>
    record ? [{ kind: 'sources', record }] : [],
  );
  const { change } = withNewRecords(dir, now, added);
  const all = new Map([...edited, ...change]);
  return { change: all, files: [...all.keys()] };
}
