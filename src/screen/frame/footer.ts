/** The keys that work here and now, as many as have room. */
import { footerActions } from '../../explorer/footer.ts';
import { type ActionId, bindingOf, keyLabel } from '../../explorer/keymap.ts';
import { here, type State, type World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import { width } from '../../terminal/text.ts';

/** Actions that the footer shows together with their opposite. */
const PAIRS: Partial<Record<ActionId, [string, string]>> = {
  down: ['↑↓', 'up/down'],
  'next-column': ['←→', 'left/right'],
  'next-hit': ['n N', 'n N'],
};

/** The last row: the keys that work here and now; one that can do nothing here is dim. */
export function footerItems(state: State, explorer: Explorer, world: World): string[] {
  const { theme } = world;
  const ids = footerActions(state);
  const items = ids.flatMap((id) => {
    const available = explorer.availability(state, id);
    const { short, keys } = bindingOf(id);
    if (available === undefined && !state.overlay) return [];
    const pair = PAIRS[id]?.[theme.isAscii ? 1 : 0];
    const label = pair ?? keyLabel(keys[0] ?? '', theme.isAscii);
    const plain = `${label} ${short ?? ''}`;
    const isOn = available !== false || state.overlay !== undefined;
    return [
      { id, cells: width(plain), text: isOn ? `${theme.key(label)} ${short}` : theme.dim(plain) },
    ];
  });
  const isKept = (id: string) => id === 'help' || id === 'quit' || id === 'back';
  let used = items.reduce((sum, { cells }) => sum + cells + 2, 1);
  for (let index = items.length - 1; index > 0 && used > state.size.columns; index -= 1) {
    const item = items[index];
    if (!item || isKept(item.id)) continue;
    used -= item.cells + 2;
    items.splice(index, 1);
  }
  if (here(state).place.view === 'search' && items.length > 0 && used + 9 <= state.size.columns) {
    const typing = here(state).place;
    if (typing.view === 'search' && typing.isTyping && !state.overlay) {
      items.push({ id: 'help', cells: 7, text: `${theme.key('F1')} help` });
    }
  }
  return items.map(({ text }) => text);
}
