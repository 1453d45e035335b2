/** The project's own parts, bundled for the bench, and packs of any size. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { writePack } from './synthetic.mjs';

const root = new URL('../../', import.meta.url).pathname;

/** The search engine and what reads packs, from the sources. */
export async function parts() {
  const outfile = join(mkdtempSync(join(tmpdir(), 'rungs-bench-')), 'parts.mjs');
  await build({
    stdin: {
      contents: `export { createSearch } from './src/search/engine.ts';
        export { buildRecords } from './src/search/records.ts';
        export { foldText } from './src/pack/fold.ts';
        export { buildWordTable } from './src/search/words.ts';
        export { atOnce } from './src/search/steps.ts';
        export { loadPack } from './src/pack/load.ts';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

/** The shipped pack's data, and a writer of larger packs made of it. */
export async function packs() {
  const { loadPack } = await parts();
  const shipped = loadPack(root);
  return { shipped, write: (dir, count) => writePack(dir, shipped, count) };
}
