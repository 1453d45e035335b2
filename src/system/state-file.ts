/** Files in which state is kept between sessions. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { readUpTo, Unreadable } from './read.ts';
import { writeWhole } from './write.ts';

/** In bytes; what rungs writes is far shorter. */
const LONGEST = 2 ** 20;

/** The JSON in a file, undefined where there is none. @throws where it is no JSON, or not rungs' own */
export function readState(path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readUpTo(path, LONGEST, { plain: true });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    return undefined;
  }
  return JSON.parse(bytes.toString('utf8'));
}

/** Writes the whole file or nothing; where the folder cannot be written to, nothing is kept. */
export function writeState(path: string, state: unknown): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(path, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  } catch {
    // The next session begins without it.
  }
}

/** Moves a damaged file out of the way, over no earlier one; tells where it is now. */
export function setAside(path: string): string {
  let aside = `${path}.damaged`;
  for (let number = 2; existsSync(aside); number += 1) aside = `${path}.damaged-${number}`;
  try {
    renameSync(path, aside);
  } catch {
    return path;
  }
  return aside;
}
