#!/usr/bin/env node
/**
 * Runs the bundle with what V8 compiled of it before: compiling it costs more than most look-ups.
 * It is kept beside the bundle, for each command and version of Node, when a run of it went well;
 * the build does the first. Where dist/ cannot be written, nothing is kept.
 */
const { existsSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');

const [, , command = ''] = process.argv;
/** What was compiled differs with what is run of it. */
const [named = 'explorer'] = /^[a-z]{2,12}$/.exec(command) ?? [];
const use = /^(-h|--help)$/.test(command) ? 'help' : named;
/** Whether the explorer came so far that most of it has run. */
let isDrawn = false;

const dist = `${__dirname}/../dist`;
if (existsSync(`${dist}/main.cjs`)) run('main.cjs');
else {
  process.stderr.write('rungs: not built yet; run "npm ci" or "npm run build" in its folder\n');
  process.exitCode = 2;
}

/** Runs a script of dist/ and returns what it exports. */
function run(name) {
  const file = `${dist}/${name}`;
  // The scripts are ASCII, and functions of what is handed to them below.
  const code = readFileSync(file, 'latin1');
  const made = Math.trunc(statSync(file).mtimeMs);
  const kept = `${file}.${made}.${process.version}-${process.arch}-${use}`;
  const script = new Script(code, {
    filename: file,
    cachedData: tryTo(() => readFileSync(kept)),
  });
  if (script.cachedDataRejected !== false) {
    process.once('exit', (exitCode) => {
      const isWorthKeeping = use === 'explorer' ? isDrawn : exitCode === 0;
      if (isWorthKeeping) tryTo(() => keep(script, kept));
    });
  }
  if (name === 'draw.cjs') isDrawn = true;
  const module = { exports: {} };
  script.runInThisContext()(require, importApart, file, dist, module);
  return module.exports;
}

/** Scripts with a cache cannot import by themselves. */
async function importApart(name) {
  return name.endsWith('.cjs') ? run(name) : import(`../dist/${name}`);
}

/** In one step, so that nobody ever reads half of it. */
function keep(script, kept) {
  writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
  renameSync(`${kept}.${process.pid}`, kept);
}

function tryTo(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
