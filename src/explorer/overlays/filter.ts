/** Choosing what views are narrowed to: values in the words of the pages, completed as one types. */
import { block, sign } from '../../document/document.ts';
import { optionsFor } from '../filter.ts';
import { undoable } from '../undo.ts';
import { to } from '../updates.ts';
import { nothingFor, type OverlayView } from './overlay.ts';

export const filter: OverlayView = {
  name: 'Only',
  hint: 'a kind of person, a side, an outlet or a date',
  footer: ['down', 'open', 'back'],
  blocks({ field: { text } }, { state, world }) {
    const options = optionsFor(text, world.library);
    if (options.length === 0) return [nothingFor(text, 'kind, side, outlet or date')];
    return options.map(({ id, of, label }) => ({
      ...block(id, {
        kind: 'fact',
        of: 'entry',
        label: of,
        text: state.filters.includes(id) ? [label, ' ', sign('marked')] : label,
      }),
      isEntry: true,
    }));
  },
  /** One that is set is taken away. */
  chosen({ entry, below: { state } }) {
    if (entry === 'nothing') return to(state);
    const { filters } = state;
    if (!filters.includes(entry)) return to({ ...state, filters: [...filters, entry] });
    const rest = filters.filter((one) => one !== entry);
    return to(undoable(state, { ...state, filters: rest }, 'the filter'));
  },
};
