/** The questions of `rungs add statement`, interrupted, taken back, and answered from a file. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { openShell } from '../safety/shell.ts';
import { BARE, call, PROGRAM, shell } from '../support/run.ts';

let root: string;
let dir: string;
let article: string;
let env: { XDG_STATE_HOME: string };
const begun = mkdtempSync(join(tmpdir(), 'rungs-begun-'));
beforeAll(async () => expect(await call(['init', join(begun, 'pack')])).toMatchObject({ code: 0 }));
afterAll(() => rmSync(begun, { recursive: true, force: true }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rungs-authoring-'));
  dir = join(root, 'pack');
  article = join(dir, 'articles/example-gazette.txt');
  env = { XDG_STATE_HOME: join(root, 'state') };
  cpSync(join(begun, 'pack'), dir, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const statements = () => readFileSync(join(dir, 'data/statements/example-gazette.yaml'), 'utf8');

/** The names and answers that are kept, of all unfinished statements. */
function kept(): [string, string][] {
  try {
    const folder = join(env.XDG_STATE_HOME, 'rungs/unfinished');
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.flatMap((name) => {
      const { answers } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return answers.map((one: { name: string; answer: string }) => [one.name, one.answer]);
    });
  } catch {
    return [];
  }
}

const pipe = (answers: readonly string[], rest = '') =>
  shell(
    `printf '%s\\n' ${answers.map((one) => `'${one}'`).join(' ')} | rungs add statement ${article} --data ${dir} ${rest}`,
    env,
  );

const WORDS = ['kaum … vorstellbar', 'all', 'beispiel', 'Hardly so.', 'hardly'];
const STANCE = ['tram', 'will', 'unlikely', 'kaum', 'He says so.', ''];
const TWELVE = [...WORDS, ...STANCE, 'no'];

describe('from a pipe', () => {
  test('twelve answers do, where source and person are known', () => {
    expect(TWELVE).toHaveLength(12);
    const { code, out, err } = pipe(TWELVE);
    expect([code, err.includes('the answers end')]).toEqual([0, false]);
    expect(out).toContain('Added beispiel-tram-2');
    expect(kept()).toEqual([]);
  });

  test('< leads back, as far as one likes', () => {
    const { code } = pipe([...WORDS, '<', '<', 'Not likely.', 'barely', ...STANCE, 'no']);
    expect(code).toBe(0);
    expect(statements()).toContain('summary: Not likely.');
    expect(statements()).toContain('translation: barely');
    expect(statements()).not.toContain('Hardly so.');
  });

  test('another statement of the article follows, and what is used is told', () => {
    const second = ['Die Stadtwerke … Tag.', 'muster', 'So many.', '', 'no'];
    const { code, out, err } = pipe([...TWELVE, 'yes', 'kaum … vorstellbar', '<', ...second]);
    expect([code, out]).toEqual([0, expect.stringContaining('2 passages and 1 quote')]);
    expect(err).toContain('Used already, by beispiel-tram, beispiel-tram-2.');
    expect(err).toMatch(/= beispiel-tram: Der Verkehrsforscher Max … 2030/);
    expect(err.match(/^1 +EXAMPLE/gm)).toHaveLength(1);
    expect(statements()).toContain('summary: So many.');
  });

  test('what a script answered is kept where its answers end, and written over by none', () => {
    const before = statements();
    const { code, err } = pipe(WORDS);
    expect([code, err]).toEqual([2, expect.stringContaining('what was answered (5) is kept')]);
    expect(kept()).toHaveLength(5);
    expect(statements()).toBe(before);
    expect(pipe(['2']).err).toContain('a terminal offers it');
    expect(kept()).toHaveLength(5);
  });

  test.each(['SIGINT', 'SIGKILL'] as const)('%s loses no answer', async (signal) => {
    const before = statements();
    const args = [PROGRAM, 'add', 'statement', article, '--data', dir];
    const child = spawn(process.execPath, args, { env: { ...BARE, ...env } });
    child.stdin.write(`${WORDS.join('\n')}\n`);
    while (kept().length < WORDS.length) await wait(20);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill(signal);
    await ended;
    expect(kept().map(([, answer]) => answer)).toEqual(WORDS);
    expect(statements()).toBe(before);
    expect((await call(['check', dir])).code).toBe(0);
  });

  test('nobody is new by an empty answer whose name is near to another', () => {
    const { code, err } = pipe(['kaum … vorstellbar', 'all', 'Max Beispeil', '']);
    expect([code, err]).toEqual([2, expect.stringContaining('An answer is needed')]);
    expect(err).toContain('near: Max Beispiel (beispiel)');
    const kind = ['yes', 'expert', '', ''];
    const written = pipe([
      'kaum … vorstellbar',
      'all',
      'Max Beispeil',
      ...kind,
      ...TWELVE.slice(3),
    ]);
    expect(written.code).toBe(0);
  });

  test.each(['n', 'no', 'neither', 'none'])('%s says that neither axis is meant', (answer) => {
    expect(pipe([...WORDS, 'tram', answer, '', 'Nothing of it.', '', 'no']).code).toBe(0);
    expect(statements()).toMatch(/axis: none\n +value: none\n +why: Nothing of it/);
  });
});

test('in a terminal Ctrl-C keeps the answers, the next start offers them, Esc goes back', async () => {
  const bash = openShell(env);
  try {
    const start = `'${process.execPath}' '${PROGRAM}' add statement ${article} --data ${dir}\n`;
    bash.type(start);
    await bash.shows(/Passage: /);
    bash.type('kaum … vorstellbar\n\n');
    await bash.shows(/Speaker/);
    bash.type('beispiel\n');
    await bash.shows(/What was said/);
    bash.type('Hardly so.\n');
    await bash.shows(/Your translation/);
    bash.type('\u0003');
    await bash.shows(/nothing was written; what was answered \(4\) is kept/);
    bash.type(`clear\n${start}`);
    await bash.shows(/summary: Hardly so\.[\s\S]*Go on with them/);
    bash.type('yes\n');
    await bash.shows(/Your translation/);
    bash.type('other words');
    bash.type('\u001b');
    // The earlier answer stands there, to be changed.
    await bash.shows(/What was said, in your own words, in English: Hardly so\.$/m);
    bash.type(' Indeed.\n');
    await bash.shows(/Your translation[^\n]*: <[\s\S]*Your translation[^\n]*: *$/m);
    bash.type('\n\nno\n');
    await bash.shows(/Another statement/);
    bash.type('\n');
    await bash.shows(/Verified against/);
  } finally {
    bash.end();
  }
  expect(statements()).toContain('summary: Hardly so. Indeed.');
  expect(kept()).toEqual([]);
});

describe('--answers', () => {
  const from = (text: string) => {
    const file = join(root, 'answers.yaml');
    writeFileSync(file, text);
    return call(['add', 'statement', article, '--data', dir, '--answers', file], env);
  };
  const NAMED = `summary: Hardly so.
speaker: beispiel
passage: kaum … vorstellbar
medium: a telephone call
date: 2024-05-02
stances:
  - scenario: tram
    axis: predictive
    value: unlikely
    condition: if nothing changes
    why: He says so.
  - {scenario: more-buses, axis: no, why: Nothing of it.}
`;

  test('takes YAML in any order, and defaults for the rest', async () => {
    expect(await from(NAMED)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 quote'),
      err: '',
    });
    expect(statements()).toMatch(/medium: a telephone call\n +date: 2024-05-02\n +form: mixed/);
    expect(statements()).toMatch(/condition: if nothing changes\n +why: He says so/);
  });

  test('takes JSON, and says what was not asked for', async () => {
    const answers = {
      passage: '2',
      speaker: 'muster',
      summary: 'So.',
      context: 'nothing',
      quotes: '1',
    };
    const { code, err } = await from(JSON.stringify(answers));
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/not asked for: .*: context; .*: quotes/),
    ]);
  });

  test.each([
    [
      'an unknown name',
      `${NAMED}sumary: So.\n`,
      /answers\.yaml:13:1: no question is named "sumary"; did you mean summary/,
    ],
    [
      'an unknown name in a stance',
      NAMED.replace('value:', 'valeu:'),
      /:9:5: no question is named "valeu"; did you mean value/,
    ],
    ['a list for a text', NAMED.replace('beispiel', '[a, b]'), /:2:10: speaker is one text/],
    ['no YAML', 'summary: "So\n', /answers\.yaml:\d+:\d+: /],
    [
      'a wrong answer',
      NAMED.replace('2024-05-02', 'last week'),
      /:5:7: date: "last week": is no EDTF date/,
    ],
    [
      'a near name',
      NAMED.replace('beispiel', 'Max Beispeil'),
      /answers\.yaml: speakerIsNew: An answer is needed/,
    ],
    [
      'no summary',
      NAMED.replace('summary: Hardly so.', ''),
      /answers\.yaml: summary: An answer is needed/,
    ],
  ])('%s is told with its place, and nothing is written', async (_, text, message) => {
    const before = statements();
    const { code, err } = await from(text);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).toContain('Nothing was written');
    expect(statements()).toBe(before);
    expect(kept()).toEqual([]);
  });
});

describe('answers from a file', () => {
  const answered = (kind: string, name: string, text: string) => {
    const file = join(root, 'named.yaml');
    writeFileSync(file, text);
    return call(['add', kind, name, '--answers', file, '--data', dir], env);
  };

  test('add a person and a scenario', async () => {
    const person = 'personKind: official\npersonRole: Head of the harbour\n';
    expect(await answered('person', 'Ada\u200B Berg', person)).toMatchObject({ code: 0, err: '' });
    const scenario = 'proposition: A pier is built.\nactor: The town\nasOf: 2024-05\n';
    expect(await answered('scenario', 'A pier', scenario)).toMatchObject({ code: 0, err: '' });
    const pack = loadPack(dir);
    expect(pack.people.at(-1)).toMatchObject({
      id: 'ada-berg',
      name: 'Ada Berg',
      roles: [{ role: 'Head of the harbour' }],
    });
    expect(pack.scenarios.at(-1)).toMatchObject({ id: 'a-pier', rung: 3 });
  });

  test.each([
    ['person', 'Erika Mustr', 'personKind: official\n', 'personIsNew: An answer is needed'],
    ['person', 'Bo Weiss', 'personKind: oficial\n', 'named.yaml:1:13: personKind: "oficial"'],
    ['scenario', 'A pier', 'actor: They\n', 'proposition: An answer is needed'],
    ['scenario', 'A pier', 'propositon: So.\n', 'did you mean proposition?'],
  ])('%s %s: what is wrong is told, and nothing is written', async (kind, name, text, message) => {
    const before = ['data/people.yaml', 'scenarios'].map(
      (path) => statSync(join(dir, path)).mtimeMs,
    );
    const { code, err } = await answered(kind, name, text);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(
      ['data/people.yaml', 'scenarios'].map((path) => statSync(join(dir, path)).mtimeMs),
    ).toEqual(before);
  });
});

test('check --watch checks again when a file of the pack changes, and ends with Ctrl-C', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'check', dir, '--watch'], { env: BARE });
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const until = async (pattern: RegExp) => {
    while (!pattern.test(out)) await wait(20);
    out = '';
  };
  const file = join(dir, 'data/people.yaml');
  const people = readFileSync(file, 'utf8');
  try {
    await until(/0 errors/);
    writeFileSync(file, people.replace('kind: expert', 'kind: exbert'));
    await until(/people\.yaml:\d+:\d+: [\s\S]*\d errors?,/);
    writeFileSync(join(dir, 'notes.txt'), 'no file of the pack');
    await wait(300);
    expect(out).toBe('');
    rmSync(file);
    await until(/\d errors?,/);
    writeFileSync(file, people);
    await until(/0 errors/);
    expect((await call(['rename', 'muster', 'somebody', '--data', dir])).code).toBe(0);
    await until(/0 errors/);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  } finally {
    child.kill('SIGKILL');
  }
});
