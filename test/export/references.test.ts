/** What a source says of itself is in its citation, in BibTeX, CSL-JSON and Web Annotation. */
import { expect, test } from 'vitest';
import { openText } from '../../src/article/text.ts';
import { citation } from '../../src/document/statement.ts';
import { annotationPage } from '../../src/export/annotation.ts';
import { bibtexEntry, cslItem } from '../../src/export/bibliography.ts';
import { createLibrary } from '../../src/pack/library.ts';
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
    /\. In: Jane Roe, Harbour Watch & Co, Küstenkurier, .*, https:\/\/kurier\.example\/a_b\?c=1 \(read on 5 Nov 2024\), kept at https:\/\/archive\.example\/x\.$/,
  );
});

test('BibTeX has them under its names', () => {
  const entry = bibtexEntry({ id: 'kurier', source });
  expect(entry).toContain('  author = {Roe, Jane and {Harbour Watch \\& Co}},');
  expect(entry).toContain('  publisher = {Quay Press},');
  expect(entry).toContain('  url = {https://kurier.example/a\\_b?c=1},');
  expect(entry).toContain('  urldate = {2024-11-05},');
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
  expect(targets?.[1]?.selector).toEqual({
    type: 'TextQuoteSelector',
    exact: quote?.exact,
    prefix: 'x'.repeat(Math.min(32, at)),
    suffix: ', and so on',
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
