import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseMarks, parseMarks } from '../../src/article/marks.ts';
import { readQuotations } from '../../src/article/quotations.ts';

/** The quotations of a text, the innermost behind those around them; `?` before doubtful ones. */
function quoted(text: string, language = 'en', marks?: string): string[] {
  const pairs = marks === undefined ? chooseMarks(text, language) : parseMarks(marks);
  return readQuotations(text, pairs).quotations.map(
    ({ parts, isDoubtful }) =>
      (isDoubtful ? '?' : '') + parts.map(({ start, end }) => text.slice(start, end)).join(' + '),
  );
}
const sure = (text: string, language = 'en') =>
  quoted(text, language).filter((one) => !one.startsWith('?'));

const SEVERAL = [
  'The council turned the plan down after three hours.',
  '',
  '"The lamps would shine into every bedroom of the street.',
  '',
  '"People here want the dark," Cllr Osei told the meeting. Her neighbour said: "I shall vote no."',
  '',
  'Cllr Leitner called it "impossible" to refuse.',
].join('\n');

describe('a quotation of several paragraphs', () => {
  const expected = [
    'The lamps would shine into every bedroom of the street. + People here want the dark,',
    'I shall vote no.',
    'impossible',
  ];
  test('in straight marks spoils nothing behind it', () => {
    expect(quoted(SEVERAL)).toEqual(expected);
  });

  test('in curly marks has its first paragraph, too', () => {
    const curly = SEVERAL.replace(/"(?=\w)/g, '“').replace(/"/g, '”');
    expect(quoted(curly)).toEqual(expected);
  });

  test('of French print begins each with «, or with »', () => {
    const text = '« Un premier.\n\n« Un deuxième.\n\n» Un dernier », dit-elle. « Oui ».';
    expect(quoted(text, 'fr')).toEqual(['Un premier. + Un deuxième. + Un dernier', 'Oui']);
  });

  test('with another one in it that goes on', () => {
    const text = '“She wrote: ‘First,\n\n“‘and then’,” he read.';
    expect(quoted(text)).toEqual(['She wrote: ‘First, + ‘and then’,', 'First, + and then']);
  });

  test('that is never closed spoils no more than its own paragraph', () => {
    const text = 'He said "never and left.\n\nShe said "ever", and "again".';
    expect(quoted(text)).toEqual(['ever', 'again']);
  });
});

describe('a mark that opens and closes', () => {
  test('is a pair where the language writes so', () => {
    expect(quoted('”Han sade ’nej’ till oss”, sade hon.', 'sv')).toEqual([
      'Han sade ’nej’ till oss',
      'nej',
    ]);
  });

  test('is none where the text has others for its ends', () => {
    expect(quoted('Han sade ”nej”, “ja” och „kanske“.', 'sv')).toEqual(['ja', 'kanske']);
  });

  test('leans on the word that it stands before', () => {
    expect(quoted('Er sagte »ja«–und ging.', 'fr')).toEqual(['ja']);
  });
});

test.each([
  ['‘5‚’He said He said ', ['?5‚']],
  ['«’»He said', ['?’']],
  ["„6'2“»”", ["?6'2“»"]],
  ["'''", []],
])('what can be read in two ways is in doubt, or none: %j', (text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

describe('apostrophes are told from closing marks', () => {
  test.each([
    [
      '‘I can’t recall when we’ve had people like that,’ he said.',
      ['I can’t recall when we’ve had people like that,'],
    ],
    ["'I can't recall when we've had that,' he said.", ["I can't recall when we've had that,"]],
    [
      '‘It’s the residents’ street, and James’ shop,’ she said.',
      ['It’s the residents’ street, and James’ shop,'],
    ],
    ["In the '90s 'everybody' went, 'tis said.", ['everybody']],
    ['The ‘60s were ‘great’.', ['great']],
    ["rock 'n' roll is 'dead'", ['dead']],
    ['C\'est l\'"exception" et d\'"habitude" non.', ['exception', 'habitude']],
    ['C’est l’« exception » qu’il dit.', ['exception']],
    ["Das geht 'nem „Freund“ so.", ['Freund']],
    ['“He said ‘no’,” she said.', ['He said ‘no’,', 'no']],
  ])('%j', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test('where they cannot be, the quotation is in doubt', () => {
    expect(sure('They are ‘heroes’ and the residents’ pride.')).toEqual([]);
  });
});

describe('signs of feet and inches are told from marks', () => {
  test.each([
    ['The man is 6\'2" and said "yes" to it. "No," she said.', ['yes', 'No,']],
    ['"He is 6\'2" tall," she said.', ['6\'2" tall,'].map((words) => `He is ${words}`)],
    ['“He is 6’2” tall,” she said.', ['He is 6’2” tall,']],
    ['A 5" pipe and "a valve".', ['a valve']],
    ['"It was in 2024," he said, "not 2023" and left.', ['It was in 2024,', 'not 2023']],
  ])('%j', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test('where they cannot be, the quotation is in doubt', () => {
    expect(sure('He wrote "in 2024" and 5" or so.')).toEqual([]);
  });
});

describe('marks of a source', () => {
  test.each([
    [
      'She called it “a mistake” then. "It was right," he said.',
      'en',
      ['a mistake', 'It was right,'],
    ],
    [
      '„Ja“, sagte sie. «Nein», schrieb er. Und „‚vielleicht‘ auch“.',
      'de',
      ['Ja', 'Nein', '‚vielleicht‘ auch', 'vielleicht'],
    ],
    ['»Ja, ›so‹ ist es«, sagte sie. »Nein«.', 'de', ['Ja, ›so‹ ist es', 'so', 'Nein']],
    ['Han sa ”ja”, hon sa ”nej’ ja”.', 'sv', ['ja', 'nej’ ja']],
    ['Hän sanoi »kyllä» ja »ei».', 'fi', ['kyllä', 'ei']],
    ['Powiedział „tak” i «nie».', 'pl', ['tak', 'nie']],
    ['彼は「はい『いいえ』だ」と言い、『別』とも。', 'ja', ['はい『いいえ』だ', 'いいえ', '別']],
    ['他说“你好‘世界’”然后《书》。', 'zh', ['你好‘世界’', '世界', '书']],
    ['그는 "정의를 \'정비\'해야 한다"고 말했다.', 'ko', ["정의를 '정비'해야 한다", '정비']],
    ['Он сказал: «Это „важно“ для нас».', 'ru', ['Это „важно“ для нас', 'важно']],
    ['הוא אמר "צה"ל כאן" והלך.', 'he', ['צה"ל כאן']],
    ['«\u202FIl n’y a pas de pause\u00A0», dit-elle.', 'fr', ['Il n’y a pas de pause']],
    ['Elle dit "\u00A0oui\u00A0" et "non".', 'fr', ['oui', 'non']],
    ['Elle dit " oui " et "non".', 'fr', ['non']],
    ['Elle dit « oui » et « non ».', 'fr', ['oui', 'non']],
    ['She—"Yes"—said: "I never—" and left ("so").', 'en', ['Yes', 'I never—', 'so']],
    ['"Nato"-Mitglied und Anti-"Nato"-Kurs', 'de', ['Nato', 'Nato']],
    ['"...and then?" he asked "..."', 'en', ['...and then?', '...']],
    ['**"Bold"** and _"leaning"_', 'en', ['Bold', 'leaning']],
  ])('%j (%s)', (text, language, expected) => {
    expect(sure(text, language)).toEqual(expected);
  });

  test('are those that it names, and no others', () => {
    expect(quoted('"a" and «b»', 'en', '«»')).toEqual(['b']);
    expect(quoted('"a", «b», „c“', 'en', '"" „“')).toEqual(['a', 'c']);
    expect(quoted('"a"', 'en', 'none')).toEqual([]);
  });

  test('are never mixed: what one pair opens no other closes', () => {
    expect(sure('Er nannte es „wichtig" und ging.', 'de')).toEqual([]);
    expect(sure('She said “yes" and left.')).toEqual([]);
  });

  test.each([
    ['„a“ und „b“', 'de', '„“'],
    ['«a» und „b', 'de-CH', '«»'],
    ['»a« und »b«', 'de', '»«'],
    ['»a« und »b«', 'fr', '»«'],
    ['"a" und "b"', 'de', '""'],
    ['“a” und “b”', 'de', '“”'],
    ['“a” and ‘b’', 'en', '“” ‘’'],
    ['nichts', 'de', ''],
  ])('read off %j (%s): %j', (text, language, expected) => {
    const pairs = chooseMarks(text, language).map((pair) => pair.join(''));
    expect(pairs.join(' ')).toBe(expected);
  });
});

test('in a text of hard line breaks a quotation goes on in the next line', () => {
  const text = [
    'The minister, who had been asked about the plans of the',
    'government, said that there was "no reason at all to stop',
    'the work now" and that the rest of it would be finished in',
    'the coming year, whatever the opposition said about them.',
    '',
    'She added "yes".',
  ].join('\n');
  expect(quoted(text)).toEqual(['no reason at all to stop\nthe work now', 'yes']);
  expect(sure('He said "no.\nShe went" on.')).toEqual([]);
});

test('time grows with the length of the text only', () => {
  const text = '\'a" 5" ‘b’ s’ "'.repeat(2000);
  expect(readQuotations(text, chooseMarks(text)).marks.length).toBeGreaterThan(5000);
});

describe('random articles', () => {
  const PAIRS = [
    ...['“”', '„“', '„”', '«»', '»«', '""', '‘’', '‚‘', "''", '‹›', '「」', '『』', '《》', '〈〉'],
    '””',
  ];
  const word = fc.constantFrom(
    ...[
      'the',
      'Straße',
      'can’t',
      "it's",
      'of',
      'lamps',
      '10,000',
      'well-known',
      'naïve',
      'и',
      'ça',
    ],
  );
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
  const stop = fc.constantFrom('', ',', '.', '?', '!', '…');
  const piece = (pair: string) =>
    fc.record({
      before: words,
      quotes: fc.array(fc.tuple(words, stop), { minLength: 1, maxLength: 3 }),
      after: words,
      isSpaced: fc.boolean(),
      pair: fc.constant(pair),
    });
  const article = fc
    .constantFrom(...PAIRS)
    .chain((pair) => fc.array(piece(pair), { minLength: 1, maxLength: 5 }));

  test('hold exactly the quotations that were put in, in every pair of marks', () => {
    fc.assert(
      fc.property(article, (pieces) => {
        const expected: string[] = [];
        const paragraphs = pieces.map(({ before, quotes, after, isSpaced, pair }) => {
          const [open, close] = [...pair] as [string, string];
          const space = isSpaced && open !== close ? '\u202F' : '';
          // A quotation of several paragraphs: each opens, the last one closes.
          expected.push(quotes.map(([text, end]) => text + end).join(' + '));
          const parts = quotes.map(([text, end]) => `${open}${space}${text}${end}`);
          return `${before} ${parts.join('\n\n')}${space}${close} ${after}.`;
        });
        const [{ pair = '' } = {}] = pieces;
        expect(quoted(paragraphs.join('\n\n'), 'en', pair)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('with one mark too many lose no more than its paragraph', () => {
    const PAIR = fc.constantFrom('“”', '„“', '«»', '""', '「」');
    fc.assert(
      fc.property(PAIR, words, words, words, fc.boolean(), (pair, first, lone, last, opens) => {
        const [open, close] = [...pair] as [string, string];
        const broken = opens ? `x ${open}${lone} y.` : `x ${lone}${close} y.`;
        const text = [`So ${open}${first}${close} it was.`, broken, `So ${open}${last}${close}.`];
        const found = quoted(text.join('\n'), 'en', pair);
        expect([found.at(0), found.at(-1)]).toEqual([first, last]);
        expect(found).toHaveLength(2);
      }),
    );
  });
});
