/**
 * Changes the code in small ways and counts for how many a test fails: `npm run mutate -- FOLDER…`,
 * of folders or files of src/. Each is tried against the tests of its folder alone, or of the folders
 * and files that --tests names. --sample N tries N changes, chosen at random by --seed.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { NOT_CHOSEN } from './mutate-sample.mjs';

const FOLDERS = readdirSync('src').filter((name) => statSync(join('src', name)).isDirectory());

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string' },
  },
});
const paths = (positionals.length > 0 ? positionals : FOLDERS).map((name) =>
  name.replace(/^src\//, ''),
);
const wrong = paths.find((path) => !existsSync(join('src', path)));
if (wrong !== undefined) {
  console.error(`no ${wrong} in src; there are ${FOLDERS.join(', ')}`);
  process.exit(2);
}

for (const path of paths) {
  const [folder] = path.split('/');
  const isFile = statSync(join('src', path)).isFile();
  console.log(`\n## ${path}\n`);
  // The runner takes the files of tests from here (vitest.mutate.config.ts), the sample its size.
  process.env.RUNGS_MUTATED = values.tests ?? folder;
  process.env.RUNGS_SAMPLE = values.sample ?? '';
  process.env.RUNGS_SEED = values.seed;
  const mutants = await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutate.config.ts', related: false },
    mutate: [isFile ? `src/${path}` : `src/${path}/**/*.ts{,x}`],
    ...(values.sample && {
      checkers: ['sample'],
      plugins: ['@stryker-mutator/*', './tools/mutate-sample.mjs'],
    }),
    // It calls a function that TypeScript 7 no longer has, unless there is no such file.
    tsconfigFile: 'none.json',
    // What runs once when a module is loaded would cost a run of all tests each.
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.RUNGS_MUTATE_AT_ONCE ?? 1),
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 30,
    ignorePatterns: ['dist/*.kept*', 'dist.*', 'docs/pictures', 'reports'],
    disableTypeChecks: false,
    tempDirName: '.mutate',
    reporters: ['clear-text'],
    clearTextReporter: {
      logTests: false,
      allowColor: false,
      reportTests: false,
      reportScoreTable: false,
    },
    logLevel: 'warn',
  }).runMutationTest();
  console.log(summary(mutants, values.sample ? `, seed ${values.seed}` : ''));
}

/** The share that is caught, of all that are tried or that no test reaches. */
function summary(mutants, seed) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const caught = count('Killed', 'Timeout');
  const unreached = count('NoCoverage');
  const looked = caught + count('Survived') + unreached;
  const notTried = mutants.filter(({ statusReason }) => statusReason === NOT_CHOSEN).length;
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const [low, high] = interval(caught, looked).map(percent);
  const sure = notTried === 0 ? '' : ` (95 % certain: ${low} to ${high})`;
  return [
    `${caught} of ${looked} caught, of ${looked + notTried} in all${seed};`,
    `${unreached} of these ${looked} are reached by no test; ${count('Ignored')} are left out.`,
    `Score ${percent(caught / looked)}${sure}.`,
  ].join('\n');
}

/** Wilson's interval of a share, 95 % certain. */
function interval(count, of) {
  const z = 1.96;
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [middle - half, middle + half].map((end) => end / (1 + z ** 2 / of));
}
