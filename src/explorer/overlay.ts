/** Help and palette: the key table as lists that are filtered by typing. */
import { width } from '../terminal/text.ts';
import { type Block, cell, type Look, prose, still } from '../view/look.ts';
import { heading } from '../view/statement.ts';
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

const KEY_CELLS = 22;

/** The list of an overlay. Entries of the palette can be chosen; help only scrolls. */
export function overlayBlocks(
  { kind, field }: Overlay,
  keymap: KeyTable,
  whyNot: (binding: Binding) => string | undefined,
  look: Look,
): Block[] {
  const { theme } = look;
  const line = (binding: Binding, columns: number): string[] => {
    const { title } = binding;
    const keys = cell(keysLabel(binding, theme.isAscii), KEY_CELLS, look);
    const why = whyNot(binding);
    const paint = why === undefined ? (text: string) => text : theme.dim;
    // The reason stands at the end of the line, whole or not at all.
    const room = columns - KEY_CELLS - width(title);
    const isRoom = why !== undefined && kind === 'palette' && width(why) + 2 <= room;
    const text = isRoom ? title + why.padStart(room) : title;
    return prose(text, columns, look, { indent: KEY_CELLS, paint }).map((text, index) =>
      index === 0 ? theme.key(keys) + text.slice(KEY_CELLS) : text,
    );
  };
  if (kind === 'palette') {
    const entries = paletteEntries(keymap, field.text);
    if (entries.length === 0) return [nothing(field.text, look)];
    return entries.map((binding) => ({
      key: binding.id,
      isEntry: true,
      lines: (columns) => line(binding, columns),
    }));
  }
  const found = filterBindings(keymap, field.text);
  if (found.length === 0) return [nothing(field.text, look)];
  if (field.text !== '') return found.map((binding) => still((columns) => line(binding, columns)));
  const groups = [...new Set(found.map(({ group }) => group))];
  return groups.flatMap((group) => [
    heading(group, look),
    ...found
      .filter((binding) => binding.group === group)
      .map((binding) => still((columns) => line(binding, columns))),
    still(() => ['']),
  ]);
}

function nothing(typed: string, look: Look): Block {
  return still((columns) =>
    prose(`No key or action for “${typed}”. Backspace takes letters back.`, columns, look, {
      paint: look.theme.dim,
    }),
  );
}
