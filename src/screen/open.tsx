import chalk from 'chalk';
import { render } from 'ink';
import { createPages } from '../explorer/pages.ts';
import {
  type Beginning,
  type Effect,
  initialState,
  type State,
  type World,
} from '../explorer/state.ts';
import { createExplorer } from '../explorer/update.ts';
import { anchored } from '../terminal/anchor.ts';
import { copySequence } from '../terminal/clipboard.ts';
import { createKeyDecoder, type Key } from '../terminal/input.ts';
import { guardProcess, openSession, stopGroup } from '../terminal/session.ts';
import { Screen, type Suspend } from './screen.tsx';
import { SPOKEN_SIZE, Spoken, spokenTheme } from './spoken.tsx';

/** A terminal: Node's own streams, or stand-ins for them in scripted runs. */
export type Terminal = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
};

export type OpenOptions = Beginning & {
  /** Say it in words, line by line, instead of drawing it. */
  screenReader?: boolean | undefined;
  /** Told the last state when the terminal has been given back, but not after an error. */
  onEnd?: (state: State) => void;
};

export type OpenExplorer = {
  /**
   * The exit code, once the terminal is whole again; rejects, as late, with what was thrown while
   * the explorer ran.
   */
  exited: Promise<number>;
  /** Resolves when everything typed so far is handled and its frame written. */
  settled(): Promise<void>;
  /** Ends it from outside, as a signal would. */
  stop(): void;
};

/** At 30 frames a second Ink holds keys back for 30 ms; at this rate for hardly any time. */
const MAX_FPS = 120;

type End = { code: number } | { error: unknown };

/** Opens the explorer in the alternate screen of a terminal. */
export function openExplorer(
  givenWorld: World,
  { input, output }: Terminal,
  {
    screenReader = process.env.INK_SCREEN_READER === 'true',
    onEnd = () => {},
    ...beginning
  }: OpenOptions = {},
): OpenExplorer {
  // Ink writes with chalk's default instance; our rows are styled already.
  chalk.level = 0;
  const world = screenReader ? { ...givenWorld, theme: spokenTheme() } : givenWorld;
  const explorer = createExplorer(world, createPages(world));
  const size = () => (screenReader ? SPOKEN_SIZE : sizeOf(output));
  const isOurProcess = output === process.stdout;
  let state: State = initialState(size(), beginning);
  let isDrawn = true;
  let isStopped = false;
  let isSuspended = false;

  let suspendInk: Suspend = (meanwhile) => meanwhile();
  const onMount = (suspend: Suspend) => {
    suspendInk = suspend;
  };
  const element = () => {
    const View = screenReader ? Spoken : Screen;
    return <View state={state} explorer={explorer} world={world} onMount={onMount} />;
  };
  const draw = () => {
    isDrawn = true;
    if (!isStopped) ink.rerender(element());
  };
  const onKey = (key: Key) => {
    if (isStopped) return;
    try {
      const { state: next, effects } = explorer.press(state, key);
      state = next;
      if (isDrawn) queueMicrotask(draw);
      isDrawn = false;
      for (const effect of effects) perform(effect);
    } catch (error) {
      end({ error });
    }
  };
  const onResize = () => {
    state = explorer.resize(state, size());
    draw();
  };

  const decoder = createKeyDecoder(onKey);
  const session = openSession(input, output, (chunk) => decoder.write(chunk));
  // Before Ink's own listener: it must find rows of the new size when it draws.
  output.on('resize', onResize);
  const ink = render(element(), {
    stdout: screenReader ? output : anchoring(output),
    stdin: input,
    interactive: true,
    alternateScreen: !screenReader,
    isScreenReaderEnabled: screenReader,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: MAX_FPS,
  });
  let settle: (end: End) => void = () => {};
  const exited = new Promise<number>((resolve, reject) => {
    settle = (result) => ('error' in result ? reject(result.error) : resolve(result.code));
  });
  const end = (result: End) => {
    if (isStopped) return;
    isStopped = true;
    session.release();
    output.off('resize', onResize);
    for (const event of ['end', 'error']) input.off(event, onGone);
    ink.unmount();
    const done = () => {
      stopGuarding();
      output.off('error', onGone);
      if ('code' in result) onEnd(state);
      settle(result);
    };
    void ink
      .waitUntilExit()
      .catch(() => {})
      .then(done)
      .catch((error) => settle({ error }));
  };
  const onGone = () => end({ code: 0 });
  for (const event of ['end', 'error']) input.on(event, onGone);
  output.on('error', onGone);
  // What a component throws ends Ink, and comes out here.
  void ink.waitUntilExit().catch((error) => end({ error }));

  const handOver = async (meanwhile: () => Promise<void>) => {
    if (isSuspended || isStopped) return;
    isSuspended = true;
    session.release();
    await suspendInk(async () => {
      await meanwhile();
      if (!isStopped) session.take();
    });
    isSuspended = false;
    // The window may have been resized, which is told only to who is in the foreground.
    process.kill(process.pid, 'SIGWINCH');
  };
  const suspend = () => {
    if (isOurProcess) void handOver(stopGroup);
  };
  const stopGuarding = isOurProcess
    ? guardProcess({
        end: (code) => end({ code }),
        fail: (error) => end({ error }),
        suspend,
        resume: () => void handOver(async () => {}),
        exit: () => session.release(),
      })
    : () => {};
  const perform = (effect: Effect) => {
    if (effect.kind === 'copy') output.write(copySequence(effect.text));
    else if (effect.kind === 'quit') end({ code: effect.code });
    else suspend();
  };

  return {
    exited,
    stop: () => end({ code: 0 }),
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

/** A terminal that keeps columns straight, whatever widths it gives to characters. */
function anchoring(output: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (text: string, ...rest: unknown[]) =>
    (output.write as (...all: unknown[]) => boolean)(
      anchored(text, sizeOf(output).columns),
      ...rest,
    );
  return new Proxy(output, {
    get(target, name) {
      if (name === 'write') return write;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
