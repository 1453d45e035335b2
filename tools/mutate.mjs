/**
 * Changes the code in small ways and counts for how many a test fails: `npm run mutate -- FOLDER…`,
 * of folders or files of src/. Each is tried against the tests of its folder alone.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const FOLDERS = readdirSync('src').filter((name) => statSync(join('src', name)).isDirectory());

const asked = process.argv.slice(2);
const paths = (asked.length > 0 ? asked : FOLDERS).map((name) => name.replace(/^src\//, ''));
const wrong = paths.find((path) => !existsSync(join('src', path)));
if (wrong !== undefined) {
  console.error(`no ${wrong} in src; there are ${FOLDERS.join(', ')}`);
  process.exit(2);
}

for (const path of paths) {
  const [folder] = path.split('/');
  const isFile = statSync(join('src', path)).isFile();
  console.log(`\n## ${path}\n`);
  // The runner takes the files of tests from here (vitest.mutate.config.ts).
  process.env.RUNGS_MUTATED = folder;
  await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutate.config.ts', related: false },
    mutate: [isFile ? `src/${path}` : `src/${path}/**/*.ts{,x}`],
    // It calls a function that TypeScript 7 no longer has, unless there is no such file.
    tsconfigFile: 'none.json',
    // What runs once when a module is loaded would cost a run of all tests each.
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.RUNGS_MUTATE_AT_ONCE ?? 1),
    timeoutMS: 20_000,
    ignorePatterns: ['dist', 'dist.*', 'docs/pictures', 'reports'],
    disableTypeChecks: false,
    tempDirName: '.mutate',
    reporters: ['clear-text'],
    clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
    logLevel: 'warn',
  }).runMutationTest();
}
