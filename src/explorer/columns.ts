/** The column cursor of pages that have several columns: compare and matrix. */

import { atHere, here } from './trail.ts';
import { to } from './updates.ts';
import type { ViewAction } from './views/view.ts';

type ColumnPlace = { view: 'compare' | 'matrix'; column: number };

/** The selection stays: a row has the same key whatever column is in focus. */
function columnBy(by: 1 | -1): ViewAction<ColumnPlace> {
  return {
    run(context, place) {
      const { across } = context.focus().page;
      const column = (Math.min(place.column, across - 1) + by + across) % across;
      const { cursor } = here(context.state);
      return to(atHere(context.state, { place: { ...place, column } as never, cursor }));
    },
  };
}

export const columnActions = { 'next-column': columnBy(1), 'previous-column': columnBy(-1) };
