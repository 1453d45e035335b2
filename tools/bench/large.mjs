/**
 * The explorer on 100,000 statements: how long opening takes, and how long the event loop is busy
 * at a time while somebody types, beside a bare Node that does nothing in the same terminal.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, spread, table, wait } from './measure.mjs';
import { packs } from './packs.mjs';
import { QUERIES } from './search.mjs';
import { spawn } from './terminal.mjs';

const COUNT = 100_000;
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];
/** Fast typing. */
const KEY_MS = 120;
/** As long as a frame may take at 60 a second. */
const FRAME_MS = 16;
const GAPS = new URL('gaps.cjs', import.meta.url).pathname;

/**
 * For each key the longest time until the next one between two turns of the event loop (`wall`),
 * and the longest that it computed (`busy`): on a machine with other work the two differ.
 */
async function typed(node, args, size, dir) {
  const file = join(dir, 'gaps.json');
  const env = { RUNGS_GAPS: file };
  const run = spawn(node.path, ['--require', GAPS, ...args], { ...size, env });
  await run.until(/quit/, 300_000);
  await run.settled(1000);
  const pressed = [];
  for (const query of QUERIES) {
    for (const key of ['/', ...query]) {
      pressed.push(performance.timeOrigin + performance.now());
      run.write(key);
      await wait(KEY_MS);
    }
    await wait(300);
    run.write('\u001B');
    await wait(300);
  }
  await run.end();
  const gaps = JSON.parse(readFileSync(file, 'utf8'));
  return pressed.map((at) => {
    const own = gaps.filter(({ from, to }) => to > at && from < at + KEY_MS);
    return {
      wall: Math.max(0, ...own.map(({ from, to }) => to - from)),
      busy: Math.max(0, ...own.map(({ busy }) => busy)),
    };
  });
}

const seconds = (started) => `${figure((performance.now() - started) / 1000)} s`;

export async function run({ nodes, program, rounds = 3 }) {
  const root = mkdtempSync(join(tmpdir(), 'rungs-large-'));
  const dir = join(root, 'pack');
  const { write } = await packs();
  write(dir, COUNT);
  const idle = [
    '-e',
    'process.stdout.write("quit"); process.stdin.on("data", (key) => key[0] === 3 && process.exit()).setRawMode(true)',
  ];
  const rows = [];
  for (const node of nodes) {
    // The explorer's own cache: the one in terminal.mjs.
    const opened = [];
    for (let count = 0; count < 2; count += 1) {
      const started = performance.now();
      const run = spawn(node.path, [program, '--fresh', '--data', dir]);
      await run.until(/quit/, 600_000);
      opened.push(seconds(started));
      await run.end();
    }
    console.log(`${node.version}: opened in ${opened[0]} from YAML, then in ${opened[1]}\n`);
    const results = [[], ...SIZES.map(() => [])];
    for (let round = 0; round < rounds; round += 1) {
      results[0].push(...(await typed(node, idle, SIZES[0], root)));
      for (const [at, size] of SIZES.entries()) {
        results[at + 1].push(
          ...(await typed(node, [program, '--fresh', '--data', dir], size, root)),
        );
      }
    }
    const names = [
      'bare Node, idle',
      ...SIZES.map(({ columns, rows: high }) => `${columns}×${high}`),
    ];
    for (const [at, gaps] of results.entries()) {
      const of = (key) => gaps.map((gap) => gap[key]);
      const over = (key) => `${of(key).filter((gap) => gap > FRAME_MS).length} of ${gaps.length}`;
      rows.push([
        `${node.version}, ${names[at]}`,
        spread(of('busy')),
        figure(Math.max(...of('busy'))),
        over('busy'),
        spread(of('wall')),
        over('wall'),
      ]);
    }
  }
  rmSync(root, { recursive: true });
  const keys = `keys over ${FRAME_MS} ms`;
  table(['longest turn of a key', 'computing', 'longest', keys, 'by the clock', keys], rows);
}
