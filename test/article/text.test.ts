/** Texts addressed by code points. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openArticle } from '../../src/article/article.ts';
import { findSpan, openScan } from '../../src/article/span.ts';
import { countBelow, indexesOf, nearestIndex, openText } from '../../src/article/text.ts';
import { sha256 } from '../../src/pack/sha256.ts';

describe('the nearest place of some words', () => {
  test.each([
    ['ab ab ab', 4, 3],
    ['ab ab ab', 5, 6],
    ['ab ab ab', 3, 3],
    ['ab ab ab', 99, 6],
    ['ab ab ab', -3, 0],
    ['ab  ab', 2, 0],
    ['. ab', 0, 2],
    ['ab .', 3, 0],
    ['none', 2, undefined],
  ])('in %j from %i is at %s', (units, near, place) => {
    expect(nearestIndex(units, 'ab', near)).toBe(place);
  });

  test('of no words is nowhere', () => {
    expect(nearestIndex('ab', '', 1)).toBeUndefined();
    expect([...indexesOf('ab', '')]).toEqual([]);
  });

  test('as any other way to look for it finds', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', ' ')).map((all) => all.join(''));
    fc.assert(
      fc.property(letters, fc.constantFrom('a', 'ab', 'aba'), fc.nat(20), (units, wanted, near) => {
        const all = [...indexesOf(units, wanted)];
        expect(all).toEqual(
          [...units].flatMap((_, at) => (units.startsWith(wanted, at) ? [at] : [])),
        );
        const [first] = all.toSorted(
          (one, other) => Math.abs(one - near) - Math.abs(other - near) || one - other,
        );
        expect(nearestIndex(units, wanted, near)).toBe(first);
      }),
      { seed: 3 },
    );
  });
});

test('how many numbers are below a limit', () => {
  const ascending = [1, 3, 3, 8];
  const limits = [0, 1, 2, 3, 4, 8, 9];
  expect(limits.map((limit) => countBelow(ascending, limit))).toEqual([0, 0, 1, 1, 3, 3, 4]);
});

test('code points, units, lines and columns of any text belong together', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '😀', '\n', '𝒳')), (signs) => {
      const text = openText(signs.join(''));
      expect(text.length).toBe(signs.length);
      let [unit, line, column] = [0, 1, 1];
      for (const [point, sign] of [...signs, ''].entries()) {
        expect([text.unitAt(point), text.pointAt(unit)]).toEqual([unit, point]);
        expect(text.slice({ start: point, end: point + 1 })).toBe(sign);
        expect(text.locate({ start: point, end: point + 1 })).toEqual({
          start: point,
          end: point + 1,
          line,
          column,
        });
        unit += sign.length;
        [line, column] = sign === '\n' ? [line + 1, 1] : [line, column + 1];
      }
    }),
    { seed: 3 },
  );
});

describe('a passage that is no longer where it was', () => {
  const article = openArticle('Before it. The passage as it was. After it.', { language: 'en' });
  const spanOf = (text: string, start: number) => ({
    start,
    end: start + text.length,
    sha256: sha256(text),
  });

  test('is found at its words, and the next one as far away', () => {
    const scan = openScan(article);
    expect(findSpan(spanOf('The passage', 2), scan, 1)).toEqual([{ start: 11, end: 22 }]);
    expect([...scan.shifts]).toEqual([9]);
    // It begins within a word, where nothing else is looked for.
    expect(findSpan(spanOf('assage as', 7), scan, 1)).toEqual([{ start: 16, end: 25 }]);
  });

  test('begins and ends with whole words', () => {
    expect(findSpan(spanOf('assage as', 4), openScan(article), 1)).toEqual([]);
    expect(findSpan(spanOf('passage a', 4), openScan(article), 1)).toEqual([]);
  });

  test('that is nowhere is nowhere', () => {
    expect(findSpan(spanOf('Nothing of it', 0), openScan(article), 9)).toEqual([]);
  });
});
