/** A pack of several thousand quotations, converted from a collection and used. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import type { Answer, Request } from '../../src/commands/command.ts';
import { runExport } from '../../src/commands/export.ts';
import { runList } from '../../src/commands/list.ts';
import { runMatrix } from '../../src/commands/matrix.ts';
import { runPeople } from '../../src/commands/people.ts';
import { runSearch } from '../../src/commands/search.ts';
import { runTimeline } from '../../src/commands/timeline.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { convert, quotations } from '../support/quotations.ts';
import { answer } from '../support/request.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

const COUNT = 3000;
const all = quotations(COUNT);
let dir: string;
let pack: PackData;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-quotations-'));
  convert(dir, all);
  pack = loadPack(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('every quotation is there, to the character, and can be checked', () => {
  const held = new Set(pack.statements.map(({ quotes }) => quotes[0]?.exact));
  expect(pack.statements).toHaveLength(COUNT);
  expect(all.filter(({ quote }) => !held.has(quote))).toEqual([]);
  expect(pack.people).toHaveLength(new Set(all.map(({ author }) => author)).size);
  expect(verify(pack, join(dir, 'articles')).failures).toEqual([]);
});

const json = async (run: (request: Request) => Answer | Promise<Answer>, call: object = {}) =>
  JSON.parse((await answer(run, { pack, json: true, ...call })).text);

test('each one is found by its number', async () => {
  for (const number of [1234, 2345, COUNT - 1]) {
    const [first] = await json(runSearch, { args: [`${number}`], limit: 1 });
    expect(first).toMatchObject({ quotes: [{ exact: all[number]?.quote }] });
  }
});

test('lists, tables and exports hold all of it', async () => {
  expect(await json(runList, { args: ['statements'] })).toHaveLength(COUNT);
  expect(await json(runTimeline, { statements: true })).toHaveLength(COUNT);
  expect((await json(runMatrix, { rows: 'statements' })).rows).toHaveLength(COUNT);
  expect(await json(runPeople)).toHaveLength(pack.people.length);
  const { items } = JSON.parse((await answer(runExport, { pack, args: ['webannotation'] })).text);
  expect(items).toHaveLength(COUNT);
});

test('the explorer opens it, searches and shows a statement', () => {
  const driver = drive('120x40', [], makeWorld(pack));
  expect(driver.screen).toContain('Freiheit');
  driver.press('/', typed('(1234)'), 'enter');
  expect(driver.screen).toContain('1234');
});
