#!/usr/bin/env node
/**
 * Runs the bundle with what V8 compiled of it before: compiling it costs more than most look-ups.
 * The build leaves that beside the bundle; another version of Node makes its own with the first
 * search, which runs most of what look-ups share. Where dist/ cannot be written, nothing is kept.
 */
const { readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, '../dist/main.cjs');
const code = `(function (require, importApart, __filename) {${readFileSync(file, 'utf8')}\n})`;
const made = Math.trunc(statSync(file).mtimeMs);
const kept = `${file}.${made}.${process.version}-${process.arch}`;

const script = new Script(code, {
  filename: file,
  cachedData: tryTo(() => readFileSync(kept)),
});
if (script.cachedDataRejected !== false && process.argv[2] === 'search') {
  process.once('exit', () => tryTo(keep));
}
// Code with a cache cannot import by itself.
script.runInThisContext()(createRequire(file), (name) => import(`../dist/${name}`), file);

/** In one step, so that nobody ever reads half of it. */
function keep() {
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
