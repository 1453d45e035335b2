import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberLabel } from '../../src/pack/numbers.ts';

it('numbers are written as English writes them', () => {
  const anyNumber = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(anyNumber, (any) => {
      // Nobody gives a zero below zero.
      const value = any + 0;
      expect(numberLabel(value)).toBe(value.toLocaleString('en'));
    }),
    { examples: [[0], [999], [1000], [-1000], [12_000], [1_000_000], [0.5]] },
  );
});
