/**
 * One call of rungs from its command line to its exit code: settles what the environment says, runs
 * a command, and tells how it went.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { version } from '../../package.json';
import type { Config } from '../cli/configuration.ts';
import type { CommandError } from '../cli/error.ts';
import { MOST_COLUMNS, type Options } from '../cli/options.ts';
import { parseCommandLine } from '../cli/program.ts';
import type { CommandName } from '../cli/table.ts';
import { oldForms } from '../pack/old-form.ts';
import type { CompiledPack } from '../store/compiled.ts';
import { userFolder } from '../system/folders.ts';
import { ReaderGone } from '../system/output.ts';
import { clean, isolated } from '../terminal/text.ts';
import { type Environment, themeFor } from '../terminal/theme.ts';
import type { Request } from './command.ts';
import { RUNNERS } from './runners.ts';

const DEFAULT_COLUMNS = 80;
/** A line on standard error says what is wrong; it does not repeat a pasted page. */
const LONGEST_MESSAGE = 400;
const REPORT = 'Please report this mistake of rungs, with the trace that RUNGS_DEBUG=1 shows.';

/** The same everywhere, whatever a user has set: a tape, and what explains rungs itself. */
const WITHOUT_CONFIG = new Set<CommandName>(['play', 'completion', 'help', 'init']);

/** What reads the user's own copies of the articles, or tells where they are. */
const READING_ARTICLES = new Set([
  '',
  ...'add check config export import move prove search show verify'.split(' '),
] as CommandName[]);

/** What changes the pack that somebody is in, unless another is named. */
const CHANGING = new Set<CommandName>(
  'add import rename merge remove accept move'.split(' ') as CommandName[],
);

/** What a call stands in. */
type Surroundings = {
  readonly env: Environment;
  /** The columns of the terminal that is written to; undefined where it is none, 0 where it does not say. */
  readonly terminal: number | undefined;
  /** Writes to standard output. @throws ReaderGone, the system's error */
  write(text: string): void;
  /** Writes to standard error. @throws the same */
  tell(text: string): void;
  /** Opens the pack in a folder, the shipped one without. @throws PackError */
  open(data: string | undefined): Promise<CompiledPack>;
};

/** Runs what the arguments ask for. @returns the exit code */
export async function runCommandLine(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await run(argv, surroundings);
  } catch (error) {
    return report(error, surroundings);
  }
}

async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { env, terminal, write } = surroundings;
  const isTerminal = terminal !== undefined;
  const call = parseCommandLine(argv, version);
  const { columns, isFitted } = width(call.options, surroundings);
  if ('print' in call) {
    write(`${call.print(columns)}\n`);
    return 0;
  }
  const config = WITHOUT_CONFIG.has(call.command) ? {} : await userConfig(call, env);
  const options = {
    ...call.options,
    ...languageOf(call.options, config),
    ...folders(call.options, config, env),
  };
  const request: Request = {
    args: call.args,
    options,
    columns,
    isFitted,
    theme: themeFor(env, isTerminal, options.color),
    now: new Date(),
    config,
    pack: async () => {
      const pack = await surroundings.open(options.data);
      if (config.languageAt && call.options.askedLang === undefined) {
        (await import('../cli/configuration.ts')).checkLanguage(config, pack);
      }
      return pack;
    },
  };
  const { text, note, code = 0 } = await RUNNERS[call.command](request);
  const shown = isTerminal && mayOrder(env.TERM) && !options.json ? isolated(text) : text;
  if (shown !== '') write(shown.endsWith('\n') ? shown : `${shown}\n`);
  if (note !== undefined) complain(note, surroundings);
  for (const told of oldForms(packOf(call.command, options))) complain(told, surroundings);
  return code;
}

/** The folder of the pack that a command was about, where it does not tell of its form itself. */
function packOf(command: CommandName, { data, fix }: Options): string | undefined {
  if (command === 'check' || WITHOUT_CONFIG.has(command)) return undefined;
  return data ?? (fix || CHANGING.has(command) ? '.' : undefined);
}

/** Whether a terminal may order text by direction; these two never do, and show each sign for it. */
const mayOrder = (terminal = 'dumb'): boolean => terminal !== 'dumb' && terminal !== 'linux';

/** What the user's configuration says. Its checks take long to load: only where there is one. */
async function userConfig(
  { command, options }: { command: CommandName; options: Options },
  env: Environment,
): Promise<Config> {
  const file = join(userFolder('config', env), 'config.yaml');
  if (!existsSync(file)) return {};
  const { readConfig } = await import('../cli/configuration.ts');
  const { data, sources = options.articles } = folders(options, {}, env);
  return readConfig(file, [
    ...(data === undefined ? (['packs'] as const) : []),
    ...(sources === undefined && READING_ARTICLES.has(command) ? (['sources'] as const) : []),
  ]);
}

/** The language of the configuration, where none was asked for. */
function languageOf({ askedLang }: Options, { language }: Config): Partial<Options> {
  return askedLang === undefined && language ? { lang: language, askedLang: language } : {};
}

/** Folders that the environment names where no option does, and the configuration else. */
function folders(
  { data, sources }: Options,
  config: Config,
  env: Environment,
): Pick<Options, 'data' | 'sources'> {
  const dataDir = data ?? (env.RUNGS_DATA || config.data);
  const sourcesDir = sources ?? (env.RUNGS_SOURCES || config.sources);
  return { ...(dataDir && { data: dataDir }), ...(sourcesDir && { sources: sourcesDir }) };
}

/** The width to wrap to, and whether it was asked for or is a terminal's. */
function width(
  options: Options,
  { env, terminal }: Surroundings,
): { columns: number; isFitted: boolean } {
  const columns = options.width ?? (Number.parseInt(env.COLUMNS ?? '', 10) || undefined);
  if (columns !== undefined && columns > 0) {
    return { columns: Math.min(columns, MOST_COLUMNS), isFitted: true };
  }
  if (terminal === undefined) return { columns: DEFAULT_COLUMNS, isFitted: false };
  return { columns: terminal || DEFAULT_COLUMNS, isFitted: true };
}

/** Says what went wrong; the exit code. */
function report(error: unknown, surroundings: Surroundings): number {
  const { env, tell } = surroundings;
  if (error instanceof ReaderGone) return 0;
  if (env.RUNGS_DEBUG) tell(`${clean(inspect(error))}\n`);
  const { name, message, code } = error as NodeJS.ErrnoException;
  // Told by its name: a command in a bundle of its own throws its own copy of the class.
  if (name === 'CommandError') {
    const { code, details } = error as CommandError;
    complain(message, surroundings);
    if (details.length > 0) tell(`${clean(details.join('\n'))}\n`);
    return code;
  }
  if (name === 'PackError') {
    tell(`${clean(message)}\n`);
    return 2;
  }
  complain(code === undefined ? `${message}. ${REPORT}` : message, surroundings);
  return 1;
}

function complain(message: string, { tell }: Surroundings): void {
  const line = clean(message).replace(/\s+/g, ' ');
  const shown = line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}...` : line;
  try {
    tell(`rungs: ${shown}\n`);
  } catch {
    // Nobody can be told; the exit code says it.
  }
}
