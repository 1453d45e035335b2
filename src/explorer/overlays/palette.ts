/** The palette: what can be done here, and every record by its name. */
import { aside, type Block } from '../../document/document.ts';
import { KINDS_OF_RECORD } from '../../document/kinds.ts';
import { NAMED_KINDS, type Named, type NamedKind } from '../../pack/naming.ts';
import type { Context } from '../context.ts';
import type { ActionId, Binding, KeyTable } from '../keymap.ts';
import { goTo } from '../trail.ts';
import { to, withNotice } from '../updates.ts';
import { bindingBlock, filterBindings } from './bindings.ts';
import { nothingFor, type OverlayView } from './overlay.ts';

/** These are no entries. */
const NOT_OFFERED: readonly ActionId[] = ['palette', 'rung'];
/** And these, which everybody knows, only by name. */
const KNOWN: readonly ActionId[] = ['down', 'up', 'page-down', 'page-up', 'home', 'end', 'open'];
/** More records would be scrolled past, and not chosen. */
const MOST_RECORDS = 20;

/** The actions that the palette offers for what was typed, best first. */
export function paletteEntries(keymap: KeyTable, typed: string): Binding[] {
  const isNamed = typed.trim() !== '';
  return filterBindings(keymap, typed).filter(
    ({ id }) => !NOT_OFFERED.includes(id) && (isNamed || !KNOWN.includes(id)),
  );
}

export const palette: OverlayView = {
  name: 'Go to',
  hint: 'an action, or any record by its name',
  footer: ['down', 'open', 'back'],
  blocks({ field: { text } }, below) {
    const { keymap, theme } = below.world;
    const actions = paletteEntries(keymap, text).map((binding) => {
      const reason = below.whyNot(binding.id);
      const isOn = reason === undefined;
      const isNamed = isNamedBy(binding, text);
      return {
        isOn,
        isNamed,
        block: bindingBlock(binding, { isOn, reason, isAscii: theme.isAscii }),
      };
    });
    // What is called as it was typed comes first, so that Enter does no other thing.
    const named = actions.filter(({ isNamed }) => isNamed);
    const unnamed = actions.filter(({ isNamed }) => !isNamed);
    const possible = unnamed.filter(({ isOn }) => isOn);
    const others = unnamed.filter(({ isOn }) => !isOn);
    const entries = [
      ...named.map(({ block }) => block),
      ...possible.map(({ block }) => block),
      ...recordBlocks(text, below),
      ...others.map(({ block }) => block),
    ];
    if (entries.length === 0) return [nothingFor(text, 'action or record')];
    return entries.map((entry) => ({ ...entry, isEntry: true }));
  },
  chosen({ entry, below, above, key }) {
    const record = recordOf(entry);
    if (record) {
      return to(
        goTo(below.state, KINDS_OF_RECORD[record.kind].target(record.id, below.world.library)),
      );
    }
    const binding = below.world.keymap.find(({ id }) => id === entry);
    if (!binding) return to(below.state);
    const why = below.whyNot(binding.id);
    if (why === undefined) return below.act(binding.id, key);
    return to(withNotice(above.state, `Not possible here: ${binding.title}`, { text: why }));
  },
};

/** Whether an action's name begins with the words that were typed. */
const isNamedBy = ({ title }: Binding, typed: string): boolean =>
  typed.trim() !== '' && title.toLowerCase().startsWith(typed.trim().toLowerCase());

/** The records that a search for what was typed finds, each in one line. */
function recordBlocks(typed: string, below: Context): Block[] {
  if (typed.trim() === '') return [];
  const telling = below.telling();
  const { hits } = below.world.search.find(typed, { limit: MOST_RECORDS });
  return hits.map(({ type, id, title }) => {
    const { note, title: name = title } = KINDS_OF_RECORD[type].hit(id, telling);
    return {
      key: `${type}:${id}`,
      parts: [
        { kind: 'fact', of: 'entry', label: type, text: [name, aside(`  ${note}`)] } as const,
      ],
    };
  });
}

function recordOf(entry: string): Named | undefined {
  const at = entry.indexOf(':');
  const kind = entry.slice(0, at) as NamedKind;
  return at > 0 && NAMED_KINDS.includes(kind) ? { kind, id: entry.slice(at + 1) } : undefined;
}
