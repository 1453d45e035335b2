/** What actions are given: the state, the world, and what is on the screen for that state. */
import type { RecordTarget, Target, Telling } from '../document/document.ts';
import type { Named } from '../pack/naming.ts';
import type { Key } from '../terminal/input.ts';
import type { ActionId } from './keymap.ts';
import type { Page } from './pages.ts';
import type { Spot, State, Update, World } from './state.ts';
import type { Layout, Standing } from './viewport.ts';

export type Context = {
  state: State;
  world: World;
  /** The same for another state. */
  at(state: State): Context;
  /** The page that keys go to. */
  focus(): Focus;
  /** What is scrolled: that page, or the list that lies over it. */
  scrolled(): Scrolled;
  /** The state with what is selected kept in sight, at any size and in any language, if it is now. */
  anchored(): State;
  /** What Enter would open. No page is laid out for it. */
  selected(): Target | undefined;
  /** The record that is selected. */
  selectedRecord(): Named | undefined;
  /** The record that the place is about. */
  about(): RecordTarget | undefined;
  /** What documents are made from here. */
  telling(): Telling;
  /** Whether an action is bound here. */
  isBound(id: ActionId): boolean;
  /** Why an action cannot be done now; undefined where it can. */
  whyNot(id: ActionId): string | undefined;
  /** Does an action, or says why it cannot be done. */
  act(id: ActionId, key: Key): Update;
};

export type Scrolled = {
  layout: Layout;
  height: number;
  standing: Standing;
  /** The state with somebody elsewhere on it. */
  moved(standing: Standing): State;
};

export type Focus = Scrolled & { page: Page; spot: Spot };

/** The scenario selected, or the one that the place is about. */
export const scenarioAt = (context: Context) => idOf('scenario', context);

/** The statement selected, or the one that the place is about. */
export const statementAt = (context: Context) => idOf('statement', context);

/** What somebody says, counts or dates: what is put aside rather than a page about several of these. */
const SINGLE: readonly Named['kind'][] = ['statement', 'figure', 'event'];

/** The record that somebody means here: the one selected, or the one that the page is about. */
export function recordAt(context: Context): Named | undefined {
  const selected = context.selectedRecord();
  const about = context.about();
  if (!about || (selected && SINGLE.includes(selected.kind))) return selected;
  return { kind: about.view, id: about.id };
}

function idOf(view: Target['view'], context: Context) {
  const about = context.about();
  if (about?.view === view) return about.id;
  const selected = context.selected();
  if (selected?.view === view) return selected.id;
  const record = context.selectedRecord();
  return record?.kind === view ? record.id : undefined;
}
