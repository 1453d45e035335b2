import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { appendRecords, withRecords } from '../../src/author/append.ts';

const RECORD = {
  id: 'new',
  date: '2024',
  quotes: [{ exact: 'so: "ja" ', start: 1, end: 9 }],
  summary: `${'A long summary of what was said in many words. '.repeat(4)}End`,
};

describe('a record is added', () => {
  test('and what was there stays to the byte, comments and odd layout too', () => {
    const before = [
      '# head',
      '',
      '-   id: a   # first',
      "    title: 'x'",
      '',
      '# between',
      '- {id: b, n: 1}',
      '# tail',
      '',
    ].join('\n');
    const after = withRecords(before, [RECORD]);
    expect(after.startsWith(before)).toBe(true);
    expect(parse(after)).toEqual([{ id: 'a', title: 'x' }, { id: 'b', n: 1 }, RECORD]);
  });

  test.each([
    ['an empty file', '', []],
    ['a file of comments', '# yaml-language-server: $schema=x\n', []],
    ['a list that is indented', '  - id: a\n  - id: b\n', [{ id: 'a' }, { id: 'b' }]],
    ['no line feed at the end', '- id: a', [{ id: 'a' }]],
    ['Windows line ends', '- id: a\r\n  t: x\r\n', [{ id: 'a', t: 'x' }]],
    ['a text block at the end', '- id: a\n  t: |+\n    x\n\n', [{ id: 'a', t: 'x\n\n' }]],
    ['a list in brackets', '# c\n[{id: a}, {id: b}] # d\n', [{ id: 'a' }, { id: 'b' }]],
    ['a list in brackets below a comment of its own', '# c\n\n[{id: a}]\n', [{ id: 'a' }]],
    ['an empty list', '[]\n', []],
    ['a document end mark', '- id: a # c\n...\n', [{ id: 'a' }]],
  ])('to %s', (_, before, records) => {
    const after = withRecords(before, [RECORD]);
    expect(parse(after)).toEqual([...records, RECORD]);
    for (const [comment] of before.matchAll(/# \w/g)) expect(after).toContain(comment);
  });

  test('whatever its texts hold', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (exact, summary) => {
        const record = { id: 'x', quotes: [{ exact }], summary };
        expect(parse(withRecords('- id: a\n', [record]))).toEqual([{ id: 'a' }, record]);
      }),
    );
  });

  test('not to what is no list', () => {
    expect(() => withRecords('id: a\n', [RECORD])).toThrow('holds no list');
    expect(() => withRecords('- [', [RECORD])).toThrow('holds no list');
  });
});

describe('the file', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'rungs-append-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('is made where there is none, with its folder', () => {
    appendRecords(join(dir, 'a/b.yaml'), [{ id: 'x' }]);
    expect(readFileSync(join(dir, 'a/b.yaml'), 'utf8')).toBe('- id: x\n');
  });

  test('keeps its mode, and no draft is left', () => {
    const path = join(dir, 'b.yaml');
    writeFileSync(path, '- id: a\n');
    chmodSync(path, 0o640);
    appendRecords(path, [{ id: 'x' }]);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(dir)).toEqual(['b.yaml']);
  });

  test('that is a link stays one, and what it leads to is written', () => {
    const path = join(dir, 'b.yaml');
    writeFileSync(join(dir, 'real.yaml'), '- id: a\n');
    symlinkSync('real.yaml', path);
    appendRecords(path, [{ id: 'x' }]);
    expect(readlinkSync(path)).toBe('real.yaml');
    expect(parse(readFileSync(join(dir, 'real.yaml'), 'utf8'))).toEqual([{ id: 'a' }, { id: 'x' }]);
  });

  test('with Windows line ends has no others', () => {
    const path = join(dir, 'b.yaml');
    writeFileSync(path, '- id: a\r\n  t: x\r\n');
    appendRecords(path, [{ id: 'x', t: 'y' }]);
    expect(readFileSync(path, 'utf8')).not.toMatch(/[^\r]\n/);
  });

  test('stays as it was where the new record cannot be added', () => {
    const path = join(dir, 'b.yaml');
    writeFileSync(path, 'id: a\n');
    expect(() => appendRecords(path, [{ id: 'x' }])).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('id: a\n');
    expect(readdirSync(dir)).toEqual(['b.yaml']);
  });
});
