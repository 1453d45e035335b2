/**
 * Writing to standard output without Node's stream: a command writes once and ends, and the
 * stream costs more to set up than a look-up takes.
 */
import { fstatSync, statSync, writeSync } from 'node:fs';

/** The reader went away, as `head` does: nothing is wrong, and there is nothing left to do. */
export class ReaderGone extends Error {
  override name = 'ReaderGone';
}

const RETRY_MS = 5;

/**
 * Writes all of `text` to a file descriptor.
 *
 * @throws ReaderGone when nobody reads it any more; the system's error where it cannot be written
 */
export function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') throw new ReaderGone();
      if (code !== 'EAGAIN') throw error;
      // A pipe that another program set to non-blocking is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

/** Whether a descriptor may be a terminal; asking Node itself would set up its stream. */
export function mayBeTerminal(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isCharacterDevice() && status.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}
