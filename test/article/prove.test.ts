import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Proof } from '../../src/article/prove.ts';
import { runProve } from '../../src/commands/prove.ts';
import type { PackData, Statement } from '../../src/pack/schema.ts';
import { sha256 } from '../../src/pack/sha256.ts';
import { HARBOUR } from '../support/harbour-pack.ts';
import { ARTICLES, QUAY } from '../support/quay-pack.ts';
import { answer } from '../support/request.ts';

const ARTICLE = [
  'Streit im Hafen',
  '„Wir werden den Hafen nicht schließen, und wir werden auch niemanden einladen“, sagte Ada Lang am Montag. „Das kostet 40 Millionen – jedes Jahr“, fügte sie hinzu.',
  'Bo Weiss widersprach: „Der Hafen ist längst geschlossen, nur weiß es keiner.“ Er nannte den Plan „verrückt“.',
  'Auch Lang hatte im Mai von einem „verrückten“ Plan gesprochen. Cem Otto sagte: „Ein Hafen ist kein Spielzeug.“ Der Rat werde neu wählen lassen, hieß es.',
  'Nicht einmal die Möwen sind geblieben, schreibt das Blatt.',
].join('\n\n');

/** A statement on the words of a quote. */
function statement(
  id: string,
  speaker: string,
  exact: string,
  rest: Partial<Statement> = {},
): Statement {
  const start = [...ARTICLE.slice(0, ARTICLE.indexOf(exact))].length;
  const end = start + [...exact].length;
  const span = { start, end, sha256: sha256(exact) };
  const base = {
    id,
    source: 'blatt',
    speaker,
    relayedBy: [],
    date: '2024',
    form: 'direct' as const,
  };
  return { ...base, quotes: [{ exact, start, end }], span, summary: id, stances: [], ...rest };
}

const person = (id: string, name: string) => ({
  id,
  name,
  aliases: [],
  kind: 'official' as const,
  roles: [],
});
const DATA: PackData = {
  ...HARBOUR,
  pack: { ...HARBOUR.pack, mentioned: [] },
  sources: [
    { id: 'blatt', file: 'blatt.txt', sha256: sha256(ARTICLE), type: 'webpage', language: 'de' },
  ],
  people: [
    person('lang', 'Ada Lang'),
    person('weiss', 'Bo Weiss'),
    person('otto', 'Cem Otto'),
    { ...person('blatt-outlet', 'Hafenblatt'), kind: 'outlet' },
  ],
  statements: [
    statement(
      'lang-open',
      'lang',
      'Wir werden den Hafen nicht schließen, und wir werden auch niemanden einladen',
      {
        translation: 'We shall not close the harbour, and we shall not invite anybody either',
      },
    ),
    statement('lang-cost', 'lang', 'Das kostet 40 Millionen – jedes Jahr'),
    statement('weiss-closed', 'weiss', 'Der Hafen ist längst geschlossen, nur weiß es keiner.'),
    statement('weiss-mad', 'weiss', 'verrückt'),
    statement('otto-toy', 'otto', 'Ein Hafen ist kein Spielzeug.'),
  ],
  figures: [],
  events: [],
  relations: [],
};

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-prove-'));
  writeFileSync(join(dir, 'blatt.txt'), ARTICLE);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function proofs(memo: string, name = 'memo.md'): Promise<Proof[]> {
  const file = join(dir, name);
  writeFileSync(file, memo);
  const { text } = await answer(runProve, { pack: DATA, args: [file], sources: dir, json: true });
  return JSON.parse(text).quotations;
}
const one = async (memo: string): Promise<Proof> => (await proofs(memo))[0] as Proof;

describe('a quotation is', () => {
  test.each([
    ['verbatim', 'Lang sagte: „Das kostet 40 Millionen – jedes Jahr“.'],
    ['verbatim', 'Weiss said: "Der Hafen ist längst geschlossen".'],
    ['verbatim', 'Weiss called it "verrückt".'],
    ['typography', 'Lang sagte: "Das kostet 40 Millionen - jedes Jahr."'],
    ['typography', '"Ein Hafen ist kein **Spielzeug**," said Otto.'],
    ['translation', 'Lang said: “We shall not close the harbour”.'],
  ])('%s, and proven: %s', async (verdict, memo) => {
    expect(await one(memo)).toMatchObject({ verdict, isProven: true, isMisattributed: false });
  });

  test.each([
    [
      'altered',
      'Lang sagte: „Das kostet 60 Millionen – jedes Jahr“.',
      [{ given: '60', found: '40' }],
    ],
    [
      'altered',
      'Lang: „Wir werden den Hafen schließen, und wir werden auch niemanden einladen“',
      [{ given: '', found: 'nicht' }],
    ],
    ['altered', 'Otto: „ein Hafen ist kein Spielzeug.“', [{ given: 'ein', found: 'Ein' }]],
    [
      'altered',
      'Lang said: “We shall not open the harbour, and we shall not invite anybody either”.',
      [{ given: 'open', found: 'close' }],
    ],
    ['told', 'Lang: „Nicht einmal die Möwen sind geblieben“', undefined],
    ['short', 'Lang nannte es „verrückte“ Pläne.', undefined],
    ['short', 'Somebody called it "verrückt" or "Spielzeug".', undefined],
    ['absent', 'Lang said: "The gulls will be back by the end of the year".', undefined],
    ['unclear', 'Lang wrote "in 2024" and 5" or so.', undefined],
  ])('%s, and not proven: %s', async (verdict, memo, differences) => {
    const proof = await one(memo);
    expect(proof).toMatchObject({ verdict, isProven: false });
    if (differences) expect(proof.differences).toEqual(differences);
  });
});

describe('joined words', () => {
  test('tell what is left out, and whether a "not" is', async () => {
    expect(await one('Lang: „Wir werden den Hafen … schließen“')).toMatchObject({
      verdict: 'joined',
      isProven: false,
      joins: [{ skipped: 'nicht', distance: 7, negations: ['nicht'], isReversed: false }],
    });
  });

  test('of two quotations have all between them left out', async () => {
    const { joins } = await one('Lang: „Wir werden den Hafen nicht schließen […] jedes Jahr“');
    expect(joins?.[0]?.skipped).toContain('sagte Ada Lang am Montag');
    expect(joins?.[0]?.negations).toEqual(['niemanden']);
  });

  test('may stand there in another order', async () => {
    const { joins } = await one('Lang: „jedes Jahr … den Hafen nicht schließen“');
    expect(joins).toMatchObject([{ isReversed: true }]);
  });
});

describe('it is given to', () => {
  const who = async (memo: string) =>
    (await proofs(memo)).map(({ attributedTo, isMisattributed }) => [
      attributedTo.join(),
      isMisattributed,
    ]);
  const LANG = '„Das kostet 40 Millionen – jedes Jahr“';
  const OTTO = '„Ein Hafen ist kein Spielzeug.“';

  test.each([
    [`Lang sagte: ${LANG}`, [['lang', false]]],
    [`${LANG}, sagte Ada Lang.`, [['lang', false]]],
    [`Weiss sagte: ${LANG}`, [['weiss', true]]],
    [`${LANG}, sagte Otto.`, [['otto', true]]],
    [`${LANG}, hieß es.`, [['', false]]],
    [`Otto war dagegen. ${LANG}, sagte Lang.`, [['lang', false]]],
    [
      `Lang said ${LANG} and Otto said ${OTTO}`,
      [
        ['lang', false],
        ['otto', false],
      ],
    ],
    [
      `Otto said ${LANG} and Lang said ${OTTO}`,
      [
        ['otto', true],
        ['lang', true],
      ],
    ],
    [
      `${LANG}, said Otto, while ${OTTO} came from Lang.`,
      [
        ['otto', true],
        ['lang', true],
      ],
    ],
    [`Lang sagte dem Hafenblatt: ${LANG}`, [['lang', false]]],
    [`${LANG}, sagte Lang dem Hafenblatt.`, [['lang', false]]],
    [`Lang spoke on Monday. She added: ${LANG}.`, [['lang', false]]],
    [`Otto spoke on Monday. He added: ${LANG}.`, [['otto', true]]],
    [`Otto and Weiss met. There it was said: ${LANG}.`, [['', false]]],
  ])('%s', async (memo, expected) => {
    expect(await who(memo)).toEqual(expected);
  });
});

describe('a memo', () => {
  test('in Markdown: blocks are quoted, code and links are not', async () => {
    const memo = [
      '---\ntitle: "A memo"\n---',
      '# “Notes”',
      '> Ein Hafen ist kein Spielzeug.\n>\n> — Otto',
      'See `"x y z"` and [here](http://a.example/"q").',
      '```\n"Das kostet"\n```',
    ].join('\n\n');
    const found = await proofs(memo);
    expect(found.map(({ words, line, column }) => [words, line, column])).toEqual([
      ['Notes', 5, 4],
      ['Ein Hafen ist kein Spielzeug.', 7, 3],
    ]);
  });

  test('may break a quote over two lines', async () => {
    const memo = 'Lang sagte: „Das kostet 40 Millionen –\njedes Jahr“. So.';
    expect(await proofs(memo, 'memo.txt')).toMatchObject([{ verdict: 'verbatim', isProven: true }]);
  });

  test('with a mark that has no partner is unclear there, and nowhere else', async () => {
    const memo = 'Lang sagte „Das kostet 40 Millionen.\n\nOtto: „Ein Hafen ist kein Spielzeug.“';
    expect((await proofs(memo)).map(({ verdict }) => verdict)).toEqual(['unclear', 'verbatim']);
  });
});

test('a memo in DOCX: block quotes, tables and footnotes', async () => {
  for (const [id, text] of Object.entries(ARTICLES)) writeFileSync(join(dir, `${id}.txt`), text);
  const args = ['test/fixtures/documents/memo.docx'];
  const options = { pack: QUAY, args, sources: dir };
  const { text, code } = await answer(runProve, { ...options, json: true });
  writeFileSync(join(dir, 'blatt.txt'), ARTICLE);
  expect(code).toBe(1);
  expect(
    JSON.parse(text).quotations.map(({ verdict, isProven, attributedTo }: Proof) => [
      verdict,
      isProven,
      attributedTo.join(),
    ]),
  ).toEqual([
    ['typography', false, 'okafor'],
    ['verbatim', true, 'reed'],
    ['verbatim', true, 'okafor'],
    ['verbatim', false, 'okafor'],
    ['altered', false, 'otto'],
  ]);
});

test('in words, who is unclear and what was cut off', async () => {
  writeFileSync(join(dir, 'blatt.txt'), ARTICLES.blatt);
  writeFileSync(join(dir, 'news.txt'), ARTICLES.news);
  const file = join(dir, 'memo.md');
  writeFileSync(
    file,
    'Erik Berg said: “The plan is dangerous”. Reed called it “legal”.\n\nReed and Okafor: “The plan is dangerous”.',
  );
  const { text } = await answer(runProve, { pack: QUAY, args: [file], sources: dir });
  writeFileSync(join(dir, 'blatt.txt'), ARTICLE);
  expect(text).toContain('UNCLEAR WHO: given to “Erik Berg”, whom the pack does not have');
  expect(text).toContain('LEFT OUT right beside it: not');
  expect(text).toContain('UNCLEAR WHO: given to Sam Reed, Jane Okafor');
  expect(text).toContain(
    '3 quotations, 0 proven: 3 verbatim, 1 with a “not” left out beside it, 2 unclear by whom',
  );
});

test('in words: file, line and column; exit code 1 until all is proven', async () => {
  const file = join(dir, 'memo.md');
  writeFileSync(
    file,
    'Lang: „Das kostet 60 Millionen – jedes Jahr“.\n\nOtto: „Ein Hafen ist kein Spielzeug.“',
  );
  const { text, code } = await answer(runProve, { pack: DATA, args: [file], sources: dir });
  expect(code).toBe(1);
  expect(text.split('\n')).toEqual([
    `${file}:1:8: ALTERED: “Das kostet 60 Millionen – jedes Jahr”`,
    '  blatt, lang-cost; said by Ada Lang',
    '  nearest, line 3, column 108: “Das kostet 40 Millionen – jedes Jahr”',
    '  given “60”, there “40”',
    `${file}:3:8: verbatim: “Ein Hafen ist kein Spielzeug.”`,
    '  blatt, otto-toy; said by Cem Otto',
    '2 quotations, 1 proven: 1 verbatim, 1 altered',
  ]);
  writeFileSync(file, 'Otto: „Ein Hafen ist kein Spielzeug.“');
  expect((await answer(runProve, { pack: DATA, args: [file], sources: dir })).code).toBe(0);
});

describe('wrong use', () => {
  test.each([
    [['none.md'], dir, 'cannot read'],
    [['README.md'], '/nowhere', 'none of the sources can be read'],
  ])('%j', async (args, _, message) => {
    const sources = message.startsWith('none') ? '/nowhere' : dir;
    await expect(answer(runProve, { pack: DATA, args, sources })).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining(message),
    });
  });

  test('a copy that has changed is not looked into, and that is said', async () => {
    const data = structuredClone(DATA);
    data.sources.push({ ...data.sources[0]!, id: 'other', sha256: sha256('x') });
    const file = join(dir, 'memo.md');
    writeFileSync(file, 'x');
    const { text } = await answer(runProve, { pack: data, args: [file], sources: dir });
    expect(text).toContain('other is not looked into: blatt.txt: has changed');
  });
});
