/** Reading a file that a command is given. */
import { readFileSync } from 'node:fs';
import { CommandError } from '../cli/error.ts';

const STDIN = 0;

/** The bytes of a file, or of standard input for "-". @throws CommandError where it cannot be read */
export function readInput(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? STDIN : path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`cannot read ${path} (${code})`, 2);
  }
}

/** The text of a file. @throws CommandError where it is none in UTF-8 */
export function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${path} is no UTF-8 text; convert it first`, 2);
  }
}
