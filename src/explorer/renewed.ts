/** The state when the pack was read again: what the pack still holds stays as it was. */
import type { Library } from '../pack/library.ts';
import { formatAddress, parseAddress } from './address.ts';
import { heldOf } from './saved.ts';
import type { Place, Spot, State } from './state.ts';

/** The state for the pack as it is now; what was found in it before is looked for anew. */
export function renewed(state: State, library: Library): State {
  const { asked: _asked, found: _found, held: _held, overlay, isOutdated, ...rest } = state;
  const isThere = ({ place }: Spot) => isIn(place, library);
  const trail = state.trail.filter(isThere);
  const isHereGone = trail.at(-1) !== state.trail.at(-1);
  const notice = {
    title: isHereGone
      ? 'The pack was read again; what was shown here is no longer in it.'
      : 'The pack changed on disk and was read again.',
    text: '',
    tone: isHereGone ? 'warn' : 'done',
  } as const;
  const about = overlay?.about;
  const isAboutGone = about && heldOf({ tray: [about] }, library).tray.length === 0;
  return {
    ...rest,
    ...heldOf(state, library),
    trail,
    ahead: state.ahead.filter(isThere),
    undone: state.undone.map(({ compared, ...step }) => ({
      ...step,
      ...heldOf(step, library),
      ...(compared && isThere(compared) ? { compared } : {}),
    })),
    settled: [],
    ...(overlay && !isAboutGone ? { overlay } : {}),
    // What was just done is told on.
    notice: state.notice && !isOutdated && !isHereGone ? state.notice : notice,
  };
}

/** Whether a place is one of a pack; the beginning of an id is not enough. */
function isIn(place: Place, library: Library): boolean {
  const address = formatAddress(place);
  const there = parseAddress(address, library);
  return !('problem' in there) && formatAddress(there) === address;
}
