/**
 * What V8 compiled of a script, kept between runs: compiling costs more than most look-ups. It lies
 * beside the script or, where that folder is not the user's, in the user's cache.
 */
import { readlinkSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { userFolder } from './folders.ts';
import { cleanUp, forget, readSealed, writeSealed } from './sealed.ts';

type KeptCode = {
  /** What was kept; undefined where there is nothing, or nothing that is sure to be of this code. */
  readonly bytes: Buffer | undefined;
  /** The run ended well: what was kept may be used again. */
  release(): void;
  /** Keeps what was compiled, where that can be; nothing is thrown. */
  keep(compiled: Buffer): void;
};

/**
 * @param script path of the script
 * @param use what is run of it: what is compiled differs
 * @param env in which the user's cache is named
 */
export function keptCode(script: string, use: string, env: NodeJS.ProcessEnv): KeptCode {
  // Nobody sets the time of the last change by hand.
  const { size, mtimeMs, ctimeMs, ino } = statSync(script);
  const key = [size, mtimeMs, ctimeMs, ino, process.version].join(' ');
  const name = `${basename(script)}.${process.version}-${process.arch}-${use}.kept`;
  const beside = join(dirname(script), name);
  const inCache = () =>
    join(
      userFolder('cache', env),
      'code',
      `${dirname(script).replace(/\W+/g, '-').slice(-100)}-${name}`,
    );
  let path = beside;
  let bytes = readSealed(beside, key);
  if (bytes === undefined) {
    path = inCache();
    bytes = readSealed(path, key);
  }
  const mark = `${path}.run`;
  let isMarked = false;
  if (bytes !== undefined) {
    isMarked = tryTo(() => symlinkSync(String(process.pid), mark));
    if (!isMarked && hasDied(mark)) {
      forget(path);
      forget(mark);
      bytes = undefined;
    }
  }
  return {
    bytes,
    release() {
      if (isMarked) tryTo(() => unlinkSync(mark));
    },
    keep(compiled) {
      // Whoever else may write there, root among them, leaves the folder to its owner.
      const isOwn = statSync(dirname(script)).uid === process.getuid?.();
      if (isOwn && tryTo(() => writeSealed(beside, key, [compiled]))) return;
      if (tryTo(() => writeSealed(inCache(), key, [compiled])))
        cleanUp(join(userFolder('cache', env), 'code'));
    },
  };
}

/**
 * Whether the run that marked what is kept was killed or crashed: perhaps by what it ran. A run that
 * was only interrupted is taken for one, too; then it is compiled once more.
 */
function hasDied(mark: string): boolean {
  try {
    const pid = Number(readlinkSync(mark));
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Does what may be left undone; tells whether it was done. */
function tryTo(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
