/** One-shot commands from a cold start, beside a bare `node -e 0`. */
import { spawnSync } from 'node:child_process';
import { figure, inTurns, median, spread, table } from './measure.mjs';

const COMMANDS = [
  ['search', 'ballbach'],
  ['search', 'ground', 'troops'],
  ['show', 'taurus'],
  ['list'],
  ['compare', 'taurus', 'nato-ground-troops'],
  ['cite', 'blick', '--format', 'bibtex'],
  ['search', 'nato', '--json'],
  ['--help'],
];

/** Milliseconds that a program takes; it must succeed. */
function time(command, args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const taken = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return taken;
}

export async function run({ nodes, program, rounds = 25 }) {
  for (const node of nodes) {
    // A program that is one file runs without Node.
    const [command, ...first] = program.endsWith('.js') ? [node.path, program] : [program];
    // Another version than the one that built it keeps what it compiled with the first search.
    time(command, [...first, 'search', 'a']);
    const [bare, ...times] = await inTurns(rounds, [
      () => time(node.path, ['-e', '0']),
      ...COMMANDS.map((args) => () => time(command, [...first, ...args])),
    ]);
    table(
      [node.version, 'median/p95', 'ratio of medians'],
      [
        ['`node -e 0`', spread(bare), '1'],
        ...COMMANDS.map((args, at) => [
          `\`rungs ${args.join(' ')}\``,
          spread(times[at]),
          `**${figure(median(times[at]) / median(bare))}**`,
        ]),
      ],
    );
    console.log('');
  }
}
