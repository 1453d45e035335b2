/** Builds dist/: the shipped pack, compiled, and the bundle. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url).pathname;
const dist = `${root}dist`;

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Bundled CommonJS asks for `require`.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
  },
  plugins: [stubDevtools()],
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await compileShippedPack();
await build({
  ...shared,
  entryPoints: [`${root}src/main.ts`],
  outdir: dist,
  splitting: true,
  minify: true,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
});

async function compileShippedPack() {
  const compiler = `${dist}/compiler.mjs`;
  await build({
    ...shared,
    stdin: {
      contents: `export { loadPack } from './src/pack/load.ts';
        export { compilePack } from './src/pack/compile.ts';`,
      resolveDir: root,
    },
    outfile: compiler,
  });
  const { loadPack, compilePack } = await import(pathToFileURL(compiler).href);
  try {
    writeFileSync(`${dist}/pack.json`, JSON.stringify(compilePack(loadPack(root))));
  } catch (error) {
    if (error.name !== 'PackError') throw error;
    console.error(error.message);
    process.exit(2);
  } finally {
    rmSync(compiler);
  }
}

/** Ink imports React's developer tools only when DEV is set; a bundle would need them always. */
function stubDevtools() {
  return {
    name: 'stub-devtools',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'stub', namespace: 'stub' }));
      onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {}' }));
    },
  };
}
