import type { Key } from '../terminal/input.ts';
import type { Look } from '../view/look.ts';
import { ACTIONS } from './actions.ts';
import { editField, type Field, fieldWith, insert } from './field.ts';
import { atHere, type Context, relaid, scroll } from './focus.ts';
import { type ActionId, type Binding, KEYMAP, type Step } from './keymap.ts';
import { overlayBlocks, paletteEntries } from './overlay.ts';
import { activeQuery, type Pages } from './pages.ts';
import { bodyRows, GUTTER, isTooSmall } from './panes.ts';
import { type Found, here, type State, searchPlace, type World } from './state.ts';
import * as viewport from './viewport.ts';

/** The explorer's logic for one world. */
export type Explorer = {
  pages: Pages;
  /** The state after a key, and what else is to be done. Never throws on any key. */
  press(state: State, key: Key): Step;
  /** The first state, and what is to be done for it. */
  begin(state: State): Step;
  /** The state with the result of a query that was asked for. */
  found(state: State, found: Found): Step;
  resize(state: State, size: State['size']): State;
  /** Whether an action can do something here: true, false (shown dim) or not of this place. */
  availability(state: State, id: ActionId): boolean | undefined;
  overlay(state: State): { layout: viewport.Layout; height: number } | undefined;
};

/** The explorer of a world, with the pages it lays out. */
export function createExplorer(world: World, pages: Pages): Explorer {
  const contextOf = (state: State): Context => ({ state, pages, world });
  return {
    pages,
    press(state, key) {
      return isHeld(state, key)
        ? done(hold(state, key))
        : asking(press(contextOf(state), key), world);
    },
    begin(state) {
      return asking(done(state), world);
    },
    found(state, found) {
      if (state.asked !== found.query) return done(state);
      const { asked: _, held = [], ...rest } = state;
      return held.reduce<Step>(
        (before, key) => {
          const step = this.press(before.state, key);
          return { state: step.state, effects: [...before.effects, ...step.effects] };
        },
        done({ ...rest, found }),
      );
    },
    resize(state, size) {
      return relaid(contextOf(state), { ...state, size });
    },
    availability(state, id) {
      const context = contextOf(state);
      const { where, can } = ACTIONS[id];
      if (where && !where(context)) return undefined;
      return can ? can(context) : true;
    },
    overlay(state) {
      return state.overlay && overlayLayout(contextOf(state));
    },
  };
}

/** In a large pack, asks for what the search one came from has found, where that is not there. */
function asking({ state, effects }: Step, { isLarge }: World): Step {
  const query = activeQuery(state);
  if (!isLarge || query === (state.asked ?? state.found?.query ?? '')) return { state, effects };
  return { state: { ...state, asked: query }, effects: [...effects, { kind: 'search', query }] };
}

/** Whether a key must wait for the hits that it acts on, or for a key that does. */
function isHeld(state: State, { name }: Key): boolean {
  const { place } = here(state);
  if (state.asked === undefined || name === 'ctrl-c' || name === 'ctrl-z') return false;
  if (state.held) return true;
  if (place.view !== 'search' || state.overlay) return false;
  if (!place.isTyping) return name !== 'escape' && name !== 'q';
  return name === 'enter' || name === 'tab' || MOVES[name] !== undefined;
}

const hold = (state: State, key: Key): State => ({ ...state, held: [...(state.held ?? []), key] });

function press(context: Context, key: Key): Step {
  const { state } = context;
  const always = key.name === 'ctrl-c' || key.name === 'ctrl-z';
  if (isTooSmall(state) && !always)
    return key.name === 'q' ? act(context, 'quit', key) : done(state);
  const { notice: _, ...quiet } = state;
  const next = { ...context, state: quiet as State };
  if (always) return act(next, key.name === 'ctrl-c' ? 'interrupt' : 'suspend', key);
  if (state.overlay) return pressOverlay(next, key);
  const { place } = here(state);
  if (place.view === 'search' && place.isTyping) return pressField(next, key, place.field);
  if (state.notice?.text && key.name === 'escape') return done(quiet as State);
  const binding = bindingFor(next, key);
  const cleared = binding?.id === 'rung' ? next : { ...next, state: { ...next.state, digits: '' } };
  return binding ? act(cleared, binding.id, key) : done(cleared.state);
}

const done = (state: State): Step => ({ state, effects: [] });

/** The binding of a key here; one made for this kind of place goes before a general one. */
function bindingFor(context: Context, key: Key): Binding | undefined {
  const bound = KEYMAP.filter(({ keys }) => keys.includes(key.name));
  const special = bound.find(({ id }) => ACTIONS[id].where?.(context));
  return special ?? bound.find(({ id }) => ACTIONS[id].where === undefined);
}

function act(context: Context, id: ActionId, key: Key): Step {
  const { state } = context;
  const { where, can, run } = ACTIONS[id];
  if (where && !where(context)) return done(state);
  if (can && !can(context)) return done(state);
  const result = run(context, key);
  if ('effects' in result) return result as Step;
  return done({ ...state, ...(result as Partial<State>) });
}

// Typing

const MOVES: Record<string, ActionId> = {
  down: 'down',
  up: 'up',
  pagedown: 'page-down',
  pageup: 'page-up',
  'ctrl-n': 'down',
  'ctrl-p': 'up',
};

function pressField(context: Context, key: Key, field: Field): Step {
  const { state } = context;
  const retype = (next: Field): Step => {
    const cursor = next.text === field.text ? here(state).cursor : viewport.START;
    return done(atHere(state, { place: searchPlace(next), cursor }));
  };
  if (key.name === 'up' && field.text === '' && state.searches.length > 0) {
    return retype(fieldWith(state.searches[0] as string));
  }
  const move = MOVES[key.name];
  if (move) return act(context, move, key);
  const edited = editField(field, key.name);
  if (edited) return retype(edited);
  if (key.text !== undefined) return retype(insert(field, key.text));
  const binding = KEYMAP.find(
    ({ keys, whileTyping }) => keys.includes(key.name) && whileTyping === true,
  );
  if (binding) return act(context, binding.id, key);
  if (key.name === 'f1') return act(context, 'help', key);
  if (key.name === 'ctrl-k') return act(context, 'palette', key);
  return done(state);
}

function pressOverlay(context: Context, key: Key): Step {
  const { state } = context;
  const { overlay } = state;
  if (!overlay) return done(state);
  const { overlay: _, ...without } = state;
  const closed = without as State;
  if (key.name === 'escape' || key.name === 'f1' || key.name === 'ctrl-k') return done(closed);
  const { layout, height } = overlayLayout(context);
  const scrolled = scroll(layout, overlay.cursor, height, MOVES[key.name]);
  if (scrolled) return done({ ...state, overlay: { ...overlay, cursor: scrolled } });
  if (key.name === 'enter') {
    const entry =
      overlay.kind === 'palette'
        ? paletteEntries(overlay.field.text)[
            viewport.settle(layout, overlay.cursor, height).selected
          ]
        : undefined;
    if (!entry) return done(closed);
    const below = { ...context, state: closed };
    if (isAvailable(below, entry)) return act(below, entry.id, key);
    const title = `Not possible here: ${entry.title}`;
    return done({ ...state, notice: { title, text: '', tone: 'warn' } });
  }
  const field =
    editField(overlay.field, key.name) ??
    (key.text === undefined ? overlay.field : insert(overlay.field, key.text));
  const cursor = field.text === overlay.field.text ? overlay.cursor : viewport.START;
  return done({ ...state, overlay: { ...overlay, field, cursor } });
}

function isAvailable(context: Context, { id }: Binding): boolean {
  const { where, can } = ACTIONS[id];
  return (where?.(context) ?? true) && (can?.(context) ?? true);
}

/** Rows of an overlay that its line of input and the air below it take. */
const OVERLAY_HEAD = 2;

function overlayLayout(context: Context): { layout: viewport.Layout; height: number } {
  const { state, world } = context;
  const look: Look = {
    library: world.library,
    theme: world.theme,
    language: state.language,
    terms: [],
    now: world.now(),
  };
  const { overlay: _, ...without } = state;
  const below = { ...context, state: without as State };
  const blocks = state.overlay
    ? overlayBlocks(state.overlay, (binding) => isAvailable(below, binding), look)
    : [];
  return {
    layout: viewport.layOut(blocks, Math.min(state.size.columns, 100) - GUTTER - 2),
    height: Math.max(1, bodyRows(state) - OVERLAY_HEAD),
  };
}
