/**
 * Every command that changes a pack, killed while it writes, on a full disk and in a folder that is
 * read-only: the pack is the old one or the new one, whole.
 *
 * RUNGS_EVERY=1 tries every moment of all commands, and not one that is drawn with a fixed seed.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { BARE, PROGRAM } from '../support/run.ts';

const fault = new URL('../support/fault.cjs', import.meta.url).pathname;
const MOUNTED = 'd=$(mktemp -d) && mount -t tmpfs tmpfs $d && umount $d && rmdir $d';
let home: string;
let base: string;

const HARBOUR = '“We want the tram before winter,” Ada Lang told the council. “Not later.”\n';
const PAGE = `<!doctype html><html lang="en"><title>Gulls</title><body><p>${'The gulls are back. '.repeat(20)}</p></body></html>`;
const draft = (quote: string) => ({
  ...{ article: 'harbour.txt', language: 'en', speaker: 'Ada Lang', speakerKind: 'official' },
  ...{ scenario: 'tram', axis: 'predictive', value: 'unlikely', summary: 'Not soon.', quote },
});

/** The template with more in it: people to be merged, two rungs, a statement that waits. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'rw-'));
  base = join(home, 'base');
  run(['init', base]);
  const file = (path: string, text: string) => writeFileSync(join(base, path), text);
  file('articles/harbour.txt', HARBOUR);
  const people = readFileSync(join(base, 'data/people.yaml'), 'utf8');
  file(
    'data/people.yaml',
    `${people.trimEnd()}\n- id: double\n  name: Eric Muster\n  kind: official\n`,
  );
  file(
    'scenarios/second.yaml',
    'id: second\nrung: 3\ntitle: Second\nproposition: It happens.\nactor: They\nstatus: None\nasOf: 2024-05\n',
  );
  writeFileSync(
    join(home, 'drafts.json'),
    JSON.stringify([draft('We want the tram before winter,')]),
  );
  expect(run(['import', join(home, 'drafts.json'), '--data', base]).err).toBe('');
  writeFileSync(join(home, 'drafts.json'), JSON.stringify([draft('Not later.')]));
  writeFileSync(
    join(home, 'items.json'),
    JSON.stringify([{ type: 'webpage', id: 'harbour', publisher: 'Quay' }]),
  );
  writeFileSync(join(home, 'page.html'), PAGE);
  writeFileSync(
    join(home, 'scenario.yaml'),
    'proposition: It is built.\nactor: They\nstatus: None\nasOf: 2024-05\n',
  );
  writeFileSync(join(home, 'person.yaml'), 'personKind: official\n');
  writeFileSync(join(home, 'statement.yaml'), 'passage: 2\nspeaker: muster\nsummary: So.\n');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What is changed before the command runs, for commands that need it. */
type Prepare = (dir: string) => void;

const COMMANDS: readonly [name: string, args: () => string[], prepare?: Prepare][] = [
  ['import', () => ['import', join(home, 'drafts.json')]],
  ['import of sources', () => ['import', join(home, 'items.json')]],
  ['add source', () => ['add', 'source', join(home, 'page.html')]],
  ['add person', () => ['add', 'person', 'Bo Weiss', '--answers', join(home, 'person.yaml')]],
  ['add scenario', () => ['add', 'scenario', 'A pier', '--answers', join(home, 'scenario.yaml')]],
  [
    'add statement',
    () => [
      'add',
      'statement',
      join(base, 'articles/example-gazette.txt'),
      '--answers',
      join(home, 'statement.yaml'),
    ],
  ],
  [
    'verify --fix',
    () => ['verify', '--fix'],
    (dir) => {
      for (const name of readdirSync(join(dir, 'articles'))) {
        const path = join(dir, 'articles', name);
        writeFileSync(path, `New.\n${readFileSync(path, 'utf8')}`);
      }
    },
  ],
  ['rename', () => ['rename', 'muster', 'another']],
  ['merge', () => ['merge', 'muster', 'double']],
  ['remove', () => ['remove', 'second']],
  ['move', () => ['move', 'second', '--before', 'tram']],
  ['accept', () => ['accept', 'lang-tram']],
  [
    'migrate',
    () => ['migrate'],
    (dir) => {
      const path = join(dir, 'data/pack.yaml');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^(?:format|language): .*\n/gm, ''));
      const scenario = join(dir, 'scenarios/second.yaml');
      writeFileSync(
        scenario,
        readFileSync(scenario, 'utf8').replace('actor:', 'titleDe: Zwei\nactor:'),
      );
    },
  ],
];

type Options = { env?: Record<string, string>; uid?: number; gid?: number };

function run(args: readonly string[], { env = {}, ...options }: Options = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: {
      ...BARE,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_STATE_HOME: join(home, 'state'),
      ...env,
    },
    encoding: 'utf8',
    input: '',
    ...options,
  });
  return { code: status, signal, out: stdout, err: stderr };
}

const isRoot = process.getuid?.() === 0;
// Where another user may not run this Node or read the program, nothing can be tried as one.
const NOBODY = { uid: 65534, gid: 65534 };
const canBeNobody =
  isRoot && spawnSync(process.execPath, [PROGRAM, '--version'], NOBODY).status === 0;
/** Whether a small disk can be made: as root, outside most containers. */
const canMount = isRoot && spawnSync('sh', ['-c', MOUNTED]).status === 0;

let copies = 0;
/** A copy of the pack, made ready for a command, and how to run that on it. */
function ready([, args, prepare]: (typeof COMMANDS)[number], parent = home) {
  copies += 1;
  const dir = join(parent, `copy-${copies}`);
  cpSync(base, dir, { recursive: true });
  prepare?.(dir);
  const of = (options: Options = {}) => run([...args(), '--data', dir], options);
  const faulty = (what: string) =>
    of({ env: { NODE_OPTIONS: `--require ${fault}`, FAULT_IN: dir, FAULT: what } });
  return { dir, of, faulty };
}

/** The files of a pack, and its texts apart: one that is there before its source harms nothing. */
function stateOf(dir: string): string {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.includes('/articles/'))
    .sort();
  return JSON.stringify(files.map((path) => [path.slice(dir.length), readFileSync(path, 'utf8')]));
}

/** Numbers from 1 to `most`: all, or one that a seed draws. */
function moments(most: number, seed: number): number[] {
  const all = Array.from({ length: most }, (_, index) => index + 1);
  if (process.env.RUNGS_EVERY) return all;
  // Each command gets another one.
  return [((seed * 1103515245 + 12345) % 2 ** 31) % most].map((at) => at + 1);
}

describe.each(COMMANDS)('%s', (...command) => {
  let old: string;
  let renewed: string;
  let changes: number;
  const seed = COMMANDS.findIndex(([name]) => name === command[0]);
  beforeAll(() => {
    const { dir, faulty } = ready(command);
    old = stateOf(dir);
    const { code, err } = faulty(`count:${join(home, 'count')}`);
    expect([code, err.replace(/^not asked for.*\n/, '')]).toEqual([0, '']);
    renewed = stateOf(dir);
    expect(renewed).not.toBe(old);
    changes = Number(readFileSync(join(home, 'count'), 'utf8'));
    expect(changes).toBeGreaterThan(3);
  });
  const isWhole = (dir: string) => {
    const state = stateOf(dir);
    return state === old ? 'old' : state === renewed ? 'new' : 'half';
  };

  test('killed', () => {
    for (const moment of moments(changes, 16 + seed)) {
      const { dir, faulty, of } = ready(command);
      expect(faulty(`kill:${moment}`).signal, `change ${moment}`).toBe('SIGKILL');
      const { code, err } = run(['check', dir]);
      expect([moment, code, err.includes('    at ')]).toEqual([moment, 0, false]);
      expect(isWhole(dir), `change ${moment} of ${changes}`).not.toBe('half');
      expect(() => loadPack(dir)).not.toThrow();
      if (isWhole(dir) === 'new') continue;
      // Killed before it was signed, nobody can tell whose it was.
      const lock = join(dir, 'data/.lock');
      const isLeft = existsSync(lock) && readFileSync(lock, 'utf8').endsWith('}');
      const again = of();
      expect([again.code, isWhole(dir)]).toEqual([0, 'new']);
      expect(/the lock of process \d+, which is gone, is taken over/.test(again.err)).toBe(isLeft);
      expect(existsSync(join(dir, 'data/.lock'))).toBe(false);
    }
  });

  test('on a disk that is full', () => {
    for (const moment of moments(changes, 61 + seed)) {
      const { dir, faulty } = ready(command);
      const { code, err } = faulty(`full:${moment}`);
      const state = isWhole(dir);
      expect([moment, code, state]).toEqual([
        moment,
        code === 0 ? 0 : 1,
        code === 0 ? 'new' : 'old',
      ]);
      if (code !== 0) expect(err).toMatch(/ENOSPC/);
      expect(err).not.toContain('    at ');
      rmSync(dir, { recursive: true });
    }
  });

  const refused = ({ code, err }: ReturnType<typeof run>, dir: string, reason: RegExp) => {
    expect([code, isWhole(dir)]).toEqual([1, 'old']);
    expect(err).toMatch(reason);
    expect(err).not.toContain('    at ');
  };

  // A disk that is read-only says the same to root.
  test.runIf(!isRoot || (canBeNobody && !canMount))('in a folder that is read-only', () => {
    const { dir, of } = ready(command);
    const writable = (mode: string) => spawnSync('chmod', ['-R', mode, isRoot ? home : dir]);
    writable(isRoot ? 'a+rX,go-w' : 'a-w');
    refused(of(isRoot ? NOBODY : {}), dir, /EACCES|EPERM/);
    writable('u+w');
  });

  test.runIf(canMount)('on a real disk, full or read-only, also as root', () => {
    const disk = join(home, 'disk');
    mkdirSync(disk, { recursive: true });
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]).status).toBe(0);
    try {
      const { dir, of } = ready(command, disk);
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`]);
      refused(of(), dir, /ENOSPC/);
      rmSync(join(disk, 'filler'));
      spawnSync('mount', ['-o', 'remount,ro', disk]);
      refused(of(), dir, /EROFS/);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
