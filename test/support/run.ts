/** The built program, run as a process; where RUNGS_BINARY names one, the single file without Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PROGRAM = new URL('../../bin/rungs.js', import.meta.url).pathname;

const { RUNGS_BINARY } = process.env;
/** What starts it. */
const COMMAND: readonly [string, ...string[]] = RUNGS_BINARY
  ? [RUNGS_BINARY]
  : [process.execPath, PROGRAM];

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
  const [program, ...first] = COMMAND;
  return run(program, [...first, ...args], env);
}

/** Runs a line of bash in which `rungs` is the program. */
export function shell(line: string, env: Record<string, string> = {}): Run {
  const script = `set -o pipefail; rungs() { "${COMMAND.join('" "')}" "$@"; }; ${line}`;
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
