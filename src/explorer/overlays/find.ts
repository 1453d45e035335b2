/** Finding on the page that is open: its lines with the words, of which one is chosen. */
import { aside, block, prose } from '../../document/document.ts';
import { foundAt, matches, textOf, wordsOf } from '../find.ts';
import { to } from '../updates.ts';
import { nothingFor, type OverlayView } from './overlay.ts';

/** More matches are better found by more words. */
const MOST = 200;

export const find: OverlayView = {
  name: 'Find on this page',
  footer: ['down', 'open', 'back'],
  blocks({ field: { text } }, below) {
    const words = wordsOf(text);
    if (words.length === 0) {
      return [
        block(
          'how',
          prose(aside('Type words that stand here; n and N go on from match to match.')),
        ),
      ];
    }
    const { layout } = below.focus();
    const found = matches(layout, words, MOST);
    if (found.length === 0) return [nothingFor(text, 'line here')];
    return found.map((index) => ({
      key: layout.key(index),
      parts: [prose(textOf(layout, index), { lines: 1 })],
      isEntry: true,
    }));
  },
  chosen({ open, entry, below }) {
    const index = below.focus().layout.indexOf(entry);
    return index === undefined ? to(below.state) : foundAt(below, index, wordsOf(open.field.text));
  },
};
