/** Sources and the statements in them, for reference managers. */

import { citation } from '../document/statement.ts';
import type { Library } from '../pack/library.ts';
import { type CslItem, cslItem, referenceOf } from './bibliography.ts';

/** Every source, then every statement as an item of its own with its citation as the note. */
export function cslItems(library: Library): CslItem[] {
  const { sources, statements } = library.data;
  return [
    ...sources.map(({ id }) => referenceOf(id, library)),
    ...statements.map((statement) =>
      referenceOf(statement.id, library, citation(statement, library, 'both')),
    ),
  ].map(cslItem);
}
