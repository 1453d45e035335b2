import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { initPack } from '../../src/author/init.ts';
import { jsonSchemas } from '../../src/pack/json-schema.ts';
import { loadPack } from '../../src/pack/load.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-init-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const init = (to = dir) => initPack(to, 'template');
const read = (path: string) => readFileSync(join(dir, path), 'utf8');

describe('a new pack', () => {
  test('is valid, holds one of everything, and stands up to its article', () => {
    init(join(dir, 'a/b'));
    const data = loadPack(join(dir, 'a/b'));
    const { pack: _, ...lists } = data;
    for (const [kind, records] of Object.entries(lists)) {
      expect(records.length, kind).toBeGreaterThan(0);
    }
    const { failures, unchecked, extra } = verify(data, join(dir, 'a/b/articles'));
    expect({ failures, unchecked, extra }).toEqual({ failures: [], unchecked: [], extra: [] });
  });

  test('names for every YAML file a schema that is there', () => {
    const files = init();
    for (const file of files.filter((path) => path.endsWith('.yaml'))) {
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(file)) ?? [];
      const path = resolve(dir, dirname(file), schema);
      expect(dirname(path)).toBe(join(dir, 'schema'));
      const [kind = ''] = schema.split('/').at(-1)?.split('.') ?? [];
      expect(file).toContain(kind);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(jsonSchemas()[`${kind}.schema.json`]);
    }
  });

  test('shows or mentions every field there is', () => {
    const files = init().filter((path) => path.endsWith('.yaml'));
    const yaml = files.map(read).join('\n');
    const missing = [...fieldsOf(jsonSchemas())].filter(
      (field) => !new RegExp(`\\b${field}:\\s`).test(yaml) && !yaml.includes(`(${field},`),
    );
    expect(missing).toEqual([]);
  });

  test('says that it is made up', () => {
    init();
    expect(read('data/pack.yaml')).toContain('made-up example');
    expect(read('articles/example-gazette.txt')).toMatch(/^EXAMPLE, ALL MADE UP/);
  });
});

/** The names of all properties in a JSON Schema. */
function fieldsOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (schema === null || typeof schema !== 'object') return found;
  const { properties } = schema as { properties?: object };
  for (const name of Object.keys(properties ?? {})) found.add(name);
  for (const part of Object.values(schema)) fieldsOf(part, found);
  return found;
}

describe('what is there already', () => {
  test.each(['data', 'scenarios', 'schema'])('a folder %s is left alone', (name) => {
    mkdirSync(join(dir, name));
    expect(() => init()).toThrow(name);
    expect(readdirSync(dir, { recursive: true })).toEqual([name]);
  });

  test('a file of the same name is left alone', () => {
    mkdirSync(join(dir, 'articles'));
    writeFileSync(join(dir, 'articles/example-gazette.txt'), 'mine');
    expect(() => init()).toThrow('articles/example-gazette.txt');
    expect(read('articles/example-gazette.txt')).toBe('mine');
    expect(readdirSync(dir)).toEqual(['articles']);
  });

  test('a link to nothing in the place of a file is not followed', () => {
    mkdirSync(join(dir, 'articles'));
    symlinkSync('../made.txt', join(dir, 'articles/example-gazette.txt'));
    expect(() => init()).toThrow('articles/example-gazette.txt');
    expect(readdirSync(dir)).toEqual(['articles']);
  });

  test('what cannot be written whole is not written at all', () => {
    writeFileSync(join(dir, 'articles'), 'a file where a folder belongs');
    expect(() => init()).toThrow(/EEXIST|ENOTDIR/);
    expect(readdirSync(dir)).toEqual(['articles']);
    rmSync(join(dir, 'articles'));
    expect(() => init()).not.toThrow();
  });

  test('other files stay', () => {
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    init();
    expect(read('notes.txt')).toBe('mine');
  });
});
