/** The matrix: who stands where on everything. */

import { matrixNote, matrixPage } from '../../document/matrix.ts';
import { MATRIX_ROWS, MATRIX_SORTS, type MatrixChoice } from '../../findings/matrix.ts';
import { kindsOf, kindsTaken } from '../../pack/library.ts';
import type { Person } from '../../pack/schema.ts';
import { matrixColumns } from '../../render/matrix.ts';
import { cycled } from '../cycled.ts';
import { atHere, changed, here } from '../trail.ts';
import { to } from '../updates.ts';
import { type View, type ViewAction, wordTitle } from './view.ts';

type MatrixPlace = { view: 'matrix'; column: number } & MatrixChoice;
const MATRIX: MatrixPlace = { view: 'matrix', column: 0, rows: 'speakers', sort: 'kind' };

type Reads = MatrixChoice & { column: number };

export const matrix: View<MatrixPlace, Reads> = {
  title: wordTitle,
  address: {
    word: 'matrix',
    format: ({ rows, sort, only }) => [rows, sort, only].filter(Boolean).join(','),
    parse(rest, library) {
      const parts = rest.split(',').filter(Boolean);
      const kinds = kindsOf(library);
      const known: readonly string[] = [...MATRIX_ROWS, ...MATRIX_SORTS, ...kinds];
      const wrong = parts.find((part) => !known.includes(part));
      if (wrong !== undefined) {
        const problem = `a matrix is of ${known.join(', ')}, such as matrix:statements,name; not of "${wrong}"`;
        return { problem, nearest: [] };
      }
      const rows = MATRIX_ROWS.find((one) => parts.includes(one)) ?? MATRIX.rows;
      const sort = MATRIX_SORTS.find((one) => parts.includes(one)) ?? MATRIX.sort;
      const only = kinds.find((one) => parts.includes(one));
      return { ...MATRIX, rows, sort, ...(only ? { only } : {}) };
    },
  },
  reads: ({ view: _, ...choice }) => choice,
  content({ column, ...choice }, columns, telling) {
    const across = telling.library.data.scenarios.length;
    const shown = matrixColumns(across, columns, column);
    return { ...matrixPage(choice, shown, telling), across };
  },
  aside: {
    rows: 3,
    about: ({ view: _, column, ...choice }, selected, telling) =>
      matrixNote(choice, column, selected, telling),
  },
  panes: (columns) => (columns >= 160 ? 2 : 1),
  footer: () => ['down', 'next-column', 'open', 'back', 'sort', 'rows', 'only', 'help', 'quit'],
  actions: {
    'next-column': columnBy(1),
    'previous-column': columnBy(-1),
    rows: {
      run: ({ state }, place) =>
        to(changed(state, { ...place, rows: cycled(MATRIX_ROWS, place.rows) })),
    },
    sort: {
      run: ({ state }, place) =>
        to(changed(state, { ...place, sort: cycled(MATRIX_SORTS, place.sort) })),
    },
    only: {
      run: ({ state, world }, { only, ...rest }) =>
        to(changed(state, { ...rest, ...nextKind(only, kindsTaken(world.library)) })),
    },
  },
  overview: MATRIX,
};

/** All kinds, then each kind alone. */
function nextKind(
  only: Person['kind'] | undefined,
  kinds: readonly Person['kind'][],
): { only?: Person['kind'] } {
  const next = kinds[only === undefined ? 0 : kinds.indexOf(only) + 1];
  return next === undefined ? {} : { only: next };
}

/** The selection stays: a row has the same key whatever column is in focus. */
function columnBy(by: 1 | -1): ViewAction<MatrixPlace> {
  return {
    run(context, place) {
      const { across } = context.focus().page;
      const column = (Math.min(place.column, across - 1) + by + across) % across;
      const { cursor } = here(context.state);
      return to(atHere(context.state, { place: { ...place, column }, cursor }));
    },
  };
}
