/** The state of the explorer: plain data, all of it; and what does not change while it runs. */

import { keyTo, type Language, type Telling } from '../document/document.ts';
import type { TrayItem } from '../document/tray.ts';
import type { Library } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import type { Search, SearchResult } from '../search/engine.ts';
import type { Clipboard } from '../terminal/clipboard.ts';
import type { Key } from '../terminal/input.ts';
import type { Theme } from '../terminal/theme.ts';
import { type Cursor, START } from './cursor.ts';
import type { KeyTable } from './keymap.ts';
import type { Overlay } from './overlays/overlay.ts';
import { HOME, isHome } from './views/home.ts';
import { type Place, viewOf } from './views/table.ts';

export type { Place } from './views/table.ts';

/** A place and where one is on its page. */
export type Spot = { place: Place; cursor: Cursor };

/** Something told once, above the footer, until the next key. */
export type Notice = { title: string; text: string; tone: 'done' | 'warn' };

export type State = {
  size: { columns: number; rows: number };
  /** The way one came, the place one is at last; never empty. */
  trail: readonly Spot[];
  /** Places that one went back from, the nearest first. */
  ahead: readonly Spot[];
  language: Language;
  /** Scenarios marked for comparison, in the order they were marked. */
  marks: readonly string[];
  /** What was put aside, in the reader's order. */
  tray: readonly TrayItem[];
  /** What views are narrowed to, as `filterOption` knows it. */
  filters: readonly string[];
  /** What was taken away and can be brought back, the last one last. */
  undone: readonly Undone[];
  /** What was found on a page, and in which block of it. */
  find?: { words: readonly string[]; place: Place; key: string };
  overlay?: Overlay;
  notice?: Notice;
  /** Whether the files of the pack changed and cannot be read as they are; what is shown is older. */
  isOutdated?: boolean;
  /** Statements that waited and were accepted or rejected since the pack was read. */
  settled: readonly string[];
  /** Digits of a rung number being typed. */
  digits: string;
  /** Searches that led somewhere, the last one first. */
  searches: readonly string[];
  /** The last query that was answered, with its answer. */
  found?: SearchAnswer;
  /** The query whose answer is waited for. */
  asked?: string;
  /** Keys that wait for that answer, because they or a key before them act on the hits. */
  held?: readonly Key[];
};

export type SearchAnswer = { query: string; result: SearchResult };

/** What there was before something was taken away. */
export type Undone = Partial<Pick<State, 'marks' | 'tray' | 'filters'>> & {
  /** What was taken away. */
  title: string;
  /** The statement that was rejected. */
  rejected?: string;
  /** The comparison that a scenario was taken out of. */
  compared?: Spot;
};

/** What does not change while the explorer runs. */
export type World = {
  library: Library;
  search: Search;
  theme: Theme;
  keymap: KeyTable;
  /** The clock. */
  now(): Date;
  /** The reader's own copies of the sources, where they have told where these are. */
  copies?: Telling['copies'];
  /** What is copied of a statement, with fields in braces, where the user has said it. */
  copyTemplate?: string | undefined;
  /** How text is copied. */
  clipboard: Clipboard;
  /** Whether files may be written. */
  canWrite?: boolean;
  /** Whether the files of the pack can be changed. */
  canSettle?: boolean;
  /** Whether records can be opened in an editor, or why they cannot. */
  editing?: true | string;
  /** Whether it is left with the record that is selected. */
  isChoosing?: boolean;
};

/** What is to be done beyond the new state. */
export type Effect =
  | { kind: 'copy'; text: string }
  /** A file; what becomes of it is told. It is asked about one that is there, unless it `isOver`. */
  | { kind: 'write'; path: string; text: string; isOver?: true }
  /** The answer goes to `found`, unless another query is asked before it is there. */
  | { kind: 'search'; query: string }
  | { kind: 'quit'; code: number; chosen?: Named }
  /** The record is opened in an editor, where it is written. */
  | { kind: 'edit'; record: Named }
  /** A statement that waited is accepted into the pack, taken out of it, or put there again. */
  | { kind: 'settle'; verdict: 'accept' | 'reject' | 'restore'; id: string }
  | { kind: 'suspend' };

/** What a key, or an answer, leads to. */
export type Update = { state: State; effects: readonly Effect[] };

/** How a session begins: all of it may be absent. */
export type Beginning = {
  /** Where to begin, with the ladder one step back, and what was kept before that. */
  place?: Place | undefined;
  /** The block of the ladder that the place is about. */
  rung?: string | undefined;
  /** Wins over the language that was kept. */
  language?: Language | undefined;
  /** What was kept from the session before. */
  kept?: Partial<State> | undefined;
};

/** The block of the ladder for what a place is about. */
export function rungOf(place: Place, library: Library): string | undefined {
  const id = viewOf(place).rung?.(place, library);
  return id && keyTo({ view: 'scenario', id });
}

/** @param size the terminal, in cells */
export function initialState(
  size: State['size'],
  { place, rung, language, kept = {} }: Beginning = {},
): State {
  const home: Spot = { place: HOME, cursor: START };
  const state: State = {
    size,
    trail: [home],
    ahead: [],
    language: 'both',
    marks: [],
    tray: [],
    filters: [],
    undone: [],
    settled: [],
    digits: '',
    searches: [],
    ...kept,
  };
  if (language) state.language = language;
  if (!place) return state;
  const marks = viewOf(place).marks?.(place) ?? state.marks;
  // Beside what was kept, which is a few steps back.
  const before = state.trail.length > 1 ? state.trail : [];
  const ladder: Spot = { place: HOME, cursor: rung ? { selected: rung } : START };
  const opened = isHome(place) ? [] : [{ place, cursor: START }];
  return { ...state, marks, trail: [...before, ladder, ...opened] };
}
