/** Commands without a command line. */
import type { Options } from '../../src/cli/options.ts';
import type { Answer, Request } from '../../src/commands/command.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { compilePack } from '../../src/store/compile.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { HARBOUR } from './harbour-pack.ts';
import { NOW } from './world.ts';

type Call = {
  args?: readonly string[];
  columns?: number;
  isFitted?: boolean;
  pack?: PackData;
} & Partial<Options>;

/** Runs a command on a pack, 80 columns wide and without colour unless told. */
export async function answer(
  run: (request: Request) => Answer | Promise<Answer>,
  { args = [], columns = 80, isFitted = true, pack = HARBOUR, ...options }: Call = {},
): Promise<Answer> {
  return run({
    args,
    columns,
    options: { color: 'never', lang: 'both', ...options },
    isFitted,
    theme: makeTheme(0),
    now: NOW,
    pack: async () => compilePack(pack),
  });
}
