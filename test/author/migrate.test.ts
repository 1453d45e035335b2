import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { migratePack } from '../../src/author/migrate.ts';
import { loadPack } from '../../src/pack/load.ts';

const made: string[] = [];
const folder = (files: Record<string, string>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'rungs-migrate-'));
  made.push(dir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
};
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

const HASH = '0'.repeat(64);
const PACK = `# The pack.
id: old # its name
title: Old
description: >-
  Two lines
  of text.
asOf: "2024"
mentioned:
  # A comment.
  - title: M
    titleDe: "E, so: ja" # German
    source: s
    span: { start: 0, end: 1, sha256: "${HASH}" }
    note: N
  - { title: X, titleDe: 'Es', source: s, span: { start: 0, end: 1, sha256: "${HASH}" }, note: N }
`;
const SCENARIO = `# One thing.
id: only
rung: 1
title: Only
titleDe: >-
  Nur
  dies
proposition: It happens. # really
actor: All
status: No
asOf: "2024"
`;
const FIGURES = `- id: f
  source: s
  value: 3
  comparator: exactly # as printed
  unit: men
  counted: men
  by: p
  asOf: "2024"
  span: { start: 0, end: 1, sha256: "${HASH}" }
- { id: g, source: s, value: 3, comparator: exactly, unit: men, counted: men, by: p, asOf: "2024", span: { start: 0, end: 1, sha256: "${HASH}" } }
- { id: h, source: s, value: 3, comparator: about, unit: men, counted: men, by: p, asOf: "2024", span: { start: 0, end: 1, sha256: "${HASH}" } }
`;
const OLD = {
  'data/pack.yaml': PACK,
  'data/figures.yaml': FIGURES,
  'data/people.yaml': '# Nobody changes this.\n- {id: p,   name: P, kind: expert}\n',
  'data/sources.yaml': `- { id: s, file: a.txt, sha256: "${HASH}", type: webpage, language: de }\n`,
  'scenarios/only.yaml': SCENARIO,
};

describe('a pack of the form before format 1', () => {
  test('is rewritten with its comments, and means the same', () => {
    const dir = folder(OLD);
    const before = loadPack(dir);
    expect(migratePack(dir).sort()).toEqual([
      'data/figures.yaml',
      'data/pack.yaml',
      'scenarios/only.yaml',
    ]);
    const warnings: unknown[] = [];
    expect(loadPack(dir, { onWarning: (one) => warnings.push(one) })).toEqual(before);
    expect(warnings).toEqual([]);
    const read = (path: string) => readFileSync(join(dir, path), 'utf8');
    expect(read('data/pack.yaml')).toBe(
      PACK.replace('# The pack.\n', '# The pack.\nformat: 1\n')
        .replace('description:', 'language: en\ndescription:')
        .replace('titleDe: "E, so: ja" #', 'titles: { de: "E, so: ja" } #')
        .replace("titleDe: 'Es'", "titles: { de: 'Es' }"),
    );
    expect(read('scenarios/only.yaml')).toBe(
      SCENARIO.replace('titleDe: >-\n  Nur\n  dies\n', 'titles: { de: "Nur dies" }\n'),
    );
    expect(read('data/figures.yaml')).toBe(
      FIGURES.replace('  comparator: exactly # as printed\n', '').replace(
        ', comparator: exactly',
        '',
      ),
    );
    expect(read('data/people.yaml')).toBe(OLD['data/people.yaml']);
  });

  test('is left alone the second time', () => {
    const dir = folder(OLD);
    migratePack(dir);
    const texts = () =>
      readdirSync(join(dir, 'data')).map((name) => readFileSync(join(dir, 'data', name), 'utf8'));
    const once = texts();
    expect(migratePack(dir)).toEqual([]);
    expect(texts()).toEqual(once);
  });

  test('that is broken, or written as nobody writes, is told and not touched', () => {
    const broken = folder({ ...OLD, 'data/people.yaml': '- id: a\n  name: "x" y\n' });
    expect(() => migratePack(broken)).toThrow(/people.yaml:2:/);
    const flow = folder({
      ...OLD,
      'data/pack.yaml': '{ id: old, title: Old, description: D, asOf: "2024" }\n',
    });
    expect(() => migratePack(flow)).toThrow(/pack.yaml: is written in a way/);
    expect(readFileSync(join(flow, 'scenarios/only.yaml'), 'utf8')).toBe(SCENARIO);
  });
});

test('what is shipped, the example and the fixtures have the form of today', () => {
  for (const dir of ['.', 'template', 'test/fixtures/pack', 'test/pack/smallest']) {
    const copy = folder({});
    for (const part of ['data', 'scenarios'])
      cpSync(join(dir, part), join(copy, part), { recursive: true });
    expect(migratePack(copy), dir).toEqual([]);
  }
});
