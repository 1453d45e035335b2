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
import { askChoice, askText, type Prompt, Refused } from './prompt.ts';
import { askStances } from './stances.ts';
import {
  askId,
  byField,
  type Check,
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
  const article = openArticle(text, source);
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
      quotes: quotes.map(({ start, end }) => ({
        exact: article.slice({ start, end }),
        start,
        end,
      })),
    }),
    span: { ...passage, sha256: sha256(article.slice(passage)) },
    ...(await askWords(walk, quotes.length > 0, source)),
    ...(await askStances(walk)),
  };
  const on = record.stances?.[0]?.scenario ?? source.id;
  record.id = await askId(walk, 'Id of the statement', `${lastWord(speaker)}-${on}`);
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
  const optional = (question: string, schema: Check) =>
    askText(prompt, question, { isOptional: true, problem: byField(schema) });
  const outlet = await optional('Outlet', shape['container-title']);
  const title = await optional('Title', shape.title);
  const issued = await optional('Issued (EDTF, such as 2024-10-24 or 2024-10)', shape.issued);
  const language = await askText(prompt, 'Language', {
    fallback:
      guessLanguage(text) ?? library.data.sources[0]?.language ?? library.data.pack.language,
    problem: byField(shape.language),
  });
  const type = await askText(prompt, 'Type in CSL-JSON', { fallback: 'article-newspaper' });
  const found = chooseMarks(text, language).map((pair) => pair.join(''));
  const marks = await askText(prompt, 'Quotation marks, in pairs (none: all of it is speech)', {
    fallback: found.join(' ') || 'none',
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

async function askWords({ prompt, library }: Walk, isQuoted: boolean, source: Source) {
  const { language } = library.data.pack;
  const name = languageName(language);
  const summary = await askText(prompt, `What was said, in your own words, in ${name}`);
  const isForeign = !isSameLanguage(source.language, language);
  const translation =
    isQuoted && isForeign
      ? await askText(prompt, `Your translation of the quotes into ${name}`, { isOptional: true })
      : '';
  const context = isQuoted
    ? await askText(prompt, 'What "this" or a pronoun in it refers to', { isOptional: true })
    : '';
  return { summary, ...(translation && { translation }), ...(context && { context }) };
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
