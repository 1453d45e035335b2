/** Short ways to write what an action leads to. */
import type { Effect, Notice, State, Update } from './state.ts';

/** A state, and what else is to be done. */
export const to = (state: State, ...effects: Effect[]): Update => ({ state, effects });

/** The state with something to be told. */
export function withNotice(
  state: State,
  title: string,
  { text = '', tone = 'warn' }: Partial<Notice> = {},
): State {
  return { ...state, notice: { title, text, tone } };
}
