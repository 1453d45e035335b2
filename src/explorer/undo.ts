/** Undo: what is taken away can be brought back. */
import type { State, Undone } from './state.ts';
import { atHere, here } from './trail.ts';

/** So many steps can be undone. */
const MOST_STEPS = 50;

/**
 * The state after something was taken away, with what there was before kept.
 *
 * @param title what was taken away, as it is told when it is brought back
 * @param rest what else it was: a scenario out of a comparison, a rejected statement
 */
export function undoable(
  before: State,
  after: State,
  title: string,
  rest: Pick<Undone, 'compared' | 'rejected'> = {},
): State {
  const { marks, tray, filters } = before;
  const step: Undone = {
    title,
    // What else was done since stays done.
    ...(marks !== after.marks && { marks }),
    ...(tray !== after.tray && { tray }),
    ...(filters !== after.filters && { filters }),
    ...rest,
  };
  return { ...after, undone: [...before.undone, step].slice(-MOST_STEPS) };
}

/** The state with what was taken away last brought back. */
export function undo(state: State): State {
  const { compared, rejected, title: _, ...kept } = state.undone.at(-1) as Undone;
  const settled = state.settled.filter((id) => id !== rejected);
  const back = { ...state, ...kept, settled, undone: state.undone.slice(0, -1) };
  if (!compared) return back;
  if (here(state).place.view === compared.place.view) return atHere(back, compared);
  return { ...back, trail: [...back.trail, compared] };
}
