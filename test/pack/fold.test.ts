import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COMMON, fold, foldText, occurrences } from '../../src/pack/fold.ts';

describe('foldText', () => {
  it.each([
    ['Pjöngjang', 'pjongjang'],
    ['Pjo\u0308ngjang', 'pjongjang'],
    ['Gegenmaßnahmen GROẞ', 'gegenmassnahmen gross'],
    ["Macron’s and Macron's", 'macrons and macrons'],
    ['KM-SAM, Indo‑Pazifik – ja', 'km sam indo pazifik ja'],
    ["10.000 10’000 10'000 10,000 1.234.567", '10000 10000 10000 10000 1234567'],
    ['24.10.2024, 3.5 und 12:30', '24 10 2024 3 5 und 12 30'],
    ['«Taten», „Worte“ … "ja"!', 'taten worte ja'],
    ['  a\u00a0\n\tb\u200bc\u00ad ', 'a bc'],
    ['ﬁn œuvre Łódź İstanbul', 'fin oeuvre lodz istanbul'],
    ['𝐊𝐢𝐦 😀 Kim', 'kim kim'],
    ['', ''],
    ['– …', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same as fold, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(fold(text).folded).toBe(folded);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });
});

describe('fold', () => {
  const lettersOf = (text: string, from: number, to = from + 1) => {
    const { map, ends } = fold(text);
    return text.slice(map[from], ends[to - 1]);
  };

  it('leads back to the original letters', () => {
    expect(lettersOf('Pjo\u0308ngjang', 2)).toBe('o\u0308');
    expect(lettersOf('Maßnahme', 2, 4)).toBe('ß');
    expect(lettersOf('10’000 Mann', 0, 5)).toBe('10’000');
    expect(lettersOf("Macron's Idee", 0, 6)).toBe('Macron');
    expect(lettersOf('😀 𝐊im', 0)).toBe('𝐊');
    expect(lettersOf('ﬁn', 0)).toBe('ﬁ');
  });

  it('maps every unit into the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, map, ends } = fold(text);
        expect(map).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (const [unit, start] of map.entries()) {
          expect(start).toBeGreaterThanOrEqual(map[unit - 1] ?? 0);
          expect(ends[unit]).toBeGreaterThan(start);
          expect(ends[unit]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('occurrences', () => {
  it('finds short terms at the beginning of words, long ones anywhere', () => {
    expect([...occurrences('rain in ukraine', 'rain')]).toEqual([0]);
    expect([...occurrences('nordkorea und korea', 'korea')]).toEqual([4, 14]);
    expect([...occurrences('a', '')]).toEqual([]);
  });
});

test('what is folded beforehand is what folding would make of it', () => {
  for (const [char, folded] of COMMON) {
    // Beside a letter with an accent the slow way is taken, one character at a time.
    const slow = [...char.normalize('NFKD').toLowerCase()]
      .map((part) => (/^[\p{L}\p{N}]$/u.test(part) ? part : /^\p{M}$/u.test(part) ? '' : ' '))
      .join('');
    const expected = char === 'ß' ? 'ss' : /['’‘]/.test(char) ? '' : slow;
    expect(folded, char).toBe(expected);
  }
});
