import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareGolden, goldenText } from '../../src/play/golden.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-golden-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LINE = '─'.repeat(80);

describe('goldenText', () => {
  it('is every frame with all its rows, then a line', () => {
    expect(goldenText([{ text: ['a', ''] }, { text: ['b', 'c'] }])).toBe(
      `a\n\n${LINE}\nb\nc\n${LINE}\n`,
    );
  });
});

describe('compareGolden', () => {
  it('finds the same', () => {
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'x\n');
    expect(compareGolden('x\n', file)).toEqual({ status: 'same' });
    expect(compareGolden('x\n', file, true)).toEqual({ status: 'same' });
  });

  it('shows a unified diff', () => {
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'one\ntwo\nthree\n');
    const result = compareGolden('one\n2\nthree\n', file);
    expect(result).toMatchObject({ status: 'different' });
    expect('diff' in result && result.diff).toContain(
      `--- ${file}\n+++ this play\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n');
  });

  it('tells a missing file', () => {
    expect(compareGolden('x\n', join(folder, 'none.txt'))).toMatchObject({
      status: 'missing',
      diff: expect.stringContaining('+x'),
    });
    expect(() => compareGolden('x\n', folder)).toThrow(/EISDIR/);
  });

  it('writes, folders included', () => {
    const file = join(folder, 'b/c/a.txt');
    expect(compareGolden('x\n', file, true)).toEqual({ status: 'written' });
    expect(readFileSync(file, 'utf8')).toBe('x\n');
  });

  it('shows the first frame that differs where everything does', () => {
    const file = join(folder, 'a.txt');
    const frames = (word: string) =>
      Array.from({ length: 300 }, (_, frame) => ({
        text: Array.from({ length: 24 }, (_, row) =>
          frame < 2 ? 'same' : `${word} ${frame} ${row}`,
        ),
      }));
    writeFileSync(file, goldenText(frames('old')));
    const result = compareGolden(goldenText(frames('new')), file);
    const diff = 'diff' in result ? result.diff : '';
    expect(diff).toContain('this play, frame 3, the first that differs');
    expect(diff).toContain('-old 2 0\n');
    expect(diff).not.toContain('old 3');
  });
});
