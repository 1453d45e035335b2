/** The built program, run as a process; where RUNGS_BINARY names one, the single file without Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../src/commands/run.ts';
import type { CompiledPack } from '../../src/store/compiled.ts';
import { openPack } from '../../src/store/open.ts';

export const PROGRAM = new URL('../../bin/rungs.js', import.meta.url).pathname;

const { RUNGS_BINARY } = process.env;
/** What starts it. */
const COMMAND: readonly [string, ...string[]] = RUNGS_BINARY
  ? [RUNGS_BINARY]
  : [process.execPath, PROGRAM];

export type Run = { code: number | null; out: string; err: string };

const HOME = mkdtempSync(join(tmpdir(), 'rungs-home-'));

/** Nothing of the environment of the tests: a home of its own, no colour settings, no width. */
export const BARE = {
  PATH: process.env.PATH ?? '',
  HOME,
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
};

/** Runs `rungs` with arguments, its standard input empty, its output in pipes. */
export function rungs(args: readonly string[], env: Record<string, string> = {}): Run {
  const [program, ...first] = COMMAND;
  return run(program, [...first, ...args], env);
}

/** The shipped pack, compiled once for all calls. */
let shipped: CompiledPack | undefined;

/**
 * Runs `rungs` with arguments in this process, its output in pipes: for what is no matter of the
 * process, in a tenth of its time. With RUNGS_BINARY it is a process all the same.
 */
export async function call(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  // The example that init copies lies beside the bundle.
  if (RUNGS_BINARY || args[0] === 'init') return rungs(args, env);
  const before = process.env;
  // The home folder is asked of the system, which knows no other environment.
  const home = { XDG_CONFIG_HOME: HOME, XDG_STATE_HOME: HOME, XDG_CACHE_HOME: HOME };
  process.env = { ...BARE, ...home, ...env };
  const [out, err]: [string[], string[]] = [[], []];
  try {
    const code = await runCommandLine(args, {
      env: process.env,
      terminal: undefined,
      write: (text) => out.push(text),
      tell: (text) => err.push(text),
      async open(data) {
        if (data !== undefined) return openPack(data);
        shipped ??= await openPack('.');
        return shipped;
      },
    });
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    process.env = before;
  }
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
