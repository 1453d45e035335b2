/** What every command is given and answers, and what several of them do. */

import type { Config } from '../cli/configuration.ts';
import { CommandError } from '../cli/error.ts';
import type { Options } from '../cli/options.ts';
import {
  type Blocks,
  block,
  LANGUAGES,
  type Language,
  type Telling,
} from '../document/document.ts';
import { languageAsked } from '../document/labels.ts';
import type { Pinned } from '../document/timeline.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import type { NotNamed } from '../pack/naming.ts';
import { plainPage } from '../render/plain.ts';
import type { Look } from '../render/terminal.ts';
import type { CompiledPack } from '../store/compiled.ts';
import type { Theme } from '../terminal/theme.ts';

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
  /** What the user's configuration says; nothing where it is not to be read. */
  config?: Config;
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

/** What a command does. */
export type Runner = (request: Request) => Answer | Promise<Answer>;

/** The error for a name that names nothing, or more than one thing. */
export function notFound({ problem, nearest, isAmbiguous }: NotNamed): CommandError {
  if (nearest.length === 0) return new CommandError(problem, 1);
  const ids = nearest.join(', ');
  return new CommandError(isAmbiguous ? `${problem}: ${ids}` : `${problem}; nearest: ${ids}`, 1);
}

/** The widest lines of running text that are read with ease. */
const READABLE = 100;

/** The width of running text: no wider than can be read, unless a width was asked for. */
export function proseColumns({ columns, options }: Request): number {
  return options.width === undefined ? Math.min(columns, READABLE) : columns;
}

/** The pack, to look things up in. */
export async function libraryOf({ pack }: Request): Promise<Library> {
  return createLibrary((await pack()).data);
}

/** Which words of quotes somebody asked for. @throws CommandError where there are none such */
export function shownLanguage(asked: string, library: Library): Language {
  const language = languageAsked(asked, library);
  if (language) return language;
  const { pack, sources } = library.data;
  const tags = new Set([...sources, pack].map((one) => one.language));
  throw new CommandError(
    `"${asked}" is no language here: --lang is ${LANGUAGES.join(', ')}, or one of ${[...tags].join(', ')}`,
    2,
  );
}

/** What documents are made from. */
export function tellingOf({ now, options }: Request, library: Library): Telling {
  return { library, language: shownLanguage(options.lang, library), now };
}

/** How they are painted. @param terms folded words to light up */
export function lookOf({ theme, isFitted }: Request, terms: readonly string[] = []): Look {
  return { theme, terms, isWhole: true, ...(isFitted ? {} : { isUnwrapped: true }) };
}

/** Blocks as the answer, wrapped to a width for reading, or to all there is. */
export function pageAnswer(
  blocks: Blocks,
  request: Request,
  columns = proseColumns(request),
): Answer {
  return { text: plainPage(blocks, columns, lookOf(request)) };
}

/** As `pageAnswer`; what the explorer keeps in sight above a page stands at its beginning. */
export const pinnedAnswer = (
  { pinned, blocks }: Pinned,
  request: Request,
  columns?: number,
): Answer => pageAnswer([block('head', ...pinned), ...blocks], request, columns);

/** JSON as a person can read it, too, with nothing in it that acts on a terminal: paths are raw. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
