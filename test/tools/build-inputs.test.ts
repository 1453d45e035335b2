/** The tests run the built program: an old build must never pass for one of today's sources. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const { inputsHash, isUpToDate, RECORD } = await import(
  new URL('../../tools/build-inputs.mjs', import.meta.url).href
);

const YESTERDAY = new Date('2026-01-01');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rungs-inputs-'));
  for (const folder of ['src/deep', 'data', 'dist'])
    mkdirSync(join(root, folder), { recursive: true });
  put('src/main.ts', 'one');
  put('src/deep/part.ts', 'two');
  put('data/pack.yaml', 'three');
  put('package-lock.json', 'four');
  put(`dist/${RECORD}`, `${inputsHash(root)}\n`);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file of the project as if long ago. */
function put(path: string, content: string): void {
  writeFileSync(join(root, path), content);
  utimesSync(join(root, path), YESTERDAY, YESTERDAY);
}

describe('a build is up to date', () => {
  it('as long as nothing that it was made of has changed', () => {
    expect(isUpToDate(root)).toBe(true);
    writeFileSync(join(root, 'src/main.ts'), 'one');
    expect(isUpToDate(root)).toBe(true);
  });

  it('no longer when an edit keeps size and time, and a run has just written into dist/', () => {
    put('src/deep/part.ts', 'TWO');
    writeFileSync(join(root, 'dist/main.cjs.v20-search'), 'compiled');
    expect(isUpToDate(root)).toBe(false);
  });

  it.each(['data/pack.yaml', 'package-lock.json', 'src/main.ts'])('no longer after %s', (path) => {
    put(path, 'edited');
    expect(isUpToDate(root)).toBe(false);
  });

  it('no longer when a file comes, goes or is renamed', () => {
    put('src/new.ts', '');
    expect(isUpToDate(root)).toBe(false);
    rmSync(join(root, 'src/new.ts'));
    expect(isUpToDate(root)).toBe(true);
    renameSync(join(root, 'src/main.ts'), join(root, 'src/other.ts'));
    expect(isUpToDate(root)).toBe(false);
  });

  it('not where there is none', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    expect(isUpToDate(root)).toBe(false);
  });
});
