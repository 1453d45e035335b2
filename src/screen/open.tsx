import chalk from 'chalk';
import { render } from 'ink';
import { createPages } from '../explorer/pages.ts';
import type { Effect, State, World } from '../explorer/state.ts';
import { type Beginning, initialState } from '../explorer/state.ts';
import { createExplorer } from '../explorer/update.ts';
import { copySequence } from '../terminal/clipboard.ts';
import { createKeyDecoder, type Key } from '../terminal/input.ts';
import { onFatalSignal, openSession, stopUntilContinued } from '../terminal/session.ts';
import { Screen, type Suspend } from './screen.tsx';

/** A terminal: Node's own streams, or stand-ins for them in scripted runs. */
export type Terminal = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
};

export type OpenExplorer = {
  /** The exit code, once the terminal is whole again. */
  exited: Promise<number>;
  /** Resolves when everything typed so far is handled and its frame written. */
  settled(): Promise<void>;
  /** Ends it from outside, as a signal would. */
  stop(): void;
};

/** At 30 frames a second Ink holds keys back for 30 ms; at this rate for hardly any time. */
const MAX_FPS = 120;

/**
 * Opens the explorer in the alternate screen of a terminal.
 *
 * @param onEnd told the last state, when the terminal has been given back
 */
export function openExplorer(
  world: World,
  { input, output }: Terminal,
  { onEnd, ...beginning }: Beginning & { onEnd?: (state: State) => void } = {},
): OpenExplorer {
  // Ink writes with chalk's default instance; our rows are styled already.
  chalk.level = 0;
  const explorer = createExplorer(world, createPages(world));
  let state: State = initialState(sizeOf(output), beginning);
  let isDrawn = true;
  let isStopped = false;

  let suspendInk: Suspend = (meanwhile) => meanwhile();
  const onMount = (suspend: Suspend) => {
    suspendInk = suspend;
  };

  const element = () => (
    <Screen state={state} explorer={explorer} world={world} onMount={onMount} />
  );
  const show = (next: State) => {
    state = next;
    if (!isDrawn) return;
    isDrawn = false;
    queueMicrotask(() => {
      isDrawn = true;
      if (!isStopped) ink.rerender(element());
    });
  };
  const onKey = (key: Key) => {
    if (isStopped) return;
    const { state: next, effects } = explorer.press(state, key);
    show(next);
    for (const effect of effects) perform(effect);
  };
  const onResize = () => {
    state = explorer.resize(state, sizeOf(output));
    if (!isStopped) ink.rerender(element());
  };

  // Before Ink's own listener: it must find rows of the new size when it draws.
  output.on('resize', onResize);
  const ink = render(element(), {
    stdout: output,
    stdin: input,
    interactive: true,
    alternateScreen: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: MAX_FPS,
  });
  const decoder = createKeyDecoder(onKey);
  const session = openSession(input, output, (chunk) => decoder.write(chunk));

  let finish: (code: number) => void = () => {};
  const exited = new Promise<number>((resolve) => {
    finish = resolve;
  });
  const stop = (code: number) => {
    if (isStopped) return;
    isStopped = true;
    session.release();
    output.off('resize', onResize);
    input.off('end', onInputEnd);
    ignoreSignals();
    ink.unmount();
    onEnd?.(state);
    void ink.waitUntilExit().then(
      () => finish(code),
      () => finish(code),
    );
  };
  const onInputEnd = () => stop(0);
  input.on('end', onInputEnd);
  const ignoreSignals = onFatalSignal(stop);

  const suspend = async () => {
    session.release();
    await suspendInk(stopUntilContinued);
    session.take();
    onResize();
  };
  const perform = (effect: Effect) => {
    if (effect.kind === 'copy') output.write(copySequence(effect.text));
    else if (effect.kind === 'quit') stop(effect.code);
    else void suspend();
  };

  return {
    exited,
    stop: () => stop(0),
    async settled() {
      decoder.flush();
      await Promise.resolve();
      if (!isStopped) await ink.waitUntilRenderFlush();
    },
  };
}

function sizeOf({ columns, rows }: NodeJS.WriteStream): State['size'] {
  return { columns: columns || 80, rows: rows || 24 };
}
