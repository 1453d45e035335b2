/** Help and palette: the key table as lists that are filtered by typing. */
import { aside, type Block, block, prose, SPACE, section } from '../document/document.ts';
import { type Binding, type KeyTable, keysLabel } from './keymap.ts';
import type { Overlay } from './state.ts';

/**
 * Bindings whose title, group or keys hold what was typed: those with that very key first, then
 * those whose title holds it, the earlier the better.
 */
export function filterBindings(keymap: KeyTable, typed: string): Binding[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...keymap];
  const isKey = ({ keys }: Binding) =>
    keys.some((key) => key === (key.length === 1 ? typed.trim() : wanted));
  const words = wanted.split(/\s+/);
  const isMeant = (binding: Binding) => {
    const text = `${binding.title} ${binding.group} ${keysLabel(binding)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const rank = (binding: Binding) => {
    if (isKey(binding)) return -1;
    const at = binding.title.toLowerCase().indexOf(words[0] as string);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  };
  return keymap
    .filter((binding) => isKey(binding) || isMeant(binding))
    .map((binding) => ({ binding, rank: rank(binding) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
    .map(({ binding }) => binding);
}

/** The actions that the palette offers for what was typed, best first. */
export function paletteEntries(keymap: KeyTable, typed: string): Binding[] {
  return filterBindings(keymap, typed).filter(({ id }) => id !== 'palette' && id !== 'rung');
}

/** The list of an overlay. Entries of the palette can be chosen; help only scrolls. */
export function overlayBlocks(
  { kind, field }: Overlay,
  keymap: KeyTable,
  whyNot: (binding: Binding) => string | undefined,
  isAscii: boolean,
): Block[] {
  const bindingBlock = (binding: Binding): Block => {
    const { id, title } = binding;
    const why = whyNot(binding);
    const label = keysLabel(binding, isAscii);
    const text = why === undefined ? title : aside(title);
    const reason = why !== undefined && kind === 'palette' ? { aside: why } : {};
    return block(id, { kind: 'fact', of: 'keys', label, text, ...reason });
  };
  if (kind === 'palette') {
    const entries = paletteEntries(keymap, field.text);
    if (entries.length === 0) return [nothing(field.text)];
    return entries.map((binding) => ({ ...bindingBlock(binding), isEntry: true }));
  }
  const found = filterBindings(keymap, field.text);
  if (found.length === 0) return [nothing(field.text)];
  if (field.text !== '') return found.map(bindingBlock);
  const groups = [...new Set(found.map(({ group }) => group))];
  return groups.flatMap((group) => [
    section(group),
    ...found.filter((binding) => binding.group === group).map(bindingBlock),
    block(`end:${group}`, SPACE),
  ]);
}

function nothing(typed: string): Block {
  const text = `No key or action for “${typed}”. Backspace takes letters back.`;
  return block('nothing', prose(aside(text)));
}
