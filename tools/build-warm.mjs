/**
 * Runs what was built once, so that V8's work is kept beside it (see src/start.ts): each look-up,
 * and the explorer in front of what it takes for a terminal.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const LOOKUPS = [['search', 'a'], ['show', '1'], ['list'], ['compare', '1', '2'], ['help']];
/** Through most of the views; the first key is for the frame before Ink. */
const KEYS = ['j', 'k', '\r', 'j', 'm', 't', '/', ...'nato', '\r', 'q'];
const KEY_MS = 100;

/** @param program the path of bin/rungs.js */
export async function warm(program) {
  const run = (...args) => execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  const [source] = JSON.parse(run('list', 'sources', '--json'));
  for (const args of [...LOOKUPS, ['cite', source.id]]) run(...args);
  await warmExplorer(program);
}

async function warmExplorer(program) {
  const state = mkdtempSync(join(tmpdir(), 'rungs-build-'));
  const terminal = `
    Object.assign(process.stdin, { isTTY: true, setRawMode: () => process.stdin });
    Object.assign(process.stdout, { isTTY: true, columns: 120, rows: 40 });
    process.argv.splice(1, 0, ${JSON.stringify(program)});
    require(${JSON.stringify(program)});`;
  const explorer = spawn(process.execPath, ['-e', terminal, '--', '--color', 'always'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TERM: 'xterm-256color', XDG_STATE_HOME: state },
  });
  const ended = new Promise((resolve) => explorer.once('exit', resolve));
  await new Promise((resolve) => explorer.stdout.once('data', resolve));
  explorer.stdout.resume();
  await wait(5 * KEY_MS);
  for (const key of KEYS) {
    explorer.stdin.write(key);
    await wait(KEY_MS);
  }
  const code = await ended;
  rmSync(state, { recursive: true });
  if (code !== 0) throw new Error(`the explorer ended with ${code}`);
}
