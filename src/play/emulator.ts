/** A terminal without a window: what a person would see of a program's output. */
import unicode11 from '@xterm/addon-unicode11';
import xterm, { type IBufferCell, type Terminal } from '@xterm/headless';
import type { Size } from './settings.ts';

/** An index into the palette of 256, `#rrggbb`, or the terminal's own. */
export type Color = number | string | undefined;

export type Style = {
  readonly fg: Color;
  readonly bg: Color;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strikethrough: boolean;
};

/** One cell. The right half of a wide character is a cell of width 0 without text. */
export type Cell = Style & { readonly text: string; readonly width: number };

/** Neighbouring cells of the same style, as text. `column` counts from 0; `cells` is the width. */
export type StyledRun = {
  readonly style: Style;
  readonly text: string;
  readonly column: number;
  readonly cells: number;
};

/** What a terminal shows at a moment. */
export type Screen = Size & {
  readonly cells: readonly (readonly Cell[])[];
  /** Counted from 0. */
  readonly cursor: { readonly column: number; readonly row: number; readonly visible: boolean };
  /** Whether it is the alternate screen, that of full-screen programs. */
  readonly alternate: boolean;
};

export type Emulator = {
  /** Takes a program's output. Settles when all of it so far is on the screen. */
  feed(bytes: string | Uint8Array): Promise<void>;
  resize(size: Size): void;
  screen(): Screen;
  /** Whether the program asked to be told what is pasted (mode 2004). */
  readonly bracketedPaste: boolean;
  /** Whether the program is in the middle of a frame (mode 2026), which a terminal would not show. */
  readonly updating: boolean;
  /** The clipboard, into which a program can copy (OSC 52). */
  clipboard: string;
  dispose(): void;
};

/**
 * Starts an empty terminal.
 * @param widths the Unicode version of character widths: most terminals follow 11 (emoji take two
 *   cells), old ones 6 (one cell)
 */
export function createEmulator(size: Size, widths: '6' | '11' = '11'): Emulator {
  const terminal = new xterm.Terminal({
    cols: size.columns,
    rows: size.rows,
    // As the tty driver does for a program in raw mode under Node.
    convertEol: true,
    allowProposedApi: true,
    scrollback: 0,
  });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = widths;
  const seen = watch(terminal);
  return {
    feed: (bytes) => new Promise((resolve) => terminal.write(bytes, resolve)),
    resize: ({ columns, rows }) => terminal.resize(columns, rows),
    screen: () => screenOf(terminal, seen.cursorVisible),
    get bracketedPaste() {
      return terminal.modes.bracketedPasteMode;
    },
    get updating() {
      return terminal.modes.synchronizedOutputMode;
    },
    get clipboard() {
      return seen.clipboard;
    },
    set clipboard(text) {
      seen.clipboard = text;
    },
    dispose: () => terminal.dispose(),
  };
}

/** Notes what the terminal's public interface does not tell. */
function watch(terminal: Terminal): { cursorVisible: boolean; clipboard: string } {
  const seen = { cursorVisible: true, clipboard: '' };
  const onCursor = (visible: boolean) => (parameters: (number | number[])[]) => {
    if (parameters.includes(25)) seen.cursorVisible = visible;
    return false;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, onCursor(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, onCursor(false));
  terminal.parser.registerOscHandler(52, (data) => {
    const payload = data.slice(data.indexOf(';') + 1);
    // A "?" asks for the clipboard, which no terminal hands out unasked.
    if (payload !== '?') seen.clipboard = Buffer.from(payload, 'base64').toString('utf8');
    return true;
  });
  return seen;
}

function screenOf(terminal: Terminal, visible: boolean): Screen {
  const { active } = terminal.buffer;
  const cells = Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(active.viewportY + row);
    return Array.from({ length: terminal.cols }, (_, column) => cellOf(line?.getCell(column)));
  });
  return {
    columns: terminal.cols,
    rows: terminal.rows,
    cells,
    cursor: { column: active.cursorX, row: active.cursorY, visible },
    alternate: active.type === 'alternate',
  };
}

const BLANK: Cell = {
  text: ' ',
  width: 1,
  fg: undefined,
  bg: undefined,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strikethrough: false,
};

/** They order what is shown, and are not shown. */
const ISOLATES = /[\u2066-\u2069]/g;

function cellOf(cell: IBufferCell | undefined): Cell {
  if (!cell) return BLANK;
  const width = cell.getWidth();
  const shown = cell.isInvisible() ? ' '.repeat(width) : cell.getChars().replace(ISOLATES, '');
  return {
    text: shown === '' && width > 0 ? ' ' : shown,
    width,
    fg: cell.isFgDefault() ? undefined : color(cell.getFgColor(), cell.isFgRGB()),
    bg: cell.isBgDefault() ? undefined : color(cell.getBgColor(), cell.isBgRGB()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
    strikethrough: cell.isStrikethrough() !== 0,
  };
}

const color = (value: number, isRgb: boolean): Color =>
  isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;

/** The rows of a screen as plain text, without blanks at their ends. */
export const textOf = (screen: Screen): string[] =>
  screen.cells.map((row) =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );

/** The rows of a screen in pieces of one style. */
export const rowsOf = ({ cells }: Screen): StyledRun[][] => cells.map((row) => runsOf(row));

/** Rows with their colours and attributes, as SGR sequences; each row ends plain. */
export const ansiOf = (rows: readonly (readonly StyledRun[])[]): string[] =>
  rows.map((row) => {
    const runs = row.map(({ style, text }) => {
      const sgr = sgrOf(style);
      return sgr === '' ? text : `\u001B[${sgr}m${text}\u001B[0m`;
    });
    return runs.join('').replace(/ +$/, '');
  });

/** A row, cut where the style changes, or where a cell does not go on with the one before it. */
export function runsOf(
  row: readonly Cell[],
  goesOn: (before: Cell, cell: Cell) => boolean = isSameStyle,
): StyledRun[] {
  const runs: { style: Style; text: string; column: number; cells: number }[] = [];
  let before: Cell | undefined;
  row.forEach((cell, column) => {
    const last = runs.at(-1);
    // The right half of a wide character belongs to its left half, whatever its style.
    if (last && before && (cell.width === 0 || goesOn(before, cell))) {
      last.text += cell.text;
      last.cells += 1;
    } else runs.push({ style: cell, text: cell.text, column, cells: 1 });
    if (cell.width > 0) before = cell;
  });
  return runs;
}

/** Whether two cells look the same but for their character. */
export const isSameStyle = (a: Style, b: Style): boolean =>
  a.fg === b.fg &&
  a.bg === b.bg &&
  a.bold === b.bold &&
  a.dim === b.dim &&
  a.italic === b.italic &&
  a.underline === b.underline &&
  a.inverse === b.inverse &&
  a.strikethrough === b.strikethrough;

function sgrOf(style: Style): string {
  const codes = [
    style.bold && '1',
    style.dim && '2',
    style.italic && '3',
    style.underline && '4',
    style.inverse && '7',
    style.strikethrough && '9',
    style.fg !== undefined && `38;${colorCode(style.fg)}`,
    style.bg !== undefined && `48;${colorCode(style.bg)}`,
  ];
  return codes.filter(Boolean).join(';');
}

function colorCode(value: number | string): string {
  if (typeof value === 'number') return `5;${value}`;
  return `2;${(value.match(/[0-9a-f]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16)).join(';')}`;
}
