/** The keys that work here and now, as many as have room. */
import type { State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import { width } from '../../terminal/text.ts';

/** The last row: the keys that work here and now; one that can do nothing here is dim. */
export function footerItems(state: State, explorer: Explorer, { theme }: World): string[] {
  const items = explorer.footer(state).map(({ id, label, short, isOn }) => {
    const plain = `${label} ${short}`;
    const text = isOn ? `${theme.key(label)} ${short}` : theme.dim(plain);
    return { id, cells: width(plain), text };
  });
  const isKept = (id: string) => id === 'help' || id === 'quit' || id === 'back';
  let used = items.reduce((sum, { cells }) => sum + cells + 2, 1);
  for (let index = items.length - 1; index > 0 && used > state.size.columns; index -= 1) {
    const item = items[index];
    if (!item || isKept(item.id)) continue;
    used -= item.cells + 2;
    items.splice(index, 1);
  }
  return items.map(({ text }) => text);
}
