/** Data flows one way, as docs/architecture.md draws it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDERS = [
  ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `src\/(\w+)\/` \|/gm),
].map(([, name]) => name as string);

it('the table names every folder', () => {
  const all = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...FOLDERS].sort()).toEqual(all.map(({ name }) => name).sort());
});

it.each(FOLDERS)('%s imports only what stands above it', (folder) => {
  const above = FOLDERS.slice(0, FOLDERS.indexOf(folder));
  const imported = readdirSync(`src/${folder}`).flatMap((file) => {
    const text = readFileSync(`src/${folder}/${file}`, 'utf8');
    return [...text.matchAll(/(?:from |import\()'\.\.\/(\w+)\//g)].map(([, name]) => name);
  });
  expect(above).toEqual(expect.arrayContaining(imported));
});
