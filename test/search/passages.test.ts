import { expect, it } from 'vitest';
import { paragraphsHolding } from '../../src/search/passages.ts';
import { vocabulary } from '../../src/search/vocabulary.ts';

const paragraphs = [
  'Die Fähre muss auch im Winter fahren.',
  'Der Tunnel kostet viel; die Fähren kosten wenig.',
];

it.each([
  ['fähre winter', [0]],
  ['Wer fährt im Winter mit der Faehre', []],
  ['fähren', [0, 1]],
  ['tunnel fähre', [1]],
  ['unnel', [1]],
  ['wer ist das', []],
  ['brücke', []],
])('%s is in paragraphs %j', (query, numbers) => {
  expect(paragraphsHolding(query, paragraphs, vocabulary(['en', 'de']))).toEqual(numbers);
});
