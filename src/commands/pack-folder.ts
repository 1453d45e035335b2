/** The one pack that a command changes, and the articles that go with it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../cli/error.ts';
import type { Options } from '../cli/options.ts';
import { packFolders } from '../pack/load.ts';
import { Locked, takeLock } from '../system/lock.ts';

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
 * Changes a pack while nobody else does.
 *
 * @throws CommandError where another has it, or what was to be written cannot be
 */
export function changing<T>(dir: string, change: () => T): T {
  let giveBack: () => void;
  try {
    giveBack = takeLock(join(dir, 'data', '.lock'));
  } catch (error) {
    if (error instanceof Locked) throw new CommandError(`${error.message}; nothing was written`, 1);
    throw cannotWrite(dir, error);
  }
  try {
    return change();
  } finally {
    giveBack();
  }
}

/** The error for a pack that cannot be written to. */
export function cannotWrite(dir: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new CommandError(`cannot write to the pack in ${dir} (${code ?? message})`, 1);
}
