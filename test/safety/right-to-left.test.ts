/** Names that are written from right to left, as a terminal shows them that knows how. */
import bidiFactory from 'bidi-js';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { isolated } from '../../src/terminal/text.ts';
import { call } from '../support/run.ts';
import { openInEmulator } from './session.ts';

const bidi = bidiFactory();
const SEQUENCE = /\u001B\[[\d;?]*[A-Za-z]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF]/g;

/** What is left to see of a row without its letters from right to left: borders, counts, Latin. */
const others = (row: string) => row.replace(/[\u2066-\u2069]/g, '').replace(RIGHT_TO_LEFT, '');
const ordered = (row: string) => bidi.getReorderedString(row, bidi.getEmbeddingLevels(row, 'ltr'));

/** Holds all rows with such letters to what stands beside them. @returns how many there are */
function expectInPlace(text: string): number {
  const rows = text.split(/\r?\n/).filter((row) => row.match(RIGHT_TO_LEFT));
  for (const row of rows) expect(others(ordered(row))).toBe(others(row));
  return rows.length;
}

test.each([
  ['a scenario', '3\r'],
  ['the people', 'p'],
  ['the people, wide', 'p', 160],
  ['the matrix', 'm'],
  ['the search', '/haddad\r'],
  ['the tray', '/haddad\rbB'],
  ['a comparison', ' j c', 120],
])('%s keeps counts and borders in their places', async (_name, keys, columns = 100) => {
  const size = { columns, rows: 40 };
  const session = await openInEmulator(loadPack('test/fixtures/lindhaven'), size);
  for (const key of keys.match(/\/.*?\r|./gs) ?? []) await session.type(key);
  const raw = session.raw();
  const shown = session.rows().join('\n');
  await session.close();
  expect(expectInPlace(raw.replace(SEQUENCE, ''))).toBeGreaterThan(0);
  expect(shown).not.toMatch(/[\u2066-\u2069]/);
});

test.each([
  [['people']],
  [['matrix']],
  [['list', 'statements']],
  [['list', 'sources']],
  [['show', 'night-ban']],
  [['show', 'haddad-ban']],
  [['search', 'haddad']],
  [['search', '--short', 'haddad']],
  [['timeline', '--statements']],
  [['compare', 'night-ban', 'port-closed']],
  [['cite', 'haddad-ban']],
])('rungs %s keeps counts in their places', async (args) => {
  const { out } = await call([...args, '--data', 'test/fixtures/lindhaven']);
  expect(out).not.toMatch(/[\u2066-\u2069]/);
  expect(expectInPlace(isolated(out))).toBeGreaterThan(0);
});
