/**
 * Plays a tape: a program, a terminal without a window and a clock that only the tape moves. No
 * step waits for real time to pass, so the same tape gives the same frames on any machine.
 */

import { runInNewContext } from 'node:vm';
import { clean } from '../terminal/text.ts';
import type { TapeCommand } from './draft.ts';
import {
  createEmulator,
  type Emulator,
  rowsOf,
  type Screen,
  type StyledRun,
  textOf,
} from './emulator.ts';
import { environmentOf, type Size } from './settings.ts';
import type { Tape } from './tape.ts';
import type { TapePosition } from './tokens.ts';

/** A running terminal program that a tape can drive. */
type Driven = {
  /** Bytes as a terminal would send them. */
  input(bytes: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves when everything typed so far has been handled and its frame written. */
  settled(): Promise<void>;
  /** The exit code, when the program ends by itself. */
  exited: Promise<number>;
  /** Ends the program; nothing it still writes is looked at. */
  stop(): void;
};

export type StartProgram = (terminal: {
  readonly columns: number;
  readonly rows: number;
  readonly env: Record<string, string>;
  /** The virtual time. */
  now(): Date;
  write(bytes: string): void;
}) => Driven;

/** What the terminal showed after one command. */
export type Frame = {
  readonly at: TapePosition;
  /** What a `Screenshot` calls it. */
  readonly name?: string;
  /** The rows, without blanks at their ends. */
  readonly text: readonly string[];
  /** The rows in pieces of one style. */
  readonly runs: readonly (readonly StyledRun[])[];
};

export type PlayResult = {
  /** One for each command that is not hidden, and for each `Screenshot`. */
  readonly frames: readonly Frame[];
  /** The screen at the end of the tape, hidden or not. */
  readonly screen: Screen;
  /** Undefined if the program was still running at the end of the tape. */
  readonly exitCode: number | undefined;
};

export type PlayOptions = {
  /** Wins over the size that the tape starts with. */
  readonly size?: Size;
  /** Added to the environment that the tape's settings make; the tape's `Env` wins over it. */
  readonly env?: Readonly<Record<string, string>>;
};

/** A tape that is well written, but the program did not do what it says. */
export class PlayError extends Error {
  override name = 'PlayError';
  constructor(
    readonly at: TapePosition,
    readonly reason: string,
    /** The rows of the screen at that moment. */
    readonly text: readonly string[],
  ) {
    super(`${at.file}:${at.line}:${at.column}: ${reason}`);
  }
}

/**
 * Plays a tape from start to end.
 * @throws PlayError where a `Wait` does not match or a key comes after the program's end; what the
 *   program itself throws comes through
 */
export async function play(
  tape: Tape,
  startProgram: StartProgram,
  options: PlayOptions = {},
): Promise<PlayResult> {
  const session = new Session(tape, startProgram, options);
  try {
    return await session.run(tape.commands);
  } finally {
    session.end();
  }
}

/** What a pattern that can be matched at all needs is a thousandth of it. */
const PATTERN_SECONDS = 3;

const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';

class Session {
  readonly #emulator: Emulator;
  readonly #program: Driven;
  readonly #frames: Frame[] = [];
  #time: number;
  #hidden = false;
  /** Whether the last frame is what the screen shows, and has no name yet. */
  #namable = false;
  #exitCode: number | undefined;
  #ended = false;

  constructor(tape: Tape, startProgram: StartProgram, options: PlayOptions) {
    const { columns, rows } = options.size ?? tape.settings;
    this.#time = tape.settings.now.getTime();
    this.#emulator = createEmulator({ columns, rows });
    this.#program = startProgram({
      columns,
      rows,
      env: { ...environmentOf(tape.settings), ...options.env, ...tape.env },
      now: () => new Date(this.#time),
      write: (bytes) => {
        if (!this.#ended) void this.#emulator.feed(bytes);
      },
    });
    this.#program.exited.then(
      (code) => {
        this.#exitCode = code;
      },
      // Told by the race in #settle.
      () => undefined,
    );
  }

  async run(commands: readonly TapeCommand[]): Promise<PlayResult> {
    await this.#settle();
    for (const command of commands) {
      await this.#perform(command);
      if (command.kind === 'screenshot') this.#name(command);
      else if (!this.#hidden) this.#capture(command.at);
      else this.#namable = false;
    }
    return {
      frames: this.#frames,
      screen: this.#emulator.screen(),
      exitCode: this.#exitCode,
    };
  }

  end(): void {
    this.#ended = true;
    if (this.#exitCode === undefined) this.#program.stop();
    this.#emulator.dispose();
  }

  async #perform(command: TapeCommand): Promise<void> {
    switch (command.kind) {
      case 'keys':
        return this.#press(command.keys, command.at);
      case 'paste':
        return this.#press(this.#pasted(), command.at);
      case 'resize':
        return this.#resize(command);
      case 'wait':
        return this.#check(command);
      case 'copy':
        this.#emulator.clipboard = command.text;
        return;
      case 'sleep':
        this.#time += command.milliseconds;
        return;
      case 'hide':
      case 'show':
        this.#hidden = command.kind === 'hide';
        return;
      case 'screenshot':
        return;
    }
  }

  async #press(keys: readonly string[], at: TapePosition): Promise<void> {
    for (const key of keys) {
      if (this.#exitCode !== undefined) {
        throw this.#error(at, `the program has ended (exit code ${this.#exitCode}): no more keys`);
      }
      this.#program.input(key);
      await this.#settle();
    }
  }

  /** The clipboard as a terminal sends it. */
  #pasted(): string[] {
    const text = this.#emulator.clipboard.replace(/\r?\n/g, '\r');
    if (text === '') return [];
    return [this.#emulator.bracketedPaste ? PASTE_START + text + PASTE_END : text];
  }

  async #resize({ columns, rows }: Size): Promise<void> {
    this.#emulator.resize({ columns, rows });
    if (this.#exitCode === undefined) this.#program.resize(columns, rows);
    await this.#settle();
  }

  /** A `Wait`. As nothing moves by itself, what is not there now will never be. */
  #check({ scope, pattern, at }: TapeCommand & { kind: 'wait' }): void {
    const screen = this.#emulator.screen();
    const rows = textOf(screen);
    const text = scope === 'Line' ? (rows[screen.cursor.row] ?? '') : rows.join('\n');
    if (!pattern || this.#matches(pattern, text, at)) return;
    const where = scope === 'Line' ? "the cursor's line" : 'the screen';
    throw this.#error(at, `${where} does not match ${clean(String(pattern))}`);
  }

  /** V8 tries all ways to match, which may take for ever; it can be stopped only from outside. */
  #matches(pattern: RegExp, text: string, at: TapePosition): boolean {
    try {
      const limits = { timeout: PATTERN_SECONDS * 1000, breakOnSigint: true };
      return runInNewContext('pattern.test(text)', { pattern, text }, limits);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw this.#error(
        at,
        `${clean(String(pattern))} takes longer than ${PATTERN_SECONDS} seconds; write it without (a|b)* in *`,
      );
    }
  }

  #capture(at: TapePosition): void {
    const screen = this.#emulator.screen();
    this.#frames.push({ at, text: textOf(screen), runs: rowsOf(screen) });
    this.#namable = true;
  }

  /** Names the frame of the command before, or, where that is hidden, one of its own. */
  #name({ name, at }: TapeCommand & { kind: 'screenshot' }): void {
    if (!this.#namable) this.#capture(at);
    const frame = this.#frames.pop() as Frame;
    this.#frames.push({ ...frame, name });
    this.#namable = false;
  }

  /** Waits until the program has handled its input, or ended, and its output is on the screen. */
  async #settle(): Promise<void> {
    await Promise.race([this.#program.settled(), this.#program.exited]);
    await this.#emulator.feed('');
  }

  #error(at: TapePosition, reason: string): PlayError {
    return new PlayError(at, reason, textOf(this.#emulator.screen()));
  }
}
