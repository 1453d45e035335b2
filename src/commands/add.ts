/** `rungs add`: a statement, a source, a person or a scenario into a pack. */
import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { verify } from '../article/verify.ts';
import { answersFrom, NoAnswers } from '../author/answers.ts';
import { askNewPerson } from '../author/people.ts';
import { askYes, openPrompt, type Prompt, Refused, Unanswered } from '../author/prompt.ts';
import { type NamedAnswer, retracing } from '../author/retrace.ts';
import { askScenario } from '../author/scenario.ts';
import { type ArticleFile, askStatement } from '../author/statement.ts';
import { openUnfinished, type Unfinished } from '../author/unfinished.ts';
import { type NewRecord, takenIds } from '../author/walk.ts';
import { withNewRecords } from '../author/write.ts';
import { CommandError } from '../cli/error.ts';
import { plural } from '../document/document.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import { loadPack, packOf } from '../pack/load.ts';
import { nearestHint } from '../pack/nearest.ts';
import { problemLines } from '../pack/problem.ts';
import { readPack } from '../pack/read.ts';
import type { Source } from '../pack/schema.ts';
import { writeWhole } from '../system/write.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, proseColumns, type Request } from './command.ts';
import { readInput, textOf } from './input.ts';
import { packFolder, planned } from './pack-folder.ts';

const INTERRUPTED = 130;

/** What can be added, and what does it. */
const KINDS: Readonly<Record<string, (request: Request) => Promise<Answer>>> = {
  statement: addStatement,
  source: addSource,
  person: (request) =>
    asked(request, async (prompt, name, library, columns) => {
      const walk = { prompt, library, ids: takenIds(library), added: [] as NewRecord[], columns };
      await askNewPerson(walk, name);
      return walk.added;
    }),
  scenario: (request) => asked(request, askScenario),
};

/** Adds a statement, a source, a person or a scenario to a pack. */
export async function runAdd(request: Request): Promise<Answer> {
  const [kind = '', what] = request.args;
  if (!Object.hasOwn(KINDS, kind)) {
    throw new CommandError(`cannot add "${kind}"; ${nearestHint(kind, Object.keys(KINDS))}`, 2);
  }
  if (what === undefined) throw new CommandError(`add ${kind} what? See rungs help add`, 2);
  if (kind === 'source' && request.options.answers !== undefined) {
    throw new CommandError('add source asks nothing that --answers could answer', 2);
  }
  return (KINDS[kind] as (typeof KINDS)[string])(request);
}

type Ask = (
  prompt: Prompt,
  name: string,
  library: Library,
  columns: number,
) => Promise<NewRecord[]>;

/** Adds what some questions come to. */
async function asked(request: Request, ask: Ask): Promise<Answer> {
  const [, ...words] = request.args;
  const name = clean(words.join(' ')).trim();
  const dir = packFolder(request.options);
  const library = createLibrary(loadPack(dir, { mayLackScenarios: true }));
  return prompting(request, async ({ prompt }) => {
    const columns = proseColumns(request);
    const added = await retracing(
      prompt,
      [],
      () => {},
      (traced) => ask(traced, name, library, columns),
    );
    if (added.length === 0) return { text: `Nothing was added: the pack has ${clean(name)}.` };
    const { files, added: written } = write(dir, added);
    if (request.options.json) {
      return { text: jsonText({ dir, files, added: written.map(({ record }) => record) }) };
    }
    const ids = written.map(({ record }) => record.id).join(', ');
    return { text: `Added ${ids} to ${files.join(', ')} in ${clean(dir)}.` };
  });
}

/** Questions that go on, and what there is to tell of them should they end early. */
type Talk = {
  prompt: Prompt;
  /** Where the answers come from a file, by the names of their questions. */
  isNamed: boolean;
  /** The answers that are kept for the next time. */
  kept: number;
  /** What was written so far. */
  done?: Answer;
};

/** Runs questions and answers; what was not answered to its end is not written. */
async function prompting(
  { options, args }: Request,
  run: (talk: Talk) => Promise<Answer>,
): Promise<Answer> {
  const { answers: file } = options;
  const named = file === undefined ? undefined : namedAnswers(file, args[0] as AnswerKind);
  const prompt = named ?? openPrompt(process.stdin, process.stderr);
  const talk: Talk = { prompt, isNamed: named !== undefined, kept: 0 };
  try {
    const answer = await run(talk);
    const unasked = named?.unasked() ?? [];
    if (unasked.length === 0) return answer;
    return { ...answer, note: `not asked for: ${unasked.join('; ')}` };
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unanswered)) throw error;
    const { kept, done } = talk;
    const keeping = kept > 0 ? `; what was answered (${kept}) is kept for the next time` : '';
    const ending = `othing ${done ? 'more ' : ''}was written${keeping}`;
    if (error instanceof Unanswered && prompt.isTerminal) {
      return { text: '', ...done, note: `n${ending}`, code: INTERRUPTED };
    }
    const at = prompt.place ? `${prompt.place()}: ` : '';
    const why =
      error instanceof Refused ? at + error.message : `the answers end before "${error.message}".`;
    if (!done) throw new CommandError(`${why} N${ending}`, 2);
    return { ...done, note: `${why} N${ending}`, code: 2 };
  } finally {
    prompt.close();
  }
}

type AnswerKind = Parameters<typeof answersFrom>[2];

function namedAnswers(path: string, kind: AnswerKind): ReturnType<typeof answersFrom> {
  try {
    const name = path === '-' ? 'standard input' : path;
    return answersFrom(textOf(readInput(path), path), name, kind);
  } catch (error) {
    if (!(error instanceof NoAnswers)) throw error;
    const lines = problemLines(error.problems);
    throw new CommandError(`${path} cannot be used. Nothing was written`, 2, lines);
  }
}

/** Asks for everything about a statement in an article, and adds it; then for the next one. */
async function addStatement(request: Request): Promise<Answer> {
  const [, path = ''] = request.args;
  const dir = packFolder(request.options);
  // What is wrong with the pack is told before anything is asked.
  loadPack(dir);
  const article = readArticle(path);
  const unfinished = openUnfinished(process.env, dir, path);
  return prompting(request, async (talk) => {
    const { prompt, isNamed } = talk;
    if (prompt.isTerminal) prompt.say('Esc (or < and Enter) goes back to the question before.');
    let before = isNamed ? [] : await toGoOnWith(prompt, unfinished);
    // A script does not take up what somebody left, and does not write over it.
    const isKept = !isNamed && (prompt.isTerminal || unfinished.answers.length === 0);
    const keep = (answers: readonly NamedAnswer[]) => {
      if (!isKept) return;
      unfinished.keep(answers);
      talk.kept = answers.length;
    };
    keep(before);
    const all: Added = { dir, path, added: [], files: [] };
    do {
      const wanted = await retracing(prompt, before, keep, (traced) => {
        // Read once: what others add meanwhile is not to stand in one of the two alone.
        const raw = readPack(dir);
        const library = createLibrary(packOf([raw]));
        const isAnother = talk.done !== undefined;
        const columns = proseColumns(request);
        return askStatement(traced, article, library, raw, columns, isAnother);
      });
      const { files, added } = write(dir, wanted);
      keep([]);
      before = [];
      all.added = [...all.added, ...added];
      all.files = [...new Set([...all.files, ...files])];
      talk.done = report(request, all, wanted);
      const last = added.at(-1);
      if (last) prompt.say(`Added ${last.record.id}.`);
    } while (await askAnother(prompt));
    return talk.done;
  });
}

/** The answers that were kept, if somebody wants to go on with them. */
async function toGoOnWith(
  prompt: Prompt,
  { answers, aside, drop }: Unfinished,
): Promise<readonly NamedAnswer[]> {
  if (aside) prompt.say(`What was kept of an unfinished statement cannot be read; it is ${aside}.`);
  if (answers.length === 0) return [];
  if (!prompt.isTerminal) {
    prompt.say('An unfinished statement of this article is kept; a terminal offers it.');
    return [];
  }
  for (const { name, answer } of answers) prompt.say(clean(`  ${name}: ${answer || '(Enter)'}`));
  const question = 'These answers of an unfinished statement are kept. Go on with them?';
  if (await askYes(prompt, 'goOn', question)) return answers;
  drop();
  return [];
}

/** Whether there is more to add; where answers end here, there is not. */
async function askAnother(prompt: Prompt): Promise<boolean> {
  try {
    return await askYes(prompt, 'another', 'Another statement from this article?', 'no');
  } catch (error) {
    if (error instanceof Unanswered) return false;
    throw error;
  }
}

/** Makes the clean text of a page or a document, keeps it with the articles, and adds the source. */
async function addSource({ args, options, now }: Request): Promise<Answer> {
  const [, path = '-'] = args;
  const dir = packFolder(options);
  const library = createLibrary(loadPack(dir, { mayLackScenarios: true }));
  const articles = options.articles ?? options.sources ?? join(dir, 'articles');
  const { makeSource } = await import('../author/source.ts');
  const { Unextractable } = await import('../author/extract.ts');
  const bytes = readInput(path);
  const made = await makeSource(bytes, path, library, dayOf(now)).catch((error: unknown) => {
    if (error instanceof Unextractable) throw new CommandError(`${path} ${error.message}`, 2);
    throw error;
  });
  if ('known' in made) {
    const text = options.json ? jsonText({ dir, known: made.known }) : knownLine(made.known.id);
    return { text };
  }
  const { record, text, guessed, lacking } = made;
  const file = join(articles, record.file);
  const isFresh = writeText(file, text);
  const { files } = writeOrTakeBack(dir, record, isFresh ? file : undefined);
  if (options.json) return { text: jsonText({ dir, files, file, added: [record], lacking }) };
  const lines = [
    `Added ${record.id} to ${files.join(', ')} in ${clean(dir)}; its text is ${clean(file)}.`,
    ...(guessed.length > 0 ? [`Guessed: ${guessed.join(', ')} (${record.language}).`] : []),
    ...(lacking.length > 0 ? [`It does not tell: ${lacking.join(', ')}.`] : []),
  ];
  return { text: lines.join('\n') };
}

const knownLine = (id: string) => `The pack has it: it is the source ${id}.`;

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Adds a source; where that fails, the text that was written for it goes again. */
function writeOrTakeBack(dir: string, record: Source, text: string | undefined) {
  try {
    return write(dir, [{ kind: 'sources', record }]);
  } catch (error) {
    if (text !== undefined) rmSync(text, { force: true });
    throw error;
  }
}

/** Writes a text that is new, or is there already as it is; whether it is new. */
function writeText(file: string, text: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
    writeWhole(file, text, { isNew: true, isLasting: true });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'another text is there' : code;
    throw new CommandError(`cannot write ${file} (${why}); nothing was written`, 1);
  }
}

function readArticle(path: string): ArticleFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`cannot read the article ${path} (${code})`, 2);
  }
  if (!isUtf8(bytes)) {
    throw new CommandError(`${path} is no UTF-8 text; convert it first, and keep that file`, 2);
  }
  return { name: basename(path), bytes };
}

/** Asking takes its time: the pack is read again, and what others added meanwhile stays. */
const write = (dir: string, wanted: readonly NewRecord[]) =>
  planned(dir, false, (files) => withNewRecords(dir, files, wanted));

type Added = { dir: string; path: string; added: NewRecord[]; files: string[] };

/** What was written, and whether it stands up to the article. */
function report(
  { options }: Request,
  { dir, path, added, files }: Added,
  wanted: NewRecord[],
): Answer {
  if (options.json) {
    return { text: jsonText({ dir, files, added: added.map(({ record }) => record) }) };
  }
  const ids = added.flatMap(({ kind, record }) => (kind === 'statements' ? [record.id] : []));
  if (ids.length === 0) {
    const { id } = (wanted.at(-1) as NewRecord).record;
    return { text: `${id} is in the pack already, word for word.` };
  }
  const data = loadPack(dir);
  const own = data.statements.filter(({ id }) => ids.includes(id));
  const source = data.sources.find(({ id }) => id === own[0]?.source);
  const written = `Added ${ids.join(', ')} to ${files.join(', ')} in ${clean(dir)}.`;
  if (source?.file !== basename(path)) {
    return { text: written, note: `rungs verify looks for this article as ${source?.file}` };
  }
  const { failures } = verify(data, dirname(resolve(path)));
  const failed = failures.filter(({ record }) => record !== undefined && ids.includes(record));
  const passages = ids.length === 1 ? 'the passage' : plural(ids.length, 'passage');
  const quotes = own.reduce((sum, statement) => sum + statement.quotes.length, 0);
  const verdict =
    failed.length === 0
      ? `Verified against ${clean(path)}: ${passages} and ${plural(quotes, 'quote')}.`
      : `Against ${clean(path)}: ${failed.map(({ what }) => what).join(', ')}; rungs verify tells more.`;
  return { text: `${written}\n${verdict}`, code: failed.length === 0 ? 0 : 1 };
}
