import { describe, expect, test } from 'vitest';
import { openArticle } from '../../src/article/article.ts';

const TEXT = [
  'Streit um die Brücke 🌉',
  '',
  '  „Die Brücke muss kommen“, sagte Frau Müller. Das sei „kaum zu bezahlen“, hieß es.  ',
  'Die Brücke muss warten, sagte sie später.\r',
  'Er nannte es „wichtig" und ging.',
].join('\n');
const article = openArticle(TEXT, { language: 'de', marks: '„“' });
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

  test('part of one is found to the character, or nearly', () => {
    const [place] = article.quotesIn(whole);
    expect(place && article.find('muss kommen', place).map(article.slice)).toEqual(['muss kommen']);
    expect(place && article.find('die brucke', place).map(article.slice)).toEqual(['Die Brücke']);
    expect(place && article.find('kaum', place)).toEqual([]);
    expect(place && article.find('…', place)).toEqual([]);
  });
});

describe('in a text that is all speech', () => {
  const TURNS = [
    'The CHAIR: The committee is now in session.',
    '',
    "Mme Anne Dubreuil. Je suis d'accord : “oui”, c'est tout.",
    '',
    'MR. OKORO (for the applicant): We say no.',
    'And that is all.',
  ].join('\n');
  const speech = openArticle(TURNS, { language: 'en', marks: 'none' });

  test('a quote is a turn without the name of who speaks', () => {
    const all = { start: 0, end: [...TURNS].length };
    expect(speech.quotesIn(all).map(speech.slice)).toEqual([
      'The committee is now in session.',
      "Je suis d'accord : “oui”, c'est tout.",
      'We say no.',
      'And that is all.',
    ]);
  });

  test('or any whole words', () => {
    const objection = (words: string) => speech.objection(speech.find(words, place(speech))[0]!);
    expect(objection('now in session')).toBeUndefined();
    const start = TURNS.indexOf('ow in');
    expect(speech.objection({ start, end: start + 5 })).toEqual({ kind: 'cut', word: 'now' });
  });
});

describe('words are no quote', () => {
  const OBJECTIONS = openArticle(
    '“I can’t wait ‘till Monday’, or so,” she said of well-known 10.5 facts. «non',
    {
      language: 'en',
      marks: '“” ‘’',
    },
  );
  const objection = (words: string) => {
    const start = OBJECTIONS.units.indexOf(words);
    return OBJECTIONS.objection({ start, end: start + words.length });
  };
  test.each([
    ['I can’t wait ‘till Monday’, or so,', undefined],
    ['till Monday', undefined],
    ['I can', { kind: 'cut', word: 'can’t' }],
    ['t wait', { kind: 'cut', word: 'can’t' }],
    [' wait', { kind: 'space' }],
    ['wait ‘till', { kind: 'mark', mark: '‘' }],
    ['Monday’, or so', { kind: 'mark', mark: '’' }],
    ['she said', { kind: 'outside' }],
    ['so,” she', { kind: 'outside' }],
    ['“I can’t', { kind: 'outside' }],
  ])('%j', (words, expected) => {
    expect(objection(words)).toEqual(expected);
  });

  test.each([
    ['“a well-known fact”', 'known fact', 'well-known'],
    ['“some 10.5 or 10,000 of them”', '5 or', '10.5'],
    ['“some 10.5 or 10,000 of them”', 'or 10', '10,000'],
    ['“می‌خواهیم بمانیم”', 'خواهیم', 'می‌خواهیم'],
    ['“naïve”'.normalize('NFD'), 'nai', 'naïve'.normalize('NFD')],
  ])('in %j: %j cuts %j', (text, words, word) => {
    const article = openArticle(text, { language: 'en', marks: '“”' });
    const start = text.indexOf(words);
    expect(article.objection({ start, end: start + words.length })).toEqual({ kind: 'cut', word });
  });

  test('cut in a script without spaces they are none the less', () => {
    const article = openArticle('「規制の議論」', { language: 'ja' });
    expect(article.objection({ start: 1, end: 3 })).toBeUndefined();
  });
});

function place({ length }: { length: number }) {
  return { start: 0, end: length };
}
