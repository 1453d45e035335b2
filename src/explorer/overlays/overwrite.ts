/** Whether the tray is written over a file that is there: asked before anything of it is lost. */
import { block, prose } from '../../document/document.ts';
import { fieldWith } from '../field.ts';
import { briefingText } from '../tray.ts';
import { to } from '../updates.ts';
import { opened } from './open.ts';
import type { OverlayView } from './overlay.ts';

export const overwrite: OverlayView = {
  name: 'Overwrite? y/n',
  hint: 'there is a file of that name',
  footer: ['open', 'back'],
  blocks: ({ path = '' }) => [
    block('path', prose(path)),
    block(
      'how',
      prose('y and Enter write over it; n and Enter ask for another name; Esc leaves it.'),
    ),
  ],
  chosen({ open: { field, path = '' }, below, above }) {
    const answer = field.text.trim().toLowerCase();
    if (answer === 'y' || answer === 'yes') {
      return to(below.state, {
        kind: 'write',
        path,
        text: `${briefingText(below)}\n`,
        isOver: true,
      });
    }
    if (answer === '') return to(above.state);
    return to(opened(below.state, 'file', { field: fieldWith(path) }));
  },
};
