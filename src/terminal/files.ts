/** Files of the user's: where they belong, and writing them whole. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './theme.ts';

const BASES = {
  state: ['XDG_STATE_HOME', '.local/state'],
  cache: ['XDG_CACHE_HOME', '.cache'],
} as const;

/** rungs' folder for state or for a cache (XDG Base Directory Specification). */
export function userFolder(kind: keyof typeof BASES, env: Environment): string {
  const [name, fallback] = BASES[kind];
  const base = env[name];
  // The specification has relative paths ignored.
  return join(base && isAbsolute(base) ? base : join(homedir(), fallback), 'rungs');
}

/** Writes the whole file or nothing. @param mode its permissions, if they are not the usual ones */
export function writeWhole(path: string, content: string | Uint8Array, mode?: number): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, content, mode === undefined ? {} : { mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
