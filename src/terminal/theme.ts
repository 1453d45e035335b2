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
    dash: '┈',
    vertical: '│',
    horizontal: '─',
    cross: '┼',
    favours: '▲',
    opposes: '▼',
    expects: '↑',
    possible: '?',
    doubts: '↓',
    'nobody-for': '△',
    'nobody-against': '▽',
    none: '–',
    above: '▴',
    below: '▾',
    bullet: '·',
    shared: '◆',
    ellipsis: '…',
    differs: '*',
    arrow: '→',
    step: '›',
    leader: '·',
    branch: '├',
    branchEnd: '└',
    bar: '▆',
    barOpen: '░',
    lit: '┃',
  },
  ascii: {
    selected: '>',
    marked: '*',
    rung: '|',
    dash: '.',
    vertical: '|',
    horizontal: '-',
    cross: '+',
    favours: '+',
    opposes: 'x',
    expects: 'y',
    possible: '?',
    doubts: 'n',
    'nobody-for': '^',
    'nobody-against': 'v',
    none: '-',
    above: '^',
    below: 'v',
    bullet: '-',
    shared: '#',
    ellipsis: '...',
    differs: '*',
    arrow: '->',
    step: '>',
    leader: '.',
    branch: '|',
    branchEnd: '`',
    bar: '#',
    barOpen: '?',
    lit: '#',
  },
} as const;

export type Glyphs = Readonly<Record<keyof (typeof GLYPHS)['unicode'], string>>;
type Paint = (text: string) => string;

/** The looks of everything, by what it means. All of it stays readable without colour. */
export type Theme = {
  glyph: Glyphs;
  /** Marks and borders are ASCII. */
  isAscii: boolean;
  /** Whether anything can be lit up: by a colour, or underlined where colours are refused. */
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

/** What is behind the text, as far as a terminal tells. */
type Ground = 'dark' | 'light' | 'unknown';

/** Light or dark by COLORFGBG ("15;0", the background last); the Linux console is black. */
export function groundOf({ COLORFGBG: colors = '', TERM: term }: Environment): Ground {
  const background = /;(\d+)$/.exec(colors)?.[1];
  if (background === undefined) return term === 'linux' ? 'dark' : 'unknown';
  return ['7', '9', '10', '11', '12', '13', '14', '15'].includes(background) ? 'light' : 'dark';
}

/** How a theme is made. */
type ThemeOptions = {
  /** Use stand-ins for marks and borders. */
  ascii?: boolean;
  /** Without colours, keep bold and dim. */
  weights?: boolean;
  ground?: Ground;
};

/** The theme for a terminal or a pipe, by its environment and the option `--color`. */
export function themeFor(
  env: Environment,
  isTerminal: boolean,
  choice: ColorChoice = 'auto',
): Theme {
  return makeTheme(colorLevel(env, isTerminal, choice), {
    ascii: isAscii(env),
    // Who refuses colours has not refused what is bold; a dumb terminal has nothing of either.
    weights: isTerminal && choice !== 'never' && env.TERM !== 'dumb',
    ground: groundOf(env),
  });
}

/** @param level as `colorLevel` tells */
export function makeTheme(
  level: ColorSupportLevel,
  { ascii = false, weights = false, ground = 'unknown' }: ThemeOptions = {},
): Theme {
  const paints = paintsFor(level, weights, ground);
  const glyph = ascii ? GLYPHS.ascii : GLYPHS.unicode;
  return { glyph, isAscii: ascii, isColored: paints !== PLAIN, ...paints };
}

type Paints = Omit<Theme, 'glyph' | 'isAscii' | 'isColored'>;

function paintsFor(level: ColorSupportLevel, weights: boolean, ground: Ground): Paints {
  if (level >= 2) return colored(level, PALETTE);
  if (level === 1) return colored(level, SIXTEEN[ground]);
  return weights ? weighted() : PLAIN;
}

/** Colours that mean something, by what they mean; one that is missing is the terminal's own. */
export type Colors = Partial<Record<'accent' | 'yes' | 'no', number>> & { match: number };

/** Of the 256: each has a contrast of at least 4.5 on black and on white, which few have. */
export const PALETTE: Colors = { accent: 98, yes: 63, no: 131, match: 221 };

/**
 * Of the 16: none has 4.5 on black and on white everywhere, so it depends on the ground; where that
 * is unknown, marks and bold say the same.
 */
export const SIXTEEN: Readonly<Record<Ground, Colors>> = {
  dark: { accent: 13, yes: 6, no: 9, match: 11 },
  light: { accent: 5, yes: 4, no: 1, match: 11 },
  unknown: { match: 11 },
};

function colored(level: ColorSupportLevel, { accent, yes, no, match }: Colors): Paints {
  const chalk = new Chalk({ level });
  const inColor = (paint: typeof chalk, color: number | undefined) =>
    color === undefined ? paint : paint.ansi256(color);
  return {
    accent: inColor(chalk.bold, accent),
    strong: chalk.bold,
    dim: chalk.dim,
    yes: yes === undefined ? asIs : chalk.ansi256(yes),
    no: no === undefined ? asIs : chalk.ansi256(no),
    match: chalk.black.bgAnsi256(match),
    ours: chalk.italic,
    key: chalk.bold,
    warn: inColor(chalk.bold, no),
    cursor: chalk.inverse,
  };
}

/** Bold, dim and the like, in the terminal's own colours. */
function weighted(): Paints {
  const chalk = new Chalk({ level: 1 });
  return {
    ...PLAIN,
    accent: chalk.bold,
    strong: chalk.bold,
    dim: chalk.dim,
    match: chalk.underline,
    ours: chalk.italic,
    key: chalk.bold,
    warn: chalk.bold,
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
