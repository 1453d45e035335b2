/**
 * What dist/ is made of, as one hash over the content of every file. A time would not do: running
 * the program writes what V8 compiled into dist/, which makes an old build look new.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files and folders that a build reads; the lock file stands for the libraries. */
const INPUTS = [
  'src',
  'data',
  'scenarios',
  'tools',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
/** In dist/: the hash of what it was made of. */
export const RECORD = 'inputs.sha256';

/**
 * @param root the project's folder
 * @returns SHA-256 over the names and the content of all inputs, in hexadecimal
 */
export function inputsHash(root) {
  const all = createHash('sha256');
  for (const path of INPUTS.flatMap((input) => filesOf(root, input))) {
    const one = createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex');
    all.update(`${one} ${path}\n`);
  }
  return all.digest('hex');
}

/** Whether dist/ was made of the inputs as they are now. */
export function isUpToDate(root) {
  try {
    return readFileSync(join(root, 'dist', RECORD), 'utf8').trim() === inputsHash(root);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** The files of an input in a fixed order; none where it is missing. */
function filesOf(root, path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`));
}
