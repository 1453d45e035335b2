/** A copy of the built program, and what is done to the compiled code that it keeps. */
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BARE, rungs } from '../support/run.ts';

const root = new URL('../../', import.meta.url).pathname;
let folder: string;
let dist: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-kept-'));
  dist = join(folder, 'dist');
  // What others' runs keep there comes and goes while it is copied.
  const filter = (path: string) => !path.includes('.kept');
  for (const part of ['bin', 'dist'])
    cpSync(join(root, part), join(folder, part), { recursive: true, filter });
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of keptIn(dist)) rmSync(join(dist, name));
});

const keptIn = (path: string) => readdirSync(path).filter((name) => /\.kept/.test(name));
const list = (options = {}) => {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin/rungs.js'), 'list'],
    {
      env: { ...BARE, XDG_CACHE_HOME: join(folder, 'cache') },
      encoding: 'utf8',
      timeout: 60_000,
      ...options,
    },
  );
  return { status, signal, stdout, stderr };
};
const expected = () => ({ status: 0, signal: null, stdout: rungs(['list']).out, stderr: '' });

it('bits that flip in it change nothing and are gone after one run', () => {
  list();
  const [name = ''] = keptIn(dist);
  const whole = readFileSync(join(dist, name));
  const answer = expected();
  let seed = 17;
  for (let run = 0; run < 12; run += 1) {
    const damaged = Buffer.from(whole);
    for (let bit = 0; bit < (run % 2 === 0 ? 1 : 200); bit += 1) {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      const at = seed % damaged.length;
      damaged[at] = (damaged[at] as number) ^ (1 << (seed % 8));
    }
    writeFileSync(join(dist, name), damaged);
    expect(list(), `run ${run} of seed 17`).toEqual(answer);
    expect(readFileSync(join(dist, name)).equals(damaged), `run ${run}`).toBe(false);
  }
});

it('a script of the same length and time, but with other words, is run itself', () => {
  list();
  const main = join(dist, 'main.cjs');
  const before = readFileSync(main, 'utf8');
  const { atime, mtime } = statSync(main);
  expect(before).toContain(' with a stance, ');
  writeFileSync(main, before.replaceAll(' with a stance, ', ' WITH A STANCE, '));
  utimesSync(main, atime, mtime);
  expect(list().stdout).toContain(' WITH A STANCE, ');
  writeFileSync(main, before);
});

// Where another user may not run this Node, nothing can be tried as one.
const canBeNobody =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', '0'], { uid: 65534, gid: 65534 }).status === 0;

it.runIf(canBeNobody)(
  "a user who may not write there keeps it in a folder of the user's own",
  () => {
    // As after a global install by root.
    const home = mkdtempSync(join(tmpdir(), 'rungs-nobody-'));
    chownSync(home, 65534, 65534);
    spawnSync('chmod', ['-R', 'a+rX', folder]);
    const asNobody = () =>
      list({ uid: 65534, gid: 65534, env: { ...BARE, HOME: home, XDG_CACHE_HOME: '' } });
    expect(asNobody()).toEqual(expected());
    const code = join(home, '.cache/rungs/code');
    expect(keptIn(code)).toHaveLength(1);
    expect(statSync(join(code, keptIn(code)[0] ?? '')).mode & 0o777).toBe(0o600);
    expect(keptIn(dist)).toEqual([]);
    expect(asNobody()).toEqual(expected());
    rmSync(home, { recursive: true });
  },
);
