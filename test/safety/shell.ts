/** A shell with job control in a real pseudo-terminal, seen through the emulator. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import { build } from 'esbuild';
import { createEmulator, type Emulator, textOf } from '../../src/play/emulator.ts';

const SIZE = { columns: 80, rows: 24 };
/** Far longer than anything here takes; a test that waits so long has failed. */
const PATIENCE = 60_000;

export type Shell = {
  readonly emulator: Emulator;
  /** All that was written to the terminal so far. */
  readonly bytes: () => string;
  type(keys: string): void;
  /** Waits until the screen shows it, and returns its text. */
  shows(pattern: RegExp): Promise<string>;
  /** Runs a command to its end; what it printed. */
  run(command: string): Promise<string>;
  resize(columns: number, rows: number): void;
  end(): void;
};

/** @param env added to the environment */
export function openShell(env: Record<string, string> = {}): Shell {
  const emulator = createEmulator(SIZE);
  let all = '';
  // Without line editing the shell itself writes no escape sequences.
  const pty: IPty = spawn('bash', ['--norc', '--noprofile', '--noediting', '-i'], {
    name: 'xterm-256color',
    cols: SIZE.columns,
    rows: SIZE.rows,
    cwd: process.cwd(),
    env: { PATH: process.env.PATH ?? '', PS1: '', LANG: 'C.UTF-8', ...env },
  });
  pty.onData((data) => {
    all += data;
    void emulator.feed(data);
  });
  const screen = async () => {
    // The pseudo-terminal hands out a long frame in pieces.
    do await emulator.feed('');
    while (emulator.updating && (await wait(1, true)));
    return textOf(emulator.screen()).join('\n');
  };
  const until = async (pattern: RegExp, read: () => string | Promise<string>): Promise<string> => {
    const started = Date.now();
    for (;;) {
      const text = await read();
      if (pattern.test(text)) return text;
      if (Date.now() - started > PATIENCE) throw new Error(`waited for ${pattern}, saw:\n${text}`);
      await wait(10);
    }
  };
  let count = 0;
  return {
    emulator,
    bytes: () => all,
    type: (keys) => pty.write(keys),
    shows: (pattern) => until(pattern, screen),
    async run(command) {
      count += 1;
      const from = all.length;
      // What was run before may still have something to say.
      pty.write(`echo "begin-"${count}; ${command}; echo "done-"${count}\n`);
      const printed = new RegExp(`begin-${count}\r\n([\\s\\S]*)done-${count}`);
      const text = await until(printed, () => all.slice(from));
      const [, answer = ''] = printed.exec(text) ?? [];
      return answer.replaceAll('\r\n', '\n').replace(/\n$/, '');
    },
    resize: (columns, rows) => {
      emulator.resize({ columns, rows });
      pty.resize(columns, rows);
    },
    end: () => {
      pty.kill('SIGKILL');
      emulator.dispose();
    },
  };
}

/** Bundles programs as the build does, and returns the folder with them. */
export async function bundlePrograms(entries: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rungs-programs-'));
  await build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'react-devtools-core': './test/safety/nothing.ts' },
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
    },
  });
  return folder;
}

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });
