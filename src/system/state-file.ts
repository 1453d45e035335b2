/** Files in which state is kept between sessions. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from './write.ts';

/** The JSON in a file, undefined where there is none. @throws where it is no JSON */
export function readState(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  return JSON.parse(text);
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

/** Moves a damaged file out of the way; tells where it is now. */
export function setAside(path: string): string {
  const aside = `${path}.damaged`;
  try {
    renameSync(path, aside);
  } catch {
    return path;
  }
  return aside;
}
