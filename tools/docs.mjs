/** Writes anew what in the documentation is made from tables in the code. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url).pathname;
const bundle = `${root}dist/docs.mjs`;
await build({
  entryPoints: [`${root}tools/generated.ts`],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  logLevel: 'warning',
});
const { manPage, renewReadme } = await import(pathToFileURL(bundle).href);
rmSync(bundle);
const path = `${root}README.md`;
writeFileSync(path, renewReadme(readFileSync(path, 'utf8')));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
mkdirSync(`${root}man`, { recursive: true });
writeFileSync(`${root}man/rungs.1`, manPage(version));
