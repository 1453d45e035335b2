/**
 * Measures rungs beside its peers: `npm run bench -- [PART…] [--node PATH]… [--program PATH]
 * [--rounds N] [--keep]`. Ratios count, not figures: all that is compared is measured in turns in
 * one run. At the end it says what got slower since the run that was last kept (`--keep`).
 */
import { parseArgs } from 'node:util';
import { compareWithKept, keepFigures } from './bench/kept.mjs';
import { machine, nodeAt, tables } from './bench/measure.mjs';

const PARTS = ['lookup', 'first-frame', 'key', 'search', 'large', 'memory', 'size'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', multiple: true, default: [process.execPath] },
    program: {
      type: 'string',
      default: new URL('../bin/rungs.js', import.meta.url).pathname,
    },
    rounds: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
  process.exit(2);
}

const nodes = values.node.map(nodeAt);
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const told = machine(nodes);
console.log(told);
const figures = {};
for (const part of PARTS.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  const { run } = await import(`./bench/${part}.mjs`);
  console.log(`\n## ${part}\n`);
  tables.length = 0;
  await run({ nodes, program: values.program, ...(rounds ? { rounds } : {}) });
  figures[part] = tables.slice();
}
console.log('\n## compared with the last run that was kept\n');
console.log(compareWithKept(figures).join('\n'));
if (values.keep) keepFigures(told, figures);
