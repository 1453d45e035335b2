/** Help: all keys, those of the view that is open first. */
import { type Block, block, SPACE, section } from '../../document/document.ts';
import { type Binding, contextsIn } from '../keymap.ts';
import { here } from '../trail.ts';
import { viewOf } from '../views/table.ts';
import { bindingBlock, filterBindings } from './bindings.ts';
import { nothingFor, type OverlayView } from './overlay.ts';

const ELSEWHERE = 'Elsewhere';

export const help: OverlayView = {
  name: 'Help',
  hint: 'type to filter, a key or a word',
  footer: ['down', 'back'],
  blocks({ field }, below) {
    const { keymap, theme, library } = below.world;
    const found = filterBindings(keymap, field.text);
    const told = (binding: Binding) =>
      bindingBlock(binding, {
        isOn: below.whyNot(binding.id) === undefined,
        isAscii: theme.isAscii,
      });
    if (found.length === 0) return [nothingFor(field.text, 'key or action')];
    if (field.text !== '') return found.map(told);
    const { place } = here(below.state);
    const own = `Here: ${viewOf(place).title(place, library)}`;
    const groupOf = (binding: Binding): string => {
      if (contextsIn(binding).includes(place.view)) return own;
      return below.isBound(binding.id) ? binding.group : ELSEWHERE;
    };
    const all = [...new Set(found.map(groupOf))];
    const groups = [own, ...all.filter((one) => one !== own && one !== ELSEWHERE), ELSEWHERE];
    return groups
      .filter((group) => all.includes(group))
      .flatMap((group): Block[] => [
        section(group),
        ...found.filter((binding) => groupOf(binding) === group).map(told),
        block(`end:${group}`, SPACE),
      ]);
  },
};
