/** The way one came: steps along it. */
import { START } from './cursor.ts';
import type { Place, Spot, State } from './state.ts';

/** The place one is at, and where one is on its page. */
export function here({ trail }: State): Spot {
  return trail.at(-1) as Spot;
}

/** The state with the place one is at replaced. */
export function atHere(state: State, spot: Spot): State {
  return { ...state, trail: [...state.trail.slice(0, -1), spot] };
}

/** The state with the place one is at changed, from the top of its page. */
export function changed(state: State, place: Place): State {
  return atHere(state, { place, cursor: START });
}

/** Longer ways are forgotten from the second step on: nobody goes back that far. */
const LONGEST_TRAIL = 100;

/** The state one step further on, at the top of a place. */
export function goTo(state: State, place: Place): State {
  const trail = [...state.trail, { place, cursor: START }];
  const [first, ...rest] = trail;
  if (!first || trail.length <= LONGEST_TRAIL) return { ...state, trail, ahead: [] };
  return { ...state, trail: [first, ...rest.slice(1)], ahead: [] };
}

/** The state one step back; the first place is never left. */
export function goBack(state: State): State {
  return backTo(state, Math.max(1, state.trail.length - 1));
}

/** The state back at the place that so many steps led to. */
export function backTo({ trail, ahead, ...state }: State, length: number): State {
  return { ...state, trail: trail.slice(0, length), ahead: [...trail.slice(length), ...ahead] };
}

/** The state at the place that one went back from last. */
export function goForward({ trail, ahead, ...state }: State): State {
  return { ...state, trail: [...trail, ...ahead.slice(0, 1)], ahead: ahead.slice(1) };
}
