/** The entry: settles what the environment says, runs one command, and tells how it went. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { version } from '../package.json';
import type { Config } from './cli/configuration.ts';
import type { CommandError } from './cli/error.ts';
import { MOST_COLUMNS, type Options } from './cli/options.ts';
import { parseCommandLine } from './cli/program.ts';
import type { CommandName } from './cli/table.ts';
import type { Request } from './commands/command.ts';
import { RUNNERS } from './commands/runners.ts';
import type { CompiledPack } from './store/compiled.ts';
import { openPack } from './store/open.ts';
import { userFolder } from './system/folders.ts';
import { mayBeTerminal, ReaderGone, writeAll } from './system/output.ts';
import { createProgress } from './system/progress.ts';
import { clean, isolated } from './terminal/text.ts';
import { themeFor } from './terminal/theme.ts';

const STDOUT = 1;
const STDERR = 2;
const DEFAULT_COLUMNS = 80;
/** A line on standard error says what is wrong; it does not repeat a pasted page. */
const LONGEST_MESSAGE = 400;
const REPORT = 'Please report this mistake of rungs, with the trace that RUNGS_DEBUG=1 shows.';

/** The same everywhere, whatever a user has set: a tape, and what explains rungs itself. */
const WITHOUT_CONFIG = new Set<CommandName>(['play', 'completion', 'help', 'init']);

const { env } = process;
// Standard output is asked what it is only where it may be a terminal: setting it up takes time.
const isTerminal = mayBeTerminal(STDOUT) && process.stdout.isTTY === true;

// process.exit skips Node's slow shutdown: all is written by now.
main(process.argv.slice(2)).catch(report).then(process.exit);

async function main(argv: readonly string[]): Promise<number> {
  const call = parseCommandLine(argv, version);
  const { columns, isFitted } = width(call.options);
  if ('print' in call) {
    writeAll(STDOUT, `${call.print(columns)}\n`);
    return 0;
  }
  const config = WITHOUT_CONFIG.has(call.command) ? {} : await userConfig();
  const options = {
    ...call.options,
    ...languageOf(call.options, config),
    ...folders(call.options, config),
  };
  const request: Request = {
    args: call.args,
    options,
    columns,
    isFitted,
    theme: themeFor(env, isTerminal, options.color),
    now: new Date(),
    config,
    pack: () => open(options.data),
  };
  const { text, note, code = 0 } = await RUNNERS[call.command](request);
  const shown = mayOrder(env.TERM) && !options.json ? isolated(text) : text;
  if (shown !== '') writeAll(STDOUT, shown.endsWith('\n') ? shown : `${shown}\n`);
  if (note !== undefined) complain(note);
  return code;
}

/** Whether a terminal may order text by direction; these two never do, and show each sign for it. */
function mayOrder(terminal = 'dumb'): boolean {
  return isTerminal && terminal !== 'dumb' && terminal !== 'linux';
}

async function open(data: string | undefined): Promise<CompiledPack> {
  if (data === undefined || !mayBeTerminal(STDERR)) return openPack(data);
  const progress = createProgress((text) => writeAll(STDERR, text));
  try {
    return await openPack(data, progress.tell);
  } finally {
    progress.end();
  }
}

/** What the user's configuration says. Its checks take long to load: only where there is one. */
async function userConfig(): Promise<Config> {
  const file = join(userFolder('config', env), 'config.yaml');
  return existsSync(file) ? (await import('./cli/configuration.ts')).readConfig(file) : {};
}

/** The language of the configuration, where none was asked for. */
function languageOf({ askedLang }: Options, { language }: Config): Partial<Options> {
  return askedLang === undefined && language ? { lang: language, askedLang: language } : {};
}

/** Folders that the environment names where no option does, and the configuration else. */
function folders({ data, sources }: Options, config: Config): Pick<Options, 'data' | 'sources'> {
  const dataDir = data ?? (env.RUNGS_DATA || config.data);
  const sourcesDir = sources ?? (env.RUNGS_SOURCES || config.sources);
  return { ...(dataDir && { data: dataDir }), ...(sourcesDir && { sources: sourcesDir }) };
}

/** The width to wrap to, and whether it was asked for or is a terminal's. */
function width(options: Options): { columns: number; isFitted: boolean } {
  const columns = options.width ?? (Number.parseInt(env.COLUMNS ?? '', 10) || undefined);
  if (columns !== undefined && columns > 0) {
    return { columns: Math.min(columns, MOST_COLUMNS), isFitted: true };
  }
  if (!isTerminal) return { columns: DEFAULT_COLUMNS, isFitted: false };
  return { columns: process.stdout.columns || DEFAULT_COLUMNS, isFitted: true };
}

/** Says what went wrong; the exit code. */
function report(error: unknown): number {
  if (error instanceof ReaderGone) return 0;
  if (env.RUNGS_DEBUG) writeAll(STDERR, `${clean(inspect(error))}\n`);
  const { name, message, code } = error as NodeJS.ErrnoException;
  // Told by its name: a command in a bundle of its own throws its own copy of the class.
  if (name === 'CommandError') {
    const { code, details } = error as CommandError;
    complain(message);
    if (details.length > 0) writeAll(STDERR, `${clean(details.join('\n'))}\n`);
    return code;
  }
  if (name === 'PackError') {
    writeAll(STDERR, `${clean(message)}\n`);
    return 2;
  }
  complain(code === undefined ? `${message}. ${REPORT}` : message);
  return 1;
}

function complain(message: string): void {
  const line = clean(message).replace(/\s+/g, ' ');
  const shown = line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}...` : line;
  try {
    writeAll(STDERR, `rungs: ${shown}\n`);
  } catch {
    // Nobody can be told; the exit code says it.
  }
}
