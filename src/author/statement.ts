/** Walks somebody through adding a statement: from an article to YAML that can be checked. */
import { createHash } from 'node:crypto';
import { checkPack } from '../pack/check.ts';
import { type Library, quoteMarks } from '../pack/library.ts';
import { formatProblem } from '../pack/problem.ts';
import type { RawPack } from '../pack/read.ts';
import {
  AXES,
  FORMS,
  KINDS,
  NORMATIVE,
  type Person,
  PREDICTIVE,
  personSchema,
  type Source,
  type Statement,
  sourceSchema,
  statementSchema,
} from '../pack/schema.ts';
import { foldText } from '../search/fold.ts';
import { resolve } from '../search/resolve.ts';
import { clean, wrap } from '../terminal/text.ts';
import { type Article, detectMarks, openArticle, type Place } from './article.ts';
import { askChoice, askText, askYes, type Prompt, refuse, type TextOptions } from './prompt.ts';

/** A new record and the kind of file it belongs in, as a person would write it: no defaults. */
export type NewRecord =
  | { kind: 'sources'; record: Source }
  | { kind: 'people'; record: Pick<Person, 'id' | 'name' | 'kind'> & Partial<Person> }
  | { kind: 'statements'; record: Written };
type Written = Omit<Statement, 'relayedBy' | 'quotes' | 'stances'> &
  Partial<Pick<Statement, 'relayedBy' | 'quotes' | 'stances'>>;

/** The article as it is on the disk. */
export type ArticleFile = { name: string; bytes: Buffer };

type Walk = {
  prompt: Prompt;
  library: Library;
  /** Ids that are taken, those of the new records among them. */
  ids: Set<string>;
  added: NewRecord[];
  columns: number;
};

/**
 * Asks for everything about a statement.
 *
 * @param raw the pack as it was read, to check the new records against
 * @returns the records to be added, those first that the others mention
 * @throws Refused, Unanswered; nothing is written here
 */
export async function askStatement(
  prompt: Prompt,
  { name, bytes }: ArticleFile,
  library: Library,
  raw: RawPack,
  columns: number,
): Promise<NewRecord[]> {
  const text = bytes.toString('utf8');
  const walk: Walk = { prompt, library, ids: takenIds(library), added: [], columns };
  const source = await askSource(walk, name, bytes, text);
  const article = openArticle(text, quoteMarks(source));
  showArticle(walk, article);
  const passage = await askPassage(walk, article);
  const quotes = await askQuotes(walk, article, passage);
  const speaker = await askPerson(walk, 'Speaker', source);
  const record: Written = {
    id: '',
    source: source.id,
    speaker,
    ...(await askRelay(walk, speaker, source)),
    ...(await askDate(walk, source)),
    form: await askForm(walk, quotes.length > 0),
    ...(quotes.length > 0 && {
      quotes: quotes.map((place) => ({ exact: article.slice(place), ...place })),
    }),
    span: { ...passage, sha256: sha256(article.slice(passage)) },
    ...(await askWords(walk, quotes.length > 0)),
    ...(await askStances(walk)),
  };
  const on = record.stances?.[0]?.scenario ?? source.id;
  record.id = await askId(walk, 'Id of the statement', `${lastWord(speaker)}-${on}`);
  walk.added.push({ kind: 'statements', record });
  refuseProblems(raw, walk.added);
  return walk.added;
}

function takenIds({ data }: Library): Set<string> {
  const { pack: _, ...lists } = data;
  return new Set(Object.values(lists).flatMap((records) => records.map(({ id }) => id)));
}

const sha256 = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex');

const lastWord = (id: string): string => id.split('-').at(-1) ?? id;

/** What the answer to a field of the schema has wrong. */
type Check = { safeParse(value: unknown): { error?: { issues: { message: string }[] } } };
const byField =
  (schema: Check): NonNullable<TextOptions['problem']> =>
  (answer) => {
    const [issue] = schema.safeParse(answer).error?.issues ?? [];
    return issue && `"${answer}": ${issue.message}`;
  };

async function askId({ prompt, ids }: Walk, question: string, wanted: string): Promise<string> {
  const id = await askText(prompt, question, {
    fallback: freeId(wanted, ids),
    problem: (answer) =>
      ids.has(answer)
        ? `"${answer}" is taken; every id is unique over the whole pack.`
        : byField(statementSchema.shape.id)(answer),
  });
  ids.add(id);
  return id;
}

/** A text as an id that nothing else has. */
function freeId(text: string, ids: ReadonlySet<string>): string {
  const words = foldText(text.replaceAll('-', ' ')).match(/[a-z0-9]+/g) ?? ['new'];
  const id = words.join('-');
  let count = 1;
  while (ids.has(count === 1 ? id : `${id}-${count}`)) count += 1;
  return count === 1 ? id : `${id}-${count}`;
}

async function askSource(walk: Walk, file: string, bytes: Buffer, text: string): Promise<Source> {
  const { prompt, library } = walk;
  const hash = sha256(bytes);
  const known = library.data.sources.find((source) => source.sha256 === hash);
  if (known) {
    prompt.say(`This is the source "${known.id}" of the pack.`);
    return known;
  }
  prompt.say(`The pack does not know ${clean(file)} yet. What does the article say of itself?`);
  const shape = sourceSchema.shape;
  const optional = (question: string, schema: Check) =>
    askText(prompt, question, { isOptional: true, problem: byField(schema) });
  const outlet = await optional('Outlet', shape['container-title']);
  const title = await optional('Title', shape.title);
  const issued = await optional('Issued (EDTF, such as 2024-10-24 or 2024-10)', shape.issued);
  const language = await askText(prompt, 'Language', {
    fallback: 'de',
    problem: byField(shape.language),
  });
  const type = await askText(prompt, 'Type in CSL-JSON', { fallback: 'article-newspaper' });
  const marks = await askText(prompt, 'Quotation marks, opening and closing', {
    fallback: detectMarks(text) ?? '„“',
    problem: byField(shape.marks),
  });
  const id = await askId(walk, 'Id of the source', outlet || file.replace(/\.\w+$/, ''));
  const record: Source = {
    id,
    file,
    sha256: hash,
    type,
    ...(outlet && { 'container-title': outlet }),
    ...(title && { title }),
    ...(issued && { issued }),
    language,
    marks,
  };
  walk.added.push({ kind: 'sources', record });
  return record;
}

/** The paragraphs with their numbers. */
function showArticle({ prompt, columns }: Walk, article: Article): void {
  const cells = String(article.paragraphs.length).length + 2;
  const shown = article.paragraphs.map((place, index) =>
    wrap(clean(article.slice(place)), columns - cells)
      .map((line, row) => (row === 0 ? `${index + 1}`.padEnd(cells) : ' '.repeat(cells)) + line)
      .join('\n'),
  );
  prompt.say(`\n${shown.join('\n')}\n`);
}

const PASSAGE =
  'Passage: First words … last words (... will do), or the number of a paragraph (3, 2-4)';

async function askPassage(walk: Walk, article: Article): Promise<Place> {
  const { prompt } = walk;
  for (;;) {
    const mark = await askText(prompt, PASSAGE);
    const places = article.passages(mark);
    const place = places.length > 1 ? await askWhich(walk, article, places) : places[0];
    if (!place) {
      refuse(prompt, `"${mark}" does not stand in the article.`);
      continue;
    }
    show(walk, article.slice(place));
    if (await askYes(prompt, 'Is this the passage?')) return place;
    if (!prompt.isTerminal) refuse(prompt, 'The passage was not confirmed.');
  }
}

async function askWhich(
  { prompt, columns }: Walk,
  article: Article,
  places: readonly Place[],
): Promise<Place | undefined> {
  for (const [index, { start, end }] of places.entries()) {
    const around = article.slice({ start: Math.max(0, start - 40), end: end + 40 });
    const lines = wrap(clean(around).replaceAll('\n', ' '), columns - 4);
    prompt.say(`${index + 1}  …${lines.join('\n    ')}…`);
  }
  const numbers = places.map((_, index) => `${index + 1}`);
  return places[Number(await askChoice(prompt, 'Which of them?', numbers)) - 1];
}

function show({ prompt, columns }: Walk, text: string): void {
  const lines = wrap(clean(text), columns - 2);
  prompt.say(lines.map((line) => `| ${line}`).join('\n'));
}

/** The words of the speaker: whole quotations of the passage, or words inside one. */
async function askQuotes(walk: Walk, article: Article, passage: Place): Promise<Place[]> {
  const quotes = article.quotesIn(passage);
  const { prompt } = walk;
  if (quotes.length === 0) {
    prompt.say('Nothing in it stands in quotation marks: it is told, not quoted.');
    return [];
  }
  for (const [index, place] of quotes.entries()) {
    prompt.say(`${index + 1}  ${clean(article.slice(place))}`);
  }
  const answer = await askText(
    prompt,
    'Words of the speaker: all, none, numbers (1 3), or words inside one of these',
    {
      fallback: 'all',
      problem: (text) =>
        chosenQuotes(text, quotes, article)
          ? undefined
          : `"${text}" does not stand inside the quotation marks of the passage.`,
    },
  );
  return chosenQuotes(answer, quotes, article) ?? [];
}

function chosenQuotes(
  answer: string,
  quotes: readonly Place[],
  article: Article,
): Place[] | undefined {
  if (answer === 'all') return [...quotes];
  if (answer === 'none') return [];
  if (/^\d+([ ,]+\d+)*$/.test(answer)) {
    const chosen = answer.split(/[ ,]+/).map((number) => quotes[Number(number) - 1]);
    return chosen.every((place) => place !== undefined) ? [...new Set(chosen)] : undefined;
  }
  const [place] = quotes.flatMap((quote) => article.find(answer, quote));
  return place && [place];
}

/** The id of somebody in the pack, by name or the beginning of one, or of somebody new. */
async function askPerson(walk: Walk, question: string, source: Source): Promise<string> {
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

async function newPerson(walk: Walk, name: string, source: Source): Promise<string> {
  const { prompt } = walk;
  const kind = await askChoice(prompt, 'What kind of person?', KINDS);
  const role = await askText(prompt, 'Role at that time', { isOptional: true });
  const affiliation = role ? await askText(prompt, 'Of what?', { isOptional: true }) : '';
  const id = await askId(walk, 'Id of the person', name);
  const asOf = source.issued;
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
async function askRelay(walk: Walk, speaker: string, source: Source) {
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

async function askDate({ prompt }: Walk, { issued }: Source) {
  const date = await askText(prompt, 'When was it said? (EDTF; XXXX: undated)', {
    // Nothing is told before it was said.
    fallback: issued && /^\d{4}(-\d\d){0,2}$/.test(issued) ? `[..${issued}]` : 'XXXX',
    problem: byField(statementSchema.shape.date),
  });
  const dateNote = await askText(prompt, 'How is the date known?', { isOptional: true });
  return { date, ...(dateNote && { dateNote }) };
}

/** Only the forms that go with a quote, or without one. */
async function askForm({ prompt }: Walk, isQuoted: boolean): Promise<Statement['form']> {
  const quoted = ['direct', 'mixed'] as const;
  const told = FORMS.filter((form) => form !== 'direct' && form !== 'mixed');
  return isQuoted
    ? askChoice(prompt, 'Form', quoted, 'mixed')
    : askChoice(prompt, 'Form', told, 'indirect');
}

async function askWords({ prompt }: Walk, isQuoted: boolean) {
  const summary = await askText(prompt, 'What was said, in your own English words');
  const translation = isQuoted
    ? await askText(prompt, 'Your translation of the quotes', { isOptional: true })
    : '';
  const context = isQuoted
    ? await askText(prompt, 'What "this" or a pronoun in it refers to', { isOptional: true })
    : '';
  return { summary, ...(translation && { translation }), ...(context && { context }) };
}

type Stance = Statement['stances'][number];

/** On which scenarios it bears, until there are no more. */
async function askStances(walk: Walk): Promise<{ stances?: Stance[] }> {
  const stances: Stance[] = [];
  for (;;) {
    const scenario = await askScenario(walk, stances.length > 0);
    if (scenario === undefined) return stances.length > 0 ? { stances } : {};
    stances.push(await askStance(walk, scenario));
  }
}

async function askScenario({ prompt, library }: Walk, isMore: boolean) {
  const found = (text: string) => resolve(text, library, ['scenario']);
  const question = isMore ? 'On which other scenario' : 'On which scenario does it bear';
  const answer = await askText(prompt, `${question} (id, rung or title)`, {
    isOptional: true,
    words: library.data.scenarios.map(({ id }) => id),
    problem: (text) => {
      const named = found(text);
      if (!('problem' in named)) return undefined;
      const near = named.nearest.length > 0 ? `; near: ${named.nearest.join(', ')}` : '';
      return `${named.problem}${near}. A new scenario is a new file in scenarios/.`;
    },
  });
  const named = answer === '' ? undefined : found(answer);
  if (named === undefined || 'problem' in named) return undefined;
  const { title, proposition } = library.scenario(named.id);
  prompt.say(`${title}: ${proposition}`);
  return named.id;
}

async function askStance({ prompt }: Walk, scenario: string): Promise<Stance> {
  prompt.say('normative: should it happen? predictive: will it happen? none: it says neither.');
  const axis = await askChoice(prompt, 'Axis', AXES);
  const value =
    axis === 'normative'
      ? await askChoice(prompt, 'Stance', NORMATIVE)
      : axis === 'predictive'
        ? await askChoice(prompt, 'Stance', PREDICTIVE)
        : 'none';
  const condition = await askText(prompt, 'Under which condition ("if …")', {
    isOptional: true,
    problem: (text) => (/^if /i.test(text) ? undefined : 'A condition begins with "if".'),
  });
  const cue = await askText(prompt, 'The hedge or verb it is read off, as in the article', {
    isOptional: true,
  });
  const why = await askText(prompt, 'Why, in one line that a sceptical reader could check');
  const rest = { ...(condition && { condition }), ...(cue && { cue }), why };
  return { scenario, axis, value, ...rest } as Stance;
}

/** Nothing is written that the check would refuse. @throws where it does: a mistake of ours */
function refuseProblems(raw: RawPack, added: readonly NewRecord[]): void {
  const place = {
    file: 'the new statement',
    problem: (_: readonly PropertyKey[], message: string) => ({
      file: 'the new statement',
      message,
    }),
  };
  const records = added.map(({ kind, record }) => ({ kind, value: record, place }));
  const { problems } = checkPack(raw, { records, unreadIds: [], problems: [] });
  const [problem] = problems.filter(({ warning }) => !warning);
  if (problem) throw new Error(formatProblem(problem));
}
