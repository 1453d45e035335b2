/** Words of scripts without blanks, with marks or with endings, as they stand in sources and are typed. */
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { createSearch } from '../../src/search/engine.ts';
import { compilePack } from '../../src/store/compile.ts';

const LINDHAVEN = loadPack('test/fixtures/lindhaven');

/** The pack with other words for one statement, in a language. */
function saying(language: string, exact: string): PackData {
  const [id, from] = ['kobayashi-rules', 'gang-xin-wen'];
  return {
    ...LINDHAVEN,
    sources: LINDHAVEN.sources.map((one) => (one.id === from ? { ...one, language } : one)),
    statements: LINDHAVEN.statements.map((one) =>
      one.id === id ? { ...one, quotes: [{ exact, start: 0, end: [...exact].length }] } : one,
    ),
  };
}

const found = (data: PackData, query: string): string[] =>
  createSearch(compilePack(data))
    .find(query)
    .hits.map(({ id }) => id);

describe.each([
  [
    'ja',
    '政府のAI規制をめぐる議論は、事故の予測がむずかしく、機能ごとのリスクを技術者が測ることから始まる',
    ['規制', '議論', '予測', 'リスク', '機能', '技術', '技術者', 'ﾘｽｸ'],
    ['漁業', 'スリク'],
  ],
  ['zh', '政府認為應當加強對無人機的監管，以免港口發生事故', ['監管', '無人機', '港口'], ['漁業']],
  ['ko', '정부는 고영향 AI의 규제를 정비해야 한다', ['규제', '고영향', '정부'], ['어업']],
  [
    'ru',
    'Регулирование рынка неизбежно',
    ['регулирование', 'Регулирования', 'рынку'],
    ['урожай', 'рынды'],
  ],
  ['ar', 'لا بد من تنظيم السوق', ['تنظيم', 'السوق'], ['محصول']],
  ['fa', 'می\u200Cخواهیم بازار را تنظیم کنیم', ['می\u200Cخواهیم', 'تنظیم'], ['محصول']],
  ['hi', 'सरकार की नीति बदलनी चाहिए', ['सरकार', 'नीति', 'की', 'बदलनी'], ['कि', 'नाति']],
])('%s', (language, exact, words, others) => {
  const data = saying(language, exact);
  test.each(words)('%s is found', (word) => {
    expect(found(data, word)).toContain('kobayashi-rules');
  });
  test.each(others)('%s is not', (word) => {
    expect(found(data, word)).not.toContain('kobayashi-rules');
  });
});
