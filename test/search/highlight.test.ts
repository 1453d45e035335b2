import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/pack/fold.ts';
import { highlight } from '../../src/search/highlight.ts';

const lit = (text: string, terms: string[]) =>
  highlight(text, terms).map(([start, end]) => text.slice(start, end));

describe('highlight', () => {
  it.each([
    ['Über Waffen reden', ['waffen', 'uber'], ['Über', 'Waffen']],
    ['in Pjo\u0308ngjang.', ['pjongjang'], ['Pjo\u0308ngjang']],
    ['Das KM-SAM', ['km sam'], ['KM-SAM']],
    ['10’000 Mann', ['10000'], ['10’000']],
    ['Gegenmaßnahmen', ['gegenmass'], ['Gegenmaß']],
    ['Nordkorea, Korea', ['korea'], ['korea', 'Korea']],
    ['rain in Ukraine', ['rain'], ['rain']],
    ['"Kim" 😀 «Kim»', ['kim'], ['Kim', 'Kim']],
    ['nothing', ['kim', ''], []],
  ])('lights up the right letters of %j', (text, terms, expected) => {
    expect(lit(text, terms)).toEqual(expected);
  });

  it('merges what overlaps or touches', () => {
    expect(highlight('Bodentruppen', ['bodentr', 'truppen', 'boden'])).toEqual([[0, 12]]);
  });

  const text = fc.string({
    unit: fc.constantFrom('a', 'B', 'ö', 'o\u0308', 'ß', ' ', '-', "'", '😀', '«', '7'),
    minLength: 1,
    maxLength: 30,
  });

  it('gives ranges inside the text, in order, that fold to the term', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, from, length) => {
        const folded = foldText(original);
        const term = folded.slice(from % (folded.length + 1)).slice(0, 1 + (length % 8));
        let last = -1;
        for (const [start, end] of highlight(original, [term])) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(foldText(original.slice(start, end))).toContain(term.trim());
          last = end;
        }
      }),
    );
  });

  it('lights a letter beside other terms only where it is a word', () => {
    expect(lit('t-online says that', ['t', 'online'])).toEqual(['t', 'online']);
    expect(lit('that', ['t'])).toEqual(['t']);
    expect(lit('李白', ['李', 'online'])).toEqual(['李']);
  });

  it('finds every word that stands in the text', () => {
    fc.assert(
      fc.property(text, (original) => {
        for (const word of foldText(original).split(' ')) {
          if (word !== '') expect(lit(original, [word]).map(foldText).join(' ')).toContain(word);
        }
      }),
    );
  });
});
