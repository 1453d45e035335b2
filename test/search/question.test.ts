import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/engine.ts';
import { parseQuery } from '../../src/search/query.ts';
import { readQuestion } from '../../src/search/question.ts';
import { buildRecords } from '../../src/search/records.ts';
import { vocabulary } from '../../src/search/vocabulary.ts';
import { fixture } from './fixture.ts';

/** What is asked and what about, in short. */
function read(text: string, tags = ['en', 'de']): string | undefined {
  const { clauses } = parseQuery(text, () => []);
  const question = readQuestion(
    text,
    clauses,
    vocabulary(tags),
    (words, isWhole) => !isWhole && words === 'no fly',
    2024,
  );
  if (!question) return undefined;
  const { reads, isNegated, date, topic } = question;
  const asked = [...new Set(reads.map(({ asked }) => asked))].join('+');
  return [
    isNegated ? `not ${asked}` : asked,
    date?.span ?? '',
    topic.map(({ text }) => text).join(' '),
  ].join(' | ');
}

describe('words that ask', () => {
  it.each([
    ['who is against ground troops', 'who+against |  | ground troops'],
    ['Gibt es jemanden, der Taurus befürwortet?', 'who+for |  | taurus'],
    ['who does not want taurus', 'not who+for |  | taurus'],
    ['wer will keine bodentruppen', 'not who+for |  | bodentruppen'],
    ['wer lehnt die einladung ab', 'who+against |  | einladung'],
    ['wer spricht sich für taurus aus', 'who+for |  | taurus'],
    ['wer fuer taurus ist', 'for |  | taurus'],
    ['wer haelt das fuer unwahrscheinlich bei taurus', 'who+doubts |  | taurus'],
    ['wer schließt taurus nicht aus', 'who+possible |  | taurus'],
    ['wer schließt taurus aus', 'who+doubts |  | taurus'],
    ['does anybody expect war', 'who+expects |  | war'],
    ['how many soldiers', 'count |  | soldiers'],
    ['wie viele soldaten', 'count |  | soldaten'],
    ['why no weapons', 'not why |  | weapons'],
    ['warum keine waffen', 'not why |  | waffen'],
    ['what does scholz say about taurus', 'said |  | scholz taurus'],
    ['zitat scholz', 'said |  | scholz'],
    ['wer will eine no-fly zone', 'who+for |  | no fly zone'],
    ['greift die usa ein', 'whether |  | eingreift usa'],
    ['experten zu kursk', 'expert |  | kursk'],
    ['wo sind die soldaten', 'where |  | soldaten'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'ground troops',
    'support',
    'taurus germany',
    'war in europe',
    'position',
    'selenskyj nato',
    'report',
  ])('"%s" are only words', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('dates', () => {
  it.each([
    ['24 october 2024', '2024-10-24'],
    ['on october 24th', '2024-10-24'],
    ['24. Oktober', '2024-10-24'],
    ['am 24.10.2024', '2024-10-24'],
    ['24.10.', '2024-10-24'],
    ['10/24/2024', '2024-10-24'],
    ['2024-10-24', '2024-10-24'],
    ['2024-10', '2024-10'],
    ['im Juni', '2024-06'],
    ['nov 2024', '2024-11'],
    ['März 2023', '2023-03'],
    ['2018', '2018'],
    ['ende 2024', '2024'],
    ['late 2024', '2024'],
    ['since august 2023', '2023-08..'],
    ['on the second of november', '2024-11-02'],
    ['am ersten november', '2024-11-01'],
    ['am einundzwanzigsten Oktober', '2024-10-21'],
    ['anfang november', '2024-11-01..2024-11-10'],
    ['Mitte Oktober 2024', '2024-10-11..2024-10-20'],
    ['at the end of february 2024', '2024-02-21..2024-02-29'],
    ['nach dem 1. november', '2024-11-02..'],
    ['after june 2024', '2024-07-01..'],
    ['before june 2024', '..2024-05-31'],
    ['vor dem 1.11.', '..2024-10-31'],
    ['from early june to the end of october', '2024-06-01..2024-10-31'],
    ['seit August 2023', '2023-08..'],
    ['until november 2024', '..2024-11'],
    ['from 20 to 24 october', '2024-10-20..2024-10-24'],
    ['zwischen 1. und 4. November 2024', '2024-11-01..2024-11-04'],
    ['june to october 2024', '2024-06..2024-10'],
    ['what happened on 1 november', '2024-11-01'],
  ])('%s is %s', (text, span) => {
    expect(read(text)?.split(' | ')[1]).toBe(span);
  });

  it.each(['who may march', '10.000 soldiers', '1500', 'kim 3', 'may', '31 people', '45.13.2024'])(
    '%s has none',
    (text) => {
      expect(read(text)?.split(' | ')[1] ?? '').toBe('');
    },
  );
});

describe('languages', () => {
  it.each([
    ['wer will taurus', undefined],
    ['wann kam putin nach pjongjang', undefined],
    ['who wants taurus', 'who+for |  | taurus'],
    ['what happened in october', 'when | 2024-10 | '],
  ])('where there is no German, "%s" is read as %s', (text, expected) => {
    expect(read(text, ['en', 'fr', 'ja'])).toBe(expected);
  });

  it('common words of a language without questions tell nothing, either', () => {
    const { isStop } = vocabulary(['en', 'ru']);
    expect(['что', 'the', 'die'].map(isStop)).toEqual([true, true, false]);
    expect(['war', 'the', 'die'].map(vocabulary(['en', 'de']).isStop)).toEqual([false, true, true]);
  });
});

describe('in a pack', () => {
  const search = createSearch({ data: fixture, records: buildRecords(fixture) });
  const found = (text: string) => {
    const { hits, reading, answering, how } = search.find(text);
    return {
      first: hits[0]?.id,
      read: reading?.chips.map(({ label }) => label).join(' · '),
      answering,
      how,
    };
  };

  it.each([
    ['who is against ground troops', 'ballbach-weapons', 'against · Western ground troops', 1],
    [
      'who thinks seoul weapons possible',
      'ballbach-weapons',
      'thinks it possible · Weapons from Seoul',
      1,
    ],
    ['wer bezweifelt bodentruppen', 'kim-threat', 'doubts it · Western ground troops', 1],
    [
      'what does zelensky say about weapons',
      'selenskyj-talks',
      'Wolodymyr Selenskyj · statements · Weapons from Seoul',
      1,
    ],
    ['how many soldiers', 'fig-soldiers', 'figures', 2],
    ['november 2024', 'ev-visit', '2024-11', 1],
    ['experts', 'ballbach', 'experts', 3],
    ['will there be ground troops', 'ground-troops', 'Western ground troops', 1],
  ])('%s is answered by %s', (text, first, read, answering) => {
    expect(found(text)).toMatchObject({ first, read, answering });
  });

  it('nobody is an answer', () => {
    expect(found('who is for ground troops')).toMatchObject({
      first: 'ground-troops',
      read: 'for · Western ground troops',
      answering: 0,
    });
  });

  it('a chip is taken away with its words, a name by quotation marks', () => {
    const { reading } = search.find('who is against ground troops?');
    expect(reading?.chips.map(({ without }) => without)).toEqual([
      'who is ground troops?',
      'who is against "ground troops"?',
    ]);
    expect(found('"who is against ground troops"').read).toBeUndefined();
  });

  it.each(['who is against banana bread', 'wie viele elefanten', 'zitat habeck', '1 january 1999'])(
    '%s finds nothing',
    (text) => {
      expect(found(text)).toMatchObject({ how: 'none', first: undefined });
    },
  );
});
