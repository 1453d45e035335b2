/**
 * Builds dist/: the shipped pack, compiled, and the bundles. Look-ups, the explorer and Ink are one
 * CommonJS file each, which Node starts faster than modules; what else takes long to load (the YAML
 * parser, the schemas) are modules that are imported when they are needed. Built beside dist/ and
 * put in its place when done, so that a program that is running keeps its files. With `--if-needed`
 * it builds only where an input has changed since (`build-inputs.mjs`).
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inputsHash, isUpToDate, RECORD } from './build-inputs.mjs';
import { ourModules } from './build-libraries.mjs';
import { licenses } from './build-licenses.mjs';
import { warm } from './build-warm.mjs';

const root = new URL('../', import.meta.url).pathname;
const dist = `${root}dist`;
const made = `${root}dist.${process.pid}`;

if (process.argv.includes('--if-needed') && isUpToDate(root)) process.exit();

/** Commands and parts that the look-ups leave out: each a module of its name in dist/ … */
const APART = [
  'src/article/copies.ts',
  'src/pack/load.ts',
  'src/store/cache.ts',
  'src/store/compile.ts',
  'src/commands/accept.ts',
  'src/commands/add.ts',
  'src/cli/configuration.ts',
  'src/commands/check.ts',
  'src/commands/config.ts',
  'src/commands/export.ts',
  'src/commands/import.ts',
  'src/commands/init.ts',
  'src/commands/migrate.ts',
  'src/author/extract.ts',
  'src/author/source.ts',
  'src/commands/prove.ts',
  'src/commands/verify-fix.ts',
  'src/commands/merge.ts',
  'src/commands/move.ts',
  'src/commands/remove.ts',
  'src/commands/rename.ts',
  'src/commands/settle.ts',
  'src/commands/verify.ts',
];
/** … or, where the explorer is in it or waits for it, a script. */
const SCRIPTS = ['src/commands/explore.ts', 'src/screen/draw.tsx', 'src/commands/play.ts'];
/** What look-ups must not load: a command that needs one of these belongs to those. */
const SLOW =
  /node_modules\/(zod|yaml|edtf|ink|react|yoga-layout|@xterm|csv-parse|linkedom|mammoth|micromark|unpdf|@mozilla)\//;
const nameOf = (path) => path.replace(/^.*\/|\.tsx?$/g, '');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  // As a module, its constants would become variables of the bundle, and it would take twice as long.
  alias: { 'js-yaml': `${root}node_modules/js-yaml/dist/js-yaml.cjs.js` },
  define: {
    'process.env.NODE_ENV': '"production"',
    // Yoga would load all of `fetch` to read a part of its own text.
    fetch: 'undefined',
  },
  // Under load the emulator of scripted runs tells that it was slow.
  pure: ['console.warn'],
  plugins: [
    ourModules(root),
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
const scripts = {
  ...shared,
  format: 'cjs',
  minify: true,
  define: {
    ...shared.define,
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  // As src/start.ts calls it.
  banner: { js: '(function (require, importApart, __filename, __dirname, module) {' },
  footer: { js: '})' },
  plugins: [...shared.plugins, leaveApart()],
};

try {
  mkdirSync(made, { recursive: true });
  // Before anything is read: an input that changes meanwhile makes the build an old one.
  writeFileSync(`${made}/${RECORD}`, `${inputsHash(root)}\n`);
  await compileShippedPack();
  const metafiles = [await buildStart(), await buildModules(), ...(await buildScripts())];
  writeFileSync(`${made}/licenses.txt`, licenses(metafiles));
  makeAscii();
  replaceDist();
  await warm(`${root}bin/rungs.js`);
} finally {
  rmSync(made, { recursive: true, force: true });
}

async function compileShippedPack() {
  const compiler = `${made}/compiler.mjs`;
  await build({
    ...modules,
    stdin: {
      contents: `export { loadPack } from './src/pack/load.ts';
        export { compilePack, shippedPack } from './src/store/compile.ts';
        export { JSON_FORM } from './src/store/compiled.ts';`,
      resolveDir: root,
    },
    outfile: compiler,
  });
  const { compilePack, JSON_FORM, loadPack, shippedPack } = await import(
    pathToFileURL(compiler).href
  );
  try {
    const parts = shippedPack(compilePack(loadPack(root)), JSON_FORM);
    for (const [name, content] of Object.entries(parts)) {
      writeFileSync(`${made}/${name}.part`, content);
    }
  } catch (error) {
    if (error.name !== 'PackError') throw error;
    console.error(error.message);
    process.exitCode = 2;
    throw error;
  }
  rmSync(compiler);
}

async function buildModules() {
  const { metafile } = await build({
    ...modules,
    metafile: true,
    entryPoints: APART.map((path) => ({ in: root + path, out: nameOf(path) })),
    outdir: made,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    minify: true,
    chunkNames: 'chunk-[hash]',
  });
  return metafile;
}

async function buildScripts() {
  const lookups = await build({
    ...scripts,
    entryPoints: [`${root}src/main.ts`],
    outfile: `${made}/main.cjs`,
    metafile: true,
    plugins: [
      ...scripts.plugins,
      lazily('node:child_process', 'spawn'),
      lazily('fastest-levenshtein', 'distance'),
      lazily('chalk', 'Chalk'),
      lazily('fuse.js', 'default'),
      lazily('node:os', 'homedir'),
    ],
  });
  refuseSlow(lookups.metafile);
  const others = await build({
    ...scripts,
    metafile: true,
    entryPoints: SCRIPTS.map((path) => ({ in: root + path, out: nameOf(path) })),
    outdir: made,
    outExtension: { '.js': '.cjs' },
    // Only a pack in a folder of its own needs the one, only copying and an editor the other.
    plugins: [
      ...scripts.plugins,
      lazily('node:crypto', 'createHash'),
      lazily('node:child_process', 'spawn', /\/src\//),
      // … only a mistyped word the last.
      lazily('fuse.js', 'default'),
    ],
  });
  return [lookups.metafile, others.metafile];
}

/** What bin/rungs.js loads, as Node loads any script. */
async function buildStart() {
  const { metafile } = await build({
    ...shared,
    format: 'cjs',
    minify: true,
    define: { ...shared.define, 'import.meta.dirname': '__dirname' },
    entryPoints: [`${root}src/start.ts`],
    outfile: `${made}/start.cjs`,
    metafile: true,
    plugins: [...shared.plugins, lazily('node:os', 'homedir')],
  });
  return metafile;
}

/**
 * The scripts in ASCII: V8 keeps and scans them in half the space. esbuild has escaped all but what
 * stands in regular expressions.
 */
function makeAscii() {
  for (const name of readdirSync(made).filter((name) => name.endsWith('.cjs'))) {
    const text = readFileSync(`${made}/${name}`, 'utf8');
    const ascii = text.replace(/[^\x00-\x7f]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    writeFileSync(`${made}/${name}`, ascii);
  }
}

function refuseSlow({ inputs }) {
  const slow = Object.keys(inputs).find((path) => SLOW.test(path));
  if (slow === undefined) return;
  const by = Object.keys(inputs).filter((path) =>
    inputs[path].imports.some((one) => one.path === slow),
  );
  throw new Error(`look-ups would load ${slow} (by ${by}): see SLOW in tools/build.mjs`);
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
 * compiles large patterns that hardly any text needs, commander starts no programs here, only a
 * wrong name is measured against others, only what is coloured needs chalk, and only a word that
 * stands nowhere needs Fuse. Whose home is named in the environment needs no `os`.
 *
 * @param importer the files for which it is put off
 */
function lazily(module, name, importer = /./) {
  const namespace = `lazy-${module}`;
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${module}$`) }, (args) =>
        args.namespace === namespace || !importer.test(args.importer)
          ? undefined
          : { path: module, namespace, pluginData: args.resolveDir },
      );
      onLoad({ filter: /.*/, namespace }, ({ pluginData }) => ({
        contents: `let loaded;
          function call(...args) {
            // CommonJS may be its one function itself.
            loaded ??= ((all) => all.${name} ?? all)(require('${module}'));
            return new.target ? new loaded(...args) : loaded(...args);
          }
          export { call as ${name} };`,
        resolveDir: pluginData,
      }));
    },
  };
}

/**
 * Imports of the modules apart stay imports, of their files in dist/: src/start.ts does them for the
 * look-ups. What stands for such a module is a promise of it (`then`), which `import()` awaits.
 */
function leaveApart() {
  const namespace = 'apart';
  return {
    name: 'leave-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        const file = new URL(path, pathToFileURL(`${resolveDir}/`)).pathname;
        const source = file.slice(root.length);
        if (kind !== 'dynamic-import') return undefined;
        if (APART.includes(source)) return { path: `${nameOf(file)}.mjs`, namespace };
        if (SCRIPTS.includes(source)) return { path: `${nameOf(file)}.cjs`, namespace };
        return undefined;
      });
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: `export const then = (...handlers) => importApart('${path}').then(...handlers);`,
      }));
    },
  };
}
