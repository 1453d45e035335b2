import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forget, readSealed, writeSealed } from '../../src/system/sealed.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-sealed-'));
  path = join(folder, 'deep/kept');
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = () => readSealed(path, 'key')?.toString();
const keep = (...parts: string[]) =>
  writeSealed(
    path,
    'key',
    parts.map((part) => Buffer.from(part)),
  );

it('what was kept is read, by its owner alone', () => {
  keep('one ', 'two');
  expect(text()).toBe('one two');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
});

it('what is nowhere is not read', () => {
  expect(text()).toBeUndefined();
});

it('what was made of something else is not read, and stays until it is made anew', () => {
  keep('text');
  expect(readSealed(path, 'another key')).toBeUndefined();
  expect(readSealed(path, 'ke')).toBeUndefined();
  expect(text()).toBe('text');
});

it('with any bit flipped it is not read, and removed', () => {
  keep('some text');
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
    writeFileSync(path, damaged, { mode: 0o600 });
    expect(text(), `byte ${at}`).toBeUndefined();
    expect(existsSync(path), `byte ${at}`).toBe(false);
  }
});

it('cut short anywhere it is not read', () => {
  keep('some text');
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length), { mode: 0o600 });
    expect(text(), `${length}`).toBeUndefined();
  }
});

it.each([0o640, 0o604, 0o620, 0o602])('with the mode %o, others may have written it', (mode) => {
  keep('text');
  chmodSync(path, mode);
  expect(text()).toBeUndefined();
});

it('through a link it is not read', () => {
  keep('text');
  renameSync(path, `${path}.real`);
  symlinkSync(`${path}.real`, path);
  expect(text()).toBeUndefined();
  keep('new');
  expect(text()).toBe('new');
  expect(readSealed(`${path}.real`, 'key')?.toString()).toBe('text');
});

it.runIf(process.getuid?.() === 0)("another user's is not read, and replaced by one's own", () => {
  keep('text');
  chownSync(path, 65534, 65534);
  expect(text()).toBeUndefined();
  keep('own');
  expect(text()).toBe('own');
  expect(statSync(path).uid).toBe(0);
});

it('it can be forgotten, twice too', () => {
  keep('text');
  forget(path);
  forget(path);
  expect(existsSync(path)).toBe(false);
});
