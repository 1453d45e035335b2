/** Colours and glyphs: the one place that knows how things look. */
import { Chalk, type ColorSupportLevel } from 'chalk';

export type Environment = Readonly<Record<string, string | undefined>>;
export type ColorChoice = 'auto' | 'always' | 'never';

/**
 * How many colours to use: 0 none, 1 sixteen, 2 256, 3 true colour.
 * An option wins over NO_COLOR (no-color.org; empty counts as unset), that over FORCE_COLOR and
 * CLICOLOR_FORCE, and these over what the terminal is.
 */
export function colorLevel(
  env: Environment,
  isTerminal: boolean,
  choice: ColorChoice = 'auto',
): ColorSupportLevel {
  const able = Math.max(1, terminalLevel(env)) as ColorSupportLevel;
  if (choice === 'always') return able;
  if (choice === 'never' || env.NO_COLOR) return 0;
  const forced = env.FORCE_COLOR ?? env.CLICOLOR_FORCE;
  if (forced !== undefined && forced !== '') {
    return forced === '0' || forced === 'false' ? 0 : able;
  }
  if (!isTerminal || env.CLICOLOR === '0') return 0;
  return terminalLevel(env);
}

function terminalLevel(env: Environment): ColorSupportLevel {
  const { TERM: term = '', COLORTERM: colorTerm = '' } = env;
  if (term === 'dumb') return 0;
  if (/truecolor|24bit/.test(colorTerm)) return 3;
  return /256|kitty|ghostty|alacritty|wezterm/.test(term) ? 2 : 1;
}

/** Whether marks and borders must be ASCII: the locale says that nothing else can be shown. */
export function isAscii(env: Environment): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === 'C' || locale === 'POSIX';
}

const GLYPHS = {
  unicode: {
    selected: '▸',
    marked: '●',
    rung: '┊',
    vertical: '│',
    horizontal: '─',
    cross: '┼',
    favours: '▲',
    opposes: '▼',
    expects: '↑',
    possible: '?',
    doubts: '↓',
    none: '–',
    above: '▴',
    below: '▾',
    bullet: '·',
    shared: '◆',
    ellipsis: '…',
    arrow: '→',
    step: '›',
    leader: '·',
  },
  ascii: {
    selected: '>',
    marked: '*',
    rung: '|',
    vertical: '|',
    horizontal: '-',
    cross: '+',
    favours: '+',
    opposes: 'x',
    expects: 'y',
    possible: '?',
    doubts: 'n',
    none: '-',
    above: '^',
    below: 'v',
    bullet: '-',
    shared: '#',
    ellipsis: '...',
    arrow: '->',
    step: '>',
    leader: '.',
  },
} as const;

export type Glyphs = Readonly<Record<keyof (typeof GLYPHS)['unicode'], string>>;
type Paint = (text: string) => string;

/** The looks of everything, by what it means. All of it stays readable without colour. */
export type Theme = {
  glyph: Glyphs;
  /** Marks and borders are ASCII. */
  isAscii: boolean;
  /** Without colours nothing can be lit up. */
  isColored: boolean;
  /** Where one is: the selection, the title of the place. */
  accent: Paint;
  strong: Paint;
  /** What accompanies: labels, sources, hints. */
  dim: Paint;
  /** The two sides. Blue and orange: told apart with any colour vision, on light and dark. */
  yes: Paint;
  no: Paint;
  /** Letters that a search found. */
  match: Paint;
  /** Our translation, as against the words themselves. */
  ours: Paint;
  /** The bar at the top and the line of keys. */
  key: Paint;
  warn: Paint;
  /** The line of a cursor in a text field. */
  cursor: Paint;
};

/** @param ascii use stand-ins for marks and borders */
export function makeTheme(level: ColorSupportLevel, ascii = false): Theme {
  const isColored = level > 0;
  const glyph = ascii ? GLYPHS.ascii : GLYPHS.unicode;
  return { glyph, isAscii: ascii, isColored, ...(isColored ? paints(level) : PLAIN) };
}

type Paints = Omit<Theme, 'glyph' | 'isAscii' | 'isColored'>;

function paints(level: ColorSupportLevel): Paints {
  const chalk = new Chalk({ level });
  return {
    accent: chalk.bold.ansi256(134),
    strong: chalk.bold,
    dim: chalk.dim,
    yes: chalk.ansi256(32),
    no: chalk.ansi256(166),
    match: chalk.black.bgAnsi256(221),
    ours: chalk.italic,
    key: chalk.bold,
    warn: chalk.bold.ansi256(166),
    cursor: chalk.inverse,
  };
}

const asIs: Paint = (text) => text;
const PLAIN: Paints = {
  accent: asIs,
  strong: asIs,
  dim: asIs,
  yes: asIs,
  no: asIs,
  match: asIs,
  ours: asIs,
  key: asIs,
  warn: asIs,
  cursor: asIs,
};
