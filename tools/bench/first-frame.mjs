/** From the start of the program to its complete first frame, beside a bare `node -e 0`. */
import { figure, inTurns, median, spread, table } from './measure.mjs';
import { createScreen, spawn } from './terminal.mjs';

const SIZE = { columns: 120, rows: 40 };
/** The end of the footer, which is written last. */
const FOOTER = /quit/;

/** To the end of Node without a program. */
async function bare(node) {
  return spawn(node.path, ['-e', '0'], SIZE).exit;
}

/** To the frame, and to the answer to a key typed before anything is there. */
async function explorer(node, program, env) {
  const run = spawn(node.path, [program, '--fresh'], { ...SIZE, env });
  run.write('j');
  const frame = (await run.until(FOOTER)) - run.started;
  const complete = run.chunks.length;
  await run.settled();
  const screen = createScreen(SIZE);
  for (const { data } of run.chunks.slice(0, complete)) await screen.feed(data);
  const rows = screen.text();
  const before = screen.cells();
  let answered = Number.NaN;
  for (const { data, at } of run.chunks.slice(complete)) {
    await screen.feed(data);
    if (Number.isNaN(answered) && screen.cells() !== before) answered = at - run.started;
  }
  const isComplete = /rungs/.test(rows[0]) && /quit/.test(rows[SIZE.rows - 1]);
  screen.dispose();
  await run.end();
  if (!isComplete) throw new Error(`the first frame is not complete:\n${rows.join('\n')}`);
  return { frame, answered: Number.isNaN(answered) ? frame : answered };
}

export async function run({ nodes, program, rounds = 15 }) {
  const rows = [];
  for (const node of nodes) {
    const [bares, runs] = await inTurns(rounds, [() => bare(node), () => explorer(node, program)]);
    const base = median(bares);
    const of = (key) => runs.map((one) => one[key]);
    rows.push([
      node.version,
      spread(bares),
      spread(of('frame')),
      `**${figure(median(of('frame')) / base)}**`,
      spread(of('answered')),
      figure(median(of('answered')) / base),
    ]);
  }
  table(['Node', '`node -e 0`', 'first frame', 'ratio', 'a key typed at once', 'ratio'], rows);
}
