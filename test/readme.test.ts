import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runSearch } from '../src/commands/search.ts';
import { loadPack } from '../src/pack/load.ts';
import type { PackData } from '../src/pack/schema.ts';
import { renewReadme } from '../tools/generated.ts';
import { answer } from './support/request.ts';

test('the tables of the README are those of the code; `npm run docs` makes them anew', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(renewReadme(readme));
});

let pack: PackData | undefined;

/** The searches in the README with what it says they answer. */
const SEARCHES = [
  ...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(
    /^\$ rungs (?:search )?(--short )?(\w[^\n$]*)\n((?!\$|```)[\s\S]*?)\n(?=\$|```)/gm,
  ),
].map(([, short, query = '', told]) => ({ short: short !== undefined, query, told }));

test.each(SEARCHES)('$query is answered as the README says', async ({ short, query, told }) => {
  pack ??= loadPack(new URL('..', import.meta.url).pathname);
  const { text } = await answer(runSearch, {
    args: query.split(' '),
    pack,
    ...(short && { short }),
  });
  expect(told).toBe(text);
});

test('the README shows answers', () => {
  expect(SEARCHES.map(({ query }) => query)).toContain('who is against taurus');
  expect(SEARCHES.length).toBeGreaterThan(2);
});
