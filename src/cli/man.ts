/** The man page, from the table of commands (man(7)). */
import { optionText, shownArgs, shownFlags } from './help.ts';
import { COMMON, type OptionName, optionOf } from './options.ts';
import { COMMANDS, type Command, EXAMPLES, EXPLORER, type Example } from './table.ts';

/** @param version of the program */
export function manPage(version: string): string {
  return `${[
    `.TH RUNGS 1 "" "rungs ${version}" "User Commands"`,
    ...section('NAME', ['rungs \\- explore scenarios of escalation: who says what, word for word']),
    ...section('SYNOPSIS', [
      '.B rungs',
      `[\\-\\-at ADDRESS] [OPTION...]`,
      '.br',
      '.B rungs',
      'COMMAND [ARGUMENT...] [OPTION...]',
    ]),
    ...section('DESCRIPTION', [
      roff(
        'Without a command, rungs opens the explorer; where there is no terminal, it prints an overview. Each command answers one question in one go.',
      ),
    ]),
    '.SH EXAMPLES',
    ...exampleLines(EXAMPLES),
    '.SH COMMANDS',
    ...COMMANDS.flatMap(commandLines),
    '.SH OPTIONS',
    ...optionLines([...EXPLORER.options, ...COMMON]),
    '.SH EXIT STATUS',
    ...[
      '0 done',
      '1 nothing found, or a check failed',
      '2 wrong use, or a bad pack',
      '130 interrupted',
    ].flatMap((line) => item(line.replace(/ .*/, ''), line.replace(/^\d+ /, ''))),
    '.SH FILES',
    ...FILES.flatMap(([name, text]) => item(name, text)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, text]) => item(name, text)),
  ].join('\n')}\n`;
}

const FILES = [
  [
    '$XDG_CONFIG_HOME/rungs/config.yaml (~/.config/rungs/config.yaml)',
    'Language, packs, articles and keys; rungs config tells what is in force.',
  ],
  [
    '$XDG_STATE_HOME/rungs (~/.local/state/rungs)',
    'Marks, filters and place of the explorer, for each pack; --fresh starts without.',
  ],
  [
    '$XDG_CACHE_HOME/rungs (~/.cache/rungs)',
    'Large packs of your own, made ready. Safe to delete.',
  ],
] as const;

const ENVIRONMENT = [
  [
    'RUNGS_DATA',
    'The folder of a pack to read instead of the shipped one, or several with colons between them; --data wins over it.',
  ],
  ['RUNGS_SOURCES', 'The folder with your own copies of the articles; --sources wins over it.'],
  ['RUNGS_DEBUG', 'If set, an unexpected error shows where it happened.'],
  [
    'NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE',
    'Colours, as everywhere; bold and dim stay without. --color wins.',
  ],
  ['COLORFGBG', 'Whether a terminal of 16 colours is light or dark: "0;15", the background last.'],
  ['COLUMNS', 'The width to wrap to; --width wins over it.'],
  ['LC_ALL, LC_CTYPE, LANG', 'C or POSIX: marks and borders are ASCII.'],
] as const;

function commandLines({
  name,
  args,
  summary,
  details,
  options,
  formats,
  examples,
}: Command): string[] {
  return [
    `.SS ${roff(`rungs ${name} ${shownArgs(args)}`.trim())}`,
    roff(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...details.flatMap((detail) => ['.PP', roff(detail)]),
    ...optionLines(options, formats),
    ...exampleLines(examples),
  ];
}

function optionLines(names: readonly OptionName[], formats?: readonly string[]): string[] {
  return names.flatMap((name) => item(shownFlags(optionOf(name).flags), optionText(name, formats)));
}

const exampleLines = (examples: readonly Example[]): string[] =>
  examples.flatMap(({ line, about }) => item(line, about));

function section(title: string, lines: readonly string[]): string[] {
  return [`.SH ${title}`, ...lines];
}

function item(term: string, text: string): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(text)];
}

/** Text that stays text in roff: no escapes, no hyphens made typographic, no requests. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/[^\x00-\x7f]/gu, (mark) => {
      return `\\[u${(mark.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .replace(/^([.'])/, '\\&$1');
}
