/**
 * Proves the one file that `npm run binary` builds: `npm run prove-binary -- [FILE]`. Every tape
 * gives the frames of its golden file; the tests that run the program as a process pass with
 * the file in its place; and look-ups are measured beside a bare Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const root = new URL('../', import.meta.url).pathname;
const binary = resolve(process.argv[2] ?? 'rungs');
/** Those that run the program by `rungs` and `shell` of test/support/run.ts alone. */
const TESTS = [
  'test/cli/configuration.test.ts',
  'test/cli/man.test.ts',
  'test/commands/program.test.ts',
  'test/explorer/address.test.ts',
  'test/languages/lindhaven.test.ts',
  'test/author/walkthrough.test.ts',
  'test/author/source.test.ts',
  'test/safety/commands.test.ts',
];

if (!existsSync(binary)) {
  console.error(`${binary}: does not exist; npm run binary builds it`);
  process.exit(2);
}
const run = (command, args, env = {}) => {
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
  return status === 0;
};

const tapes = [
  ...tapesIn('test/screens').map((tape) => [
    tape,
    tape.replace('.tape', '.txt'),
    // As test/screens/screens.test.ts has it: the one golden file with colours.
    tape.endsWith('/styles.tape') ? 'styles' : 'text',
  ]),
  ...tapesIn('docs/pictures').map((tape) => [tape, tape.replace('.tape', '.svg'), 'svg']),
];
const same = tapes.filter(([tape, golden, format]) =>
  run(binary, ['play', tape, '--golden', golden, '--format', format]),
);
console.log(`${same.length} of ${tapes.length} tapes give the frames of their golden files`);
run('npx', ['vitest', 'run', ...TESTS], { RUNGS_BINARY: binary });
run(process.execPath, ['tools/bench.mjs', 'lookup', '--program', binary]);

function tapesIn(folder) {
  return readdirSync(root + folder)
    .filter((name) => name.endsWith('.tape'))
    .map((name) => `${folder}/${name}`);
}
