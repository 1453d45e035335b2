/** `rungs help`: help on the program, or on one of its commands. */
import { commandHelp, programHelp, unknownCommand } from '../cli/help.ts';
import { COMMANDS } from '../cli/table.ts';
import type { Answer, Request } from './command.ts';

/** Help on the program, or on one of its commands. */
export function runHelp({ args, columns }: Request): Answer {
  const [name] = args;
  if (name === undefined) return { text: programHelp(columns) };
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw unknownCommand(name, true);
  return { text: commandHelp(command, columns) };
}
