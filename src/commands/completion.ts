/** `rungs completion`: completions for a shell. */
import { SHELLS } from '../cli/choices.ts';
import { completionScript } from '../cli/completion.ts';
import { CommandError } from '../cli/error.ts';
import type { Answer, Request } from './command.ts';

/** Prints the completions for a shell. */
export function runCompletion({ args: [name = ''] }: Request): Answer {
  const shell = SHELLS.find((one) => one === name);
  if (shell) return { text: completionScript(shell) };
  throw new CommandError(`no completions for "${name}"; there are ${SHELLS.join(', ')}`, 2);
}
