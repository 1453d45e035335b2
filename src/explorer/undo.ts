/** Undo: what is taken away can be brought back. */
import type { Spot, State, Undone } from './state.ts';
import { atHere, here } from './trail.ts';

/** So many steps can be undone. */
const MOST_STEPS = 50;

/**
 * The state after something was taken away, with what there was before kept.
 *
 * @param title what was taken away, as it is told when it is brought back
 * @param compared the comparison that a scenario was taken out of
 */
export function undoable(before: State, after: State, title: string, compared?: Spot): State {
  const { marks, tray, filters } = before;
  const step: Undone = {
    title,
    marks,
    tray,
    filters,
    ...(compared && { compared }),
  };
  return { ...after, undone: [...before.undone, step].slice(-MOST_STEPS) };
}

/** The state with what was taken away last brought back. */
export function undo(state: State): State {
  const { compared, title: _, ...kept } = state.undone.at(-1) as Undone;
  const back = { ...state, ...kept, undone: state.undone.slice(0, -1) };
  if (!compared) return back;
  if (here(state).place.view === compared.place.view) return atHere(back, compared);
  return { ...back, trail: [...back.trail, compared] };
}
