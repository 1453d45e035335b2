/** `rungs --record`: a session in a terminal, written as a tape. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from '../cli/error.ts';
import type { Options } from '../cli/options.ts';
import { createRecorder, type Recorder, recordTape } from '../play/recorder.ts';
import { COLORS, type Settings } from '../play/settings.ts';
import { writeWhole } from '../system/write.ts';
import { clipboardIn } from '../terminal/clipboard.ts';
import { colorLevel, isAscii } from '../terminal/theme.ts';
import type { Request } from './command.ts';

/** A session that is being recorded. */
type Recording = Pick<Recorder, 'input' | 'resize'> & {
  /** Writes the tape, whole or not at all. @throws CommandError */
  save(): void;
};

/**
 * Records a session in this terminal as a tape that plays back to the same frames.
 *
 * @param file where to write the tape at the end
 * @throws CommandError where that cannot be
 */
export function startRecording(file: string, { options, now }: Request): Recording {
  refuseUnwritable(file);
  const { env, stdout } = process;
  const settings: Settings = {
    columns: stdout.columns || 80,
    rows: stdout.rows || 24,
    lang: options.lang,
    now,
    color: COLORS[colorLevel(env, true, options.color)],
  };
  const recorder = createRecorder(settings);
  const tape = () =>
    recordTape(recorder.events(), settings, launchLine(options), {
      ...(isAscii(env) && { LC_ALL: 'C' }),
      ...(!clipboardIn(env).isInTerminal && { TERM: env.TERM ?? '' }),
    });
  write(file, tape(), true);
  let timer: NodeJS.Timeout | undefined;
  // As it goes: who kills it keeps the session.
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      write(file, tape());
    }, SAVE_MS).unref();
  };
  return {
    input(bytes) {
      recorder.input(bytes);
      later();
    },
    resize(size) {
      recorder.resize(size);
      later();
    },
    save() {
      clearTimeout(timer);
      write(file, tape());
    },
  };
}

/** The line that opens the explorer in the same way. */
function launchLine({ data, sources, at, screenReader }: Options): string {
  const given = Object.entries({ data, sources, at }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, inShell(value)],
  );
  return ['rungs', ...given, ...(screenReader ? ['--screen-reader'] : [])].join(' ');
}

function inShell(word: string): string {
  if (!/[ '"]/.test(word)) return word;
  return word.includes('"') ? `'${word}'` : `"${word}"`;
}

/**
 * Found out at the beginning: at the end the session would be lost. A tape that is there may be
 * somebody's only one.
 */
function refuseUnwritable(file: string): void {
  if (existsSync(file)) {
    throw new CommandError(`there is ${file} already; name a new file for --record`, 2);
  }
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error, 2);
  }
}

/** What was typed is for its owner. */
const OWN_MODE = 0o600;
const SAVE_MS = 200;

function write(file: string, tape: string, isNew = false): void {
  try {
    writeWhole(file, tape, { mode: OWN_MODE, isNew });
  } catch (error) {
    throw cannotWrite(file, error, 1);
  }
}

const cannotWrite = (file: string, error: unknown, code: 1 | 2): CommandError =>
  new CommandError(`cannot write ${file} (${(error as NodeJS.ErrnoException).code})`, code);
