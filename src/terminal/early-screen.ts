/**
 * The alternate screen of a terminal before the library that draws on it is loaded, and how that
 * takes it over.
 */
import { anchored } from './anchor.ts';

/** The size of a terminal in cells; of one that does not tell, the usual one. */
export function sizeOf({ columns, rows }: NodeJS.WriteStream): { columns: number; rows: number } {
  return { columns: columns || 80, rows: rows || 24 };
}

const ENTER = '\u001B[?1049h';
const LEAVE = '\u001B[?1049l';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
const HOME = '\u001B[H';
const ERASE_BELOW = '\u001B[J';
/** What comes in between is to be shown at once (mode 2026, "synchronized output"). */
const BEGIN_UPDATE = '\u001B[?2026h';
const END_UPDATE = '\u001B[?2026l';

export type EarlyScreen = {
  /** Writes a frame, the first time to the alternate screen that it enters for it. */
  write(rows: readonly string[]): void;
  /** The terminal for Ink, which draws over what is there instead of entering once more. */
  handOver(): NodeJS.WriteStream;
  /** Leaves the alternate screen, unless that is Ink's already. */
  leave(): void;
};

/** The terminal's screen until Ink has it. */
export function createEarlyScreen(output: NodeJS.WriteStream): EarlyScreen {
  let isEntered = false;
  return {
    write(rows) {
      const text = anchored(rows.map((row) => row.trimEnd()).join('\n'), sizeOf(output).columns);
      const enter = isEntered ? '' : ENTER + HIDE_CURSOR;
      isEntered = true;
      output.write(enter + BEGIN_UPDATE + HOME + ERASE_BELOW + text + END_UPDATE);
    },
    handOver() {
      if (!isEntered) return output;
      isEntered = false;
      output.write(HOME);
      let isFirst = true;
      return writingTo(output, (text, rest) => {
        const isAgain = isFirst && text === ENTER;
        isFirst = false;
        return isAgain ? true : write(output, text, rest);
      });
    },
    leave() {
      if (!isEntered) return;
      isEntered = false;
      try {
        output.write(LEAVE + SHOW_CURSOR);
      } catch {
        // The terminal is gone, and with it the screen.
      }
    },
  };
}

/** A terminal that keeps columns straight, whatever widths it gives to characters. */
export function anchoring(output: NodeJS.WriteStream): NodeJS.WriteStream {
  return writingTo(output, (text, rest) =>
    write(output, anchored(text, sizeOf(output).columns), rest),
  );
}

type Write = (text: string, rest: readonly unknown[]) => boolean;

const write = (output: NodeJS.WriteStream, ...[text, rest]: Parameters<Write>): boolean =>
  (output.write as (...all: unknown[]) => boolean)(text, ...rest);

/** The same stream, but what is written goes through a function. */
function writingTo(output: NodeJS.WriteStream, through: Write): NodeJS.WriteStream {
  const writeThrough = (text: string, ...rest: unknown[]) => through(text, rest);
  return new Proxy(output, {
    get(target, name) {
      if (name === 'write') return writeThrough;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
