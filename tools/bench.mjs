/**
 * Measures rungs beside its peers: `npm run bench -- [PART…] [--node PATH]… [--program PATH]
 * [--rounds N]`. Ratios count, not figures: all that is compared is measured in turns in one run.
 */
import { parseArgs } from 'node:util';
import { machine, nodeAt } from './bench/measure.mjs';

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
  },
});

const unknown = positionals.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
  process.exit(2);
}

const nodes = values.node.map(nodeAt);
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
console.log(machine(nodes));
for (const part of PARTS.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  const { run } = await import(`./bench/${part}.mjs`);
  console.log(`\n## ${part}\n`);
  await run({ nodes, program: values.program, ...(rounds ? { rounds } : {}) });
}
