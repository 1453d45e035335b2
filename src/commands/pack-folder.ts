/** The one pack that a command changes, and the articles that go with it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ChangeRefused,
  changePack,
  leftBehind,
  type PackChange,
  type PackText,
  packTexts,
} from '../author/change.ts';
import { CommandError } from '../cli/error.ts';
import type { Options } from '../cli/options.ts';
import { plural } from '../document/document.ts';
import { packFolders } from '../pack/load.ts';
import { Locked } from '../system/lock.ts';
import { writeAll } from '../system/output.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';

const STDERR = 2;

/** The folder of the pack, that of --data or the one somebody is in. @throws CommandError for several */
export function packFolder({ data = '.' }: Pick<Options, 'data'>): string {
  const [dir = data, ...others] = packFolders(data);
  if (others.length === 0) return dir;
  throw new CommandError('several packs are named; one can be changed: --data DIR', 2);
}

/** The folder with the articles. @throws CommandError where none is told */
export function articlesFolder({ articles, sources }: Options, dir: string): string {
  const beside = join(dir, 'articles');
  const told = articles ?? sources ?? (existsSync(beside) ? beside : undefined);
  if (told !== undefined) return told;
  throw new CommandError('it needs your copies of the articles: --articles DIR', 2);
}

/**
 * Changes a pack, or only plans to.
 *
 * @throws CommandError where another has it, or what was to be written cannot be
 */
export const planned = <Result>(dir: string, isDry: boolean, plan: Plan<Result>): Result =>
  orTell(dir, () => (isDry ? plan(packTexts(dir)).result : changePack(dir, plan)));

/** What is to be changed, from the files of a pack, and what is to be told of it. */
type Plan<Result> = (files: readonly PackText[]) => { change: PackChange; result: Result };

/** Does what changes a pack. @throws CommandError that says why it cannot be done */
export function orTell<T>(dir: string, action: () => T): T {
  const left = leftBehind(dir);
  try {
    const result = action();
    if (left) writeAll(STDERR, `rungs: ${left}\n`);
    return result;
  } catch (error) {
    if (error instanceof ChangeRefused) throw new CommandError(error.message, 1, error.details);
    if (error instanceof Locked) throw new CommandError(`${error.message}; nothing was written`, 1);
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw cannotWrite(dir, error);
  }
}

/**
 * Changes the pack and tells what came of it.
 *
 * @param tell the result in sentences, a line each
 */
export function changed<Result extends { files: string[] }>(
  { options }: Request,
  plan: Plan<Result>,
  tell: (result: Result) => string[],
): Answer {
  const dir = packFolder(options);
  const result = planned(dir, false, plan);
  if (options.json) return { text: jsonText({ dir, ...result }) };
  const written = plural(result.files.length, 'file');
  const files = `Changed ${written} in ${clean(dir)}: ${result.files.join(', ')}`;
  return { text: [...tell(result), files].join('\n') };
}

/** The error for a pack that cannot be written to. */
function cannotWrite(dir: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new CommandError(`cannot write to the pack in ${dir} (${code ?? message})`, 1);
}
