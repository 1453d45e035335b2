/** What is kept between sessions: place and way, marks, tray, language, searches. Not the scrolling. */

import { MOST_COMPARED } from '../document/compare.ts';
import { LANGUAGES } from '../document/document.ts';
import { KINDS_OF_RECORD } from '../document/kinds.ts';
import type { TrayItem } from '../document/tray.ts';
import type { Library } from '../pack/library.ts';
import { NAMED_KINDS } from '../pack/naming.ts';
import { clean } from '../terminal/text.ts';
import { formatAddress, parseAddress } from './address.ts';
import { START } from './cursor.ts';
import { filterOption } from './filter.ts';
import { bindingOf, type KeyTable, keyLabel } from './keymap.ts';
import { titleOf } from './pages.ts';
import type { Notice, Place, State } from './state.ts';
import { HOME, isHome } from './views/home.ts';

/** The form of the state file. */
type Saved = {
  version: 1;
  /** Addresses of the places of the way, the last one first to be shown. */
  trail: string[];
  marks: string[];
  /** Absent where an older program wrote it. */
  tray?: TrayItem[];
  filters?: string[];
  language: string;
  searches: string[];
};

/** Longer ways are kept from their end. */
const KEPT_PLACES = 20;

/** Of what another session added so many are taken over. */
const MOST_JOINED = 20;

/** What of a state is kept for the next session, as plain JSON. */
export function toSaved({ trail, marks, tray, filters, language, searches }: State): Saved {
  return {
    version: 1,
    trail: trail.slice(-KEPT_PLACES).map(({ place }) => formatAddress(place)),
    marks: [...marks],
    tray: [...tray],
    filters: [...filters],
    language,
    searches: [...searches],
  };
}

/** A later version of rungs wrote it. */
export class OfLater extends Error {
  override name = 'OfLater';
}

/**
 * What is kept where another session with the same pack has written meanwhile: its marks and
 * searches stay, but for those that this one took away.
 *
 * @param before what this session began with
 * @param there what is kept now
 * @param own what this session leaves
 */
export function joinSaved(before: unknown, there: unknown, own: Saved): Saved {
  const listsOf = (saved: unknown, name: 'marks' | 'searches'): string[] => {
    const list = (saved as Partial<Saved> | undefined)?.[name];
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  };
  const joined = (name: 'marks' | 'searches') => {
    const known = new Set([...listsOf(before, name), ...own[name]]);
    const others = listsOf(there, name).filter((one) => !known.has(one));
    return [...own[name], ...others.slice(0, MOST_JOINED)];
  };
  return { ...own, marks: joined('marks'), searches: joined('searches') };
}

/**
 * The parts of a state that were saved. What the pack no longer holds is left out.
 *
 * @throws where it is not of the form of `Saved`
 */
export function fromSaved(saved: unknown, library: Library): Partial<State> {
  const {
    version,
    trail,
    marks,
    tray = [],
    filters = [],
    language,
    searches,
  } = (saved ?? {}) as Partial<Saved>;
  const isStrings = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((one) => typeof one === 'string');
  if (Number.isInteger(version) && (version as number) > 1) throw new OfLater();
  if (version !== 1 || !isStrings(trail) || !isStrings(marks) || !isStrings(searches)) {
    throw new Error('is not of the form that rungs writes');
  }
  if (!Array.isArray(tray) || !isStrings(filters))
    throw new Error('is not of the form that rungs writes');
  const places = trail
    .slice(-KEPT_PLACES)
    .map((address) => parseAddress(address, library))
    .filter((place): place is Place => !('problem' in place));
  if (!places[0] || !isHome(places[0])) places.unshift(HOME);
  return {
    trail: places.map((place) => ({ place, cursor: START })),
    ...heldOf({ marks, filters, tray }, library),
    language: LANGUAGES.find((one) => one === language) ?? 'both',
    searches,
  };
}

/** What a pack holds of marks, filters and the tray. */
export function heldOf<Held extends Partial<Pick<State, 'marks' | 'filters' | 'tray'>>>(
  held: Held,
  library: Library,
): Pick<Held, keyof Held & ('marks' | 'filters' | 'tray')> {
  const { marks, filters, tray } = held;
  return {
    ...(marks && {
      marks: marks.filter((id) => library.has('scenarios', id)).slice(0, MOST_COMPARED),
    }),
    ...(filters && { filters: filters.filter((id) => filterOption(id, library) !== undefined) }),
    ...(tray && { tray: tray.flatMap((item) => trayItem(item, library)) }),
  } as unknown as Held;
}

/** What of the tray the pack still holds; a remark is shown, and so is made fit to be. */
function trayItem(item: unknown, library: Library): TrayItem[] {
  const { kind, id, remark } = (item ?? {}) as Partial<Record<keyof TrayItem, unknown>>;
  const known = NAMED_KINDS.find((one) => one === kind);
  if (!known || typeof id !== 'string') return [];
  if (!KINDS_OF_RECORD[known].ids(library).includes(id)) return [];
  return [{ kind: known, id, ...(typeof remark === 'string' ? { remark: clean(remark) } : {}) }];
}

/** Where a kept way leads back to, and how to get from there to the ladder; nothing on the ladder. */
export function returnNotice(
  { trail = [] }: Partial<State>,
  library: Library,
  keymap: KeyTable,
): Notice | undefined {
  const last = trail.at(-1)?.place;
  if (!last || isHome(last)) return undefined;
  const [key = ''] = bindingOf(keymap, 'ladder').keys;
  return {
    title: `Back where you left off: ${titleOf(last, library)}.`,
    text: key === '' ? '' : `${keyLabel(key)} leads to the ladder.`,
    tone: 'done',
  };
}
