/** Draws the explorer with Ink. All that is Ink's begins here: it is loaded after the first frame. */
import chalk from 'chalk';
import { render } from 'ink';
import type { State, World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { Screen, Spoken, type Suspend } from './screen.tsx';

export { yogaIsReady as inkIsReady } from './libraries/yoga.ts';

/** An explorer that Ink has drawn. */
export type Drawing = {
  /** Draws another state. */
  show(state: State): void;
  /** Gives the terminal away while `meanwhile` runs. */
  suspend: Suspend;
  /** Resolves when all that was shown is written. */
  flushed(): Promise<void>;
  /** Gives the terminal back. */
  end(): void;
  /** Resolves when it is given back; rejects, as late, with what a component threw. */
  ended: Promise<unknown>;
};

export type DrawOptions = {
  state: State;
  explorer: Explorer;
  world: World;
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  /** Say it in words, line by line. */
  screenReader: boolean;
};

/** At 30 frames a second Ink holds keys back for 30 ms; at this rate for hardly any time. */
const MAX_FPS = 120;

/** Draws a state from where the cursor is, as soon as `inkIsReady`. */
export function draw({ state, input, output, screenReader, ...rest }: DrawOptions): Drawing {
  // Ink writes with chalk's default instance; our rows are styled already.
  chalk.level = 0;
  let suspend: Suspend = (meanwhile) => meanwhile();
  const onMount = (given: Suspend) => {
    suspend = given;
  };
  const View = screenReader ? Spoken : Screen;
  const element = (shown: State) => <View state={shown} {...rest} onMount={onMount} />;
  const ink = render(element(state), {
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
