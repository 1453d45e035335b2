/** The command line: commander, set up from the table of commands. */
import { delimiter } from 'node:path';
import {
  Command as Commander,
  CommanderError,
  Option as CommanderOption,
  InvalidArgumentError,
} from 'commander';
import { CommandError } from './error.ts';
import { commandHelp, programHelp, unknownCommand } from './help.ts';
import { COMMON, OPTIONS, type OptionName, type Options, optionOf } from './options.ts';
import { COMMANDS, type CommandName, EXPLORER } from './table.ts';

/** What the command line asks for: a command, or a text that depends on the width alone. */
export type Call = { options: Options } & (
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
  const run = (command: CommandName, args: string[], options: Options, parser: Commander) => {
    const isAsked = parser.getOptionValueSourceWithGlobals('lang') === 'cli';
    call = { command, args, options: { ...options, ...(isAsked && { askedLang: options.lang }) } };
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
    .action((words: string[], options: Options) => {
      if (words[0] !== undefined) throw unknownWord(words[0]);
      run(EXPLORER.name, [], options, program);
    });
  helpsWith(program, programHelp);
  addOptions(program, [...EXPLORER.options, ...COMMON]);
  // Setting up all of them takes longer than most look-ups.
  for (const command of COMMANDS.filter(({ name }) => argv.includes(name))) {
    const parser = program.command(command.name).allowExcessArguments(false);
    if (command.args) parser.arguments(command.args);
    addOptions(parser, command.options, command.formats);
    helpsWith(parser, (columns) => commandHelp(command, columns));
    parser.action(() => run(command.name, parser.args, parser.optsWithGlobals(), parser));
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
  return call as Call;
}

/** The error for a first word that is no command. */
function unknownWord(word: string): CommandError {
  if (!word.startsWith('-')) return unknownCommand(word);
  const name = word.replace(/^--|=.*/g, '');
  return Object.hasOwn(OPTIONS, name)
    ? new CommandError(`${word} belongs behind a command: rungs COMMAND ${word}`, 2)
    : new CommandError(`unknown option '${word}'; rungs --help tells which there are`, 2);
}

function addOptions(
  parser: Commander,
  names: readonly OptionName[],
  formats?: readonly string[],
): void {
  for (const name of names) {
    // Commander has these two built in.
    if (name === 'help' || name === 'version') continue;
    const { flags, about, choices, default: fallback } = optionOf(name, formats);
    const option = new CommanderOption(flags, about);
    if (choices) option.choices([...choices]);
    if (fallback !== undefined) option.default(fallback);
    if (name === 'data') option.argParser(joinFolders);
    if (name === 'width' || name === 'limit') option.argParser(countOf);
    parser.addOption(option);
  }
}

/** Folders named one by one become what RUNGS_DATA holds. */
function joinFolders(dir: string, before?: string): string {
  return before === undefined ? dir : `${before}${delimiter}${dir}`;
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError('It must be a whole number from 1 on.');
}
