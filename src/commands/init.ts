/** `rungs init`: an example pack that explains itself. */
import { join } from 'node:path';
import { InTheWay, initEmpty, initPack } from '../author/init.ts';
import { CommandError } from '../cli/error.ts';
import { shellWord } from '../cli/shell.ts';
import { plural } from '../document/document.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';

/** The bundle is in dist/, the example beside it. */
const TEMPLATE = join(import.meta.dirname, '../template');

/** Writes an example pack that explains itself. */
export function runInit({ args, options, now }: Request): Answer {
  const [dir = '.'] = args;
  if (options.empty)
    return emptied(
      dir,
      tryInit(dir, () => initEmpty(dir, now.toISOString().slice(0, 7))),
      options,
    );
  const files = tryInit(dir, () => initPack(dir, TEMPLATE));
  if (options.json) return { text: jsonText({ dir, files }) };
  const [folder, articles, article] = ['', 'articles', 'articles/example-gazette.txt'].map((path) =>
    clean(shellWord(join(dir, path))),
  );
  return {
    text: [
      `Wrote ${plural(files.length, 'file')} to ${clean(dir)}. It is an example: all in it is made up.`,
      'Its YAML explains every field; begin with data/pack.yaml and scenarios/.',
      '',
      `  rungs check ${folder}`,
      `  rungs verify --data ${folder} --sources ${articles}`,
      `  rungs --data ${folder} --sources ${articles}`,
      `  rungs add statement ${article} --data ${folder}`,
    ].join('\n'),
  };
}

function emptied(dir: string, files: readonly string[], { json }: Request['options']): Answer {
  if (json) return { text: jsonText({ dir, files }) };
  const folder = clean(shellWord(dir));
  return {
    text: [
      `Wrote ${plural(files.length, 'file')} to ${clean(dir)}: a pack with nothing in it.`,
      '',
      `  rungs add scenario TITLE --data ${folder}`,
      `  rungs add source PAGE.html --data ${folder}`,
      `  rungs import DRAFTS.json --data ${folder}`,
    ].join('\n'),
  };
}

function tryInit(dir: string, run: () => string[]): string[] {
  try {
    return run();
  } catch (error) {
    if (error instanceof InTheWay) {
      const found = join(dir, error.message);
      throw new CommandError(
        `there is ${found} already; nothing was written. Name a new folder`,
        2,
      );
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(`cannot write to ${dir} (${code})`, 2);
  }
}
