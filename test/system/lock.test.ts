import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Locked, takeLock } from '../../src/system/lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-lock-'));
  path = join(folder, '.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that has ended, and one that has not. */
const DEAD = 2 ** 22 + 1;
const ALIVE = process.ppid;
const sign = (pid: number, host = hostname()) => writeFileSync(path, JSON.stringify({ pid, host }));
const isTaken = () => {
  try {
    takeLock(path, 0)();
    return false;
  } catch (error) {
    if (error instanceof Locked) return true;
    throw error;
  }
};
/** Makes the lock file as old as that. */
const age = (minutes: number) => {
  const seconds = Date.now() / 1000 - minutes * 60;
  utimesSync(path, seconds, seconds);
};

/** A script that processes of their own can run. */
async function scriptOf(contents: string): Promise<string> {
  const { build } = await import('esbuild');
  const outfile = join(folder, 'script.mjs');
  await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
  });
  return outfile;
}

describe('a lock', () => {
  it('is had by one, until it is given back', () => {
    const release = takeLock(path);
    expect(isTaken()).toBe(true);
    release();
    expect(isTaken()).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('given back twice does not take it from the next', () => {
    const release = takeLock(path);
    release();
    const next = takeLock(path);
    release();
    expect(isTaken()).toBe(true);
    next();
  });

  it('says who has it', () => {
    sign(ALIVE);
    expect(() => takeLock(path, 0)).toThrow(`another rungs (process ${ALIVE}) is writing there`);
  });

  it('is waited for', () => {
    sign(ALIVE);
    const freeing = spawn('sh', ['-c', `sleep 0.2; rm ${path}`]);
    takeLock(path)();
    expect(freeing.exitCode).toBe(null);
  });

  it('that cannot be made tells why', () => {
    expect(() => takeLock(join(folder, 'nowhere/.lock'), 0)).toThrow(/ENOENT/);
  });

  it('that the disk has no room for is not left behind', async () => {
    const script = await scriptOf(`
      import { takeLock } from './src/system/lock.ts';
      takeLock(${JSON.stringify(path)}, 0);`);
    // No file may grow: what a full disk does, when the file is there already.
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 0; exec "$0" "$1"', process.execPath, script],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')]);
    expect(existsSync(path)).toBe(false);
  });
});

describe('a lock that was left behind', () => {
  it.each([
    ['by a process that ended', () => sign(DEAD), false],
    ['by one of our number', () => sign(process.pid), false],
    ['by one that still runs', () => sign(ALIVE), true],
    ['on another host, of late', () => sign(DEAD, 'elsewhere'), true],
    ['unsigned, of late', () => writeFileSync(path, ''), true],
    ['signed with nonsense, of late', () => writeFileSync(path, '{"pid":-1}'), true],
  ])('%s: taken over or not', (_, leave, taken) => {
    leave();
    expect(isTaken()).toBe(taken);
    expect(existsSync(path)).toBe(taken);
  });

  it.each([
    ['on another host', () => sign(DEAD, 'elsewhere')],
    ['unsigned', () => writeFileSync(path, '')],
  ])('%s, long ago, is taken over', (_, leave) => {
    leave();
    age(11);
    expect(isTaken()).toBe(false);
  });
});

it('of many processes at once each has it alone', async () => {
  const script = await scriptOf(`
    import { readFileSync, writeFileSync } from 'node:fs';
    import { takeLock } from './src/system/lock.ts';
    for (let round = 0; round < 20; round += 1) {
      const release = takeLock(${JSON.stringify(path)}, 60_000);
      const count = Number(readFileSync(${JSON.stringify(`${path}.count`)}, 'utf8'));
      writeFileSync(${JSON.stringify(`${path}.count`)}, String(count + 1));
      release();
    }`);
  writeFileSync(`${path}.count`, '0');
  sign(DEAD);
  const runs = Array.from({ length: 4 }, () => spawn(process.execPath, [script]));
  const codes = await Promise.all(
    runs.map((run) => new Promise((resolve) => run.once('exit', resolve))),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(`${path}.count`, 'utf8')).toBe('80');
});
