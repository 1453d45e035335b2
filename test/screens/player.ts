/** `rungs play` with Ink as it is shipped: three times as fast as in the sources. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Options } from '../../src/cli/options.ts';
import type { Answer } from '../../src/commands/command.ts';
import type * as Bundle from './bundle.ts';

const ROOT = new URL('../../', import.meta.url);

export type Player = {
  play(tape: string, options?: Partial<Options>): Promise<Answer>;
};

/** A player of tapes; those that name no pack are played on the shipped one. */
export async function createPlayer(): Promise<Player> {
  const { openPack, makeTheme, runPlay } = await asShipped();
  const shipped = openPack(ROOT.pathname);
  return {
    play: (tape, options) =>
      runPlay({
        args: [tape],
        options: { color: 'auto', lang: 'both', ...options },
        columns: 80,
        isFitted: false,
        theme: makeTheme(0),
        now: new Date(),
        pack: () => shipped,
      }),
  };
}

let known: Promise<typeof Bundle> | undefined;

/** The modules of bundle.ts with those of libraries that the build puts modules of ours in place of. */
export const asShipped = (): Promise<typeof Bundle> => (known ??= bundle());

async function bundle(): Promise<typeof Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'rungs-player-'));
  const outfile = join(folder, 'player.cjs');
  const { ourModules } = await import(new URL('tools/build-libraries.mjs', ROOT).href);
  await build({
    entryPoints: [new URL('bundle.ts', import.meta.url).pathname],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
    alias: { 'react-devtools-core': './test/safety/nothing.ts' },
    plugins: [ourModules(ROOT.pathname)],
  });
  // What it imports when it is asked for is read from there.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return createRequire(import.meta.url)(outfile);
}
