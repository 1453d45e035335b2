/** The explorer as a function: a state and a key lead to another state, and to what is to be done. */

import { once } from '../pack/once.ts';
import { partRows, rowsOf } from '../render/terminal.ts';
import type { Key } from '../terminal/input.ts';
import type { Context, Scrolled } from './context.ts';
import { type Cursor, cursorOf, selectedOn, standingOn } from './cursor.ts';
import {
  act,
  actionOf,
  bindingFor,
  isBoundHere,
  meaningless,
  typedLine,
  whyNot,
  withoutOverlay,
} from './dispatch.ts';
import { editField, insert } from './field.ts';
import { type FooterKey, footerKeys } from './footer.ts';
import type { ActionId } from './keymap.ts';
import { OVERLAYS } from './overlays/table.ts';
import { activeQuery, createPages, isSame, type Page, type Pages, tellingOf } from './pages.ts';
import {
  bodyRows,
  focusedPane,
  GUTTER,
  isTooSmall,
  type Pane,
  pageRows,
  panes,
  stopAt,
} from './panes.ts';
import type { SearchAnswer, State, Update, World } from './state.ts';
import { atHere, here } from './trail.ts';
import { to } from './updates.ts';
import { type Layout, layOut, type Standing } from './viewport.ts';
import { viewOf } from './views/table.ts';
import type { Line } from './views/view.ts';

/** A page in its pane: how many rows of it are in sight, and which. */
type PaneView = { page: Page; height: number; standing: Standing };

/** The explorer's logic for one world. */
export type Explorer = {
  pages: Pages;
  /** The state after a key, and what else is to be done. Never throws on any key. */
  press(state: State, key: Key): Update;
  /** The first state, and what is to be done for it. */
  begin(state: State): Update;
  /** The state with the answer to a query that was asked. */
  found(state: State, answer: SearchAnswer): Update;
  resize(state: State, size: State['size']): State;
  /** Why an action cannot be done now; undefined where it can. */
  whyNot(state: State, id: ActionId): string | undefined;
  footer(state: State): FooterKey[];
  paneView(state: State, pane: Pane): PaneView;
  /** The line one types in above the page of a pane; undefined where there is none. */
  line(state: State, pane: Pane): Line | undefined;
  /** Lines about what is selected, for a pane with nothing beside it. */
  aside(state: State, pane: Pane, columns: number): string[];
  /** The list of help or palette. */
  overlay(state: State): { layout: Layout; height: number; standing: Standing } | undefined;
};

/** The explorer of a world. */
export function createExplorer(world: World): Explorer {
  const pages = createPages(world);
  const overlayOf = keptOverlay();
  const contextOf = (state: State): Context => {
    // The footer asks of each of its keys what is selected.
    const focused = once(() => focusedPane(panes(state, pages)));
    const selectedBlock = once(() => {
      const { spot, columns } = focused();
      const { layout } = pages.page(state, spot.place, columns - GUTTER);
      return stopAt(layout, selectedOn(layout, spot.cursor));
    });
    const context: Context = {
      state,
      world,
      at: contextOf,
      focus() {
        const pane = focused();
        const { spot } = pane;
        const view = paneView(state, pane);
        const { layout } = view.page;
        const withCursor = (cursor: Cursor) => atHere(state, { ...spot, cursor });
        return { ...view, ...scrolled(layout, view.height, spot.cursor, withCursor), spot };
      },
      scrolled() {
        const { overlay } = state;
        if (!overlay) return context.focus();
        const { layout, height } = overlayOf(context);
        const withCursor = (cursor: Cursor) => ({ ...state, overlay: { ...overlay, cursor } });
        return scrolled(layout, height, overlay.cursor, withCursor);
      },
      anchored() {
        if (isTooSmall(state)) return state;
        const { standing, moved } = context.focus();
        return moved(standing);
      },
      selected: () => selectedBlock()?.target,
      selectedRecord() {
        const { record, target } = selectedBlock() ?? {};
        if (record || !target || target.view === 'cell' || target.view === 'proof') return record;
        return { kind: target.view, id: target.id };
      },
      about() {
        const { place } = here(state);
        return viewOf(place).about?.(place, context);
      },
      telling: () => tellingOf(world, state.language),
      isBound: (id) => isBoundHere(world.keymap, state, id),
      whyNot: (id) => whyNot(context, id),
      act: (id, key) => act(context, id, key),
    };
    return context;
  };
  const paneView = (state: State, pane: Pane): PaneView => {
    const { spot, columns } = pane;
    const page = pages.page(state, spot.place, columns - GUTTER);
    const height = pageRows(state, page, pane);
    return { page, height, standing: standingOn(page.layout, spot.cursor, height) };
  };
  const press = (state: State, key: Key): Update =>
    mustWait(contextOf(state), key)
      ? to({ ...state, held: [...(state.held ?? []), key] })
      : asking(pressed(contextOf(state), key));
  return {
    pages,
    press,
    begin: (state) => asking(to(state)),
    found(state, answer) {
      if (state.asked !== answer.query) return to(state);
      const { asked: _, held = [], ...rest } = state;
      return held.reduce<Update>(
        (before, key) => {
          const { state: after, effects } = press(before.state, key);
          return to(after, ...before.effects, ...effects);
        },
        to({ ...rest, found: answer }),
      );
    },
    resize: (state, size) => ({ ...contextOf(state).anchored(), size }),
    whyNot: (state, id) => whyNot(contextOf(state), id),
    footer: (state) => footerKeys(contextOf(state)),
    paneView,
    line: (state, { spot: { place } }) => viewOf(place).line?.(place, state),
    aside(state, pane, columns) {
      const { page, standing } = paneView(state, pane);
      const target = page.layout.block(standing.selected)?.target;
      const { place } = pane.spot;
      const telling = pages.telling(state, place);
      const parts = target ? (viewOf(place).aside?.about(place, target, telling) ?? []) : [];
      return partRows(parts, columns, { theme: world.theme, terms: [] });
    },
    overlay: (state) => (state.overlay ? contextOf(state).scrolled() : undefined),
  };
}

function scrolled(
  layout: Layout,
  height: number,
  cursor: Cursor,
  withCursor: (cursor: Cursor) => State,
): Scrolled {
  return {
    layout,
    height,
    standing: standingOn(layout, cursor, height),
    moved: (standing) => withCursor(cursorOf(layout, standing, height)),
  };
}

/** Asks for what the search one came from finds, where that is not known. */
function asking({ state, effects }: Update): Update {
  const query = activeQuery(state);
  if (query === (state.asked ?? state.found?.query ?? '')) return to(state, ...effects);
  return to({ ...state, asked: query }, ...effects, { kind: 'search', query });
}

/** Whether a key must wait for the hits that it acts on, or for a key that does. */
function mustWait(context: Context, key: Key): boolean {
  const { state, world } = context;
  if (state.asked === undefined) return false;
  const binding = isTyped(context, key) ? undefined : bindingFor(world.keymap, state, key);
  const action = binding && actionOf(context, binding.id);
  return action?.isUrgent ? false : state.held !== undefined || action?.waits === true;
}

const isTyped = ({ state }: Context, key: Key) => typed(state, key) !== undefined;

/** The state after a key that types or edits where text is typed; undefined for other keys. */
function typed(state: State, key: Key): State | undefined {
  const line = typedLine(state);
  if (!line) return undefined;
  const edited = editField(line.field, key.name);
  if (edited) return line.with(edited);
  return key.text === undefined ? undefined : line.with(insert(line.field, key.text));
}

function pressed(context: Context, key: Key): Update {
  const { notice, ...quiet } = context.state;
  const { keymap } = context.world;
  const after = typed(quiet, key);
  if (after) return to(after);
  const binding = bindingFor(keymap, quiet, key);
  // Only a digit goes on from the digits before it.
  const state: State = binding?.id === 'rung' ? quiet : { ...quiet, digits: '' };
  if (!binding) return to(meaningless(keymap, state, key));
  const isClosed = binding.id === 'back' && notice?.text && !typedLine(state);
  return isClosed ? to(state) : act(context.at(state), binding.id, key);
}

/** Rows of an overlay that its line of input and the air below it take. */
const OVERLAY_HEAD = 2;

type OverlayPage = { layout: Layout; height: number };

/** The page of an overlay, made once for as long as one only moves in it. */
function keptOverlay(): (context: Context) => OverlayPage {
  let last: { madeOf: readonly unknown[]; page: OverlayPage } | undefined;
  return (context) => {
    const { overlay, ...below } = context.state;
    const { cursor: _, ...open } = overlay ?? {};
    const madeOf = [...Object.entries(below), ...Object.entries(open)].flat();
    if (!last || !isSame(last.madeOf, madeOf)) last = { madeOf, page: overlayLayout(context) };
    return last.page;
  };
}

function overlayLayout(context: Context): OverlayPage {
  const { state, world } = context;
  const { theme } = world;
  const below = context.at(withoutOverlay(state));
  const { overlay } = state;
  const blocks = overlay ? OVERLAYS[overlay.kind].blocks(overlay, below) : [];
  const columns = Math.min(state.size.columns, 100) - GUTTER - 2;
  return {
    layout: layOut(blocks, (block) => rowsOf(block, columns, { theme, terms: [] })),
    height: Math.max(1, bodyRows(state) - OVERLAY_HEAD),
  };
}
