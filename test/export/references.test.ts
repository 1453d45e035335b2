/** What a source says of itself is in its citation, in BibTeX, CSL-JSON and Web Annotation. */
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';
import { openText } from '../../src/article/text.ts';
import { citation } from '../../src/document/statement.ts';
import { annotationPage } from '../../src/export/annotation.ts';
import { bibtexEntry, cslItem } from '../../src/export/bibliography.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Source } from '../../src/pack/schema.ts';
import { HARBOUR } from '../support/harbour-pack.ts';

const TOLD: Partial<Source> = {
  author: [{ family: 'Roe', given: 'Jane' }, 'Harbour Watch & Co'],
  publisher: 'Quay Press',
  URL: 'https://kurier.example/a_b?c=1',
  accessed: '2024-11-05',
  archived: 'https://archive.example/x',
};
const data = {
  ...HARBOUR,
  sources: HARBOUR.sources.map((source) =>
    source.id === 'kurier' ? { ...source, ...TOLD } : source,
  ),
};
const library = createLibrary(data);
const source = library.source('kurier');
const statement = library.statement('weiss-alone');

test('a citation says by whom, in what, and where it can be read', () => {
  expect(citation(statement, library, 'both')).toMatch(
    /\. In: Jane Roe, Harbour Watch & Co, Küstenkurier, Quay Press, .*, https:\/\/kurier\.example\/a_b\?c=1 \(read on 5 Nov 2024\), kept at https:\/\/archive\.example\/x\.$/,
  );
});

test('BibTeX has them under its names', () => {
  const entry = bibtexEntry({ id: 'kurier', source });
  expect(entry).toContain('  author = {Roe, Jane and {Harbour Watch \\& Co}},');
  expect(entry).toContain('  publisher = {Quay Press},');
  expect(entry).toContain('  url = {https://kurier.example/a_b?c=1},');
  expect(entry).toContain('  urldate = {2024-11-05},');
  expect(entry).toContain('  addendum = {Archived at \\url{https://archive.example/x}},');
});

test('CSL-JSON has them under its names', () => {
  expect(cslItem({ id: 'kurier', source })).toMatchObject({
    author: [{ family: 'Roe', given: 'Jane' }, { literal: 'Harbour Watch & Co' }],
    publisher: 'Quay Press',
    URL: 'https://kurier.example/a_b?c=1',
    accessed: { 'date-parts': [[2024, 11, 5]] },
    archive_location: 'https://archive.example/x',
  });
});

test('Web Annotation points to the page as well, with the words around where the text is at hand', () => {
  const [quote] = statement.quotes;
  const at = quote?.start ?? 0;
  const text = openText(`${'x'.repeat(at)}${quote?.exact}, and so on`);
  const { items } = annotationPage(library, ({ id }) => (id === 'kurier' ? text : undefined));
  const targets = items.find(({ id }) => id.endsWith(':weiss-alone'))?.target;
  expect(targets?.map((target) => target.source.id)).toEqual([
    expect.stringMatching(/^ni:\/\/\/sha-256;/),
    'https://kurier.example/a_b?c=1',
  ]);
  expect(targets?.[1]).toMatchObject({
    source: { creator: [{ name: 'Jane Roe' }, { name: 'Harbour Watch & Co' }] },
    state: {
      type: 'TimeState',
      sourceDateStart: '2024-11-05T00:00:00Z',
      sourceDateEnd: '2024-11-05T23:59:59Z',
      cached: 'https://archive.example/x',
    },
  });
  expect(targets?.[1]?.selector).toEqual({
    type: 'TextQuoteSelector',
    exact: quote?.exact,
    prefix: 'x'.repeat(Math.min(32, at)),
    suffix: ', and so on',
  });
});

describe('names in other scripts', () => {
  const LINDHAVEN = 'test/fixtures/lindhaven';
  const foreign = loadPack(LINDHAVEN);
  const AUTHORS: Record<string, Source['author']> = {
    'shyfh-lmyn': [{ family: 'حداد', given: 'ليلى' }, 'صحيفة الميناء'],
    'gang-xin-wen': [{ family: '森川', given: '花子' }, '港新聞社'],
  };
  const told = createLibrary({
    ...foreign,
    sources: foreign.sources.map((one) => ({
      ...one,
      ...(AUTHORS[one.id] && { ...TOLD, author: AUTHORS[one.id], publisher: one.title }),
    })) as Source[],
  });
  const NAMES: Record<string, [string, string]> = {
    'haddad-ban': ['ليلى حداد', 'صحيفة الميناء'],
    'kobayashi-rules': ['花子 森川', '港新聞社'],
  };

  test.each(Object.entries(NAMES))('%s comes back from every form', (id, [name, outlet]) => {
    const { source: from, quotes } = told.statement(id);
    const one = told.source(from);
    const cited = citation(told.statement(id), told, 'both');
    for (const part of [name, outlet, one.publisher, TOLD.URL, 'read on 5 Nov 2024', TOLD.archived])
      expect(cited).toContain(part);
    expect(cited).not.toMatch(/[\u2066-\u2069]/);
    const [back] = new Cite(bibtexEntry({ id, source: one })).data;
    const item = cslItem({ id, source: one });
    const { author = [], publisher, title, URL: address } = item;
    // Its form of a name without parts.
    const names = author.map((who) => ('literal' in who ? { family: who.literal } : who));
    expect(back).toMatchObject({ author: names, publisher, title, URL: address });
    const [again] = new Cite(JSON.stringify([item])).data;
    expect(again).toMatchObject({ author, 'container-title': one['container-title'] });
    const text = openText(readFileSync(`${LINDHAVEN}/articles/${one.file}`, 'utf8'));
    const { items } = annotationPage(told, () => text);
    const target = items.find((annotation) => annotation.id.endsWith(`:${id}`))?.target[1];
    expect(target?.source.creator).toEqual([{ name }, { name: outlet }]);
    const { exact, prefix, suffix } = (target?.selector ?? {}) as Record<string, string>;
    expect(exact).toBe(quotes[0]?.exact);
    expect(readFileSync(`${LINDHAVEN}/articles/${one.file}`, 'utf8')).toContain(
      `${prefix}${exact}${suffix}`,
    );
    expect(prefix).not.toBe('');
  });
});

test('of a source that says nothing, nothing is told', () => {
  const plain = createLibrary(HARBOUR);
  expect(citation(plain.statement('weiss-alone'), plain, 'both')).toMatch(
    /In: Küstenkurier, [^,]*\.$/,
  );
  expect(Object.keys(cslItem({ id: 'kurier', source: plain.source('kurier') }))).not.toContain(
    'URL',
  );
});
