/** Reads articles from a folder, and nothing that is not in it. */
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Far above any article; what is longer is something else. */
const MOST_BYTES = 64 * 2 ** 20;

/** The bytes of a file, or what keeps them from being read, in a few words. */
type FileRead = { bytes: Buffer } | { problem: string; isMissing: boolean };

/**
 * Reads a file of a folder. Refused is what a stranger's pack could name to be shown or to make a
 * program wait: a path, a link out of the folder, a folder, a device, a pipe.
 *
 * @param name as a source names it, without folder
 */
export function readArticleFile(dir: string, name: string): FileRead {
  if (/[/\\\0]/.test(name) || name === '..' || name === '.') {
    return refusal('is no name of a file; a source names its file without a folder');
  }
  let file: number | undefined;
  try {
    const path = realpathSync(join(dir, name));
    const root = realpathSync(dir);
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return refusal('is a link that leaves the folder; put the file itself there');
    }
    // A pipe would wait for somebody to write to it.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(file);
    if (!status.isFile()) return refusal('is no file');
    if (status.size > MOST_BYTES) return refusal(`is larger than ${MOST_BYTES / 2 ** 20} MiB`);
    return { bytes: readFileSync(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problem: 'no such file', isMissing: true };
    return refusal(`cannot be read (${code})`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const refusal = (problem: string): FileRead => ({ problem, isMissing: false });
