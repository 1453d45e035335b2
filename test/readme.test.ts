import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renewReadme } from '../tools/generated.ts';

test('the tables of the README are those of the code; `npm run docs` makes them anew', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(renewReadme(readme));
});
