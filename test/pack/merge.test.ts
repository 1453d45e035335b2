import { delimiter } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack, packFolders } from '../../src/pack/load.ts';
import { packFolder } from './folder.ts';

const scenario = (id: string, rung: number) =>
  [
    `id: ${id}`,
    `rung: ${rung}`,
    `title: ${id}`,
    'proposition: It happens.',
    'actor: Somebody',
    'status: Nothing yet',
    'asOf: "2024"',
  ].join('\n');
const info = (id: string) =>
  `format: 1\nid: ${id}\ntitle: ${id}\nlanguage: en\ndescription: A pack.\nasOf: "2024"\n`;

/** A pack with these scenarios, by their rungs. */
const pack = (id: string, rungs: Record<string, number>, files: Record<string, string> = {}) =>
  packFolder({
    'data/pack.yaml': info(id),
    'scenarios/only.yaml': null,
    ...Object.fromEntries(
      Object.entries(rungs).map(([name, rung]) => [`scenarios/${name}.yaml`, scenario(name, rung)]),
    ),
    ...files,
  });
const together = (...dirs: string[]) => loadPack(dirs.join(delimiter));

describe('packs that are read together', () => {
  test('are described as the first is, and hold the records of all', () => {
    const merged = together(
      pack('first', { a: 1 }, { 'data/people.yaml': '- {id: p, name: P, kind: expert}\n' }),
      pack('second', { b: 2 }, { 'data/people.yaml': '- {id: q, name: Q, kind: expert}\n' }),
    );
    expect(merged.pack.id).toBe('first');
    expect(merged.scenarios.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(merged.people.map(({ id }) => id)).toEqual(['p', 'q']);
  });

  test('may speak of each other', () => {
    const relation = '- {id: r, from: a, to: b, kind: excludes, statement: s, why: so}\n';
    const first = pack('first', { a: 1 });
    const second = pack('second', { b: 2 }, { 'data/relations.yaml': relation });
    expect(() => together(first, second)).toThrow(/^[^\n]*unknown statement "s"[^\n]*$/);
    expect(() => loadPack(second)).toThrow(/unknown scenario "a"/);
  });

  test('keep their order on a ladder where they use the same rungs', () => {
    const merged = together(
      pack('first', { a: 1, b: 2, c: 7 }),
      pack('second', { x: 1, y: 2, z: 9 }),
    );
    expect(merged.scenarios.map(({ id, rung }) => [id, rung])).toEqual([
      ['a', 1],
      ['x', 2],
      ['b', 3],
      ['y', 4],
      ['c', 7],
      ['z', 9],
    ]);
  });

  test('clash where they use the same id: both places are told', () => {
    const [first, second] = [pack('first', { same: 1 }), pack('second', { same: 2 })];
    expect(() => together(first, second)).toThrow(
      /^\S*\/scenarios\/same\.yaml:1:5: id "same" is used twice, first at \S*\/scenarios\/same\.yaml:1:5; .*all packs/,
    );
  });

  test('a rung that one pack uses twice is still a mistake', () => {
    expect(() => together(pack('first', { a: 1, b: 1 }), pack('second', { c: 2 }))).toThrow(
      /rung 1 is taken by "a" already/,
    );
  });

  test('a pack named twice is read once', () => {
    const dir = pack('first', { a: 1 });
    expect(together(dir, `${dir}/`).scenarios).toHaveLength(1);
  });
});

test('a folder with the separator in its name is one folder', () => {
  const dir = packFolder({ [`odd${delimiter}name/x`]: '' });
  expect(packFolders(`${dir}/odd${delimiter}name`)).toEqual([`${dir}/odd${delimiter}name`]);
});
