import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { userFolder, writeWhole } from '../../src/terminal/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'rungs-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['state', 'XDG_STATE_HOME', '.local/state'],
  ['cache', 'XDG_CACHE_HOME', '.cache'],
] as const)(
  'the folder for %s is that of %s, or ~/%s; a relative one is ignored',
  (kind, name, fallback) => {
    const usual = join(homedir(), fallback, 'rungs');
    expect(userFolder(kind, { [name]: '/somewhere' })).toBe('/somewhere/rungs');
    expect(userFolder(kind, { [name]: 'here' })).toBe(usual);
    expect(userFolder(kind, {})).toBe(usual);
  },
);

it('writes a whole file, for nobody else to read if so asked', () => {
  const path = join(folder, 'secret');
  writeWhole(path, 'text', 0o600);
  expect(readFileSync(path, 'utf8')).toBe('text');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['secret']);
});

it('tells where it cannot write, and leaves no draft', () => {
  expect(() => writeWhole(join(folder, 'nowhere', 'file'), 'text')).toThrow(/ENOENT/);
  expect(() => writeWhole(folder, 'text')).toThrow();
  expect(existsSync(`${folder}.${process.pid}`)).toBe(false);
});
