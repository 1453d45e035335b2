/** `rungs play`: a tape played, printed or held against a golden file. */
import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, extname, isAbsolute, normalize, resolve } from 'node:path';
import { text as textFrom } from 'node:stream/consumers';
import { CommandError } from '../cli/error.ts';
import type { Options } from '../cli/options.ts';
import { parseCommandLine } from '../cli/program.ts';
import { createLibrary } from '../pack/library.ts';
import type { TapeOutput } from '../play/draft.ts';
import { ansiOf, textOf } from '../play/emulator.ts';
import { explorerProgram } from '../play/explorer-program.ts';
import {
  type ChangedFrame,
  compareGolden,
  frameLabel,
  goldenText,
  readIfThere,
} from '../play/golden.ts';
import { PlayError, type PlayResult, play } from '../play/player.ts';
import { reportOf } from '../play/report.ts';
import { readSize, SETTING_FORMS } from '../play/settings.ts';
import { styledFrames } from '../play/styles.ts';
import { svgOf } from '../play/svg.ts';
import { LONGEST_TAPE, parseTape, type Tape, TapeError } from '../play/tape.ts';
import type { TapePosition } from '../play/tokens.ts';
import { createSearch } from '../search/engine.ts';
import { openPack } from '../store/open.ts';
import { isWithin, readUpTo, Unreadable } from '../system/read.ts';
import { writeWhole } from '../system/write.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, type Request, shownLanguage } from './command.ts';
import { copiesIn } from './copies.ts';
import { placeAt } from './explore.ts';

/** Plays a tape; prints what the terminal showed, or holds it against a golden file. */
export async function runPlay(request: Request): Promise<Answer> {
  const { golden, update, output, report, format = 'text' } = request.options;
  if (update && golden === undefined) {
    throw new CommandError('--update needs to know which file: --golden FILE', 2);
  }
  const tape = await readTape(request.args[0] as string);
  const outputs = tape.outputs.filter(({ path }) => isText(path));
  for (const one of outputs) refuseOutput(one, output);
  if (report !== undefined) refuseReport(request, outputs);
  const result = await played(tape, request);
  const text = SHOWN[format as keyof typeof SHOWN](result);
  for (const { path } of outputs) writeTo(path, SHOWN.text(result), path !== output);
  if (output !== undefined) writeTo(output, text);
  if (report !== undefined) {
    writeTo(report, reportOf(request.args[0] as string, visible(goldenOf(golden)), visible(text)));
  }
  if (golden !== undefined) return compared(text, golden, update === true);
  return { text: output === undefined ? text.replace(/\n$/, '') : '' };
}

/** The forms of `--format`. */
const SHOWN = {
  text: ({ frames }: PlayResult) => clean(goldenText(frames)),
  styles: ({ frames }: PlayResult) => clean(goldenText(styledFrames(frames))),
  ansi: ({ frames }: PlayResult) =>
    cleanBetween(goldenText(frames.map((frame) => ({ ...frame, text: ansiOf(frame.runs) })))),
  svg: ({ screen }: PlayResult) => {
    const [title = ''] = textOf(screen);
    return svgOf(screen, title.trim().replace(/ {2,}/g, ' · '));
  },
};

/** Text that may hold colours and nothing else that acts on a terminal. */
const cleanBetween = (text: string): string =>
  text
    .split(/(\u001B\[[\d;]*m)/)
    .map((part, index) => (index % 2 === 0 ? clean(part) : part))
    .join('');

/** Colours in signs that can be read, ‹1;38;5;4›, and nothing that acts on a terminal. */
const visible = (text: string): string => clean(text.replace(/\u001B\[([\d;]*)m/g, '‹$1›'));

/** A report tells frames apart, and takes no other file's place. */
function refuseReport({ options, args }: Request, outputs: readonly TapeOutput[]): void {
  const { golden, report = '', output, format } = options;
  if (golden === undefined || format === 'svg') {
    throw new CommandError('--report needs frames to compare with: --golden FILE, not as svg', 2);
  }
  const written = outputs.map(({ path }) => path);
  const taken = [golden, output, ...args, ...written].filter((path) => path !== undefined);
  if (!taken.some((path) => resolve(path) === resolve(report))) return;
  throw new CommandError(`--report ${report} is a file of another use; name one of its own`, 2);
}

/** The frames of a golden file, or none. */
function goldenOf(file = ''): string {
  try {
    return readIfThere(file) ?? '';
  } catch (error) {
    throw new CommandError(`cannot compare with ${file} (${codeOf(error)})`, 2);
  }
}

/** Whether VHS writes the frames to such a file as text. */
const isText = (path: string): boolean => ['.txt', '.ascii', '.test'].includes(extname(path));

async function readTape(path: string): Promise<Tape> {
  const isInput = path === '-';
  const text = isInput ? await textFrom(process.stdin) : readFile(path);
  try {
    return parseTape(text, { file: isInput ? 'standard input' : path });
  } catch (error) {
    if (!(error instanceof TapeError)) throw error;
    throw new CommandError('the tape cannot be played', 2, error.message.split('\n'));
  }
}

function readFile(path: string): string {
  try {
    return readUpTo(path, LONGEST_TAPE).toString('utf8');
  } catch (error) {
    throw new CommandError(`cannot read the tape ${path} (${codeOf(error)})`, 2);
  }
}

/** What a failed system call tells; anything else is no matter of files, and thrown on. */
function codeOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code;
}

/**
 * A folder that is named as an option, by the tape or by the environment; the first of them wins,
 * so that a tape that names its pack plays the same everywhere.
 */
function folderFor(name: 'data' | 'sources', given: Options, launch: Options, tape: Tape) {
  const variable = `RUNGS_${name.toUpperCase()}`;
  const option = given[name] === process.env[variable] ? undefined : given[name];
  return option ?? launch[name] ?? tape.env[variable] ?? given[name];
}

/** Options of the call win over those of the line in the tape that starts the program. */
async function played(tape: Tape, request: Request): Promise<PlayResult> {
  const launch = launchOptions(tape);
  const given = request.options;
  const dir = folderFor('data', given, launch, tape);
  const pack = await (dir === given.data ? request.pack() : openPack(dir));
  const library = createLibrary(pack.data);
  const asked = given.askedLang ?? launch.askedLang ?? tape.settings.lang;
  const language = shownLanguage(asked, library);
  const program = explorerProgram(
    {
      library,
      search: createSearch(pack),
      ...(await copiesIn(folderFor('sources', given, launch, tape))),
    },
    {
      language,
      place: at(tape.launch?.at, () =>
        launch.at === undefined ? undefined : placeAt(launch.at, library),
      ),
      color: given.color === 'auto' ? launch.color : given.color,
      screenReader: launch.screenReader,
    },
  );
  const size = sizeOf(given.size);
  try {
    return await play(tape, program, size && { size });
  } catch (error) {
    if (!(error instanceof PlayError)) throw error;
    throw new CommandError(error.message, 1, error.text);
  }
}

function launchOptions({ launch }: Tape): Options {
  const call = at(launch?.at, () => parseCommandLine(launch?.args ?? [], ''));
  if ('command' in call && call.command === '') return call.options;
  return at(launch?.at, () => {
    throw new CommandError(`a tape plays the explorer, not "rungs ${launch?.args.join(' ')}"`, 2);
  });
}

/** Does what a line of a tape asks for; where that cannot be, it says which line. */
function at<T>(place: TapePosition | undefined, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof CommandError) || !place) throw error;
    const { file, line, column } = place;
    throw new CommandError(
      `${file}:${line}:${column}: ${error.message}`,
      error.code,
      error.details,
    );
  }
}

function sizeOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const size = readSize(text);
  if (!size) throw new CommandError(`"${text}" is no size: ${SETTING_FORMS.size}`, 2);
  return size;
}

/**
 * A tape comes from others: it may make files in the current folder, and no more. What `--output`
 * names is the caller's own word.
 */
function refuseOutput({ path, at: place }: TapeOutput, output: string | undefined): void {
  if (path === output) return;
  const isOutside = isAbsolute(path) || /^\.\.(?:\/|$)/.test(normalize(path));
  const isRefused = isOutside || !isWithin('.', resolve(path));
  if (!isRefused && !isThere(path)) return;
  const why = isRefused ? 'outside this folder' : 'which is there already';
  at(place, () => {
    throw new CommandError(
      `the tape writes to ${path}, ${why}; if you want that: --output ${path}`,
      2,
    );
  });
}

/** Whether something has that name; a link to nothing has, too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}

function writeTo(path: string, text: string, isNew = false): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text, { isNew });
  } catch (error) {
    throw new CommandError(`cannot write ${path} (${codeOf(error)})`, 2);
  }
}

function compared(text: string, file: string, update: boolean): Answer {
  const result = tryCompare(text, file, update);
  switch (result.status) {
    case 'same':
      return { text: '' };
    case 'written':
      return { text: '', note: `${file} is written` };
    case 'missing':
      return { text: '', note: `there is no ${file}; --update writes it`, code: 1 };
    case 'different':
      return {
        text: visible(result.diff).replace(/\n$/, ''),
        note: `the frames are not those of ${file}${named(result.changed)}; --update writes them`,
        code: 1,
      };
  }
}

const MOST_NAMED = 5;

/** " (frame 2; frame 3, ladder; 4 more)". */
function named(changed: readonly ChangedFrame[]): string {
  const labels = changed.slice(0, MOST_NAMED).map(({ number, name }) => frameLabel(number, name));
  const more = changed.length - labels.length;
  const told = more > 0 ? [...labels, `${more} more`] : labels;
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
}

function tryCompare(text: string, file: string, update: boolean) {
  try {
    return compareGolden(text, file, update);
  } catch (error) {
    throw new CommandError(`cannot compare with ${file} (${codeOf(error)})`, 2);
  }
}
