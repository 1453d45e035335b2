/** Help, examples first, from the table of commands. */
import { nearestHint } from '../pack/nearest.ts';
import { wrap } from '../terminal/text.ts';
import { CommandError } from './error.ts';
import { COMMON, type OptionName, optionOf } from './options.ts';
import { COMMANDS, type Command, EXAMPLES, EXPLORER, type Example } from './table.ts';

/** The error for a command that does not exist. @param isAsked whether help was asked for, not the command */
export function unknownCommand(name: string, isAsked = false): CommandError {
  const names = COMMANDS.map((command) => command.name);
  const nearest = nearestHint(name, names);
  const hint = isAsked ? nearest : `${ended(nearest)} To search: rungs search ${name} …`;
  return new CommandError(`there is no command "${name}"; ${hint}`, 2);
}

/** With a full stop, unless it ends with a sign of its own. */
const ended = (text: string): string => (/\W$/.test(text) ? text : `${text}.`);

const INDENT = 2;
const WIDEST = 100;

/** What `rungs --help` prints. @param columns the width in cells */
export function programHelp(columns: number): string {
  const commands = COMMANDS.map(
    ({ name, args, summary }): Row => [`${name} ${shownArgs(args)}`, summary],
  );
  return page(columns, [
    ['', ['Who says what about each step of escalation, for and against, word for word.']],
    ['Examples', exampleRows(EXAMPLES)],
    ['Usage', ['rungs [--at ADDRESS] [OPTION...]', 'rungs COMMAND [ARGUMENT...] [OPTION...]']],
    ['Commands', commands],
    ['Options', optionRows([...EXPLORER.options, ...COMMON])],
    [
      'Words',
      [
        'A translation is ours, of the words in the article; where these may be a translation themselves, what the speaker said may have been in another language.',
      ],
    ],
    [
      'Exit codes',
      ['0 done, 1 nothing found or a check failed, 2 wrong use or a bad pack, 130 interrupted'],
    ],
  ]);
}

/** What `rungs COMMAND --help` prints. @param columns the width in cells */
export function commandHelp({ name, args, ...command }: Command, columns: number): string {
  const { summary, details, examples, options, formats } = command;
  return page(columns, [
    ['Examples', exampleRows(examples)],
    ['Usage', [`rungs ${name} ${shownArgs(args)} [OPTION...]`.replaceAll('  ', ' ')]],
    ['', [`${summary.charAt(0).toUpperCase()}${ended(summary.slice(1))}`, ...details]],
    ['Options', optionRows([...options, ...COMMON], formats)],
  ]);
}

/** "<words...>" → "WORDS...", "[kind]" → "[KIND]". */
export function shownArgs(args: string): string {
  return args.replace(/<([^>]+)>/g, '$1').toUpperCase();
}

/** An option and what it takes or may take: "--limit COUNT", "--print[=FORM]". */
export function shownFlags(flags: string): string {
  const needed = flags.replace(/<([^>]+)>/g, (_, name: string) => name.toUpperCase());
  return needed.replace(/ \[([^\]]+)\]/g, (_, name: string) => `[=${name.toUpperCase()}]`);
}

/** What an option does, with its choices and its default. */
export function optionText(name: OptionName, formats: readonly string[] = []): string {
  const { about, choices, default: fallback, preset = fallback } = optionOf(name, formats);
  const shown = choices?.map((choice) => (choice === preset ? `${choice} (default)` : choice));
  return shown ? `${about}: ${shown.join(', ')}` : about;
}

/** Two columns, or a paragraph. */
type Row = readonly [left: string, right: string] | string;

const exampleRows = (examples: readonly Example[]): Row[] =>
  examples.map(({ line, about }): Row => [line, about]);

function optionRows(names: readonly OptionName[], formats?: readonly string[]): Row[] {
  return names.map((name): Row => [shownFlags(optionOf(name).flags), optionText(name, formats)]);
}

function page(columns: number, sections: readonly (readonly [string, readonly Row[]])[]): string {
  const room = Math.min(columns, WIDEST);
  return sections
    .map(([title, rows]) =>
      [...(title ? [`${title}:`] : []), ...rowLines(rows, room, title)].join('\n'),
    )
    .join('\n\n');
}

function rowLines(rows: readonly Row[], columns: number, title: string): string[] {
  const indent = title === '' ? 0 : INDENT;
  const pad = ' '.repeat(indent);
  const lefts = rows.flatMap((row) => (typeof row === 'string' ? [] : [row[0].length]));
  const left = Math.max(0, ...lefts) + INDENT;
  const isBeside = columns - indent - left >= 24;
  return rows.flatMap((row) => {
    if (typeof row === 'string') return wrap(row, columns - indent).map((line) => pad + line);
    const [name, text] = row;
    if (!isBeside)
      return [
        ...wrap(name, columns - indent).map((line) => pad + line),
        ...wrap(text, columns - 2 * INDENT - indent).map((line) => `${pad}    ${line}`),
      ];
    return wrap(text, columns - indent - left).map(
      (line, index) => pad + (index === 0 ? name : '').padEnd(left) + line,
    );
  });
}
