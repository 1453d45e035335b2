/** Data flows one way, as docs/architecture.md draws it, and every name and file says one thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDERS = [
  ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `src\/(\w+)\/` \|/gm),
].map(([, name]) => name as string);

/** The text of every source file, by its path in src/. */
const SOURCES = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(`src/${path}`, 'utf8')]),
);

/** A comment that stands for the file: no declaration follows that it could belong to. */
const HEAD = /^\/\*\*(?:(?!\*\/)[\s\S])+\*\/\n(?:\n|import |export (?:\*|\{|type \{)|declare )/;

it('the table names every folder', () => {
  const all = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...FOLDERS].sort()).toEqual(all.map(({ name }) => name).sort());
});

it.each(FOLDERS)('%s imports only what stands above it', (folder) => {
  const above = FOLDERS.slice(0, FOLDERS.indexOf(folder) + 1);
  const imported = [...SOURCES].flatMap(([path, text]) =>
    path.startsWith(`${folder}/`)
      ? [...text.matchAll(/(?:from |import\()'(\.\.\/[^']+)'/g)].flatMap(([, target = '']) => {
          const [first = '', file] = join(dirname(path), target).split('/');
          return file === undefined || first === '..' ? [] : [first];
        })
      : [],
  );
  expect(above).toEqual(expect.arrayContaining(imported));
});

it('every source file begins with what it is for', () => {
  const silent = [...SOURCES].filter(([, text]) => !HEAD.test(text));
  expect(silent.map(([path]) => path)).toEqual([]);
});

it('no two folders export a type of the same name', () => {
  const homes = new Map<string, Set<string>>();
  for (const [path, text] of SOURCES) {
    for (const [, name = ''] of text.matchAll(/^export (?:type|interface|class) (\w+)/gm)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(path.replace(/\/.*/, '')));
    }
  }
  const shared = [...homes].filter(([, folders]) => folders.size > 1);
  expect(shared.map(([name]) => name)).toEqual([]);
});

it('the name of a view is compared nowhere', () => {
  const asking = [...SOURCES].filter(([, text]) => /place\??\.view [!=]== '/.test(text));
  expect(asking.map(([path]) => path)).toEqual([]);
});
