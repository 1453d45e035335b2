/** Pictures of screens, for documents: SVG that needs nothing from outside. */
import {
  type Cell,
  type Color,
  isSameStyle,
  runsOf,
  type Screen,
  type StyledRun,
} from './emulator.ts';

/** In pixels. 0.6 em wide, and as high as most fonts draw their box characters, so that they meet. */
const CELL = { width: 9, height: 17 };
const FONT_SIZE = 15;
const BASELINE = 13;
const PADDING = 14;
const FONTS = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace";
const FOREGROUND = '#d5d8de';
const BACKGROUND = '#17191e';

/** Black, red, green, yellow, blue, magenta, cyan, white; then the same, bright. */
const PALETTE = [
  ...['#2a2e36', '#d0686a', '#8fb573', '#d6b36a', '#6c9fd8', '#b58ac8', '#67b0b5', '#b9bfca'],
  ...['#6b7280', '#e58a8c', '#abd08f', '#e8cc8d', '#8fbcec', '#d0a8e0', '#8accd0', '#f2f4f7'],
];
/** The steps of xterm's 6 × 6 × 6 cube of colours. */
const STEPS = [0, 95, 135, 175, 215, 255];

/**
 * A screen as an SVG document. Every piece of text is set at its column and to its width, so that
 * nothing drifts whatever the font. The same screen gives the same bytes.
 * @param title what the picture shows, for those who cannot see it
 */
export function svgOf(screen: Screen, title: string): string {
  const width = screen.columns * CELL.width + 2 * PADDING;
  const height = screen.rows * CELL.height + 2 * PADDING;
  const rows = screen.cells.flatMap((row, index) => {
    const y = PADDING + index * CELL.height;
    return [...backgrounds(row, y), ...texts(row, y)];
  });
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="6" fill="${BACKGROUND}"/>`,
    `<g font-family="${FONTS}" font-size="${FONT_SIZE}" fill="${FOREGROUND}" xml:space="preserve">`,
    ...rows,
    ...cursor(screen),
    '</g>',
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function backgrounds(row: readonly Cell[], y: number): string[] {
  return runsOf(row).flatMap((run) => {
    const { bg } = paint(run);
    if (bg === undefined) return [];
    return [`<rect ${box(run.column, run.cells, y)} fill="${bg}" shape-rendering="crispEdges"/>`];
  });
}

function texts(row: readonly Cell[], y: number): string[] {
  return runsOf(row, goesOn).flatMap((run) => {
    const isLined = run.style.underline || run.style.strikethrough;
    const text = isLined ? run.text : run.text.trim();
    if (text === '') return [];
    const before = isLined ? 0 : run.text.length - run.text.trimStart().length;
    const cells = run.cells - (run.text.length - text.length);
    const x = PADDING + (run.column + before) * CELL.width;
    return [
      `<text x="${x}" y="${y + BASELINE}" textLength="${cells * CELL.width}" ` +
        `lengthAdjust="spacingAndGlyphs"${attributes(run)}>${escapeXml(text)}</text>`,
    ];
  });
}

/** Fonts agree on the widths of Latin letters alone; all else must stand by itself, or repeat. */
const goesOn = (before: Cell, cell: Cell): boolean =>
  isSameStyle(before, cell) &&
  (before.text === cell.text || (isLatin(before.text) && isLatin(cell.text)));
const isLatin = (text: string): boolean => /^[ -~\u00A1-\u00AC\u00AE-\u024F]$/.test(text);

function attributes({ style }: StyledRun): string {
  const { fg } = paint({ style });
  const decoration = [
    ...(style.underline ? ['underline'] : []),
    ...(style.strikethrough ? ['line-through'] : []),
  ].join(' ');
  return [
    fg === FOREGROUND ? '' : ` fill="${fg}"`,
    style.bold ? ' font-weight="bold"' : '',
    style.italic ? ' font-style="italic"' : '',
    style.dim ? ' fill-opacity="0.6"' : '',
    decoration === '' ? '' : ` text-decoration="${decoration}"`,
  ].join('');
}

function paint({ style }: Pick<StyledRun, 'style'>): { fg: string; bg: string | undefined } {
  const fg = hex(style.fg);
  const bg = hex(style.bg);
  if (style.inverse) return { fg: bg ?? BACKGROUND, bg: fg ?? FOREGROUND };
  return { fg: fg ?? FOREGROUND, bg };
}

function hex(color: Color): string | undefined {
  if (typeof color !== 'number') return color;
  if (color < 16) return PALETTE[color];
  const cube = color - 16;
  const levels =
    color < 232
      ? [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((step) => STEPS[step] ?? 0)
      : Array<number>(3).fill(8 + (color - 232) * 10);
  return `#${levels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
}

function cursor({ cursor, columns }: Screen): string[] {
  if (!cursor.visible || cursor.column >= columns) return [];
  const y = PADDING + cursor.row * CELL.height;
  return [`<rect ${box(cursor.column, 1, y)} fill-opacity="0.5"/>`];
}

const box = (column: number, cells: number, y: number): string =>
  `x="${PADDING + column * CELL.width}" y="${y}" width="${cells * CELL.width}" height="${CELL.height}"`;

const NAMED_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for XML, in which control characters cannot stand at all. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>]/g, (character) => NAMED_ENTITIES[character] as string);
