/**
 * The terminal while the explorer has it: raw mode, bracketed paste, the alternate screen, signals,
 * suspending. Whatever happens, `release` leaves it as it was.
 */
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadStream, WriteStream } from 'node:tty';
import { ENTER_SCREEN, LEAVE_SCREEN } from './alternate-screen.ts';

/** The part of a terminal's input that is used here. */
type TerminalInput = Pick<ReadStream, 'on' | 'off' | 'resume' | 'pause' | 'setRawMode'>;
type TerminalOutput = Pick<WriteStream, 'write'>;

const PASTE_ON = '\u001B[?2004h';
const PASTE_OFF = '\u001B[?2004l';

type Session = {
  /** Gives the terminal back; safe to call twice. */
  release(): void;
  /** Takes it again after `release`. */
  take(): void;
};

/**
 * Takes a terminal: its input raw, with pastes bracketed, and its alternate screen.
 *
 * @param hasScreen false: what is written stays in the terminal's own scrolling screen
 */
export function openSession(
  input: TerminalInput,
  output: TerminalOutput,
  onData: (chunk: Buffer) => void,
  hasScreen: boolean,
): Session {
  let isTaken = false;
  const session: Session = {
    take() {
      if (isTaken) return;
      isTaken = true;
      input.setRawMode(true);
      input.on('data', onData);
      input.resume();
      output.write(PASTE_ON + (hasScreen ? ENTER_SCREEN : ''));
    },
    release() {
      if (!isTaken) return;
      isTaken = false;
      input.off('data', onData);
      tryTo(() => output.write((hasScreen ? LEAVE_SCREEN : '') + PASTE_OFF));
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

/**
 * Signals that end a process and can be waited for. Not among them: those of a fault of the process
 * itself (SEGV, BUS, FPE, ILL, TRAP), after which no code of its own may run. USR1 would else open
 * Node's debugger. Not every system knows all of them.
 */
export const FATAL = (
  [
    ...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGABRT', 'SIGUSR1', 'SIGUSR2'] as const),
    ...(['SIGALRM', 'SIGVTALRM', 'SIGPROF', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT'] as const),
    'SIGSYS',
  ] as const
).filter((signal) => constants.signals[signal] !== undefined);

/** What is done to a process that has the terminal, and what it must do about it. */
type ProcessEvents = {
  /** A signal ends it; `code` tells which one (128 + n). */
  end(code: number): void;
  /** Something was thrown that nobody caught. */
  fail(error: unknown): void;
  /** Somebody wants it stopped, as Ctrl-Z does. */
  suspend(): void;
  /** It goes on after having been stopped without warning: the terminal's modes are lost. */
  resume(): void;
  /** The process ends now: only what is done at once still counts. */
  exit(): void;
};

/** Listens for all of it; returns what stops listening. */
export function guardProcess(events: ProcessEvents): () => void {
  const listeners: [event: string, listener: (reason: unknown) => void][] = [
    ...FATAL.map((signal): [string, () => void] => [
      signal,
      () => events.end(128 + constants.signals[signal]),
    ]),
    ['uncaughtException', events.fail],
    ['unhandledRejection', events.fail],
    ['SIGTSTP', events.suspend],
    ['SIGCONT', events.resume],
    ['exit', events.exit],
  ];
  for (const [event, listener] of listeners) process.on(event as 'exit', listener);
  return () => {
    for (const [event, listener] of listeners) process.off(event as 'exit', listener);
  };
}

/** Longer than a signal takes to arrive. The clock goes on while the process is stopped. */
const STOP_WAIT = 50;

/**
 * Stops the process and those it was started with (npm, a script), so that the shell takes over;
 * settles when they go on. Where there is no shell to go back to, the system ignores it, and so
 * nothing happens. The terminal must have been released before.
 */
export async function stopGroup(): Promise<void> {
  const listeners = process.listeners('SIGTSTP');
  // Without listeners the signal does what it does by default.
  process.removeAllListeners('SIGTSTP');
  process.kill(0, 'SIGTSTP');
  await wait(STOP_WAIT);
  for (const listener of listeners) process.on('SIGTSTP', listener);
}
