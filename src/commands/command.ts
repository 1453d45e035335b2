/** What a command is, what it is given, and what it answers. */

import type { Library } from '../pack/library.ts';
import type { Person } from '../pack/schema.ts';
import type { CompiledPack } from '../search/compile.ts';
import type { NotNamed } from '../search/resolve.ts';
import type { ColorChoice, Theme } from '../terminal/theme.ts';
import type { Language, Look } from '../view/look.ts';
import type { MatrixRows, MatrixSort } from '../view/matrix.ts';
import type { OptionName } from './options.ts';

/** The options as given; those with a default always have a value. */
export type Options = {
  at?: string;
  fresh?: boolean;
  screenReader?: boolean;
  /** One folder, or several as `packFolders` takes them. */
  data?: string;
  sources?: string;
  width?: number;
  color: ColorChoice;
  lang: Language;
  /** The language, where somebody asked for one. */
  askedLang?: Language;
  json?: boolean;
  format?: string;
  limit?: number;
  rows?: MatrixRows;
  sort?: MatrixSort;
  kind?: Person['kind'];
  statements?: boolean;
  record?: string;
  size?: string;
  golden?: string;
  update?: boolean;
  output?: string;
};

/** A command as called. */
export type Request = {
  args: readonly string[];
  options: Options;
  /** Width to wrap to, in cells. */
  columns: number;
  /** Whether that width was asked for or is a terminal's; a list in a pipe is not cut to fit. */
  isFitted: boolean;
  theme: Theme;
  now: Date;
  pack(): Promise<CompiledPack>;
};

/** What a command has to say. */
export type Answer = {
  /** For standard output; where no line feed ends it, one is added. */
  text: string;
  /** For standard error, in one line. */
  note?: string;
  /** 0 done, 1 nothing found or a check failed, 130 interrupted. */
  code?: number;
};

export type Example = { line: string; about: string };

export type Command = {
  name: string;
  /** As in commander: `<needed>`, `[optional]`, `...` after the last where it may be repeated. */
  args: string;
  summary: string;
  /** More than the summary, for its own help and the man page; a paragraph each. */
  details: readonly string[];
  options: readonly OptionName[];
  /** What `--format` takes, the first one unless told. */
  formats?: readonly string[];
  /** What can be completed for its arguments. */
  completes?: 'records' | 'scenarios' | 'kinds' | 'shells' | 'commands' | 'folders' | 'forms';
  examples: readonly Example[];
  run(request: Request): Answer | Promise<Answer>;
};

/** A command cannot do what it was asked; its message is shown in one line. */
export class CommandError extends Error {
  override name = 'CommandError';
  /**
   * @param code 1 nothing found or a check failed, 2 wrong use
   * @param details lines to be shown below the message, as they are
   */
  constructor(
    message: string,
    readonly code: 1 | 2,
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The error for a name that names nothing, or more than one thing. */
export function notFound({ problem, nearest }: NotNamed): CommandError {
  const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
  return new CommandError(problem + hint, 1);
}

/** The widest lines of running text that are read with ease. */
const READABLE = 100;

/** The width of running text: no wider than can be read, unless a width was asked for. */
export function proseColumns({ columns, options }: Request): number {
  return options.width === undefined ? Math.min(columns, READABLE) : columns;
}

/** How a request is to be shown. @param terms folded words to light up */
export function lookOf(request: Request, library: Library, terms: readonly string[] = []): Look {
  const { theme, now, options } = request;
  return { library, theme, language: options.lang, terms, now };
}

/** JSON as a person can read it, too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
