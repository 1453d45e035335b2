import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/pack/nearest.ts';

const WORDS = ['scenario', 'speaker', 'source', 'taurus', 'nato-ground-troops', 'nato-invitation'];

describe('the nearest words', () => {
  it.each([
    ['scenrio', ['scenario']],
    ['Speaker', ['speaker']],
    ['tarus', ['taurus']],
    ['nato', ['nato-ground-troops', 'nato-invitation']],
    ['troops', ['nato-ground-troops']],
    ['invitation', ['nato-invitation']],
  ])('to %s are %j', (word, expected) => {
    expect(nearest(word, WORDS)).toEqual(expected);
  });

  it('are none where nothing is meant', () => {
    for (const word of ['zzzz', 'x', 'completely-different']) {
      expect(nearest(word, WORDS), word).toEqual([]);
    }
  });

  it('come best first, and not more than asked for', () => {
    expect(nearest('sorce', ['force', 'source', 'sauce'], 2)).toEqual(['force', 'source']);
  });
});
