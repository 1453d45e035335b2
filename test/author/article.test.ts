import { describe, expect, test } from 'vitest';
import { detectMarks, openArticle } from '../../src/author/article.ts';

const TEXT = [
  'Streit um die Brücke 🌉',
  '',
  '  „Die Brücke muss kommen“, sagte Frau Müller. Das sei „kaum zu bezahlen“, hieß es.  ',
  'Die Brücke muss warten, sagte sie später.\r',
  'Er nannte es „wichtig" und ging.',
].join('\n');
const article = openArticle(TEXT, ['„', '“']);
const texts = (mark: string) => article.passages(mark).map((place) => article.slice(place));

test('paragraphs are lines with something on them, without the spaces around', () => {
  expect(article.paragraphs.map((place) => article.slice(place))).toEqual([
    'Streit um die Brücke 🌉',
    '„Die Brücke muss kommen“, sagte Frau Müller. Das sei „kaum zu bezahlen“, hieß es.',
    'Die Brücke muss warten, sagte sie später.',
    'Er nannte es „wichtig" und ging.',
  ]);
});

test('places count code points', () => {
  const [place] = article.passages('Die Brücke muss kommen');
  expect(place).toEqual({ start: 26, end: 51 });
  expect([...TEXT].slice(26, 51).join('')).toBe('„Die Brücke muss kommen“,');
});

describe('a passage is marked', () => {
  test.each([
    ['2', ['„Die Brücke muss kommen“, sagte Frau Müller. Das sei „kaum zu bezahlen“, hieß es.']],
    ['1-1', ['Streit um die Brücke 🌉']],
    ['9', []],
    ['3-2', []],
    ['Das sei … hieß es', ['Das sei „kaum zu bezahlen“, hieß es.']],
    ['das sei ... hiess es', ['Das sei „kaum zu bezahlen“, hieß es.']],
    ['sagte Frau Mueller', []],
    ['sagte frau muller', ['sagte Frau Müller.']],
    [
      'Die Brücke muss ... sagte',
      ['„Die Brücke muss kommen“, sagte', 'Die Brücke muss warten, sagte'],
    ],
    ['Brück', []],
    ['steht nicht da', []],
    ['…', []],
    ['', []],
  ])('%j', (mark, expected) => {
    expect(texts(mark)).toEqual(expected);
  });
});

describe('quotes', () => {
  const whole = { start: 0, end: [...TEXT].length };
  const quoted = (place = whole) => article.quotesIn(place).map((one) => article.slice(one));

  test('stand between the marks of the source, and no others', () => {
    expect(quoted()).toEqual(['Die Brücke muss kommen', 'kaum zu bezahlen']);
  });

  test('are what of a quotation lies within the passage', () => {
    const [passage] = article.passages('Das sei … bezahlen');
    expect(quoted(passage)).toEqual(['kaum zu bezahlen']);
    const [cut] = article.passages('zu bezahlen … es');
    expect(quoted(cut)).toEqual(['zu bezahlen']);
    expect(quoted({ start: 0, end: 27 })).toEqual([]);
  });

  test('alternate where both marks look the same', () => {
    const same = openArticle('"a" und "b" und "c', ['"', '"']);
    expect(same.quotesIn({ start: 0, end: 18 }).map(same.slice)).toEqual(['a', 'b']);
  });

  test('part of one is found to the character, or nearly', () => {
    const [place] = article.quotesIn(whole);
    expect(place && article.find('muss kommen', place).map(article.slice)).toEqual(['muss kommen']);
    expect(place && article.find('die brucke', place).map(article.slice)).toEqual(['Die Brücke']);
    expect(place && article.find('kaum', place)).toEqual([]);
    expect(place && article.find('…', place)).toEqual([]);
  });
});

test.each([
  ['„a“ und „b“', '„“'],
  ['«a» und „b', '«»'],
  ['»a« und »b«', '»«'],
  ['"a" und "b"', '""'],
  ['“a” und “b”', '“”'],
  ['nichts', undefined],
])('the marks of %j', (text, marks) => {
  expect(detectMarks(text)).toBe(marks);
});
