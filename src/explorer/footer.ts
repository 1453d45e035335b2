/** The keys that the footer shows, with what they are called there. */
import type { Library } from '../pack/library.ts';
import type { Context } from './context.ts';
import { contextsOf, isBoundHere, whyNot } from './dispatch.ts';
import { type ActionId, bindingOf, footerLabel } from './keymap.ts';
import { OVERLAYS } from './overlays/table.ts';
import type { State } from './state.ts';
import { here } from './trail.ts';
import { viewOf } from './views/table.ts';
import { READING } from './views/view.ts';

/** A key of the footer; one that can do nothing now is off. */
export type FooterKey = { id: ActionId; label: string; short: string; isOn: boolean };

/** The keys that work where one is, the most important ones first. */
export function footerKeys(context: Context): FooterKey[] {
  const { state, world } = context;
  const { keymap, theme } = world;
  const contexts = contextsOf(state);
  const isTyping = contexts.includes('field') || contexts.includes('overlay');
  return footerActions(state, world.library)
    .filter((id) => isBoundHere(keymap, state, id) && bindingOf(keymap, id).keys.length > 0)
    .map((id) => ({
      id,
      label: footerLabel(keymap, id, { ascii: theme.isAscii, isTyping }),
      short: id === 'quit' && world.isChoosing ? 'choose' : (bindingOf(keymap, id).short ?? ''),
      isOn: whyNot(context, id) === undefined,
    }));
}

function footerActions(state: State, library: Library): readonly ActionId[] {
  const { overlay } = state;
  if (overlay) return OVERLAYS[overlay.kind].footer;
  const { place } = here(state);
  return viewOf(place).footer?.(place, library) ?? READING;
}
