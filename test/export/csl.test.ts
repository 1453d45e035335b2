import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { expect, test } from 'vitest';
import { cslItems } from '../../src/export/csl.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';

const data = loadPack('.');
const items = cslItems(createLibrary(data));

/** Fields and types of CSL-JSON (csl-data.json 1.0) that packs use. */
const FIELDS: Record<string, string> = {
  id: 'string',
  type: 'string',
  title: 'string',
  author: 'object',
  publisher: 'string',
  URL: 'string',
  accessed: 'object',
  archive_location: 'string',
  'container-title': 'string',
  issued: 'object',
  language: 'string',
  note: 'string',
};
const TYPES = ['article', 'article-journal', 'article-magazine', 'article-newspaper', 'webpage'];

test('holds every source and every statement once', () => {
  const ids = [...data.sources, ...data.statements].map(({ id }) => id);
  expect(items.map(({ id }) => id)).toEqual(ids);
});

test('has the fields and types of CSL-JSON alone', () => {
  for (const item of items) {
    expect(TYPES).toContain(item.type);
    for (const [field, value] of Object.entries(item)) {
      expect([field, typeof value]).toEqual([field, FIELDS[field]]);
    }
  }
  const dates = items.flatMap(({ issued }) =>
    issued && 'date-parts' in issued ? issued['date-parts'] : [],
  );
  expect(dates.length).toBeGreaterThan(0);
  expect(dates.flat().every(Number.isInteger)).toBe(true);
});

test('is a bibliography for citation-js', () => {
  const sources = items.slice(0, data.sources.length);
  const shown = new Cite(sources).format('bibliography', { format: 'text', template: 'apa' });
  for (const { title = '' } of data.sources) expect(shown).toContain(title);
  expect(shown).toMatch(/\(2024a?, November\)\. Blick\./);
  expect(shown).toContain('(2024, October 24). t-online.');
});
