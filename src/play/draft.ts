/** What a tape says, command by command, and what its parser fills. */
import type { Problem } from '../pack/problem.ts';
import type { Settings, Size } from './settings.ts';
import type { TapePosition } from './tokens.ts';

export type TapeAction =
  /** Each element is one key press, in the bytes of a terminal. */
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'sleep'; readonly milliseconds: number }
  | { readonly kind: 'wait'; readonly scope: 'Line' | 'Screen'; readonly pattern?: RegExp }
  | ({ readonly kind: 'resize' } & Size)
  | { readonly kind: 'screenshot'; readonly name: string }
  | { readonly kind: 'hide' | 'show' | 'paste' };

export type TapeCommand = TapeAction & { readonly at: TapePosition };

/** A file that a tape wants the frames in; the path is as written. */
export type TapeOutput = { readonly path: string; readonly at: TapePosition };

/** What the parser fills. */
export type Draft = {
  readonly settings: Settings;
  readonly env: Record<string, string>;
  readonly outputs: TapeOutput[];
  /** Where each name of a frame was given. */
  readonly names: Map<string, TapePosition>;
  readonly commands: TapeCommand[];
  readonly problems: Problem[];
  /** What a `Wait` without a pattern waits for. */
  waitPattern: RegExp | undefined;
  /** Reads a tape into this draft. */
  readonly source: (path: string) => void;
};
