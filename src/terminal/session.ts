/**
 * The terminal while the explorer has it: raw mode, bracketed paste, signals, suspending. The
 * alternate screen and the cursor are Ink's. Whatever happens, `release` leaves it as it was.
 */
import { constants } from 'node:os';
import type { ReadStream, WriteStream } from 'node:tty';

/** The part of a terminal's input that is used here. */
export type TerminalInput = Pick<ReadStream, 'on' | 'off' | 'resume' | 'pause' | 'setRawMode'>;
export type TerminalOutput = Pick<WriteStream, 'write'>;

const PASTE_ON = '\u001B[?2004h';
const PASTE_OFF = '\u001B[?2004l';

export type Session = {
  /** Gives the terminal back; safe to call twice. */
  release(): void;
  /** Takes it again after `release`. */
  take(): void;
};

/** Takes the terminal's input: raw, with pastes bracketed. */
export function openSession(
  input: TerminalInput,
  output: TerminalOutput,
  onData: (chunk: Buffer) => void,
): Session {
  let isTaken = false;
  const session: Session = {
    take() {
      if (isTaken) return;
      isTaken = true;
      input.setRawMode(true);
      input.on('data', onData);
      input.resume();
      output.write(PASTE_ON);
    },
    release() {
      if (!isTaken) return;
      isTaken = false;
      input.off('data', onData);
      tryTo(() => output.write(PASTE_OFF));
      tryTo(() => input.setRawMode(false));
      input.pause();
    },
  };
  session.take();
  return session;
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // The terminal may be gone already; there is nothing left to restore then.
  }
}

const FATAL = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

/** Calls back on a signal that ends the program, with the exit code that tells it (128 + n). */
export function onFatalSignal(end: (code: number) => void): () => void {
  const listeners = FATAL.map((signal) => {
    const listener = () => end(128 + constants.signals[signal]);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}

/**
 * Stops this process as a shell's Ctrl-Z does, and resolves when it is continued. The terminal
 * must have been released before.
 */
export function stopUntilContinued(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGCONT', () => resolve());
    process.kill(0, 'SIGSTOP');
  });
}
