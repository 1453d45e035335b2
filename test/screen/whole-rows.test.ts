import { expect, it } from 'vitest';
import { type Operation, wholeRows } from '../../src/screen/whole-rows.ts';

const row = (y: number, text: string, x = 0): Operation => ({
  type: 'write',
  x,
  y,
  text,
  transformers: [],
});

it('puts rows as they are where they belong', () => {
  const rows = [row(2, '\u001B[1mtwo\u001B[22m'), row(0, 'zero')];
  expect(wholeRows(rows, 4)).toEqual({ output: 'zero\n\n\u001B[1mtwo\u001B[22m\n', height: 4 });
});

it('leaves blanks at the ends out, as Ink does', () => {
  expect(wholeRows([row(0, 'zero   ')], 1)?.output).toBe('zero');
});

it('transforms a row in the order that Ink does', () => {
  const transformers = [(text: string) => `<${text}>`, (text: string) => `(${text})`];
  const write: Operation = { type: 'write', x: 0, y: 0, text: 'a', transformers };
  expect(wholeRows([write], 1)?.output).toBe('(<a>)');
});

it.each<[string, Operation[]]>([
  ['a piece of a row', [row(0, 'a', 3)]],
  ['two in one row', [row(0, 'a'), row(0, 'b')]],
  ['a row above the screen', [row(-1, 'a')]],
  ['a row below the screen', [row(2, 'a')]],
  ['several rows at once', [row(0, 'a\nb')]],
  ['what is clipped', [{ type: 'clip' }, row(0, 'a'), { type: 'unclip' }]],
])('leaves %s to Ink', (_, operations) => {
  expect(wholeRows(operations, 2)).toBeUndefined();
});
