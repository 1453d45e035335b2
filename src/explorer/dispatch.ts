/** Which action a key means in a state, and whether that can be done. */

import type { Key } from '../terminal/input.ts';
import { ACTIONS, type Action } from './actions.ts';
import type { Context } from './context.ts';
import { START } from './cursor.ts';
import type { Field } from './field.ts';
import {
  type ActionId,
  type Binding,
  bindingOf,
  contextsIn,
  type KeyContext,
  type KeyTable,
  keyLabel,
} from './keymap.ts';
import { OVERLAYS } from './overlays/table.ts';
import { isTooSmall } from './panes.ts';
import type { State, Update } from './state.ts';
import { atHere, here } from './trail.ts';
import { to, withNotice } from './updates.ts';
import { viewOf } from './views/table.ts';

/** Where a key is pressed, the most special context first. */
export function contextsOf(state: State): readonly KeyContext[] {
  if (isTooSmall(state)) return ['small'];
  if (state.overlay) return ['overlay'];
  const { place } = here(state);
  const line = viewOf(place).line?.(place, state);
  if (line?.isTyping) {
    return [place.view, ...(line.field.text === '' ? (['empty-line'] as const) : []), 'field'];
  }
  const below = state.trail.at(-2)?.place;
  const isHit = below !== undefined && viewOf(below).query && !viewOf(place).query;
  const isMatch = state.find?.place === place;
  return [
    place.view,
    ...(isMatch ? (['match'] as const) : []),
    ...(isHit ? (['hit'] as const) : []),
    'page',
  ];
}

/** The line of text that keys are typed into, and the state after something was. */
export function typedLine(state: State): { field: Field; with(field: Field): State } | undefined {
  const { overlay } = state;
  if (isTooSmall(state)) return undefined;
  if (overlay) {
    const { field } = overlay;
    return {
      field,
      with: (next) => {
        const cursor = next.text === field.text ? overlay.cursor : START;
        return { ...state, overlay: { ...overlay, field: next, cursor } };
      },
    };
  }
  const { place, cursor } = here(state);
  const view = viewOf(place);
  const line = view.line?.(place, state);
  if (!line?.isTyping) return undefined;
  return {
    field: line.field,
    with: (next) =>
      atHere(state, {
        place: view.typed?.(place, next) ?? place,
        cursor: next.text === line.field.text ? cursor : START,
      }),
  };
}

/** The binding of a key; one of a more special context goes before a general one. */
export function bindingFor(keymap: KeyTable, state: State, { name }: Key): Binding | undefined {
  const bound = keymap.filter(({ keys }) => keys.includes(name));
  for (const context of contextsOf(state)) {
    const found = bound.find((binding) => contextsIn(binding).includes(context));
    if (found) return found;
  }
  return undefined;
}

/** The state with help and palette closed. */
export function withoutOverlay({ overlay: _, ...state }: State): State {
  return state;
}

const close: Action = { run: ({ state }) => to(withoutOverlay(state)) };

/** What actions do while help or the palette lies over the pages. */
const OVERLAY_ACTIONS: Readonly<Partial<Record<ActionId, Action>>> = {
  back: close,
  help: close,
  palette: close,
  open: {
    run(context, key) {
      const { overlay: open } = context.state;
      const below = context.at(withoutOverlay(context.state));
      if (!open) return to(below.state);
      const { layout, standing } = context.scrolled();
      const entry = layout.key(standing.selected);
      const choice = { open, entry, below, above: context, key };
      return OVERLAYS[open.kind].chosen?.(choice) ?? to(below.state);
    },
  },
};

/** What an action does where one is; undefined where nothing is meant by it. */
export function actionOf({ state }: Context, id: ActionId): Action | undefined {
  const general = ACTIONS[id];
  if (state.overlay) return OVERLAY_ACTIONS[id] ?? general;
  const { place } = here(state);
  const own = viewOf(place).actions?.[id];
  if (!own) return general;
  return {
    ...(own.waits || general?.waits ? { waits: true } : {}),
    blocked: (context) => own.blocked?.(context, place),
    run: (context, key) => own.run(context, place, key),
  };
}

/** Whether an action is bound where one is: on this kind of page, in this state of it. */
export function isBoundHere(keymap: KeyTable, state: State, id: ActionId): boolean {
  const contexts = contextsOf(state);
  return contextsIn(bindingOf(keymap, id)).some((one) => contexts.includes(one));
}

/** Why an action cannot be done now; undefined where it can. */
export function whyNot(context: Context, id: ActionId): string | undefined {
  const { state, world } = context;
  if (!isBoundHere(world.keymap, state, id)) return elsewhere(bindingOf(world.keymap, id));
  const action = actionOf(context, id);
  return action ? action.blocked?.(context) : 'Nothing is done by it here.';
}

/** What contexts that are no views are called. */
const CONTEXT_NAMES = new Map<KeyContext, string>([
  ['page', 'pages'],
  ['hit', 'hits of a search'],
  ['match', 'a page on which something was found'],
  ['field', 'a line one types in'],
  ['empty-line', 'an empty line'],
]);

/** The state with it said that a key means nothing where one is, and where it does. */
export function meaningless(keymap: KeyTable, state: State, { name }: Key): State {
  if (typedLine(state) || isTooSmall(state) || name === 'paste') return state;
  const others = keymap.filter(({ keys }) => keys.includes(name));
  const [other] = others;
  if (!other) return withNotice(state, `${keyLabel(name)} does nothing; ? tells all keys.`);
  // Of a key that means one thing here and another there, where it means anything.
  const title = others.length === 1 ? `${keyLabel(name)}: ${other.title}` : nothingHere(name);
  return withNotice(state, title, { text: elsewhere(...others) });
}

const nothingHere = (name: string) => `${keyLabel(name)} does nothing here.`;

/** "Only in: matrix, timeline." */
function elsewhere(...bindings: Binding[]): string {
  const contexts = new Set(bindings.flatMap(contextsIn));
  const names = [...contexts].map((context) => CONTEXT_NAMES.get(context) ?? context);
  return `Only in: ${names.join(', ')}.`;
}

/** Does an action, or says why it cannot be done. */
export function act(context: Context, id: ActionId, key: Key): Update {
  const action = actionOf(context, id);
  const why = whyNot(context, id);
  if (why === undefined && action) return action.run(context, key);
  return to(why && !action?.isQuiet ? withNotice(context.state, why) : context.state);
}
