/** A tape comes from others: what it may read and write, and that it ends. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM, shell } from '../support/run.ts';

let outside: string;
let folder: string;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'rungs-tape-'));
  folder = join(outside, 'here');
  mkdirSync(folder);
});
afterEach(() => rmSync(outside, { recursive: true }));

const at = (name: string) => join(folder, name);
/** Plays a tape in the folder. */
const play = (tape: string, options = '') => {
  writeFileSync(at('a.tape'), tape);
  return shell(`cd "${folder}"; ${PLAY} a.tape ${options}`);
};
const PLAY = `timeout 60 "${process.execPath}" "${PROGRAM}" play`;

describe('a tape writes', () => {
  it('files in the folder where one is, and folders for them', () => {
    expect(play('Output "x.txt"\nOutput "deep/y.txt"\nDown')).toMatchObject({ code: 0 });
    expect(readFileSync(at('deep/y.txt'), 'utf8')).toContain('Ladder');
    expect(readFileSync(at('x.txt'), 'utf8')).toBe(readFileSync(at('deep/y.txt'), 'utf8'));
  });

  it('over nothing, unless the caller names it', () => {
    writeFileSync(at('notes.txt'), 'mine');
    const refused = play('Output "notes.txt"\nDown');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/writes to notes.txt, which is there already.*--output notes.txt/);
    expect(readFileSync(at('notes.txt'), 'utf8')).toBe('mine');
    expect(play('Output "notes.txt"\nDown', '--output notes.txt').code).toBe(0);
    expect(readFileSync(at('notes.txt'), 'utf8')).toContain('Ladder');
  });

  it.each([
    '../x.txt',
    'deep/../../x.txt',
    '/tmp/rungs-never/x.txt',
    'link/x.txt',
    'link/deep/x.txt',
  ])('nothing outside: %s', (path) => {
    symlinkSync(outside, at('link'));
    const before = readdirSync(outside);
    const refused = play(`Output "${path}"\nDown`);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('outside this folder');
    expect(readdirSync(outside)).toEqual(before);
    expect(existsSync('/tmp/rungs-never')).toBe(false);
  });

  it('through no link, to nothing neither', () => {
    symlinkSync('made.txt', at('l.txt'));
    expect(play('Output "l.txt"\nDown').code).toBe(2);
    expect(existsSync(at('made.txt'))).toBe(false);
  });
});

describe('a tape reads', () => {
  it('another tape in its folder', () => {
    writeFileSync(at('b.tape'), 'Type "?"');
    expect(play('Source b.tape').out).toContain('Help: type to filter');
  });

  it.each<[string, () => void]>([
    ['a link out of the folder', () => symlinkSync('/etc/passwd', at('b.tape'))],
    ['a pipe', () => execFileSync('mkfifo', [at('b.tape')])],
    ['a device', () => symlinkSync('/dev/zero', at('b.tape'))],
    ['a folder', () => mkdirSync(at('b.tape'))],
    ['what is far too long', () => writeFileSync(at('b.tape'), '#'.repeat(2 ** 20 + 1))],
  ])('not %s', (_, make) => {
    make();
    const { code, err } = play('Source b.tape');
    expect(code).toBe(2);
    expect(err).toContain('a.tape:1:8: cannot read "b.tape"');
    expect(err).not.toContain('root:');
  });

  it('not what has no end', () => {
    expect(shell(`${PLAY} /dev/zero`).err).toContain('is longer than');
  });
});

it('a pattern that could be tried for ever is given up', () => {
  const { code, err } = play('Wait+Screen /(a|a|[^x]|.)*(.|\\s)*(.*)*(.*)*(.*)*NOPE$/');
  expect(code).toBe(1);
  expect(err).toMatch(/a.tape:1:1: .* takes longer than 3 seconds/);
});
