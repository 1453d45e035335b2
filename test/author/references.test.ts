import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { initPack } from '../../src/author/init.ts';
import { runExport } from '../../src/commands/export.ts';
import { runImport } from '../../src/commands/import.ts';
import { loadPack } from '../../src/pack/load.ts';
import { sha256 } from '../../src/pack/sha256.ts';
import { answer } from '../support/request.ts';

let dir: string;
let sources: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-references-'));
  initPack(dir, 'template');
  sources = join(dir, 'data/sources.yaml');
  article('gulls');
  const own = [
    '# what a page told of itself',
    '- id: gulls',
    '  file: gulls.txt',
    `  sha256: ${sha256(readFileSync(join(dir, 'articles/gulls.txt')))}`,
    '  type: webpage # so it says',
    '  language: en',
    '  title: The gulls return',
    '  URL: https://gulls.example/return',
    "  accessed: '2024-12-01'",
    '',
  ].join('\n');
  writeFileSync(sources, `${readFileSync(sources, 'utf8').trimEnd()}\n${own}`);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function article(name: string): void {
  writeFileSync(
    join(dir, 'articles', `${name}.txt`),
    `The ${name} are back, and they will be on the quay for the rest of it.\n`,
  );
}

async function take(items: unknown, options: object = {}) {
  const file = join(dir, 'zotero.json');
  writeFileSync(file, JSON.stringify(items));
  const run = { args: [file], data: dir, json: true, ...options };
  const { text, code } = await answer(runImport, run);
  return { ...JSON.parse(text), code };
}
const source = (id: string) => loadPack(dir).sources.find((one) => one.id === id);

const GULLS = {
  id: 'http://zotero.org/users/1/items/ABCD',
  type: 'article-newspaper',
  title: 'The Gulls Return',
  author: [{ family: 'Beauvoir', given: 'Ada', 'non-dropping-particle': 'de' }],
  'container-title': 'Quay News',
  issued: { 'date-parts': [['2024', 10, 22]] },
  accessed: { 'date-parts': [[2024, 12, 24]] },
  URL: 'https://gulls.example/return/#top',
  language: 'en-GB',
  abstract: 'Not taken.',
};

test('an item fills in what the pack does not tell; comments and the rest stay', async () => {
  const before = readFileSync(sources, 'utf8');
  const { added, code } = await take([GULLS]);
  expect(code).toBe(0);
  expect(added).toMatchObject([
    { id: 'gulls', mended: ['filled in: type, author, container-title, issued'] },
  ]);
  expect(source('gulls')).toMatchObject({
    type: 'article-newspaper',
    title: 'The gulls return',
    author: [{ family: 'de Beauvoir', given: 'Ada' }],
    'container-title': 'Quay News',
    issued: '2024-10-22',
    accessed: '2024-12-01',
    language: 'en',
  });
  const after = readFileSync(sources, 'utf8');
  expect(after.startsWith(before.replace('webpage # so', 'article-newspaper # so'))).toBe(true);
  expect(await take([GULLS])).toMatchObject({ added: [], known: [{ id: 'gulls' }], code: 0 });
});

test('an item of a file among the articles makes a source', async () => {
  article('terns2024');
  const item = { id: 'terns2024', type: 'webpage', title: 'Terns', DOI: '10.1000/terns' };
  const { added } = await take({ items: [item] });
  expect(added).toMatchObject([{ id: 'terns2024' }]);
  expect(source('terns2024')).toMatchObject({
    file: 'terns2024.txt',
    URL: 'https://doi.org/10.1000/terns',
    language: 'en',
  });
});

describe('is asked about', () => {
  test.each([
    [
      'another title',
      { title: 'Gulls gone' },
      'it is the source gulls, which says otherwise; title',
    ],
    ['another language', { language: 'de' }, 'says otherwise; language: "en", not "de"'],
    [
      'a near title',
      { title: 'The gull returns', URL: undefined },
      'it may be gulls; write the id',
    ],
  ])('%s', async (_, change, problem) => {
    const before = readFileSync(sources, 'utf8');
    const { ambiguous, code } = await take([{ ...GULLS, ...change }]);
    expect(code).toBe(1);
    expect(ambiguous[0].problem).toContain(problem);
    expect(readFileSync(sources, 'utf8')).toBe(before);
  });

  test('and may be told by "article"', async () => {
    const { ambiguous } = await take([{ ...GULLS, title: 'The gull returns', URL: undefined }]);
    const { title: _, ...told } = ambiguous[0].draft;
    expect(
      (await take({ ambiguous: [{ draft: { ...told, article: 'gulls' } }] })).added,
    ).toHaveLength(1);
  });
});

test('an item without a source or a text is refused, and the rest comes in', async () => {
  const { refused, added, code } = await take([{ type: 'book', title: 'Dune' }, GULLS]);
  expect([refused.length, added.length, code]).toEqual([1, 1, 1]);
  expect(refused[0].problem).toContain('rungs add source');
});

test('what is no type or no date is told', async () => {
  article('terns');
  const item = { id: 'terns', type: 'newspaper', issued: { season: 1, 'date-parts': [[2024]] } };
  const { added } = await take([item]);
  expect(added[0].mended).toEqual([
    'unknown type “newspaper” to “document”',
    expect.stringContaining('issued left out'),
  ]);
  expect(source('terns')?.type).toBe('document');
});

test.each([[[2024, 5]], [[null]], [[[]]]])('a date that is none is told: %j', async (parts) => {
  article('terns');
  const item = { id: 'terns', type: 'webpage', issued: { 'date-parts': parts } };
  const { added } = await take([item]);
  expect(added[0].mended).toEqual([expect.stringContaining('issued left out')]);
});

test('in words, and a dry run writes nothing', async () => {
  const file = join(dir, 'zotero.json');
  writeFileSync(file, JSON.stringify([GULLS]));
  const before = readFileSync(sources, 'utf8');
  const options = { args: [file], data: dir };
  const dry = await answer(runImport, { ...options, dryRun: true });
  expect(dry.text).toContain('1 source: 1 added, 0 refused, 0 ambiguous, 0 known (1 mended)');
  expect(readFileSync(sources, 'utf8')).toBe(before);
  expect((await answer(runImport, options)).text).toContain('Written: data/sources.yaml');
});

test('twenty items come out as they came in', async () => {
  const items = Array.from({ length: 20 }, (_, index) => ({
    id: `item-${index}`,
    type: 'article-newspaper',
    title: `Report ${index}: <i>quays</i> & “cranes”`.replace(/<\/?i>/g, ''),
    author: index % 2 ? [{ family: 'Osei', given: 'Mara' }] : [{ literal: 'Quay Agency' }],
    URL: `https://news.example/${index}`,
    issued: { 'date-parts': [[2024, (index % 12) + 1, index + 1].slice(0, (index % 3) + 1)] },
    accessed: { 'date-parts': [[2024, 12, index + 1]] },
    language: 'en',
  }));
  for (const { id } of items) article(id);
  expect((await take(items)).added).toHaveLength(20);
  const { text } = await answer(runExport, { pack: loadPack(dir), args: ['csl-json'] });
  const exported = new Map(JSON.parse(text).map((one: { id: string }) => [one.id, one]));
  expect(items.map(({ id }) => exported.get(id))).toEqual(items);
});

test('what rungs exports is known', async () => {
  const { text } = await answer(runExport, { pack: loadPack(dir), args: ['csl-json'] });
  const { known, code } = await take(JSON.parse(text));
  expect([known.length, code]).toEqual([JSON.parse(text).length, 0]);
});
