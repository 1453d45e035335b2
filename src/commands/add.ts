/** `rungs add`: a statement from an article into a pack, question by question. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { verify } from '../article/verify.ts';
import { changePack } from '../author/change.ts';
import { openPrompt, Refused, Unanswered } from '../author/prompt.ts';
import { type ArticleFile, askStatement } from '../author/statement.ts';
import type { NewRecord } from '../author/walk.ts';
import { withNewRecords } from '../author/write.ts';
import { CommandError } from '../cli/error.ts';
import { plural } from '../document/document.ts';
import { createLibrary } from '../pack/library.ts';
import { loadPack } from '../pack/load.ts';
import { nearestHint } from '../pack/nearest.ts';
import { readPack } from '../pack/read.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, proseColumns, type Request } from './command.ts';
import { orTell, packFolder } from './pack-folder.ts';

const KIND = 'statement';
const INTERRUPTED = 130;

/** Asks for everything about a statement in an article, and adds it to a pack. */
export async function runAdd(request: Request): Promise<Answer> {
  const [kind = '', path = ''] = request.args;
  if (kind !== KIND) throw unknownKind(kind);
  const dir = packFolder(request.options);
  const library = createLibrary(loadPack(dir));
  const raw = readPack(dir);
  const article = readArticle(path);
  const prompt = openPrompt(process.stdin, process.stderr);
  try {
    const wanted = await askStatement(prompt, article, library, raw, proseColumns(request));
    // Asking took its time: the pack is read again, and what others added meanwhile stays.
    const written = orTell(dir, () =>
      changePack(dir, (files) => withNewRecords(dir, files, wanted)),
    );
    const { id } = (wanted.at(-1) as NewRecord).record;
    if (written.added.length === 0) return { text: `${id} is in the pack already, word for word.` };
    return report(request, { dir, path, ...written });
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

function unknownKind(kind: string): CommandError {
  return new CommandError(`cannot add "${kind}"; ${nearestHint(kind, [KIND])}`, 2);
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
