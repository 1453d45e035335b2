/**
 * Builds dist/: the shipped pack, compiled, and two bundles. Look-ups are one CommonJS file, which
 * Node starts faster than modules; what takes long to load (Ink, the YAML parser, the schemas) are
 * modules that it imports when it needs them. Built beside dist/ and put in its place when done, so
 * that a program that is running keeps its files.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { quickInk } from './build-ink.mjs';

const root = new URL('../', import.meta.url).pathname;
const dist = `${root}dist`;
const made = `${root}dist.${process.pid}`;

/** Commands and parts that the look-ups leave out: each a file of its name in dist/. */
const APART = [
  'src/pack/load.ts',
  'src/commands/check.ts',
  'src/commands/export.ts',
  'src/commands/init.ts',
  'src/commands/explore.ts',
  'src/commands/play.ts',
];
const nameOf = (path) => path.replace(/^.*\/|\.tsx?$/g, '');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [
    quickInk(root),
    stub(/^react-devtools-core$/, 'export default {}'),
    // Ink shows the cursor again itself; this would do it on standard error, after a play too.
    stub(/^restore-cursor$/, 'export default () => {}'),
    // The level of colour is settled in one place: chalk need not find out.
    stub(/^#supports-color$/, 'export default { stdout: false, stderr: false }'),
    lazily('string-width', 'default'),
  ],
};
const modules = {
  ...shared,
  format: 'esm',
  // Bundled CommonJS asks for `require`.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
  },
};

try {
  mkdirSync(made, { recursive: true });
  await compileShippedPack();
  await buildModules();
  await buildLookups();
  replaceDist();
  // Leaves what V8 compiled: see bin/rungs.js.
  execFileSync(process.execPath, [`${root}bin/rungs.js`, 'search', 'a'], { stdio: 'ignore' });
} finally {
  rmSync(made, { recursive: true, force: true });
}

async function compileShippedPack() {
  const compiler = `${made}/compiler.mjs`;
  await build({
    ...modules,
    stdin: {
      contents: `export { loadPack } from './src/pack/load.ts';
        export { shippedPack } from './src/pack/compile.ts';`,
      resolveDir: root,
    },
    outfile: compiler,
  });
  const { loadPack, shippedPack } = await import(pathToFileURL(compiler).href);
  try {
    writeFileSync(`${made}/pack.json`, shippedPack(loadPack(root)));
  } catch (error) {
    if (error.name !== 'PackError') throw error;
    console.error(error.message);
    process.exitCode = 2;
    throw error;
  }
  rmSync(compiler);
}

async function buildModules() {
  await build({
    ...modules,
    entryPoints: APART.map((path) => ({ in: root + path, out: nameOf(path) })),
    outdir: made,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    minify: true,
    chunkNames: 'chunk-[hash]',
  });
}

async function buildLookups() {
  await build({
    ...shared,
    format: 'cjs',
    entryPoints: [`${root}src/main.ts`],
    outfile: `${made}/main.cjs`,
    minify: true,
    define: { ...shared.define, 'import.meta.url': '$url' },
    banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [...shared.plugins, lazily('node:child_process', 'spawn'), leaveApart()],
  });
}

function replaceDist() {
  const old = `${made}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

/** A module that is never needed, with what stands for it. */
function stub(filter, contents) {
  const namespace = `stub-${filter}`;
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path }) => ({ path, namespace }));
      onLoad({ filter: /.*/, namespace }, () => ({ contents }));
    },
  };
}

/**
 * Puts off loading a module to the first call of its one function that is used: string-width
 * compiles large patterns that hardly any text needs, and commander starts no programs here.
 */
function lazily(module, name) {
  const namespace = `lazy-${module}`;
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${module}$`) }, (args) =>
        args.namespace === namespace
          ? undefined
          : { path: module, namespace, pluginData: args.resolveDir },
      );
      onLoad({ filter: /.*/, namespace }, ({ pluginData }) => ({
        contents: `let loaded;
          const call = (...args) => (loaded ??= require('${module}')).${name}(...args);
          export { call as ${name} };`,
        resolveDir: pluginData,
      }));
    },
  };
}

/**
 * Imports of the modules apart stay imports, of their files in dist/: bin/rungs.js does them for the
 * look-ups. What stands for such a module is a promise of it (`then`), which `import()` awaits.
 */
function leaveApart() {
  const namespace = 'apart';
  return {
    name: 'leave-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        const file = new URL(path, pathToFileURL(`${resolveDir}/`)).pathname;
        const isApart = kind === 'dynamic-import' && APART.includes(file.slice(root.length));
        return isApart ? { path: `${nameOf(file)}.mjs`, namespace } : undefined;
      });
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: `export const then = (...handlers) => importApart('${path}').then(...handlers);`,
      }));
    },
  };
}
