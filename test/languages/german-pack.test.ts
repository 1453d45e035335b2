/** A pack in German about English articles: the same program, the other way round. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packFolder } from '../pack/folder.ts';
import { call } from '../support/run.ts';

const HAFEN = 'test/fixtures/hafen';
/** Those of another pack, of which it uses two. */
const ARTICLES = 'test/fixtures/lindhaven/articles';

const printed = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await call([...args, '--data', HAFEN]);
  expect([code, args[0] === 'export' ? '' : err]).toEqual([0, '']);
  return out;
};

test('it is checked and verified, and nothing is missed in it', async () => {
  const { code, out } = await call(['check', HAFEN, '--sources', ARTICLES]);
  expect([code, out]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')]);
  expect(out).not.toMatch(/translation|titles/);
  expect(await printed('verify', '--sources', ARTICLES)).toContain(' 0 failed');
});

test.each([
  [
    'wer ist gegen das Nachtflugverbot',
    /read as: against · Nachtflugverbot\n\nOwen Pike is against/,
  ],
  ['wer will ein Nachtflugverbot?', /^read as: for · Nachtflugverbot\n\nRuth Calder is for it/],
  ['who is against the ban', /read as: against · Nachtflugverbot/],
  ['wer erwartet den Führerschein', /Dana Whitlock/],
  ['wer ist gegen das nachtflugverbots', /Owen Pike/],
  ['fuehrerschein', /Führerschein für Drohnen/],
  ['die Beinaheunfälle', /^Ruth Calder/],
  ['near misses', /^Ruth Calder/],
  ['the licence', /^Dana Whitlock/],
])('"%s" is answered', async (question, answer) => {
  expect(await printed('search', question)).toMatch(answer);
});

describe('words of the sources and their translation', () => {
  test.each([
    ['both', '"needless" (“unnötig”, our translation)'],
    ['en', '"needless"'],
    ['original', '"needless"'],
    ['de', '“unnötig” (our translation)'],
    ['translation', '“unnötig” (our translation)'],
  ])('--lang %s', async (language, quote) => {
    const cited = await printed('cite', 'pike-unnoetig', '--lang', language);
    expect(cited).toBe(
      `${quote} [Er hält das Verbot für unnötig.] — Owen Pike (Stadtrat), by 5 Mar 2025. In: Harbour Herald, 3 Mar 2025.\n`,
    );
  });

  test('are told in the languages that they have in every form', async () => {
    const { items } = JSON.parse(await printed('export', 'webannotation'));
    const [one] = items;
    expect(one.body[0].language).toBe('de');
    expect(one.target[0].source.language).toBe('en');
    expect(JSON.parse(await printed('export', 'csl-json'))[0].language).toBe('en');
  });

  test('stand in the frames of its tape, marked with both languages', () => {
    const frames = readFileSync('test/screens/german-pack.txt', 'utf8');
    for (const mark of ['EN+DE', ' EN', ' DE'])
      expect(frames).toMatch(new RegExp(`^ rungs .*${mark.replace('+', '\\+')}$`, 'm'));
    expect(frames).not.toMatch(/English|German|DE\+EN/);
  });
});

test('the words of the pack stand for sides, kinds and the order of the rungs', async () => {
  expect(await printed('show', 'nachtverbot')).toContain('▲ Dafür (1 voice)');
  const said = [
    await printed('list'),
    await printed('matrix'),
    await printed('people'),
    await printed('compare', '1', '2'),
    await printed('show', 'lizenz'),
    await printed('search', 'nachtflugverbot'),
    await printed('export', 'markdown'),
  ];
  for (const text of said) {
    expect(text).toMatch(/Dafür|Dagegen/);
    expect(text).not.toMatch(/[▲▼△▽] ?(for|against)\b|\d (for|against|expected|doubted)\b/);
    expect(text).not.toMatch(/is (for|against) it|(expects|doubts) it|^(For|Against):|supporting/m);
  }
  expect(said[6]).toContain('Dagegen: Owen Pike');
  expect(said[4]).toContain('nobody is under “Dafür” or under “Dagegen”');
  expect(await printed('matrix')).toMatch(/FACHLEUTE[\s\S]*AMT[\s\S]*POLITIK/);
  const frames = readFileSync('test/screens/german-pack.txt', 'utf8');
  expect(frames).toContain('Stufe 1 bindet die wenigsten');
  expect(frames).toMatch(/ Dagegen│Dafür +Bezweifelt│ ▆ Erwartet/);
});

const STATEMENT = readFileSync(`${HAFEN}/data/statements.yaml`, 'utf8');

describe('what is in no language that rungs knows', () => {
  const info = (language: string) =>
    readFileSync(`${HAFEN}/data/pack.yaml`, 'utf8').replace(
      'language: de',
      `language: ${language}`,
    );
  const file = (name: string) => readFileSync(`${HAFEN}/${name}`, 'utf8');
  const inLanguage = (language: string, more: Record<string, string> = {}) =>
    packFolder({
      'scenarios/only.yaml': null,
      'scenarios/lizenz.yaml': file('scenarios/lizenz.yaml'),
      'scenarios/nachtverbot.yaml': file('scenarios/nachtverbot.yaml'),
      'data/people.yaml': file('data/people.yaml'),
      'data/sources.yaml': file('data/sources.yaml').replaceAll('language: en', 'language: ko'),
      'data/statements.yaml': STATEMENT,
      'data/pack.yaml': info(language),
      ...more,
    });

  test.each(['sw', 'ko', 'zh-Hant', 'gsw', 'sr-Latn', 'tlh'])('%s', async (language) => {
    const dir = inLanguage(language);
    const { code, out } = await call(['check', dir]);
    expect([code, out]).toEqual([0, expect.stringContaining('0 errors')]);
    for (const args of [
      ['list'],
      ['search', 'nachtflugverbot'],
      ['search', 'who is against nachtflugverbot'],
      ['matrix'],
      ['show', '2'],
      ['export', 'markdown'],
      ['cite', 'calder-verbot', '--lang', language],
    ]) {
      const run = await call([...args, '--data', dir]);
      expect([args, run.code, run.err]).toEqual([args, 0, args[0] === 'export' ? run.err : '']);
      expect(run.out).not.toBe('');
    }
  });

  test('a condition must say so only in a language that is known', async () => {
    const vague = STATEMENT.replace('wenn der Rat zustimmt', 'mit dem Rat');
    const more = { 'data/statements.yaml': vague };
    expect((await call(['check', inLanguage('de', more)])).out).toMatch(/mit dem Rat/);
    expect((await call(['check', inLanguage('sw', more)])).out).not.toMatch(/mit dem Rat/);
  });
});
