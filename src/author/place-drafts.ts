/** Turns drafts into the statements of a pack, or says of each why it cannot be one. */
import { readdirSync } from 'node:fs';
import { type Article, openArticle } from '../article/article.ts';
import { readArticleFile } from '../article/files.ts';
import type { TextPlace, TextRange } from '../article/text.ts';
import { foldText } from '../pack/fold.ts';
import { kindsOf, type Library } from '../pack/library.ts';
import { type NamedKind, nameables, near } from '../pack/naming.ts';
import { nearestHint } from '../pack/nearest.ts';
import {
  type Source,
  type Stance,
  sourceSchema,
  stanceSchema,
  statementSchema,
} from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { draftSchema, type StatementDraft } from './draft.ts';
import { type NearestText, placeQuote } from './place-quote.ts';
import { type Given, NO_REASON } from './read-drafts.ts';
import { anchorsOf, dateFrom, freeId, type NewRecord, takenIds, type Written } from './walk.ts';

/** What became of a draft. */
export type DraftOutcome = {
  state: 'added' | 'refused' | 'ambiguous' | 'known';
  /** Where it stands in the file that it came from, counted from 1. */
  line?: number;
  /** The statement that it became, or is already. */
  id?: string;
  /** What of it was made the article's own. */
  mended?: string[];
  problem?: string;
  /** For words that are not in the article: what comes nearest. */
  nearest?: NearestText;
  /** For words that stand there several times. */
  places?: (TextPlace & { text: string })[];
  draft: unknown;
};

/** A draft cannot come in; the rest of the outcome. */
class NotPlaceable extends Error {
  constructor(
    readonly outcome: Pick<DraftOutcome, 'state' | 'problem' | 'nearest' | 'places' | 'id'>,
  ) {
    super(outcome.problem);
  }
}

const refuse = (problem: string, nearest?: NearestText): never => {
  throw new NotPlaceable({ state: 'refused', problem, ...(nearest && { nearest }) });
};

/**
 * Places drafts in their order; each as a whole or not at all.
 *
 * @param dir the folder with the articles
 * @param problemsWith what the pack would have wrong with new records in it
 * @returns what became of each, and the records to be added
 */
export function placeDrafts(
  all: readonly Given[],
  library: Library,
  dir: string,
  problemsWith: (added: readonly NewRecord[]) => string[],
): { outcomes: DraftOutcome[]; added: NewRecord[] } {
  const barred = new Map<number, string>();
  for (;;) {
    const placed = placeAll(all, openDesk(library, dir), barred);
    const problems = problemsWith(placed.added);
    const before = barred.size;
    for (const problem of problems) {
      const at = placed.outcomes.findIndex(({ state, id }) => {
        return state === 'added' && problem.includes(`"${id}"`);
      });
      if (at >= 0) barred.set(at, problem);
    }
    if (problems.length === 0) return placed;
    if (barred.size === before) throw new Error(problems[0]);
  }
}

/** @param barred what cannot come in although it stands in the article, and why */
function placeAll(
  all: readonly Given[],
  desk: Desk,
  barred: ReadonlyMap<number, string>,
): { outcomes: DraftOutcome[]; added: NewRecord[] } {
  const outcomes = all.map(({ line, ...given }, index): DraftOutcome => {
    const at = line === undefined ? {} : { line };
    try {
      const problem = barred.get(index);
      if (problem !== undefined) refuse(problem);
      const { id, mended } = placeDraft(given, desk);
      const rest = mended.length > 0 ? { mended } : {};
      return { state: 'added', ...at, id, ...rest, draft: given.draft };
    } catch (error) {
      if (!(error instanceof NotPlaceable)) throw error;
      return { ...at, ...error.outcome, draft: given.draft };
    }
  });
  return { outcomes, added: desk.added };
}

type Desk = {
  library: Library;
  dir: string;
  ids: Set<string>;
  added: NewRecord[];
  /** The copies of the articles, each read once; a sentence where one cannot be. */
  articles: Map<string, Article | string>;
};

const openDesk = (library: Library, dir: string): Desk => ({
  library,
  dir,
  ids: takenIds(library),
  added: [],
  articles: new Map(),
});

/** What one draft brings: taken over only when all of it is right. */
type Fresh = { records: NewRecord[]; ids: Set<string> };

function placeDraft(given: Omit<Given, 'line'>, desk: Desk): { id: string; mended: string[] } {
  const draft = validDraft(given);
  const fresh: Fresh = { records: [], ids: new Set(desk.ids) };
  const source = findSource(draft, desk, fresh);
  const article = articleOf(source, desk);
  const { passage, quotes, mended } = findWords(draft, given, article);
  const speaker = findPerson('speaker', draft.speaker, draft, desk, fresh);
  const holder = draft.holder && findPerson('holder', draft.holder, {}, desk, fresh);
  const relayedBy = asList(draft.relayedBy).map((name) =>
    findPerson('relayedBy', name, {}, desk, fresh),
  );
  const stances = stancesOf(draft, desk);
  refuseKnown({ source, speaker, passage, quotes, stances }, desk);
  const form = draft.form ?? (quotes.length > 0 ? 'mixed' : 'indirect');
  const { context, translation, medium, to, dateNote } = draft;
  const [first] = stances;
  const record: Written = {
    id: statementId(draft, speaker, first?.scenario ?? source.id, fresh),
    source: source.id,
    speaker,
    ...(holder && holder !== speaker && { holder }),
    ...(relayedBy.length > 0 && { relayedBy }),
    ...(medium && { medium }),
    ...(to && { to }),
    date: draft.date ?? dateFrom(source),
    ...(dateNote && { dateNote }),
    form,
    ...anchorsOf(article, passage, quotes),
    summary: draft.summary,
    ...(translation && { translation }),
    ...(context && { context }),
    ...(stances.length > 0 && { stances }),
    unreviewed: true,
  };
  const { error } = statementSchema.safeParse(record);
  if (error) refuse(issuesText(error.issues));
  checkForm(form, quotes.length);
  fresh.records.push({ kind: 'statements', record });
  desk.added.push(...fresh.records);
  for (const { record: one } of fresh.records) desk.ids.add(one.id);
  return { id: record.id, mended };
}

const asList = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

type Issue = { path: readonly PropertyKey[]; message: string; code?: string; keys?: string[] };

function issuesText(issues: readonly Issue[]): string {
  return issues
    .map(({ path, message, keys }) =>
      keys ? `unknown field ${keys.join(', ')}` : `${path.join('.') || 'it'}: ${message}`,
    )
    .join('; ');
}

function validDraft({ draft: value, span }: Pick<Given, 'draft' | 'span'>): StatementDraft {
  const missing = ['article', 'speaker', 'summary'].filter((name) => !value[name]);
  if (missing.length > 0) {
    const is = missing.length === 1 ? 'is' : 'are';
    refuse(`${missing.join(', ')} ${is} missing; rungs import --schema tells the form`);
  }
  const { data, error } = draftSchema.safeParse(value);
  if (!data) return refuse(`${issuesText(error.issues)}; rungs import --schema tells the form`);
  if (data.quote === undefined && data.passage === undefined && !span) {
    refuse('quote or passage is missing: nothing says where it stands');
  }
  return data;
}

function checkForm(form: Written['form'], quotes: number): void {
  const isQuoting = form === 'direct' || form === 'mixed';
  if (isQuoting && quotes === 0) refuse(`form: a ${form} statement needs a quote`);
  if (!isQuoting && quotes > 0) refuse(`form: a statement with a quote is direct or mixed`);
}

/** The source that is named: by id, file, hash, address, title; or a new one with its file. */
function findSource(draft: StatementDraft, desk: Desk, fresh: Fresh): Source {
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

function newOf<K extends NewRecord['kind']>(
  kind: K,
  { added }: Pick<Desk, 'added'>,
): Extract<NewRecord, { kind: K }>['record'][] {
  return added.flatMap((one) => (one.kind === kind ? [one.record] : [])) as never;
}

function articleOf(source: Source, { dir, articles }: Desk): Article {
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

type Words = { passage: TextRange; quotes: TextRange[]; mended: string[] };

function findWords(draft: StatementDraft, given: Omit<Given, 'line'>, article: Article): Words {
  const { span } = given;
  const isSame = span && (span.sha256 === undefined || sha256(article.slice(span)) === span.sha256);
  const told = isSame ? { start: span.start, end: span.end } : passageOf(draft, article);
  if (!told && draft.quote === undefined) refuse('the passage is no longer there');
  const mended: string[] = [];
  const found = [...new Set(asList(draft.quote))].map((words) => {
    const placed = placeQuote(words, article, told);
    if ('problem' in placed) return refuse(`“${words}”: ${placed.problem}`, placed.nearest);
    if (placed.mended) mended.push(placed.mended);
    return { words, places: fittingAround(placed.places, given, article) };
  });
  const sure = found.flatMap(({ places }) => (places.length === 1 ? places : []));
  const quotes = found.map(({ words, places }) => onePlace(words, places, sure, article));
  const passage = told ?? paragraphsAround(quotes, article);
  return { passage, quotes, mended };
}

/** The one passage that a draft names; undefined where it names none. */
function passageOf({ passage, quote }: StatementDraft, article: Article): TextRange | undefined {
  if (passage === undefined) return undefined;
  const places = article.passages(passage);
  if (places.length === 0) {
    const near = article.near(passage);
    const nearest = near && {
      ...article.locate(near.place),
      text: article.slice(near.place),
      differences: near.differences,
    };
    refuse(`passage: “${passage}” does not stand in the article`, nearest);
  }
  const holding = places.filter((place) =>
    asList(quote).every((words) => 'places' in placeQuote(words, article, place)),
  );
  const fitting = quote === undefined ? places : holding;
  const [one, other] = fitting.length > 0 ? fitting : places;
  if (one && other) throw ambiguous(`passage: “${passage}”`, [one, other], article);
  return one;
}

/** Of several places those that stand between the same words. */
function fittingAround(
  places: TextRange[],
  { around }: Omit<Given, 'line'>,
  article: Article,
): TextRange[] {
  if (!around || places.length < 2) return places;
  const plain = (text: string) => foldText(text);
  const [before, behind] = [plain(around.prefix), plain(around.suffix)];
  const fitting = places.filter(({ start, end }) => {
    const prefix = plain(article.slice({ start: Math.max(0, start - 200), end: start }));
    const suffix = plain(article.slice({ start: end, end: end + 200 }));
    return prefix.endsWith(before) && suffix.startsWith(behind);
  });
  return fitting.length > 0 ? fitting : places;
}

/** The place of words that stand there several times, where the others of the draft tell it. */
function onePlace(
  words: string,
  places: TextRange[],
  sure: readonly TextRange[],
  article: Article,
): TextRange {
  const [one, other] = places;
  if (one && !other) return one;
  const near =
    sure.length === 0 ? [] : places.filter((place) => sharesParagraph(place, sure, article));
  const [only, second] = near;
  if (only && !second) return only;
  throw ambiguous(`“${words}”`, places, article);
}

function sharesParagraph(
  place: TextRange,
  others: readonly TextRange[],
  { paragraphs }: Article,
): boolean {
  const own = paragraphs.find(({ start, end }) => start <= place.start && end >= place.end);
  return own !== undefined && others.some(({ start, end }) => start >= own.start && end <= own.end);
}

/** Places told of those at which words stand. */
const SHOWN_PLACES = 5;

function ambiguous(what: string, places: readonly TextRange[], article: Article): NotPlaceable {
  const around = ({ start, end }: TextRange) =>
    article.slice({ start: Math.max(0, start - 30), end: end + 30 }).replace(/\s+/g, ' ');
  return new NotPlaceable({
    state: 'ambiguous',
    problem: `${what} stands there ${places.length} times; tell the passage, too`,
    places: places
      .slice(0, SHOWN_PLACES)
      .map((place) => ({ ...article.locate(place), text: around(place) })),
  });
}

/** From the beginning of the paragraph with the first quote to the end of that with the last. */
function paragraphsAround(quotes: readonly TextRange[], { paragraphs }: Article): TextRange {
  const start = Math.min(...quotes.map((quote) => quote.start));
  const end = Math.max(...quotes.map((quote) => quote.end));
  const first = paragraphs.findLast((one) => one.start <= start);
  const last = paragraphs.find((one) => one.end >= end);
  return { start: first?.start ?? start, end: last?.end ?? end };
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

function findPerson(
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
    refuse(
      field === 'speaker'
        ? `speaker: “${name}” is new, and speakerKind must say what kind of person`
        : `${field}: nobody is called “${name}”; people are made as speakers only`,
    );
  }
  const record = {
    id: freeId(name, fresh.ids, 'person'),
    name,
    kind: kindOf(newcomer.speakerKind as string, desk),
    ...(newcomer.speakerRole && { roles: [{ role: newcomer.speakerRole }] }),
  };
  fresh.ids.add(record.id);
  fresh.records.push({ kind: 'people', record });
  return record.id;
}

function kindOf(kind: string, { library }: Desk): string {
  const kinds = kindsOf(library);
  return kinds.includes(kind)
    ? kind
    : refuse(`speakerKind: there is no “${kind}”; ${nearestHint(kind, kinds)}`);
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

function stancesOf(draft: StatementDraft, desk: Desk): Stance[] {
  const { scenario, axis, value, condition, cue, why } = draft;
  const given =
    draft.stances ??
    (scenario === undefined && axis === undefined && value === undefined
      ? []
      : [
          {
            scenario,
            axis: axis ?? (value === undefined || value === 'none' ? 'none' : undefined),
            value: value ?? 'none',
            ...(condition && { condition }),
            ...(cue && { cue }),
            why: why ?? NO_REASON,
          },
        ]);
  return given.map((one) => {
    const id = findScenario(one.scenario, desk);
    const { data, error } = stanceSchema.safeParse({ ...one, scenario: id });
    return data ?? refuse(`stance on ${id}: ${issuesText(error.issues)}`);
  });
}

function findScenario(name: string | undefined, desk: Desk): string {
  if (name === undefined) return refuse('scenario is missing: on what is the stance?');
  const [id, other] = namedExactly('scenario', name, desk);
  if (id && !other) return id;
  const ids = desk.library.data.scenarios.map((one) => one.id);
  return refuse(`scenario: there is no “${name}”; ${nearestHint(name, ids)}`);
}

type Found = {
  source: Source;
  speaker: string;
  passage: TextRange;
  quotes: TextRange[];
  stances: Stance[];
};

/** What is in the pack already is not added again. */
function refuseKnown({ source, speaker, passage, quotes, stances }: Found, desk: Desk): void {
  const isSame = (one: Written) =>
    one.source === source.id &&
    one.speaker === speaker &&
    (quotes.length > 0
      ? isSamePlaces(one.quotes ?? [], quotes)
      : (one.quotes ?? []).length === 0 && isSamePlaces([one.span], [passage]));
  const statements: Written[] = [...desk.library.data.statements, ...newOf('statements', desk)];
  const same = statements.find(isSame);
  if (!same) return;
  const lacks = stances.filter(
    ({ scenario, axis }) =>
      !same.stances?.some((one) => one.scenario === scenario && one.axis === axis),
  );
  if (lacks.length === 0) throw new NotPlaceable({ state: 'known', id: same.id });
  const { id } = same;
  const on = lacks.map(({ scenario, axis }) => `${scenario} (${axis})`).join(', ');
  throw new NotPlaceable({
    state: 'refused',
    id,
    problem: `it is the statement ${id}, which takes no stance on ${on}; add that there`,
  });
}

const isSamePlaces = (a: readonly TextRange[], b: readonly TextRange[]): boolean =>
  a.length === b.length &&
  a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);

function statementId({ id }: StatementDraft, speaker: string, on: string, { ids }: Fresh): string {
  if (id === undefined) return freeId(`${speaker.split('-').at(-1)}-${on}`, ids);
  if (ids.has(id)) refuse(`id: “${id}” is taken; leave it out, or write another one`);
  return id;
}
