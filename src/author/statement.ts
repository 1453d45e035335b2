/** Walks somebody through adding a statement: from an article to YAML that can be checked. */
import { openArticle } from '../article/article.ts';
import { chooseMarks } from '../article/marks.ts';
import { guessLanguage, isSameLanguage, languageName } from '../languages/languages.ts';
import { checkPack } from '../pack/check.ts';
import type { Library } from '../pack/library.ts';
import { formatProblem } from '../pack/problem.ts';
import type { RawPack } from '../pack/read.ts';
import { type Source, type Statement, sourceSchema, statementSchema } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { FORMS } from '../pack/values.ts';
import { clean } from '../terminal/text.ts';
import { askPassage, askQuotes, showArticle } from './passage.ts';
import { askPerson, askRelay } from './people.ts';
import { askChoice, askText, askYes, type Prompt, Refused } from './prompt.ts';
import type { QuestionName } from './questions.ts';
import { askConditions, askStances } from './stances.ts';
import {
  anchorsOf,
  askId,
  byField,
  type Check,
  dateFrom,
  freeId,
  type NewRecord,
  takenIds,
  type Walk,
  type Written,
} from './walk.ts';

/** The article as it is on the disk. */
export type ArticleFile = { name: string; bytes: Buffer };

/**
 * Asks for everything about a statement.
 *
 * @param raw the pack as it was read, to check the new records against
 * @param isAnother the article was shown just now
 * @returns the records to be added, those first that the others mention
 * @throws Refused, Unanswered; nothing is written here
 */
export async function askStatement(
  prompt: Prompt,
  { name, bytes }: ArticleFile,
  library: Library,
  raw: RawPack,
  columns: number,
  isAnother = false,
): Promise<NewRecord[]> {
  const text = bytes.toString('utf8');
  const walk: Walk = { prompt, library, ids: takenIds(library), added: [], columns };
  const source = await askSource(walk, name, bytes, text);
  const article = openArticle(text, source);
  const used = library.data.statements.filter((statement) => statement.source === source.id);
  if (!isAnother) showArticle(walk, article, used);
  const passage = await askPassage(walk, article, used);
  const quotes = await askQuotes(walk, article, passage);
  const speaker = await askPerson(walk, 'speaker', 'Speaker', source);
  const words = await askWords(walk, quotes.length > 0, source);
  const stances = await askStances(walk);
  const on = stances[0]?.scenario ?? source.id;
  const rare: Rare = {
    id: freeId(`${lastWord(speaker)}-${on}`, walk.ids),
    date: dateFrom(source),
    form: quotes.length > 0 ? 'mixed' : 'indirect',
    stances,
  };
  const more = await askRare(walk, { speaker, source }, rare, quotes.length > 0);
  const { id, date, dateNote, form, context, stances: stated, ...relay } = more;
  const record: Written = {
    id,
    source: source.id,
    speaker,
    ...relay,
    date,
    ...(dateNote && { dateNote }),
    form,
    ...anchorsOf(article, passage, quotes),
    ...words,
    ...(context && { context }),
    ...(stated.length > 0 && { stances: stated }),
  };
  walk.added.push({ kind: 'statements', record });
  const [problem] = problemsWith(raw, walk.added);
  if (problem) throw new Refused(`${problem}.`);
  return walk.added;
}

const lastWord = (id: string): string => id.split('-').at(-1) ?? id;

async function askSource(walk: Walk, file: string, bytes: Buffer, text: string): Promise<Source> {
  const { prompt, library } = walk;
  const hash = sha256(bytes);
  const known = library.data.sources.find((source) => source.sha256 === hash);
  if (known) {
    prompt.say(`This is the source "${known.id}" of the pack.`);
    return known;
  }
  const changed = library.data.sources.find((source) => source.file === file);
  if (changed) {
    throw new Refused(
      `${clean(file)} is the source "${changed.id}" of the pack, and has changed since it was read; rungs verify --fix finds its passages again.`,
    );
  }
  prompt.say(`The pack does not know ${clean(file)} yet. What does the article say of itself?`);
  const shape = sourceSchema.shape;
  const optional = (name: QuestionName, question: string, schema: Check) =>
    askText(prompt, name, question, { isOptional: true, problem: byField(schema) });
  const outlet = await optional('outlet', 'Outlet', shape['container-title']);
  const title = await optional('title', 'Title', shape.title);
  const issued = await optional(
    'issued',
    'Issued (EDTF, such as 2024-10-24 or 2024-10)',
    shape.issued,
  );
  const language = await askText(prompt, 'language', 'Language', {
    fallback:
      guessLanguage(text) ?? library.data.sources[0]?.language ?? library.data.pack.language,
    problem: byField(shape.language),
  });
  const type = await askText(prompt, 'type', 'Type in CSL-JSON', { fallback: 'article-newspaper' });
  const found = chooseMarks(text, language).map((pair) => pair.join(''));
  const marks = await askText(
    prompt,
    'marks',
    'Quotation marks, in pairs (none: all of it is speech)',
    {
      fallback: found.join(' ') || 'none',
      problem: byField(shape.marks),
    },
  );
  const id = await askId(
    walk,
    'sourceId',
    'Id of the source',
    outlet || file.replace(/\.\w+$/, ''),
  );
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

/** What is taken unless somebody says more. */
type Rare = Pick<Statement, 'id' | 'date' | 'form' | 'stances'> &
  Partial<Pick<Statement, 'holder' | 'relayedBy' | 'medium' | 'to' | 'dateNote' | 'context'>>;

type Told = { speaker: string; source: Source };

/** What few statements need, behind one question. */
async function askRare(
  walk: Walk,
  { speaker, source }: Told,
  taken: Rare,
  isQuoted: boolean,
): Promise<Rare> {
  const { prompt } = walk;
  prompt.say(`It becomes ${taken.id}, said ${taken.date}, ${taken.form}.`);
  const question = 'More about it? (date, holder, relay, medium, to, condition, form, context, id)';
  if (!(await askYes(prompt, 'more', question, 'no'))) {
    walk.ids.add(taken.id);
    return taken;
  }
  const relay = await askRelay(walk, speaker, source);
  const date = await askText(prompt, 'date', 'When was it said? (EDTF; XXXX: undated)', {
    fallback: taken.date,
    problem: byField(statementSchema.shape.date),
  });
  const isOptional = true;
  const dateNote = await askText(prompt, 'dateNote', 'How is the date known?', { isOptional });
  const form = await askForm(walk, isQuoted);
  const what = 'What "this" or a pronoun in it refers to';
  const context = isQuoted ? await askText(prompt, 'context', what, { isOptional }) : '';
  const stances = await askConditions(walk, taken.stances);
  const id = await askId(walk, 'id', 'Id of the statement', taken.id);
  return {
    id,
    date,
    form,
    stances,
    ...relay,
    ...(dateNote && { dateNote }),
    ...(context && { context }),
  };
}

/** Only the forms that go with a quote, or without one. */
async function askForm({ prompt }: Walk, isQuoted: boolean): Promise<Statement['form']> {
  const quoted = ['direct', 'mixed'] as const;
  const told = FORMS.filter((form) => form !== 'direct' && form !== 'mixed');
  return isQuoted
    ? askChoice(prompt, 'form', 'Form', quoted, 'mixed')
    : askChoice(prompt, 'form', 'Form', told, 'indirect');
}

async function askWords({ prompt, library }: Walk, isQuoted: boolean, source: Source) {
  const { language } = library.data.pack;
  const name = languageName(language);
  const summary = await askText(prompt, 'summary', `What was said, in your own words, in ${name}`);
  const isForeign = !isSameLanguage(source.language, language);
  const translation =
    isQuoted && isForeign
      ? await askText(prompt, 'translation', `Your translation of the quotes into ${name}`, {
          isOptional: true,
        })
      : '';
  return { summary, ...(translation && { translation }) };
}

/** What a pack would have wrong with new records in it. */
export function problemsWith(raw: RawPack, added: readonly NewRecord[]): string[] {
  const place = {
    file: 'the new statement',
    problem: (_: readonly PropertyKey[], message: string) => ({
      file: 'the new statement',
      message,
    }),
  };
  const records = added.map(({ kind, record }) => ({ kind, value: record, place }));
  const { problems } = checkPack(raw, { records, unreadIds: [], problems: [] });
  const fresh = problems.filter((one) => !one.warning && !raw.problems.includes(one));
  return fresh.map(formatProblem);
}
