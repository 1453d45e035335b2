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
 * @param source its bytes
 * @param use what is run of it: what is compiled differs
 * @param env in which the user's cache is named
 */
export function keptCode(
  script: string,
  source: Buffer,
  use: string,
  env: NodeJS.ProcessEnv,
): KeptCode {
  const key = `${process.version}-${process.arch}`;
  const name = `${basename(script)}.${key}-${use}.kept`;
  const beside = join(dirname(script), name);
  const inCache = () =>
    join(
      userFolder('cache', env),
      'code',
      `${dirname(script).replace(/\W+/g, '-').slice(-100)}-${name}`,
    );
  let path = beside;
  let bytes = readCode(beside, key, source);
  if (bytes === undefined) {
    path = inCache();
    bytes = readCode(path, key, source);
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
      if (isOwn && tryTo(() => writeSealed(beside, key, [compiled, source]))) return;
      if (tryTo(() => writeSealed(inCache(), key, [compiled, source])))
        cleanUp(join(userFolder('cache', env), 'code'));
    },
  };
}

/** What was compiled of this very source, which lies behind it. */
function readCode(path: string, key: string, source: Buffer): Buffer | undefined {
  const kept = readSealed(path, key);
  const end = (kept?.length ?? 0) - source.length;
  return end >= 0 && kept?.subarray(end).equals(source) ? kept.subarray(0, end) : undefined;
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
