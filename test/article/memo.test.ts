import { describe, expect, test } from 'vitest';
import { proofsOf, verdictsOf } from '../support/quay-pack.ts';

const check = (memo: string, expected: string) => expect(verdictsOf(memo)).toBe(expected);

describe('whatever the marks are, what is in them is checked', () => {
  test.each([
    ['”The plan is dangerous and it is legal”', 'altered'],
    ['»The plan is dangerous and it is legal»', 'altered'],
    ['„The plan is dangerous and it is legal”', 'altered'],
    ['‚The plan is dangerous and it is legal‘', 'altered'],
    ["'The plan is dangerous and it is legal'", 'altered'],
    ['「The plan is dangerous and it is legal」', 'altered'],
    ["``The plan is dangerous and it is legal''", 'altered'],
    ['&quot;The plan is dangerous and it is legal&quot;', 'altered'],
    ['&ldquo;The plan is dangerous and it is legal&rdquo;', 'altered'],
    ['&raquo;The plan is dangerous and it is legal&laquo;', 'altered'],
    ['<q lang="en">The plan is dangerous and it is legal</q>', 'altered'],
    ['<blockquote>\nThe plan is dangerous and it is legal\n</blockquote>', 'altered'],
    ['> The plan is dangerous\nand it is legal', 'altered'],
    ['- > The plan is dangerous and it is legal', 'altered'],
    ['> 1. The plan is dangerous and it is not legal', 'verbatim+'],
    ['> - The plan is dangerous and it is not legal  >\n>  ', 'verbatim+'],
    ['It is so.[^1]\n\n[^1]: “The plan is dangerous and it is legal”', 'altered'],
    ['Reed: “The plan is dangerous and it is legal', 'unclear reed'],
    ['Reed: The plan is dangerous and it is legal”', 'unclear reed'],
  ])('%s', check);
});

test.each([
  ['‘I never said “never again” to anybody.’', 'typography+'],
  ['“The plan is dangerous[^1] and it is [not](http://a.example/b) <b>legal</b>”', 'verbatim+'],
  ['> It costs 40 million a year.\n>\n> The plan is dangerous', 'verbatim+ | verbatim+'],
])('signs of the memo are none of the words: %s', check);

test('an entity that there is not stays as it is written', () => {
  expect(proofsOf('“The plan &constructor; is dangerous”')[0]?.words).toContain('&constructor;');
});

describe('a negation that stands right beside the words', () => {
  test.each([
    ['Reed called it “legal”.', 'verbatim reed', ['not']],
    ['Reed: “asked the fishermen, and nobody paid them”', 'verbatim reed', ['Nobody']],
    ['Weiss: „nur weiß es“', 'verbatim weiss', ['keiner']],
    ['Lang: „schließen, und wir werden auch niemanden einladen“', 'verbatim lang', ['nicht']],
    // Another negation farther off, or a word that is one in another language, is not its own.
    ['Im Mai sagte Sam Reed, der Plan sei “legal”.', 'verbatim reed', ['not']],
    ['No wonder Sam Reed said it is “legal”.', 'verbatim reed', ['not']],
    ['Im Mai wollte Lang den Kai „schließen“.', 'verbatim lang', ['nicht']],
  ])('is missed: %s', (memo, expected, cutOff) => {
    check(memo, expected);
    expect(proofsOf(memo)[0]?.cutOff).toEqual(cutOff);
  });

  test.each([
    ['Lang wird den Kai nicht „schließen“.', 'verbatim+ lang'],
    ['Okafor does “not close the quay”.', 'verbatim+ okafor'],
  ])('or is in the memo: %s', check);
});

test.each([
  ['“It costs 40 million a year, sadly”', 'It costs 40 million a year', 'sadly'],
  ['“Sadly, it costs 41 million a year”', 'It costs 40 million a year', 'Sadly'],
])('what comes nearest to altered words ends where the quotation does: %s', (memo, text, given) => {
  const [proof] = proofsOf(memo);
  expect(proof).toMatchObject({ verdict: 'altered', place: { text } });
  expect(proof?.differences).toContainEqual({ given, found: '' });
});
