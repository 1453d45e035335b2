/** Making a pack, tried on the built program. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openShell } from '../safety/shell.ts';
import { call, PROGRAM, rungs, shell } from '../support/run.ts';

let dir: string;
let article: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'rungs-new-')), 'pack');
  article = join(dir, 'articles/example-gazette.txt');
  cpSync('template', dir, { recursive: true });
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

const statements = () => readFileSync(join(dir, 'data/statements/example-gazette.yaml'), 'utf8');
const add = (answers: readonly string[], rest = `--data ${dir}`) => {
  const lines = answers.map((answer) => `'${answer}'`).join(' ');
  return shell(`printf '%s\\n' ${lines} | rungs add statement ${article} ${rest}`);
};

const ANSWERS = ['kaum … vorstellbar', '', 'beispiel'];
const WHOLE = [
  ...ANSWERS,
  'Hardly so.',
  '',
  'tram',
  'predictive',
  'unlikely',
  'kaum',
  'So.',
  '',
  '',
];

test('a new pack is valid and verified; a second one is not put over it', async () => {
  rmSync(dir, { recursive: true });
  expect(rungs(['init', dir])).toMatchObject({ code: 0, err: '' });
  expect(await call(['check', dir])).toMatchObject({ code: 0 });
  const sources = join(dir, 'articles');
  expect(await call(['verify', '--data', dir, '--sources', sources])).toMatchObject({ code: 0 });
  const again = rungs(['init', dir]);
  expect(again.code).toBe(2);
  expect(again.err).toContain('nothing was written');
});

describe('add statement with answers from a pipe', () => {
  test('adds it, and check and verify pass', async () => {
    const { code, out, err } = add(WHOLE);
    expect([code, out]).toEqual([
      0,
      `Added beispiel-tram-2 to data/statements/example-gazette.yaml in ${dir}.\n` +
        `Verified against ${article}: the passage and 1 quote.\n`,
    ]);
    expect(err).toContain('3  „Die Straßenbahn muss kommen“');
    expect((await call(['check', dir])).code).toBe(0);
    const sources = join(dir, 'articles');
    expect((await call(['verify', '--data', dir, '--sources', sources])).code).toBe(0);
    expect(statements()).toContain('exact: "kaum vorstellbar"');
  });

  test('ends where they end, and writes nothing', () => {
    const before = statements();
    const { code, err } = add(ANSWERS);
    expect(code).toBe(2);
    expect(err).toContain('rungs: the answers end before "What was said');
    expect(statements()).toBe(before);
  });

  test.each([
    ['another kind', ['add', 'statment', 'x'], 'did you mean statement?'],
    [
      'no article',
      ['add', 'statement', 'nowhere.txt', '--data', 'template'],
      'cannot read the article',
    ],
    ['no text', ['add', 'statement', process.execPath, '--data', 'template'], 'is no UTF-8 text'],
    ['no pack', ['add', 'statement', 'README.md', '--data', 'src'], 'data/pack.yaml: is missing'],
    [
      'two packs',
      ['add', 'statement', 'README.md', '--data', 'template', '--data', '.'],
      'one can be changed',
    ],
  ])('%s', async (_, args, message) => {
    const { code, err } = await call(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

test('in a terminal Tab completes, a wrong answer is asked again, Ctrl-C writes nothing', async () => {
  const before = statements();
  const bash = openShell();
  try {
    bash.type(`'${process.execPath}' '${PROGRAM}' add statement ${article} --data ${dir}\n`);
    await bash.shows(/Passage: /);
    bash.type('nowhere\n');
    await bash.shows(/"nowhere" does not stand in the article/);
    bash.type('kaum ... vorstellbar\n');
    await bash.shows(/Words of the speaker/);
    bash.type('\n');
    await bash.shows(/Speaker/);
    bash.type('Max\t\n');
    await bash.shows(/Max Beispiel \(beispiel\)/);
    bash.type('\u0003');
    await bash.shows(/nothing was written/);
    bash.type('echo code=$?\n');
    await bash.shows(/code=130/);
  } finally {
    bash.end();
  }
  expect(statements()).toBe(before);
});
