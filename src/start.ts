/** Starts the bundle with what V8 compiled of it before; bin/rungs.js loads it. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { keptCode } from './system/kept-code.ts';

const [, , command = ''] = process.argv;
/** What was compiled differs with what is run of it. */
const [named = 'explorer'] = /^[a-z]{2,12}$/.exec(command) ?? [];
const use = /^(-h|--help)$/.test(command) ? 'help' : named;
/** Whether the explorer came so far that most of it has run. */
let isDrawn = false;

run('main.cjs');

/** Runs a script of dist/ and returns what it exports. */
function run(name: string): unknown {
  const file = `${import.meta.dirname}/${name}`;
  const kept = keptCode(file, use, process.env);
  // The scripts are ASCII, and functions of what is handed to them below.
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(kept.bytes && { cachedData: kept.bytes }),
  });
  process.once('exit', (exitCode) => {
    kept.release();
    const isWorthKeeping = use === 'explorer' ? isDrawn : exitCode === 0;
    const isNew = script.cachedDataRejected !== false;
    if (isNew && isWorthKeeping) kept.keep(script.createCachedData());
  });
  if (name === 'draw.cjs') isDrawn = true;
  const module = { exports: {} };
  script.runInThisContext()(require, importApart, file, import.meta.dirname, module);
  return module.exports;
}

/** Scripts with a cache cannot import by themselves. */
async function importApart(name: string): Promise<unknown> {
  const path = `./${name}`;
  return name.endsWith('.cjs') ? run(name) : import(path);
}
