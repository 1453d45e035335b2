/** What a view is. Each has one file in this folder and one line in table.ts. */

import type { Blocks, Part, RecordTarget, Target, Telling } from '../../document/document.ts';
import type { Library } from '../../pack/library.ts';
import type { NotNamed } from '../../pack/naming.ts';
import type { Key } from '../../terminal/input.ts';
import type { Context } from '../context.ts';
import type { Field } from '../field.ts';
import type { ActionId } from '../keymap.ts';
import type { State, Update } from '../state.ts';

/**
 * `P` is the place it shows, as plain data that makes a way back and an address. `R` is what its
 * page is made from: the page is made anew when one of its values is another one.
 *
 * Methods, not properties with functions: a table of all views can be asked for any place.
 */
export type View<P extends { view: string }, R extends object = object> = {
  /** What the place is called where one sees the way one came. */
  title(place: P, library: Library): string;
  address: Address<P>;
  /** All that `content` depends on, of the place and of the state. */
  reads(place: P, state: State): R;
  /** @param columns width of the text */
  content(reads: R, columns: number, telling: Telling): Content;
  /**
   * For a view that stands first in its row of panes, with nothing from before beside it: the most
   * panes of that row at a width of the screen.
   */
  panes?(columns: number): number;
  /** Its width where others stand beside it; an equal share otherwise. */
  width?(room: number): number;
  /** The keys for the footer, the most important ones first; those of reading otherwise. */
  footer?(place: P, library: Library): readonly ActionId[];
  /** The line one types in above its page. */
  line?(place: P, state: State): Line;
  /** The place after something was typed into its line. */
  typed?(place: P, field: Field): P;
  /** What is searched for: lit up on the pages that the place leads to. */
  query?(place: P): string;
  /** What actions do here; they win over those that are the same everywhere. */
  actions?: Partial<Record<ActionId, ViewAction<P>>>;
  /** The record that the place is about: what is marked and copied where nothing is selected. */
  about?(place: P, context: Context): RecordTarget | undefined;
  /** The scenario whose rung is selected on the ladder that it is opened beside. */
  rung?(place: P, library: Library): string | undefined;
  /** Scenarios that are marked when one begins here. */
  marks?(place: P): readonly string[];
  /**
   * About what is selected, below the page where nothing stands beside it: in rows that are kept
   * for it, or without any where the page leaves room.
   */
  aside?: { rows?: number; about(place: P, selected: Target, telling: Telling): readonly Part[] };
  /** What a screen reader says before the selected block, such as what is typed. */
  spoken?(place: P, state: State): string[];
  /** Why filters do not narrow what it shows; absent where they do. */
  unfiltered?: string;
  /** The place that the view's own action opens: an overview of the whole pack. */
  overview?: P;
};

/**
 * An address is a word, and after a colon what the place holds beyond its view. A view of records
 * has the kind of record for its word, and is written as the record's id alone.
 */
type Address<P> = {
  word: string;
  isRecord?: true;
  /** What stands after the colon, encoded; or the id of the record. Empty: the word alone. */
  format(place: P): string;
  /** @param rest what stands after the colon, still encoded; empty where there is none */
  parse(rest: string, library: Library): P | NotNamed;
};

export type Content = {
  blocks: Blocks;
  /** Stays above the page while it scrolls. */
  pinned?: readonly Part[];
  /** The key of the block that is selected at first; the topmost one where absent. */
  start?: string;
  /** How many columns the column cursor can be in; one where absent. */
  across?: number;
  /** Whether what was searched for is lit up; it is where absent. */
  isLit?: boolean;
};

export type Line = {
  field: Field;
  isTyping: boolean;
  /** What has come of it, such as how many hits. */
  note: string;
};

export type ViewAction<P> = {
  /** Why it cannot be done now; absent or undefined: it can. */
  blocked?(context: Context, place: P): string | undefined;
  run(context: Context, place: P, key: Key): Update;
  /** It acts on what is on the page, and waits while hits are still being looked for. */
  waits?: true;
};

/** The footer of a page to be read. */
export const READING: readonly ActionId[] = [
  'down',
  'open',
  'back',
  'search',
  'next-hit',
  'copy',
  'put-aside',
  'article',
  'language',
  'mark',
  'compare',
  'help',
  'quit',
];

/** The address of a view that shows one thing: a word. */
export function wordAlone<P extends { view: string }>(place: P): Address<P> {
  const word = place.view;
  return {
    word,
    format: () => '',
    parse: (rest) =>
      rest === ''
        ? place
        : { problem: `"${word}" takes nothing after it, not "${rest}"`, nearest: [] },
  };
}

/** "Ladder" for a view that has no name but its word. */
export function wordTitle({ view }: { view: string }): string {
  return view.charAt(0).toUpperCase() + view.slice(1);
}
