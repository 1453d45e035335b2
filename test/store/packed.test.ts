import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { pack, unpack } from '../../src/store/packed.ts';

const again = (value: unknown, onText?: (text: string) => void) =>
  unpack(Buffer.from(pack(value)), onText);

it.each([
  ['a record', { id: 'a', quotes: [{ exact: 'Ja „so“', start: 1, end: 9 }], relayedBy: [] }],
  ['what stands often', ['same', 'same', { same: 'same' }, ['same']]],
  ['records of several shapes', [{ a: 'x' }, { b: 'x', a: 'y' }, { a: 'y', b: 'x' }, {}]],
  ['texts beyond Latin-1', ['ü', '„', '한', '😀', 'ÿ', 'Ā', '']],
  ['numbers', [0, 1, 2 ** 29 - 1, 2 ** 29, 2 ** 40, -1, 0.5]],
  ['what is no number', [true, false, null]],
  ['a field with the name of a prototype', JSON.parse('[{"__proto__": 1, "constructor": "x"}]')],
])('%s comes back', (_, value) => {
  expect(again(value)).toEqual(value);
});

it('fields come back in their order', () => {
  expect(
    JSON.stringify(
      again([
        { b: 1, a: 2 },
        { a: 1, b: 2 },
      ]),
    ),
  ).toBe('[{"b":1,"a":2},{"a":1,"b":2}]');
});

it('what JSON leaves out is left out', () => {
  expect(again([{ a: undefined, b: 1 }, undefined])).toEqual([{ b: 1 }, null]);
});

it('a pack comes back', () => {
  const data = loadPack('test/fixtures/pack');
  expect(again(data)).toEqual(data);
});

it('whatever JSON can hold comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const expected = JSON.parse(JSON.stringify(value));
      expect(again(value)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('all text is told before it is read, keys too', () => {
  const told: string[] = [];
  again([{ key: 'once' }, 'twice', 'twice', 'Ж'], (text) => told.push(text));
  for (const text of ['key', 'once', 'twice', 'Ж']) expect(told.join(' ')).toContain(text);
});

it('what is too large is refused', () => {
  const list = [] as unknown[];
  list.length = 2 ** 29;
  expect(() => pack(list)).toThrow(RangeError);
});
