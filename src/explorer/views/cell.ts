/** A cell of the matrix that holds several statements. */
import { cellId, cellPage, cellParts, cellTitle } from '../../document/cell.ts';
import { recordNamed } from './record.ts';
import type { View } from './view.ts';

/** `id` names person and scenario. */
type CellPlace = { view: 'cell'; id: string };

export const cell: View<CellPlace, { id: string }> = {
  title: ({ id }, library) => cellTitle(id, library),
  address: {
    word: 'cell',
    format: ({ id }) => id,
    parse(rest, library) {
      const { person, scenario } = cellParts(rest);
      const who = recordNamed(person, library, ['person']);
      if ('problem' in who) return who;
      const what = recordNamed(scenario, library, ['scenario']);
      if ('problem' in what) return what;
      return { view: 'cell', id: cellId(who.id, what.id) };
    },
  },
  reads: ({ id }) => ({ id }),
  content: ({ id }, _columns, telling) => ({ blocks: cellPage(id, telling) }),
};
