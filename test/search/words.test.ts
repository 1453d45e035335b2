import { describe, expect, it } from 'vitest';
import { buildRecords } from '../../src/search/records.ts';
import { atOnce } from '../../src/search/steps.ts';
import { vocabulary } from '../../src/search/vocabulary.ts';
import { buildWordTable, openWordIndex } from '../../src/search/words.ts';
import { fixture } from './fixture.ts';

const index = openWordIndex(
  atOnce(buildWordTable(buildRecords(fixture))),
  vocabulary(['en', 'de']),
);
const nearest = (term: string) => atOnce(index.nearest(term)).map(({ word }) => index.word(word));

describe('the words nearest to a mistyped one', () => {
  it.each([
    ['balbach', 'ballbach'],
    ['ballbahc', 'ballbach'],
    ['selensjky', 'selenskyj'],
    ['wepaons', 'weapons'],
    ['revegne', 'revenge'],
    ['balbac', 'ballbach'],
    ['vergeltnug', 'vergeltung'],
  ])('of %s are %s alone', (term, word) => {
    expect(nearest(term)).toEqual([word]);
  });

  it.each(['kin', 'rain', 'weapon', 'xyzzy', 'trump', 'morgen', 'a'.repeat(50)])(
    'of %s are none',
    (term) => {
      expect(nearest(term)).toEqual([]);
    },
  );
});
