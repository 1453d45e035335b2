import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptCode } from '../../src/system/kept-code.ts';

let folder: string;
let dist: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-code-'));
  dist = join(folder, 'dist');
  cache = join(folder, 'cache/rungs/code');
  mkdirSync(dist);
  writeFileSync(join(dist, 'main.cjs'), 'code');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (use = 'list') =>
  keptCode(join(dist, 'main.cjs'), use, { XDG_CACHE_HOME: join(folder, 'cache') });
/** What lies beside the script. */
const beside = () => readdirSync(dist).filter((name) => name !== 'main.cjs');
const keep = (compiled = 'compiled') => {
  open().keep(Buffer.from(compiled));
};
/** What a run that ends well is given. */
const read = (use?: string) => {
  const kept = open(use);
  kept.release();
  return kept.bytes?.toString();
};

describe('compiled code', () => {
  it('is kept beside the script, and nothing else is', () => {
    expect(read()).toBeUndefined();
    keep();
    expect(read()).toBe('compiled');
    expect(beside()).toEqual([`main.cjs.${process.version}-${process.arch}-list.kept`]);
    expect(existsSync(cache)).toBe(false);
  });

  it('is of that very script and use', () => {
    keep();
    expect(read('show')).toBeUndefined();
    expect(read()).toBe('compiled');
    const script = join(dist, 'main.cjs');
    const { atime, mtime } = statSync(script);
    writeFileSync(script, 'cods');
    utimesSync(script, atime, mtime);
    expect(read()).toBeUndefined();
  });

  it('of an older script gives way to that of the new one', () => {
    keep();
    writeFileSync(join(dist, 'main.cjs'), 'other code');
    keep('anew');
    expect(read()).toBe('anew');
    expect(beside()).toHaveLength(1);
  });
});

describe('a run with it', () => {
  const mark = () => join(dist, beside().find((name) => name.endsWith('.run')) ?? '');

  it('that died has it forgotten', () => {
    keep();
    expect(open().bytes).toBeDefined();
    rmSync(mark());
    symlinkSync(String(2 ** 22 + 1), join(dist, `${beside()[0]}.run`));
    expect(read()).toBeUndefined();
    expect(beside()).toEqual([]);
    keep();
    expect(read()).toBe('compiled');
  });

  it('that died with our number has it forgotten', () => {
    keep();
    open();
    expect(read()).toBeUndefined();
  });

  it('that still goes on leaves it to others, and its mark is its own', () => {
    keep();
    const kept = beside()[0];
    symlinkSync(String(process.ppid), join(dist, `${kept}.run`));
    expect(read()).toBe('compiled');
    expect(lstatSync(join(dist, `${kept}.run`)).isSymbolicLink()).toBe(true);
  });
});

describe.runIf(process.getuid?.() === 0)("where the script's folder is another user's", () => {
  beforeEach(() => chownSync(dist, 65534, 65534));

  it("it is kept in the user's cache", () => {
    keep();
    expect(beside()).toEqual([]);
    expect(read()).toBe('compiled');
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('what was not made anew for months is removed from there', () => {
    mkdirSync(cache, { recursive: true });
    for (const [name, days] of [
      ['old', 91],
      ['young', 89],
    ] as const) {
      writeFileSync(join(cache, name), '');
      const seconds = Date.now() / 1000 - days * 24 * 60 * 60;
      utimesSync(join(cache, name), seconds, seconds);
    }
    keep();
    expect(readdirSync(cache)).toContain('young');
    expect(readdirSync(cache)).not.toContain('old');
  });

  it('where that cannot be written either, nothing is kept', () => {
    writeFileSync(join(folder, 'cache'), '');
    keep();
    expect(read()).toBeUndefined();
  });
});
