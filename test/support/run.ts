/** The built program, run as a process. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PROGRAM = new URL('../../bin/rungs.js', import.meta.url).pathname;

export type Run = { code: number | null; out: string; err: string };

/** Nothing of the environment of the tests: a home of its own, no colour settings, no width. */
export const BARE = {
  PATH: process.env.PATH ?? '',
  HOME: mkdtempSync(join(tmpdir(), 'rungs-home-')),
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
};

/** Runs `rungs` with arguments, its standard input empty, its output in pipes. */
export function rungs(args: readonly string[], env: Record<string, string> = {}): Run {
  return run(process.execPath, [PROGRAM, ...args], env);
}

/** Runs a line of bash in which `rungs` is the program. */
export function shell(line: string, env: Record<string, string> = {}): Run {
  const script = `set -o pipefail; rungs() { "${process.execPath}" "${PROGRAM}" "$@"; }; ${line}`;
  return run('bash', ['-c', script], env);
}

function run(program: string, args: readonly string[], env: Record<string, string>): Run {
  const { status, stdout, stderr } = spawnSync(program, args, {
    env: { ...BARE, ...env },
    encoding: 'utf8',
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}
