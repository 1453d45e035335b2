/** The entry: runs one command in this process. */
import { runCommandLine } from './commands/run.ts';
import type { CompiledPack } from './store/compiled.ts';
import { openPack } from './store/open.ts';
import { mayBeTerminal, writeAll } from './system/output.ts';
import { createProgress } from './system/progress.ts';

const STDOUT = 1;
const STDERR = 2;

// Standard output is asked what it is only where it may be a terminal: setting it up takes time.
const isTerminal = mayBeTerminal(STDOUT) && process.stdout.isTTY === true;

runCommandLine(process.argv.slice(2), {
  env: process.env,
  terminal: isTerminal ? (process.stdout.columns ?? 0) : undefined,
  write: (text) => writeAll(STDOUT, text),
  tell: (text) => writeAll(STDERR, text),
  open,
}).then(process.exit); // It skips Node's slow shutdown: all is written by now.

async function open(data: string | undefined): Promise<CompiledPack> {
  if (data === undefined || !mayBeTerminal(STDERR)) return openPack(data);
  const progress = createProgress((text) => writeAll(STDERR, text));
  try {
    return await openPack(data, progress.tell);
  } finally {
    progress.end();
  }
}
