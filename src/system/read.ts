/** Reading files that a stranger may have named: never without end. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** A file that is not read; `message` says why, in a few words. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

const CHUNK = 2 ** 16;

/**
 * All bytes of a file, at most `most`.
 *
 * @param plain only a plain file: a pipe would wait for somebody to write to it
 * @throws Unreadable; the system's error
 */
export function readUpTo(path: string, most: number, { plain = false } = {}): Buffer {
  const file = openSync(path, constants.O_RDONLY | (plain ? constants.O_NONBLOCK : 0));
  try {
    if (plain && !fstatSync(file).isFile()) throw new Unreadable('is no file');
    const parts: Buffer[] = [];
    for (let length = 0; ; ) {
      const part = Buffer.alloc(CHUNK);
      const read = readSync(file, part);
      if (read === 0) return Buffer.concat(parts);
      length += read;
      if (length > most) throw new Unreadable(`is longer than ${most} bytes`);
      parts.push(part.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Whether a file, or the folder that it would be made in, lies in a folder after all links.
 *
 * @throws the system's error where there is no such folder
 */
export function isWithin(folder: string, path: string): boolean {
  const root = realpathSync(folder);
  let real: string;
  try {
    real = realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    // Not there yet: the nearest folder above it that is.
    return dirname(path) !== path && isWithin(folder, dirname(path));
  }
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}
