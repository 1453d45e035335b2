/** The matrix as data: in which order its rows stand. */
import { expect, test } from 'vitest';
import { matrixOf } from '../../src/findings/matrix.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';

test.each([
  ['sv', ['Anka', 'Zeta', 'Åsa', 'Öman']],
  ['de', ['Anka', 'Åsa', 'Öman', 'Zeta']],
  ['tlh', ['Anka', 'Åsa', 'Öman', 'Zeta']],
])('names are sorted as in %s', (language, sorted) => {
  const pack = loadPack('test/fixtures/lindhaven');
  const names = ['Öman', 'Zeta', 'Åsa', 'Anka'];
  const library = createLibrary({
    ...pack,
    pack: { ...pack.pack, language },
    people: pack.people.map((person, index) => ({ ...person, name: names[index] ?? person.name })),
  });
  const { rows } = matrixOf(library, { rows: 'speakers', sort: 'name' });
  const told = rows.map(({ name }) => name).filter((name) => names.includes(name));
  expect(told).toEqual(sorted);
});
