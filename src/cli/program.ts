/** The command line: commander, set up from the table of commands. */
import { delimiter } from 'node:path';
import {
  Command as Commander,
  CommanderError,
  Option as CommanderOption,
  InvalidArgumentError,
} from 'commander';
import { distance } from 'fastest-levenshtein';
import { clean } from '../terminal/text.ts';
import { CommandError } from './error.ts';
import { commandHelp, programHelp, unknownCommand } from './help.ts';
import {
  COMMON,
  isPath,
  OPTIONS,
  type Option,
  type OptionName,
  type Options,
  optionOf,
} from './options.ts';
import { COMMANDS, type Command, type CommandName, EXPLORER } from './table.ts';

/** What the command line asks for: a command, or a text that depends on the width alone. */
type Call = { options: Options } & (
  | { command: CommandName; args: string[] }
  | { print: (columns: number) => string }
);

/**
 * Reads the command line.
 *
 * @param argv without the program itself
 * @param version what `--version` prints
 * @throws CommandError where it is used wrongly
 */
export function parseCommandLine(argv: readonly string[], version: string): Call {
  const program = new Commander('rungs');
  let call: Call | undefined;
  let isQuery = false;
  const run = (command: Command & { name: CommandName }, parser: Commander) => {
    const options = cleanOptions(parser.optsWithGlobals());
    const isAsked = parser.getOptionValueSourceWithGlobals('lang') === 'cli';
    call = {
      command: command.name,
      args: cleanArguments(parser.args, command),
      options: { ...options, ...(isAsked && { askedLang: options.lang }) },
    };
  };
  let help = programHelp;
  const helpsWith = (parser: Commander, text: (columns: number) => string) => {
    parser.helpOption(OPTIONS.help.flags).helpInformation = () => {
      help = text;
      return '';
    };
  };

  program
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .helpCommand(false)
    .version(version, OPTIONS.version.flags)
    .allowUnknownOption()
    .argument('[words...]')
    .action(([word]: string[]) => {
      if (word === undefined) run(EXPLORER, program);
      else isQuery = isNoMistake(word);
    });
  helpsWith(program, programHelp);
  addOptions(program, [...EXPLORER.options, ...COMMON]);
  // Setting up all of them takes longer than most look-ups.
  for (const command of COMMANDS.filter(({ name }) => argv.includes(name))) {
    const parser = program.command(command.name).allowExcessArguments(false);
    if (command.args) parser.arguments(command.args);
    addOptions(parser, command.options, command.formats);
    helpsWith(parser, (columns) => commandHelp(command, columns));
    parser.action(() => run(command, parser));
  }

  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const options = program.opts<Options>();
    if (error.code === 'commander.version') return { print: () => version, options };
    if (error.code === 'commander.helpDisplayed') return { print: help, options };
    throw new CommandError(error.message.replace(/^error: /, ''), 2);
  }
  if (isQuery) return parseCommandLine(['search', ...argv], version);
  return call as Call;
}

/**
 * Words are searched for where the first one is no command. @throws CommandError where it looks
 * like a mistake in one, or like an option
 */
function isNoMistake(word: string): true {
  if (word.startsWith('-')) throw unknownOption(word);
  if (COMMANDS.some(({ name }) => isMistyped(word, name))) throw unknownCommand(word);
  return true;
}

function unknownOption(word: string): CommandError {
  const name = word.replace(/^--|=.*/g, '');
  return Object.hasOwn(OPTIONS, name)
    ? new CommandError(`${word} belongs behind a command: rungs COMMAND ${word}`, 2)
    : new CommandError(`unknown option '${word}'; rungs --help tells which there are`, 2);
}

/**
 * Whether a word is a name with one mistake: two letters in the wrong order, or in a longer word a
 * letter too many, too few or wrong. Short words with a wrong letter are too often words.
 */
function isMistyped(word: string, name: string): boolean {
  const letters = word.toLowerCase();
  const isSwapped = [...name].some((letter, at) => {
    const next = name[at + 1] ?? '';
    return letters === name.slice(0, at) + next + letter + name.slice(at + 2);
  });
  return isSwapped || (letters.length >= 5 && distance(letters, name) === 1);
}

/** Words made safe to show; paths are used as they are, and cleaned only where they are shown. */
function cleanArguments(args: readonly string[], { completes = [] }: Command): string[] {
  return args.map((arg, index) =>
    isPath(completes[Math.min(index, completes.length - 1)]) ? arg : clean(arg),
  );
}

function cleanOptions(options: Options): Options {
  const isPathOption = (name: string) =>
    Object.hasOwn(OPTIONS, name) && isPath((OPTIONS as Record<string, Option>)[name]?.completes);
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    typeof value === 'string' && !isPathOption(name) ? clean(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function addOptions(
  parser: Commander,
  names: readonly OptionName[],
  formats?: readonly string[],
): void {
  for (const name of names) {
    // Commander has these two built in.
    if (name === 'help' || name === 'version') continue;
    const { flags, about, choices, default: fallback, preset, most } = optionOf(name, formats);
    const option = new CommanderOption(flags, about);
    if (choices) option.choices([...choices]);
    if (fallback !== undefined) option.default(fallback);
    if (preset !== undefined) option.preset(preset);
    if (name === 'data') option.argParser(joinFolders);
    if (most !== undefined) option.argParser((text) => countOf(text, most));
    parser.addOption(option);
  }
}

/** Folders named one by one become what RUNGS_DATA holds. */
function joinFolders(dir: string, before?: string): string {
  return before === undefined ? dir : `${before}${delimiter}${dir}`;
}

function countOf(text: string, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  const limit = most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ' on';
  throw new InvalidArgumentError(`It must be a whole number from 1${limit}.`);
}
