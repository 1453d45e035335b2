/** The options of all commands, each described once. */

import { LANGUAGES } from '../document/document.ts';
import { MATRIX_ROWS, MATRIX_SORTS, type MatrixRows, type MatrixSort } from '../findings/matrix.ts';
import type { Person } from '../pack/schema.ts';
import { KINDS } from '../pack/values.ts';
import type { ColorChoice } from '../terminal/theme.ts';

/** What the explorer leaves of the record that is selected. */
const PRINTED = ['id', 'quote', 'json'] as const;

/** What can be completed: these words, or the ids, commands and paths that there are. */
export type Completes =
  | readonly string[]
  | 'records'
  | 'scenarios'
  | 'commands'
  | 'files'
  | 'folders';

export type Option = {
  /** As commander writes them. */
  flags: string;
  about: string;
  choices?: readonly string[];
  default?: string;
  /** Its value where it is given without one. */
  preset?: string;
  /** What can be completed for its value, other than its choices. */
  completes?: Completes;
  /** The largest number that it takes: its value is a whole number from 1 on. */
  most?: number;
};

/** Whether what is completed is a path, to be used as it was typed. */
export const isPath = (completes: Completes | undefined): boolean =>
  completes === 'files' || completes === 'folders';

/** The widest lines that are asked for: longer ones than any pack holds. */
export const MOST_COLUMNS = 10_000;

export const OPTIONS = {
  at: {
    flags: '--at <address>',
    about: 'open the explorer at this address',
    completes: 'records',
  },
  fresh: { flags: '--fresh', about: 'open the explorer without what was kept from the last time' },
  'screen-reader': {
    flags: '--screen-reader',
    about: 'say everything in words, without boxes (or INK_SCREEN_READER=true)',
  },
  record: {
    flags: '--record <file>',
    about: 'write the session as a tape, which rungs play plays back',
    completes: 'files',
  },
  print: {
    flags: '--print [form]',
    about: 'when q ends the explorer, print the record that is selected',
    choices: PRINTED,
    preset: 'id',
  },
  data: {
    flags: '--data <dir>',
    about:
      'read the pack in this folder instead of the shipped one (or RUNGS_DATA); given again, packs are merged',
    completes: 'folders',
  },
  lang: {
    flags: '--lang <language>',
    about: 'the words of the sources with our translation (both), original or translation',
    completes: LANGUAGES,
    default: 'both',
  },
  color: {
    flags: '--color <when>',
    about: 'colours',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
  },
  width: {
    flags: '--width <cells>',
    about: 'wrap to this width (or COLUMNS)',
    most: MOST_COLUMNS,
  },
  json: { flags: '--json', about: 'print JSON with the field names of the YAML' },
  format: { flags: '--format <form>', about: 'print in this form' },
  short: { flags: '--short', about: 'one line a hit, whole, to read aloud or to paste' },
  size: {
    flags: '--size <size>',
    about: 'columns and rows, such as 120x40, whatever the tape says',
  },
  golden: { flags: '--golden <file>', about: 'compare with this file', completes: 'files' },
  report: {
    flags: '--report <file>',
    about: 'write a page (HTML) of the frames that differ from the golden file',
    completes: 'files',
  },
  update: { flags: '--update', about: 'write the golden file where it differs' },
  output: {
    flags: '--output <file>',
    about: 'write to this file instead of standard output',
    completes: 'files',
  },
  limit: {
    flags: '--limit <count>',
    about: 'show at most so many (JSON: all unless told)',
    most: Number.MAX_SAFE_INTEGER,
  },
  rows: {
    flags: '--rows <what>',
    about: 'a row for each of these',
    choices: MATRIX_ROWS,
    default: 'speakers',
  },
  sort: {
    flags: '--sort <by>',
    about: 'order of the rows',
    choices: MATRIX_SORTS,
    default: 'kind',
  },
  kind: {
    flags: '--kind <kind>',
    about: 'only people of this kind',
    completes: KINDS,
  },
  before: {
    flags: '--before <scenario>',
    about: 'put it directly before this one, a rung lower',
    completes: 'scenarios',
  },
  after: {
    flags: '--after <scenario>',
    about: 'put it directly after this one, a rung higher',
    completes: 'scenarios',
  },
  statements: { flags: '--statements', about: 'what was said, too' },
  sources: {
    flags: '--sources <dir>',
    about: 'folder with your own copies of the articles (or RUNGS_SOURCES)',
    completes: 'folders',
  },
  articles: {
    flags: '--articles <dir>',
    about: 'folder with the articles (as --sources; without either, articles/ in the pack)',
    completes: 'folders',
  },
  fix: {
    flags: '--fix',
    about:
      'in articles that were corrected, find all passages again and rewrite offsets and hashes',
  },
  empty: { flags: '--empty', about: 'a pack with nothing in it, to be filled by add and import' },
  answers: {
    flags: '--answers <file>',
    about: 'answers by the names of the questions, in YAML or JSON (- is standard input)',
    completes: 'files',
  },
  watch: {
    flags: '--watch',
    about: 'check again whenever a file of the pack changes; ends with Ctrl-C',
  },
  'dry-run': { flags: '--dry-run', about: 'say what would be written, and write nothing' },
  example: { flags: '--example', about: 'write an example to begin with' },
  schema: { flags: '--schema', about: 'print the JSON Schema of what it takes' },
  help: { flags: '-h, --help', about: 'show help' },
  version: { flags: '-V, --version', about: 'show the version' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;

/** Those that every command takes, in any place. */
export const COMMON = ['data', 'sources', 'lang', 'color', 'width', 'help'] as const;

/** An option with what one command makes of it. */
export function optionOf(name: OptionName, formats: readonly string[] = []): Option {
  const option: Option = OPTIONS[name];
  return name === 'format' ? { ...option, choices: formats, default: formats[0] ?? '' } : option;
}

/** The options as given; those with a default always have a value. */
export type Options = {
  at?: string;
  fresh?: boolean;
  screenReader?: boolean;
  /** One folder, or several as `packFolders` takes them. */
  data?: string;
  sources?: string;
  articles?: string;
  empty?: boolean;
  fix?: boolean;
  answers?: string;
  watch?: boolean;
  dryRun?: boolean;
  schema?: boolean;
  example?: boolean;
  width?: number;
  color: ColorChoice;
  lang: string;
  /** The language, where somebody asked for one. */
  askedLang?: string;
  json?: boolean;
  format?: string;
  limit?: number;
  short?: boolean;
  rows?: MatrixRows;
  sort?: MatrixSort;
  kind?: Person['kind'];
  before?: string;
  after?: string;
  statements?: boolean;
  record?: string;
  print?: (typeof PRINTED)[number];
  size?: string;
  golden?: string;
  report?: string;
  update?: boolean;
  output?: string;
};
