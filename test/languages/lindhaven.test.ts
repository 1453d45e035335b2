/** A pack in English about sources in five languages, from the first question to every export. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { loadPack } from '../../src/pack/load.ts';
import { buildLindhaven } from '../support/build-lindhaven.ts';
import { rungs } from '../support/run.ts';

const LINDHAVEN = 'test/fixtures/lindhaven';

let dir: string;
let asked: string[];
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-lindhaven-'));
  asked = await buildLindhaven(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
  );

describe('adding statements', () => {
  test('makes the pack that is in the repository', () => {
    expect(filesOf(dir)).toEqual(filesOf(LINDHAVEN));
  });

  test('asks nothing about German', () => {
    expect(asked.filter((text) => /German|Deutsch/.test(text))).toEqual([]);
  });

  test('tells the language of each article, and asks for a translation only of another', () => {
    const { sources } = loadPack(LINDHAVEN);
    expect(Object.fromEntries(sources.map(({ id, language }) => [id, language]))).toEqual({
      'harbour-herald': 'en',
      'the-evening-packet': 'en',
      'the-lindhaven-mail': 'en',
      quayside: 'en',
      'council-of-lindhaven': 'en',
      'le-courrier-du-port': 'fr',
      'portovyi-vestnik': 'ru',
      'gang-xin-wen': 'ja',
      'shyfh-lmyn': 'ar',
    });
    expect(asked.filter((text) => text.startsWith('Your translation'))).toHaveLength(6);
  });

  test('gives readable ids to names in any script', () => {
    const ids = loadPack(LINDHAVEN).people.map(({ id }) => id);
    expect(ids).toContain('anna-grigorenko');
    expect(ids.filter((id) => id.startsWith('new'))).toEqual([]);
  });

  test('stands between quotation marks of every kind, to the character', () => {
    expect(verify(loadPack(LINDHAVEN), join(LINDHAVEN, 'articles')).failures).toEqual([]);
    const quotes = new Map(
      loadPack(LINDHAVEN).statements.map((one) => [one.id, one.quotes.map(({ exact }) => exact)]),
    );
    expect(Object.fromEntries(quotes)).toEqual({
      'calder-ban': [
        'We have counted eleven near misses since the autumn.',
        'A ban at night is the least that the town must do.',
      ],
      'pike-needless': ['needless'],
      'whitlock-licence': [
        'A licence for every drone won’t stop anybody,',
        'It costs time.',
        'Still, I’d rather have a licence than a ban.',
      ],
      'company-licence': ['will most likely be in force by summer'],
      'pike-closing': [
        'I can’t see why we’d close the port to them,',
        'The pilots’ fears aren’t borne out by the figures.',
      ],
      'whitlock-mistake': [
        'a mistake',
        'It was never voted on,',
        'and whoever says it was ‘rushed through’ is being polite.',
      ],
      'pike-this-year': ['I would not rule out a ban, but it will not come this year.'],
      'vannier-mistake': [
        'Une interdiction de nuit serait une erreur',
        'Nous n’avons pas besoin d’une zone fermée, et personne ne la demande.',
      ],
      'lazarev-closing': ['Мы закроем порт для беспилотников, если не будет правил'],
      'grigorenko-unlikely': ['маловероятно'],
      'morikawa-necessary': ['夜間の飛行禁止は必要だ'],
      'kobayashi-rules': ['規制は夏までに進む可能性が高い'],
      'haddad-ban': ['لا بد من حظر الطيران ليلاً فوق الميناء', 'قد يصدر قبل الصيف'],
    });
  });
});

describe('the program', () => {
  const DATA = ['--data', LINDHAVEN];
  /** What is printed, where nothing is wrong and nothing German in it. */
  const printed = (...args: string[]): string => {
    const { code, out, err } = rungs([...DATA, ...args]);
    expect([code, err.includes('rungs: ') && !args.includes('export') ? err : '']).toEqual([0, '']);
    expect(out).not.toMatch(/German|Deutsch|\bDE\b/);
    return out;
  };

  test('checks and verifies it, the hedges in the words of the sources too', () => {
    const sources = ['--sources', `${LINDHAVEN}/articles`];
    expect(printed('check', ...sources)).toMatch(/\n0 errors, 0 warnings\n$/);
    expect(printed('check', ...sources)).not.toContain('without a translation');
    expect(printed('verify', ...sources)).toContain(' 0 failed');
  });

  test.each([
    ['規制', '小林'],
    ['可能性', '小林'],
    ['飛行', '森川'],
    ['Grigorenko', 'Григоренко'],
    ['маловероятно', 'Григоренко'],
    ['zone fermée', 'Vannier'],
    ['حظر', 'ليلى حداد'],
    ['rather have a licence', 'Whitlock'],
    ['kind:company', 'Lindhaven Port Company'],
  ])('finds %s', (words, found) => {
    expect(printed('search', '--limit', '1', '--', words)).toContain(found);
  });

  test('cites in the marks of each source, our translation only where it is another language', () => {
    expect(printed('cite', 'calder-ban')).not.toContain('translation');
    expect(printed('cite', 'vannier-mistake')).toMatch(
      /^«Une interdiction de nuit serait une erreur» … .*\(“A ban at night.*”, our translation\)/,
    );
    expect(printed('cite', 'morikawa-necessary', '--lang', 'ja')).toMatch(
      /^「夜間の飛行禁止は必要だ」 — 森川/,
    );
    expect(printed('cite', 'morikawa-necessary', '--lang', 'en')).toMatch(/^“A ban on flights/);
  });

  test.each([
    ['list'],
    ['list', 'statements'],
    ['matrix'],
    ['people'],
    ['timeline', '--statements'],
    ['relations'],
    ['compare', 'night-ban', 'port-closed', 'drone-licence'],
    ['show', 'night-ban'],
    ['show', 'haddad-ban'],
    ['show', 'lindhaven-port-company'],
    ['export', 'json'],
    ['export', 'csv'],
    ['export', 'markdown'],
    ['export', 'argdown'],
    ['export', 'csl-json'],
    ['export', 'webannotation'],
  ])('%s %s has nothing German', (...args) => {
    expect(printed(...args.filter(Boolean))).not.toBe('');
  });

  test('uses the words that the pack sets', () => {
    expect(printed('show', 'lindhaven-port-company')).toContain('company');
    expect(printed('matrix', '--kind', 'company')).toContain('Lindhaven Port Company');
  });

  test('refuses a language that nothing is in', () => {
    const { code, err } = rungs(['cite', 'calder-ban', '--lang', 'de', ...DATA]);
    expect([code, err]).toEqual([2, expect.stringContaining('"de" is no language here')]);
  });
});
