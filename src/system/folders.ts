/** Where files of the user's belong. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from '../terminal/theme.ts';

const BASES = {
  config: ['XDG_CONFIG_HOME', '.config'],
  state: ['XDG_STATE_HOME', '.local/state'],
  cache: ['XDG_CACHE_HOME', '.cache'],
} as const;

/** rungs' folder for configuration, state or a cache (XDG Base Directory Specification). */
export function userFolder(kind: keyof typeof BASES, env: Environment): string {
  const [name, fallback] = BASES[kind];
  const base = env[name];
  // The specification has relative paths ignored.
  return join(base && isAbsolute(base) ? base : join(env.HOME || homedir(), fallback), 'rungs');
}
