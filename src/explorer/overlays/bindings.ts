/** The key table as lists that are filtered by typing. */
import { aside, type Block, block } from '../../document/document.ts';
import { type Binding, type KeyTable, keysLabel } from '../keymap.ts';

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

/** A binding in a list; dim where it can do nothing. @param reason what is said of that */
export function bindingBlock(
  binding: Binding,
  { isOn, reason, isAscii }: { isOn: boolean; reason?: string | undefined; isAscii: boolean },
): Block {
  const { id, title } = binding;
  const label = keysLabel(binding, isAscii);
  const text = isOn ? title : aside(title);
  return block(id, {
    kind: 'fact',
    of: 'keys',
    label,
    text,
    ...(reason === undefined ? {} : { aside: reason }),
  });
}
