/** Programs in a real pseudo-terminal; what they write is kept with the time it came. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const home = mkdtempSync(join(tmpdir(), 'rungs-bench-'));
const ENVIRONMENT = {
  ...process.env,
  // What is kept between runs stays between runs of the bench, and out of its user's own.
  XDG_STATE_HOME: join(home, 'state'),
  XDG_CACHE_HOME: join(home, 'cache'),
  TERM: 'xterm-256color',
  COLORTERM: 'truecolor',
  LANG: 'C.UTF-8',
};

/** Starts a program in a terminal. */
export function spawn(file, args, { columns = 120, rows = 40, env = {} } = {}) {
  const started = performance.now();
  const chunks = [];
  const listeners = new Set();
  const child = pty.spawn(file, args, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: { ...ENVIRONMENT, ...env },
    encoding: null,
  });
  let exited = false;
  const exit = new Promise((resolve) => {
    child.onExit(() => {
      exited = true;
      resolve(performance.now() - started);
    });
  });
  child.onData((data) => {
    const chunk = { at: performance.now(), data };
    chunks.push(chunk);
    for (const listener of listeners) listener(chunk);
  });
  return {
    pid: child.pid,
    started,
    /** What came so far: `at` in milliseconds of `performance.now()`, `data` as bytes. */
    chunks,
    /** Resolves with the milliseconds from its start to its end. */
    exit,
    write: (text) => child.write(text),
    /** Resolves with the time at which what came from now on holds `pattern`. */
    until(pattern, limit = 20_000) {
      return new Promise((resolve, reject) => {
        let text = '';
        const timer = setTimeout(() => reject(new Error(`no ${pattern} in time`)), limit);
        const listener = ({ at, data }) => {
          text += data.toString('latin1');
          if (!pattern.test(text)) return;
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(at);
        };
        listeners.add(listener);
      });
    },
    /** Resolves when nothing has come for `quiet` ms. */
    async settled(quiet = 150) {
      for (;;) {
        const count = chunks.length;
        await new Promise((resolve) => setTimeout(resolve, quiet));
        if (chunks.length === count) return;
      }
    },
    async end() {
      if (!exited) child.write('\u0003');
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
      await exit;
      clearTimeout(timer);
    },
  };
}

/** A screen that output is fed to afterwards, so that emulating costs no time while measuring. */
export function createScreen({ columns, rows }) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 0,
    convertEol: false,
  });
  // The emulator itself loses letters that come in two pieces.
  const decoder = new TextDecoder();
  return {
    feed: (data) =>
      new Promise((resolve) => terminal.write(decoder.decode(data, { stream: true }), resolve)),
    /** All cells as one string, with what makes them look as they do. */
    cells() {
      const { active } = terminal.buffer;
      const rowsOfCells = Array.from({ length: rows }, (_, row) => {
        const line = active.getLine(row);
        let text = '';
        for (let column = 0; column < columns; column += 1) {
          const cell = line?.getCell(column);
          const style = [
            cell?.isBold(),
            cell?.isDim(),
            cell?.isInverse(),
            cell?.isItalic(),
            cell?.getFgColor(),
            cell?.getBgColor(),
          ].join(',');
          text += `${cell?.getChars() || ' '}${style};`;
        }
        return text;
      });
      return rowsOfCells.join('\n');
    },
    text() {
      const { active } = terminal.buffer;
      return Array.from({ length: rows }, (_, row) =>
        (active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
      );
    },
    dispose: () => terminal.dispose(),
  };
}
