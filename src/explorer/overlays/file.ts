/** The name of the file that the tray is written to. */
import { aside, block, prose } from '../../document/document.ts';
import { briefingText } from '../tray.ts';
import { to } from '../updates.ts';
import type { OverlayView } from './overlay.ts';

export const file: OverlayView = {
  name: 'Write to',
  footer: ['open', 'back'],
  blocks: () => [
    block(
      'how',
      prose(
        'Enter writes the tray there as Markdown; before a file is written over, you are asked.',
      ),
    ),
    block('where', prose(aside('From the folder in which rungs was started.'))),
  ],
  chosen({ open: { field }, below }) {
    const path = field.text.trim();
    if (path === '') return to(below.state);
    return to(below.state, { kind: 'write', path, text: `${briefingText(below)}\n` });
  },
};
