/** The explorer as a program that a tape can drive, in this process, on streams made up for it. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { KEYMAP } from '../explorer/keymap.ts';
import type { World } from '../explorer/state.ts';
import { type OpenOptions, openExplorer } from '../screen/open.ts';
import { clipboardIn } from '../terminal/clipboard.ts';
import { type ColorChoice, themeFor } from '../terminal/theme.ts';
import type { StartProgram } from './player.ts';

type Launch = Pick<OpenOptions, 'place' | 'language' | 'screenReader' | 'watcher'> & {
  /** Wins over what the tape's environment says about colours. */
  color?: ColorChoice;
};

/** @param parts what the explorer shows; theme and clock are the played terminal's */
export function explorerProgram(
  parts: Pick<World, 'library' | 'search' | 'copies'>,
  { color, screenReader, ...launch }: Launch = {},
): StartProgram {
  return ({ columns, rows, env, now, write }) => {
    const input = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: () => input,
      ref: () => input,
      unref: () => input,
    });
    const output = Object.assign(new EventEmitter(), {
      isTTY: true,
      columns,
      rows,
      writable: true,
      write: (bytes: string, done?: unknown) => {
        write(bytes);
        if (typeof done === 'function') queueMicrotask(() => done());
        return true;
      },
    });
    const theme = themeFor(env, true, color);
    const explorer = openExplorer(
      { ...parts, keymap: KEYMAP, theme, now, clipboard: clipboardIn(env, ['osc52']) },
      { input: input as never, output: output as never },
      { ...launch, screenReader: screenReader ?? env.INK_SCREEN_READER === 'true' },
    );
    return {
      input: (bytes) => void input.write(bytes),
      resize(toColumns, toRows) {
        output.columns = toColumns;
        output.rows = toRows;
        output.emit('resize');
      },
      async settled() {
        // A chunk reaches the decoder on the next turn of the event loop.
        await new Promise((resolve) => setImmediate(resolve));
        await explorer.settled();
      },
      exited: explorer.exited,
      stop: () => explorer.stop(),
    };
  };
}
