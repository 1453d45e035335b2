/**
 * Builds one file that runs without Node: `npm run binary -- [FILE]` (dist/ must be built; FILE is
 * `rungs` in this folder else). Bun compiles the bundles of dist/ to bytecode and puts them, the
 * shipped pack and the example pack into a copy of itself. npx fetches Bun, as nothing else here
 * needs it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** After a change: `npm run prove-binary`. */
const BUN = 'bun@1.4.5';

const root = new URL('../', import.meta.url).pathname;
const outfile = resolve(process.argv[2] ?? 'rungs');
const work = mkdtempSync(`${root}dist/binary-`);

try {
  const scripts = filesOf('dist', /^(main|explore|draw|play)\.cjs$/);
  const modules = filesOf('dist', /^(?!chunk-).*\.mjs$/);
  const assets = [
    // Whatever the build puts there beside code: the parts of the pack.
    ...filesOf('dist', /^(?!.*\.(?:cjs|mjs|kept|sha256)\b)(?!licenses\.txt)(?!binary-)/),
    ...readdirSync(`${root}template`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length)),
  ];
  for (const script of scripts) {
    const name = script.slice('dist/'.length);
    writeFileSync(`${work}/${name}.mjs`, `export default ${readFileSync(root + script, 'latin1')}`);
  }
  writeFileSync(`${work}/start.mjs`, start(scripts, modules, assets));
  writeFileSync(`${work}/build.mjs`, build(assets));
  const { status, error } = spawnSync('npx', ['--yes', BUN, 'run', `${work}/build.mjs`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) throw error;
  process.exitCode = status ?? 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The files of a folder of the project, by their paths in it. */
function filesOf(folder, pattern) {
  return readdirSync(root + folder)
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);
}

/** What stands for src/start.ts: the scripts are called as there, but nothing is read or kept. */
function start(scripts, modules, assets) {
  const loads = (files, path) =>
    files.map((file) => {
      const name = file.replace(/^.*\//, '');
      return `'${name}': () => import('${path(name)}')`;
    });
  return `
    import { createRequire } from 'node:module';
    ${assets.map((file) => `import '../../${file}' with { type: 'file' };`).join('\n')}
    const require = createRequire(import.meta.url);
    const scripts = { ${loads(scripts, (name) => `./${name}.mjs`)} };
    const modules = { ${loads(modules, (name) => `../${name}`)} };
    // The name of a script is asked only for what tells one build from another.
    const file = process.execPath;
    const folder = '/$bunfs/root/dist';
    async function run(name) {
      const module = { exports: {} };
      (await scripts[name]()).default(require, importApart, file, folder, module);
      return module.exports;
    }
    async function importApart(name) {
      return name.endsWith('.cjs') ? run(name) : modules[name]();
    }
    run('main.cjs');
  `;
}

/** What Bun runs: only its own interface compiles pieces that are loaded when they are needed. */
function build(assets) {
  const kinds = new Set(assets.map((file) => file.replace(/^.*\./, '.')));
  const options = {
    entrypoints: [`${work}/start.mjs`],
    root,
    compile: { outfile },
    target: 'bun',
    format: 'esm',
    bytecode: true,
    splitting: true,
    loader: Object.fromEntries([...kinds].map((kind) => [kind, 'file'])),
    naming: { asset: '[dir]/[name].[ext]', chunk: 'dist/[name]-[hash].[ext]' },
  };
  return `
    const { success, logs } = await Bun.build(${JSON.stringify(options)});
    for (const log of logs) console.error(log);
    if (!success) process.exit(1);
  `;
}
