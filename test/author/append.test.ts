import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withRecords } from '../../src/author/append.ts';

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

  test('with the line ends that are there', () => {
    const before = '- id: a\r\n  t: x\r\n';
    expect(withRecords(before, [{ id: 'x', t: 'y' }])).not.toMatch(/[^\r]\n/);
  });

  test('not to what is no list', () => {
    expect(() => withRecords('id: a\n', [RECORD])).toThrow('holds no list');
    expect(() => withRecords('- [', [RECORD])).toThrow('holds no list');
  });
});
