/**
 * Tapes: scripts of keys in the grammar of VHS (github.com/charmbracelet/vhs). What VHS knows and a
 * terminal of cells has no use for (fonts, themes, pixels, typing speed) is read and ignored. What
 * VHS has no word for stands in comments, so that it reads the same tape:
 *
 *     # size: 120x40         before the first command the size, after it a resize
 *     # lang: de             both, original or translation; this and the next two before the first command alone
 *     # now: 2026-11-22      or 2026-11-22T10:00Z
 *     # color: none          none, 16, 256 or truecolor
 *     # send: F1             a key that VHS does not know, or any bytes as a JSON string
 *
 * Other than in VHS, a command ends with its line, an unclosed string is an error, Home and F1 to F12
 * are commands, and a Screenshot names a frame, with or without ".png".
 */
import { type Problem, problemLines } from '../pack/problem.ts';
import { isWithin, readUpTo, Unreadable } from '../system/read.ts';
import { clean } from '../terminal/text.ts';
import type { Draft, TapeCommand, TapeOutput } from './draft.ts';
import { Parser } from './parser.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { type TapePosition, tokenize } from './tokens.ts';

export type Tape = {
  readonly settings: Settings;
  /** From `Env`, wherever it stands, as in VHS. */
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: readonly TapeOutput[];
  /**
   * The arguments of the line that starts the program in VHS's shell (`Type "rungs --data x"` and
   * `Enter` as the tape's first keys), which is not among the commands; undefined without one.
   */
  readonly launch: { readonly args: readonly string[]; readonly at: TapePosition } | undefined;
  readonly commands: readonly TapeCommand[];
};

/** A tape that cannot be read; carries every problem found, in the order of the tape. */
export class TapeError extends Error {
  override name = 'TapeError';
  constructor(readonly problems: readonly Problem[]) {
    super(problemLines(problems).join('\n'));
  }
}

/** In bytes; a session of a day is shorter. */
export const LONGEST_TAPE = 2 ** 20;

/** The tape that a `Source` names: a plain file in the current folder. */
function readBeside(path: string): string {
  if (!isWithin('.', path)) throw new Unreadable('lies outside this folder');
  return readUpTo(path, LONGEST_TAPE, { plain: true }).toString('utf8');
}

type ParseOptions = {
  /** What to call the tape in messages. */
  readonly file?: string;
  /** Reads the tape that a `Source` names (VHS: from the current folder). Throws if it cannot. */
  readonly readSource?: (path: string) => string;
};

/** Reads a tape. @throws TapeError */
export function parseTape(text: string, options: ParseOptions = {}): Tape {
  const { file = 'tape', readSource = readBeside } = options;
  const draft: Draft = {
    settings: { ...DEFAULTS },
    env: {},
    outputs: [],
    names: new Map(),
    commands: [],
    problems: [],
    waitPattern: undefined,
    source: (path) => parse(readSource(path), clean(path), true),
  };
  const parse = (tape: string, name: string, sourced: boolean) => {
    const tokens = tokenize(tape.replace(/^\uFEFF/, ''), { file: name, line: 1, column: 1 });
    new Parser(tokens, draft, sourced).run();
  };
  parse(text, file, false);
  if (draft.problems.length > 0) throw new TapeError(draft.problems);
  const { settings, env, outputs, commands } = draft;
  return { settings, env, outputs, ...takeLaunch(commands) };
}

const LAUNCH =
  /^(?:npm (?:run )?start(?: --)?|(?:(?:npx|node) +)?(?:\S*\/)?rungs(?:\.js)?)(?: +(.*?))? *$/;

/** Parts the line that starts the program from the commands. */
function takeLaunch(commands: readonly TapeCommand[]): Pick<Tape, 'launch' | 'commands'> {
  const [line, enter] = commands.filter((command) => command.kind === 'keys');
  const match = LAUNCH.exec(line?.keys.join('') ?? '');
  if (!line || !match || enter?.keys.join('') !== '\r') return { launch: undefined, commands };
  const rest = commands.filter((command) => command !== line && command !== enter);
  return { launch: { args: wordsOf(match[1] ?? ''), at: line.at }, commands: rest };
}

/** A line in words, as a shell takes it: quotes keep spaces together. */
const wordsOf = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|'[^']*'|[^ ])+/g) ?? []).map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double = '', single = '') => double + single),
  );
