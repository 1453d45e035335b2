import { describe, expect, test } from 'vitest';
import {
  guessLanguage,
  isConditional,
  isSameLanguage,
  languageName,
  negationsIn,
} from '../../src/languages/languages.ts';

test('a negation that ends in an apostrophe stands before a letter', () => {
  expect(negationsIn('Ils n’ont plus d’armes.', 'fr')[0]).toMatch(/^n/);
  expect(negationsIn('Une note de la nation.', 'fr')).toEqual([]);
});

describe('the language of a text', () => {
  test.each([
    ['en', 'The mayor said that she will not give in to the council, and that is that.'],
    [
      'de',
      'Die Bürgermeisterin sagte, dass sie dem Rat nicht nachgeben werde, und dabei bleibt es.',
    ],
    [
      'fr',
      'La maire a dit qu’elle ne céderait pas au conseil, et que c’est la fin de la discussion.',
    ],
    ['es', 'La alcaldesa dijo que no cedería ante el consejo y que eso es todo por ahora.'],
    ['nl', 'De burgemeester zei dat het plan van de raad niet voor de zomer komt.'],
    ['ru', 'Мэр сказала, что она не уступит совету, и на этом всё.'],
    ['uk', 'Мерка сказала, що вона не поступиться раді, і на цьому все.'],
    ['ar', 'قالت العمدة إن المجلس لن يوافق على الخطة التي قدمها في هذا العام.'],
    ['fa', 'شهردار گفت که این طرح را در این سال اجرا نمی‌کند و از آن دفاع می‌کند.'],
    ['ja', '市長は「計画を見直す」と述べた。'],
    ['ko', '시장은 계획을 다시 검토하겠다고 말했다.'],
    ['zh', '市長表示，計劃將重新檢討。'],
    ['he', 'ראש העיר אמרה שהתוכנית תידחה.'],
  ])('%s', (tag, text) => {
    expect(guessLanguage(text)).toBe(tag);
  });

  test('is not that of a name in it, and none where nothing tells it', () => {
    expect(guessLanguage('The mayor met Григоренко in the town hall of the old city.')).toBe('en');
    expect(guessLanguage('Lorem ipsum dolor amet')).toBeUndefined();
    expect(guessLanguage('1234 -- !')).toBeUndefined();
  });
});

test.each([
  ['if the bill passes', 'en'],
  ['unless the court objects', 'en-GB'],
  ['wenn der Rat zustimmt', 'de-CH'],
  ['sollte der Rat zustimmen', 'de'],
  ['s’il est élu', 'fr'],
  ['если суд разрешит', 'ru'],
  ['裁判所が認めた場合', 'ja'],
  ['法院同意的話', 'zh-Hant'],
  ['whatever this may be', 'tlh'],
])('"%s" is a condition in %s', (text, tag) => {
  expect(isConditional(text, tag)).toBe(true);
});

test.each([
  ['the bill passes', 'en'],
  ['iffy weather', 'en'],
  ['der Rat stimmt zu', 'de'],
  ['裁判所が認めた', 'ja'],
])('"%s" is none in %s', (text, tag) => {
  expect(isConditional(text, tag)).toBe(false);
});

test('languages have names, and are the same in whatever script and region', () => {
  expect(['de', 'zh-Hant', 'gsw', 'sr-Latn'].map(languageName)).toEqual([
    'German',
    'Traditional Chinese',
    'Swiss German',
    'Serbian (Latin)',
  ]);
  const all = new Intl.DisplayNames('en', { type: 'language' });
  const tags = 'ar de en es fa fr it ja ko nl pl pt ru uk zh'.split(' ');
  for (const tag of tags) expect(languageName(tag)).toBe(all.of(tag));
  expect([isSameLanguage('de', 'de-CH'), isSameLanguage('de', 'gsw')]).toEqual([true, false]);
});
