/** Resident size of the explorer on the shipped pack, and how it grows with the statements. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, table } from './measure.mjs';
import { packs } from './packs.mjs';
import { spawn } from './terminal.mjs';

const SIZES = [1000, 5000];
const MIB = 2 ** 20;

/** Resident size in MiB, from what Linux tells of a process. */
function resident(pid) {
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * 4096) / MIB;
}

/** After the first frame, and after a search and some reading. */
async function measure(node, args) {
  const run = spawn(node.path, args);
  await run.until(/quit/, 300_000);
  await run.settled(500);
  const first = resident(run.pid);
  for (const key of ['/', ...'troops nato', '\r', 'n', 'n', 'm', '\u001B[B', 't']) {
    run.write(key);
    await run.settled(100);
  }
  const used = resident(run.pid);
  await run.end();
  return { first, used };
}

async function bare(node) {
  const run = spawn(node.path, ['-e', 'process.stdout.write("quit"); setInterval(() => {}, 1e6)']);
  await run.until(/quit/);
  await run.settled(300);
  const size = resident(run.pid);
  await run.end();
  return size;
}

export async function run({ nodes, program }) {
  const root = mkdtempSync(join(tmpdir(), 'rungs-packs-'));
  const { write } = await packs();
  for (const size of SIZES) write(join(root, String(size)), size);
  for (const node of nodes) {
    const idle = await bare(node);
    const shipped = await measure(node, [program, '--fresh']);
    const rows = [
      [`bare ${node.version}`, figure(idle), ''],
      ['the shipped pack', figure(shipped.first), figure(shipped.used)],
    ];
    const grown = [];
    for (const size of SIZES) {
      const args = [program, '--fresh', '--data', join(root, String(size))];
      // The second start reads what the first one kept.
      await measure(node, args);
      const one = await measure(node, args);
      grown.push(one);
      rows.push([`${size.toLocaleString('en')} statements`, figure(one.first), figure(one.used)]);
    }
    const per = (key) => figure(((grown[1][key] - grown[0][key]) / (SIZES[1] - SIZES[0])) * 1000);
    rows.push(['for each 1,000 more', per('first'), per('used')]);
    table(['MiB resident', 'first frame', 'after searching and reading'], rows);
  }
  rmSync(root, { recursive: true });
}
