import { describe, expect, it } from 'vitest';
import { distances } from '../../src/search/words.ts';

describe('distances', () => {
  it.each([
    ['trudeau', 'trudeau', 0],
    ['soeul', 'seoul', 1],
    ['balbach', 'ballbach', 1],
    ['horowitz', 'horovitz', 1],
    ['ac', 'abc', 1],
    ['ca', 'abc', 3],
  ])('counts a swap as one error: %s, %s', (term, word, errors) => {
    expect(distances(term, word, 3).whole).toBe(errors);
  });

  it('measures to the nearest beginning, too', () => {
    expect(distances('horowi', 'horovitz', 2)).toEqual({ whole: 3, beginning: 1 });
  });

  it('doubts unlike letters when strict', () => {
    expect(distances('grape', 'grave', 2).whole).toBe(1);
    expect(distances('texas', 'texts', 2, true).whole).toBe(2);
    expect(distances('austen', 'austin', 2, true).whole).toBe(1);
  });
});
