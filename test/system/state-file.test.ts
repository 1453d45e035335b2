import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readState, setAside, writeState } from '../../src/system/state-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-state-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('what is written is read, and no draft stays behind', () => {
  const file = join(dir, 'deep', 'state.json');
  writeState(file, { marks: ['a'] });
  expect(readState(file)).toEqual({ marks: ['a'] });
  expect(readdirSync(join(dir, 'deep'))).toEqual(['state.json']);
});

test('where nothing was kept there is nothing to read', () => {
  expect(readState(join(dir, 'none.json'))).toBeUndefined();
});

test('where nothing can be written, nothing is kept and nothing breaks', () => {
  writeFileSync(join(dir, 'file'), '');
  writeState(join(dir, 'file', 'state.json'), {});
  expect(existsSync(join(dir, 'file', 'state.json'))).toBe(false);
});

test('a pipe, a folder and what is far too long are no state', () => {
  const file = join(dir, 'state.json');
  execFileSync('mkfifo', [file]);
  expect(() => readState(file)).toThrow('is no file');
  rmSync(file);
  writeFileSync(file, JSON.stringify('x'.repeat(2 ** 20)));
  expect(() => readState(file)).toThrow('is longer than');
});

test('what is set aside takes the place of nothing', () => {
  const file = join(dir, 'state.json');
  const asides = ['one', 'two', 'three'].map((text) => {
    writeFileSync(file, text);
    return setAside(file);
  });
  expect(asides.map((aside) => readFileSync(aside, 'utf8'))).toEqual(['one', 'two', 'three']);
});

test('what is kept is for its owner', () => {
  const file = join(dir, 'state.json');
  writeState(file, {});
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a damaged file throws and can be set aside', () => {
  const file = join(dir, 'state.json');
  writeFileSync(file, '{"half":');
  expect(() => readState(file)).toThrow();
  expect(setAside(file)).toBe(`${file}.damaged`);
  expect(readState(file)).toBeUndefined();
});
