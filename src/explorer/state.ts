/** The state of the explorer: plain data, all of it. */
import type { Library } from '../pack/library.ts';
import type { Search, SearchResult } from '../search/engine.ts';
import type { Key } from '../terminal/input.ts';
import type { Theme } from '../terminal/theme.ts';
import type { Language, Look } from '../view/look.ts';
import type { MatrixChoice } from '../view/matrix.ts';
import type { TimelineShow } from '../view/timeline.ts';
import { EMPTY_FIELD, type Field } from './field.ts';
import { type Cursor, START } from './viewport.ts';

/** What can be looked at. */
export type Place =
  | { view: 'ladder' }
  | { view: 'scenario' | 'statement' | 'person' | 'source'; id: string }
  | { view: 'search'; field: Field; isTyping: boolean }
  | { view: 'compare'; ids: readonly string[]; column: number }
  | ({ view: 'matrix'; column: number } & MatrixChoice)
  | { view: 'timeline'; show: TimelineShow }
  | { view: 'figures' | 'people' | 'relations' };

/** A place and where one is on its page. */
export type Spot = { place: Place; cursor: Cursor };

export type Overlay = { kind: 'help' | 'palette'; field: Field; cursor: Cursor };

/** Something told once, above the footer, until the next key. */
export type Notice = { title: string; text: string; tone: 'done' | 'warn' };

export type State = {
  size: { columns: number; rows: number };
  /** The way one came, the place one is at last; never empty. */
  trail: readonly Spot[];
  language: Language;
  /** Scenarios marked for comparison, in the order they were marked. */
  marks: readonly string[];
  overlay?: Overlay;
  notice?: Notice;
  /** Digits of a rung number being typed. */
  digits: string;
  /** Searches that led somewhere, the last one first. */
  searches: readonly string[];
  /** In a large pack: the query whose result is waited for, … */
  asked?: string;
  /** … the keys that wait for it, too, as they act on the hits, … */
  held?: readonly Key[];
  /** … and the last result that came. */
  found?: Found;
};

export type Found = { query: string; result: SearchResult };

/** What does not change while the explorer runs. */
export type World = {
  library: Library;
  search: Search;
  /** Whether a search may take longer than a key: it is asked for then, and its result comes later. */
  isLarge?: boolean;
  theme: Theme;
  /** The clock. */
  now(): Date;
  /** The reader's own copies of the sources, where they have told where these are. */
  copies?: Look['copies'];
  /** Whether the terminal may take text for the clipboard. */
  canCopy: boolean;
};

/** What update asks for beyond the new state. */
export type Effect =
  | { kind: 'copy'; text: string }
  /** The result goes to `found`, unless another one is asked for before it is there. */
  | { kind: 'search'; query: string }
  | { kind: 'quit'; code: number }
  | { kind: 'suspend' };

/** How a session begins: all of it may be absent. */
export type Beginning = {
  /** Where to begin, with the ladder one step back; it wins over the place that was kept. */
  place?: Place | undefined;
  /** Wins over the language that was kept. */
  language?: Language | undefined;
  /** What was kept from the session before. */
  kept?: Partial<State> | undefined;
};

/** @param size the terminal, in cells */
export function initialState(
  size: State['size'],
  { place, language, kept = {} }: Beginning = {},
): State {
  const ladder: Spot = { place: { view: 'ladder' }, cursor: START };
  const state: State = {
    size,
    trail: [ladder],
    language: 'both',
    marks: [],
    digits: '',
    searches: [],
    ...kept,
  };
  if (language) state.language = language;
  if (place) {
    state.trail = place.view === 'ladder' ? [ladder] : [ladder, { place, cursor: START }];
    if (place.view === 'compare') state.marks = place.ids;
  }
  return state;
}

/** The place one is at. */
export function here({ trail }: State): Spot {
  return trail.at(-1) as Spot;
}

/** An empty search, ready to be typed into. */
export function searchPlace(field: Field = EMPTY_FIELD): Place {
  return { view: 'search', field, isTyping: true };
}
