/** Copying through the terminal. */
import type { Environment } from './theme.ts';

/** Whether it is worth asking: the console of Linux itself has no clipboard. */
export function canCopy({ TERM: term = '' }: Environment): boolean {
  return term !== 'linux' && term !== 'dumb';
}

/**
 * The sequence that asks a terminal to put text on the clipboard (OSC 52, xterm control sequences,
 * "Manipulate Selection Data"). Terminals that cannot do it ignore it.
 */
export function copySequence(text: string): string {
  return `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
