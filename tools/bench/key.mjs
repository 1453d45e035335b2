/** From a key's bytes to its frame: in every view, with the key held down, 30 a second. */
import { figure, p95, spread, table, wait } from './measure.mjs';
import { createScreen, spawn } from './terminal.mjs';

const SIZES = [
  { columns: 120, rows: 40 },
  { columns: 200, rows: 50 },
];
const HELD_MS = 1000 / 30;
const KEYS = 61;
const WARM = 5;
const DOWN = '\u001B[B';
const UP = '\u001B[A';
const times = (count, key) => Array.from({ length: count }, () => key);
const UP_AND_DOWN = [...times(14, 'j'), ...times(14, 'k')];
const ACROSS = [...times(4, 'j'), ...times(4, ']'), ...times(4, 'k'), ...times(4, '[')];
const TYPED = [...'ground troops nato'];

/** The keys that lead to a view, and the keys that are held there. */
const VIEWS = {
  ladder: [[], UP_AND_DOWN],
  scenario: [['j', '\r'], UP_AND_DOWN],
  statement: [
    ['/', ...'nato', '\r'],
    [...times(14, 'n'), ...times(14, 'N')],
  ],
  'search, typing': [['/'], [...TYPED, ...times(TYPED.length, '\u007F')]],
  'search, hits': [
    ['/', ...'troops'],
    [...times(14, DOWN), ...times(14, UP)],
  ],
  compare: [[' ', 'j', ' ', 'c'], ACROSS],
  matrix: [['m'], ACROSS],
  timeline: [['t'], UP_AND_DOWN],
  figures: [['f'], UP_AND_DOWN],
  people: [['p'], UP_AND_DOWN],
  relations: [['a'], UP_AND_DOWN],
  help: [['?'], [...times(14, DOWN), ...times(14, UP)]],
};

/** The end of a frame: Ink tells the terminal to show what it was sent (mode 2026). */
const FRAME_END = /\u001B\[\?2026l/;
const END_LENGTH = 7;

/** Starts the program and goes to a view. */
async function open(node, program, size, way) {
  const run = spawn(node.path, [program, '--fresh'], size);
  await run.until(/quit/);
  await run.settled(300);
  for (const key of way) {
    run.write(key);
    await run.settled(60);
  }
  return run;
}

/** The screen before the first and after each key, pressed one by one. */
async function unhurried(node, program, size, [way, keys], count) {
  const run = await open(node, program, size, way);
  const screen = createScreen(size);
  const screens = [];
  let fed = 0;
  for (let number = 0; number <= count; number += 1) {
    for (; fed < run.chunks.length; fed += 1) await screen.feed(run.chunks[fed].data);
    screens.push(screen.cells());
    const end = run.until(FRAME_END, 300).catch(() => {});
    run.write(keys[number % keys.length]);
    await end;
    await run.settled(20);
  }
  screen.dispose();
  await run.end();
  return screens;
}

/** Milliseconds for each key that changes the screen: until its screen, or a later one, is there. */
async function hold(node, program, size, [way, keys], screens) {
  const run = await open(node, program, size, way);
  const start = run.chunks.length;
  const pressed = [];
  for (let number = 0; number < screens.length - 1; number += 1) {
    const due = performance.now() + HELD_MS;
    pressed.push(performance.now());
    run.write(keys[number % keys.length]);
    await wait(Math.max(0, due - performance.now()));
  }
  await run.settled(300);
  const screen = createScreen(size);
  const latencies = [];
  let shown = 0;
  let rest = '';
  for (const [number, { at, data }] of run.chunks.entries()) {
    await screen.feed(data);
    // The end of a frame may come in two pieces.
    rest = rest.slice(-END_LENGTH) + data.toString('latin1');
    if (number < start || !FRAME_END.test(rest)) continue;
    rest = '';
    const cells = screen.cells();
    const written = pressed.filter((one) => one < at).length;
    let reached = shown + 1;
    while (reached <= written && screens[reached] !== cells) reached += 1;
    if (reached > written) continue;
    for (let key = shown + 1; key <= reached; key += 1) {
      // The first keys pay for what is compiled once.
      if (key > WARM && screens[key] !== screens[key - 1]) latencies.push(at - pressed[key - 1]);
    }
    shown = reached;
  }
  screen.dispose();
  await run.end();
  // Keys that come together may lead back to what is shown.
  const isLost = screens.at(-1) !== screens[shown];
  if (isLost) throw new Error(`keys were lost: ${shown} of ${pressed.length} seen`);
  return latencies;
}

export async function run({ nodes, program, rounds = 2, only }) {
  const rows = [];
  const worst = new Map();
  for (const [name, plan] of Object.entries(VIEWS)) {
    if (only && !only.includes(name)) continue;
    const row = [name];
    for (const node of nodes) {
      for (const size of SIZES) {
        const screens = await unhurried(node, program, size, plan, KEYS);
        const all = [];
        for (let round = 0; round < rounds; round += 1) {
          all.push(...(await hold(node, program, size, plan, screens)));
        }
        row.push(spread(all), all.length);
        const key = `${node.version} ${size.columns}`;
        worst.set(key, Math.max(worst.get(key) ?? 0, p95(all)));
      }
    }
    rows.push(row);
  }
  const head = nodes.flatMap(({ version }) =>
    SIZES.flatMap(({ columns, rows: high }) => [`${version}, ${columns}×${high}`, 'keys']),
  );
  table(
    ['view', ...head],
    [...rows, ['worst p95', ...[...worst.values()].flatMap((one) => [`**${figure(one)}**`, ''])]],
  );
}
