/** Draws the explorer with Ink. All that is Ink's begins here: it is loaded after the first frame. */
import chalk from 'chalk';
import { render, useApp } from 'ink';
import { type PropsWithChildren, useEffect } from 'react';
import type { State, World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { frameOf } from './frame/frame.ts';
import { Screen } from './screen.tsx';
import { spokenScreen } from './spoken.ts';
import { Spoken } from './spoken.tsx';

export { yogaIsReady as inkIsReady } from './libraries/yoga.ts';

/** Hands the terminal to somebody else while the callback runs. */
type Suspend = (meanwhile: () => Promise<void>) => Promise<void>;

/** An explorer that Ink has drawn. */
export type Drawing = {
  /** Draws another state, for an explorer of the same world or of another one. */
  show(shown: Shown): void;
  suspend: Suspend;
  /** Resolves when all that was shown is written. */
  flushed(): Promise<void>;
  /** Gives the terminal back. */
  end(): void;
  /** Resolves when it is given back; rejects, as late, with what a component threw. */
  ended: Promise<unknown>;
};

/** What is drawn. */
type Shown = { state: State; explorer: Explorer; world: World };

type DrawOptions = Shown & {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  /** Say it in words, line by line. */
  screenReader: boolean;
};

/** At 30 frames a second Ink holds keys back for 30 ms; at this rate for hardly any time. */
const MAX_FPS = 120;

/** Draws a state from where the cursor is, as soon as `inkIsReady`. */
export function draw(options: DrawOptions): Drawing {
  const { input, output, screenReader } = options;
  // Ink writes with chalk's default instance; our rows are styled already.
  chalk.level = 0;
  let suspend: Suspend = (meanwhile) => meanwhile();
  const onMount = (given: Suspend) => {
    suspend = given;
  };
  const element = ({ state, explorer, world }: Shown) => (
    <Mounted onMount={onMount}>
      {screenReader ? (
        <Spoken lines={spokenScreen(state, explorer)} />
      ) : (
        <Screen frame={frameOf(state, explorer, world)} />
      )}
    </Mounted>
  );
  const ink = render(element(options), {
    stdout: output,
    stdin: input,
    interactive: true,
    isScreenReaderEnabled: screenReader,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: MAX_FPS,
  });
  return {
    show: (shown) => ink.rerender(element(shown)),
    suspend: (meanwhile) => suspend(meanwhile),
    flushed: () => ink.waitUntilRenderFlush(),
    end: () => ink.unmount(),
    ended: ink.waitUntilExit(),
  };
}

/** Tells once how Ink gives the terminal away for a while, which only a component may ask. */
function Mounted({ onMount, children }: PropsWithChildren<{ onMount(suspend: Suspend): void }>) {
  const { suspendTerminal } = useApp();
  useEffect(() => onMount(suspendTerminal), [onMount, suspendTerminal]);
  return children;
}
