import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFrames, compareGolden, goldenText } from '../../src/play/golden.ts';

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

const LETTERS = 'abcdefghijkl'.split('');
const frame = (text: string, name?: string) => ({
  ...(name !== undefined && { name }),
  text: [text, ...LETTERS],
});

describe('names', () => {
  it('stand above their frames, in lines as long as the others', () => {
    const text = goldenText([frame('x'), frame('y', 'the ladder'), frame('z', '梯子')]);
    expect(text).toContain(`${LINE}\n── the ladder ${'─'.repeat(66)}\ny\n`);
    expect(text).toContain(`${LINE}\n── 梯子 ${'─'.repeat(72)}\nz\n`);
  });

  it('tell in a diff and in its list which frame it is', () => {
    const file = join(folder, 'a.txt');
    writeFileSync(file, goldenText([frame('x'), frame('y', 'the ladder'), frame('z')]));
    const result = compareGolden(
      goldenText([frame('x'), frame('Y', 'the ladder'), frame('Z')]),
      file,
    );
    expect('diff' in result && result.diff.match(/^@@.*$/gm)).toEqual([
      '@@ -13,7 +13,7 @@ frame 2, the ladder',
      '@@ -27,7 +27,7 @@ frame 3',
    ]);
  });

  it('keep frames together; what came or went between them shifts none', () => {
    const told = (before: ReturnType<typeof frame>[], after: ReturnType<typeof frame>[]) =>
      changedFrames(goldenText(before), goldenText(after)).map(({ number, name, ...one }) => [
        number,
        name,
        one.before?.match(/^\w(?=$)/m)?.[0],
        one.after?.match(/^\w(?=$)/m)?.[0],
      ]);
    const [a, b, c] = [frame('A', 'a'), frame('B'), frame('C', 'c')];
    expect(told([a, b, c], [a, b, c])).toEqual([]);
    expect(told([a, c], [b, a, c])).toEqual([[1, undefined, undefined, 'B']]);
    expect(told([a, c], [c])).toEqual([[1, 'a', 'A', undefined]]);
    expect(told([a, c], [frame('X', 'c'), frame('Y', 'a')])).toEqual([
      [1, 'c', 'C', 'X'],
      [2, 'a', 'A', 'Y'],
    ]);
    expect(told([frame('A'), b], [a, b])).toEqual([[1, 'a', 'A', 'A']]);
    expect(told([b], [frame('Y'), frame('Z'), c])).toEqual([
      [1, undefined, 'B', 'Y'],
      [2, undefined, undefined, 'Z'],
      [3, 'c', undefined, 'C'],
    ]);
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
      `--- ${file}\n+++ this play\n@@ -1,3 +1,3 @@ frame 1\n one\n-two\n+2\n three\n`,
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
