import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userFolder } from '../../src/system/folders.ts';
import { writeWhole } from '../../src/system/write.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const modeOf = (name: string) => statSync(at(name)).mode & 0o777;

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

describe('a file', () => {
  it('is written whole, for nobody else to read if so asked, and no draft stays behind', () => {
    writeWhole(at('secret'), 'text', { mode: 0o600, isLasting: true });
    expect(read('secret')).toBe('text');
    expect(modeOf('secret')).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it('that is written over keeps its permissions', () => {
    writeFileSync(at('script'), 'old');
    chmodSync(at('script'), 0o751);
    writeWhole(at('script'), 'new');
    expect([read('script'), modeOf('script')]).toEqual(['new', 0o751]);
  });

  it('that is to be new leaves what is there, a link to nothing too', () => {
    writeFileSync(at('old'), 'old');
    symlinkSync('nothing', at('link'));
    for (const name of ['old', 'link'])
      expect(() => writeWhole(at(name), 'new', { isNew: true })).toThrow(/EEXIST/);
    expect(read('old')).toBe('old');
    expect(existsSync(at('nothing'))).toBe(false);
  });

  it('stays as it was where the new one cannot be written', () => {
    writeFileSync(at('old'), 'old');
    // No text at all fails as late as a full disk does: when the draft is there.
    expect(() => writeWhole(at('old'), {} as string)).toThrow();
    expect(read('old')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old']);
  });

  it('cannot be where there is no folder, or where a folder is', () => {
    expect(() => writeWhole(at('nowhere/file'), 'text')).toThrow(/ENOENT/);
    mkdirSync(at('inner'));
    expect(() => writeWhole(at('inner'), 'text')).toThrow(/EISDIR/);
    expect(readdirSync(folder)).toEqual(['inner']);
  });

  it('is drafted under a name that nothing has: what is there is never opened', () => {
    writeFileSync(at('victim'), 'mine');
    for (let number = 1; number <= 500; number += 1)
      symlinkSync('victim', at(`.rungs-${process.pid}-${number}.draft`));
    writeWhole(at('a'), 'new');
    expect([read('victim'), read('a')]).toEqual(['mine', 'new']);
  });
});

describe('a link', () => {
  beforeEach(() => {
    writeFileSync(at('real'), 'old');
    symlinkSync('real', at('link'));
  });

  it('is followed, and stays', () => {
    writeWhole(at('link'), 'new');
    expect([read('real'), readlinkSync(at('link'))]).toEqual(['new', 'real']);
  });

  it('is replaced where that is asked for', () => {
    writeWhole(at('link'), 'new', { links: 'replace' });
    expect([read('real'), read('link')]).toEqual(['old', 'new']);
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(false);
  });

  it('is refused where that is asked for', () => {
    expect(() => writeWhole(at('link'), 'new', { links: 'refuse' })).toThrow(/ELOOP/);
    expect(read('real')).toBe('old');
  });

  it('to nothing makes no file', () => {
    symlinkSync('nothing', at('dangling'));
    expect(() => writeWhole(at('dangling'), 'new')).toThrow(/ELOOP/);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});

it('a device is written to as it is', () => {
  writeWhole('/dev/null', 'text');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});
