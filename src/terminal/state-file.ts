/** Files in which state is kept between sessions (XDG Base Directory Specification). */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './theme.ts';

/** The folder for state: $XDG_STATE_HOME/rungs, or ~/.local/state/rungs where that is not set. */
export function stateFolder(env: Environment): string {
  const base = env.XDG_STATE_HOME;
  // The specification has relative paths ignored.
  const root = base && isAbsolute(base) ? base : join(homedir(), '.local', 'state');
  return join(root, 'rungs');
}

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
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(state)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    if (existsSync(draft)) rmSync(draft);
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
