/** `rungs add`: a statement, a source, a person or a scenario into a pack. */
import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { verify } from '../article/verify.ts';
import { changePack } from '../author/change.ts';
import { askNewPerson } from '../author/people.ts';
import { openPrompt, type Prompt, Refused, Unanswered } from '../author/prompt.ts';
import { askScenario } from '../author/scenario.ts';
import { type ArticleFile, askStatement } from '../author/statement.ts';
import { type NewRecord, takenIds } from '../author/walk.ts';
import { withNewRecords } from '../author/write.ts';
import { CommandError } from '../cli/error.ts';
import { plural } from '../document/document.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import { loadPack } from '../pack/load.ts';
import { nearestHint } from '../pack/nearest.ts';
import { readPack } from '../pack/read.ts';
import { writeWhole } from '../system/write.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, proseColumns, type Request } from './command.ts';
import { orTell, packFolder } from './pack-folder.ts';

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
  const name = words.join(' ');
  const dir = packFolder(request.options);
  const library = createLibrary(loadPack(dir, { mayLackScenarios: true }));
  return prompting(async (prompt) => {
    const added = await ask(prompt, name, library, proseColumns(request));
    if (added.length === 0) return { text: `Nothing was added: the pack has ${clean(name)}.` };
    const { files, added: written } = write(dir, added);
    if (request.options.json) {
      return { text: jsonText({ dir, files, added: written.map(({ record }) => record) }) };
    }
    const ids = written.map(({ record }) => record.id).join(', ');
    return { text: `Added ${ids} to ${files.join(', ')} in ${clean(dir)}.` };
  });
}

/** Runs questions and answers; nothing is written where they end before the last. */
async function prompting(run: (prompt: Prompt) => Promise<Answer>): Promise<Answer> {
  const prompt = openPrompt(process.stdin, process.stderr);
  try {
    return await run(prompt);
  } catch (error) {
    if (error instanceof Refused) {
      throw new CommandError(`${error.message} Nothing was written`, 2);
    }
    if (!(error instanceof Unanswered)) throw error;
    if (prompt.isTerminal) return { text: '', note: 'nothing was written', code: INTERRUPTED };
    throw new CommandError(`the answers end before "${error.message}". Nothing was written`, 2);
  } finally {
    prompt.close();
  }
}

/** Asks for everything about a statement in an article, and adds it. */
async function addStatement(request: Request): Promise<Answer> {
  const [, path = ''] = request.args;
  const dir = packFolder(request.options);
  const library = createLibrary(loadPack(dir));
  const raw = readPack(dir);
  const article = readArticle(path);
  return prompting(async (prompt) => {
    const wanted = await askStatement(prompt, article, library, raw, proseColumns(request));
    const written = write(dir, wanted);
    const { id } = (wanted.at(-1) as NewRecord).record;
    if (written.added.length === 0) return { text: `${id} is in the pack already, word for word.` };
    return report(request, { dir, path, ...written });
  });
}

const STDIN = 0;

/** Makes the clean text of a page or a document, keeps it with the articles, and adds the source. */
async function addSource({ args, options, now }: Request): Promise<Answer> {
  const [, path = '-'] = args;
  const dir = packFolder(options);
  const library = createLibrary(loadPack(dir, { mayLackScenarios: true }));
  const articles = options.articles ?? options.sources ?? join(dir, 'articles');
  const { makeSource } = await import('../author/source.ts');
  const { Unextractable } = await import('../author/extract.ts');
  const bytes = readBytesOf(path);
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
  writeText(file, text);
  const { files } = write(dir, [{ kind: 'sources', record }]);
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

function readBytesOf(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? STDIN : path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`cannot read ${path} (${code})`, 2);
  }
}

/** Writes a text that is new, or is there already as it is. */
function writeText(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
    writeWhole(file, text, { isNew: true, isLasting: true });
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
  orTell(dir, () => changePack(dir, (files) => withNewRecords(dir, files, wanted)));

type Added = { dir: string; path: string; added: readonly NewRecord[]; files: readonly string[] };

/** What was written, and whether it stands up to the article. */
function report({ options }: Request, { dir, path, added, files }: Added): Answer {
  const data = loadPack(dir);
  // The statement comes last: what it mentions is written before it.
  const { id } = (added.at(-1) as NewRecord).record;
  const sourceId = data.statements.find((one) => one.id === id)?.source;
  const source = data.sources.find((one) => one.id === sourceId);
  if (options.json)
    return { text: jsonText({ dir, files, added: added.map(({ record }) => record) }) };
  const lines = [`Added ${id} to ${files.join(', ')} in ${clean(dir)}.`];
  if (source?.file !== basename(path)) {
    return {
      text: lines[0] as string,
      note: `rungs verify looks for this article as ${source?.file}`,
    };
  }
  const { failures, records } = verify(data, dirname(resolve(path)));
  const own = failures.filter(({ record }) => record === id);
  const quotes = records.find((record) => record.id === id)?.quotes ?? [];
  lines.push(
    own.length === 0
      ? `Verified against ${clean(path)}: the passage and ${plural(quotes.length, 'quote')}.`
      : `Against ${clean(path)}: ${own.map(({ what }) => what).join(', ')}; rungs verify tells more.`,
  );
  return { text: lines.join('\n'), code: own.length === 0 ? 0 : 1 };
}
