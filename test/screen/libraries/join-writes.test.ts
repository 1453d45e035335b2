import { expect, it } from 'vitest';
import { joinWrites, type Operation } from '../../../src/screen/libraries/join-writes.ts';

const SIZE = { columns: 20, rows: 2 };
const write = (x: number, y: number, text: string): Operation => ({
  type: 'write',
  x,
  y,
  text,
  transformers: [],
});

it('puts texts at their columns, in whatever order they come', () => {
  const writes = [write(6, 1, 'six'), write(0, 1, 'zero'), write(2, 0, 'two')];
  expect(joinWrites(writes, SIZE)).toBe('  two\nzero  six');
});

it('counts cells, not letters or styles', () => {
  const writes = [write(0, 0, '\u001B[1m漢字\u001B[22m'), write(5, 0, 'x')];
  expect(joinWrites(writes, SIZE)).toBe('\u001B[1m漢字\u001B[22m\u001B[0m x\n');
});

it('leaves blanks at the ends out, as Ink does', () => {
  expect(joinWrites([write(0, 0, 'zero   ')], SIZE)).toBe('zero\n');
});

it('lets no style that is open go on in the next text', () => {
  const writes = [write(0, 0, '\u001B[31mred'), write(4, 0, 'plain')];
  expect(joinWrites(writes, SIZE)).toBe('\u001B[31mred\u001B[0m plain\n');
});

it('transforms a text in the order that Ink does', () => {
  const transformers = [(text: string) => `<${text}>`, (text: string) => `(${text})`];
  const operation: Operation = { type: 'write', x: 0, y: 0, text: 'a', transformers };
  expect(joinWrites([operation], SIZE)).toBe('(<a>)\n');
});

it.each<[string, Operation[]]>([
  ['a text over another', [write(0, 0, 'abc'), write(2, 0, 'd')]],
  ['a text over half of a wide letter', [write(0, 0, '漢'), write(1, 0, 'd')]],
  ['a text left of the frame', [write(-1, 0, 'a')]],
  ['a text that reaches out of it', [write(18, 0, 'abc')]],
  ['a row above it', [write(0, -1, 'a')]],
  ['a row below it', [write(0, 2, 'a')]],
  ['several rows at once', [write(0, 0, 'a\nb')]],
  ['what is clipped', [{ type: 'clip' }, write(0, 0, 'a'), { type: 'unclip' }]],
  ['a letter that is not shown', [write(0, 0, 'soft\u00ADhyphen')]],
  ['an accent on nothing', [write(0, 0, '\u0301')]],
  ['a link', [write(0, 0, '\u001B]8;;https://example.org\u0007a\u001B]8;;\u0007')]],
])('leaves %s to Ink', (_, operations) => {
  expect(joinWrites(operations, SIZE)).toBeUndefined();
});
