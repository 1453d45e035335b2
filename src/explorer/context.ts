/** What actions are given: the state, the world, and what is on the screen for that state. */
import type { Target } from '../document/document.ts';
import type { Page } from './pages.ts';
import type { Spot, State, World } from './state.ts';
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
export const scenarioAt = (context: Context, about: Target | undefined) =>
  idOf('scenario', about, context);

/** The statement selected, or the one that the place is about. */
export const statementAt = (context: Context, about: Target | undefined) =>
  idOf('statement', about, context);

function idOf(view: Target['view'], about: Target | undefined, context: Context) {
  if (about?.view === view) return about.id;
  const selected = context.selected();
  return selected?.view === view ? selected.id : undefined;
}
