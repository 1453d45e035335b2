/** Opening an overlay. */
import { START } from '../cursor.ts';
import { EMPTY_FIELD } from '../field.ts';
import type { State } from '../state.ts';
import type { Overlay } from './overlay.ts';

/** The state with an overlay over its pages. */
export function opened(
  state: State,
  kind: Overlay['kind'],
  rest: Partial<Pick<Overlay, 'field' | 'about' | 'path'>> = {},
): State {
  return { ...state, overlay: { kind, field: EMPTY_FIELD, cursor: START, ...rest } };
}
