/** A remark of one's own on a record: it is put aside with it. */
import { aside, block, prose } from '../../document/document.ts';
import { KINDS_OF_RECORD } from '../../document/kinds.ts';
import { withRemark } from '../tray.ts';
import { to } from '../updates.ts';
import type { OverlayView } from './overlay.ts';

export const remark: OverlayView = {
  name: 'Remark',
  footer: ['open', 'back'],
  blocks({ about }, { state, world }) {
    if (!about) return [];
    const text = KINDS_OF_RECORD[about.kind].text(about.id, world.library, state.language);
    return [
      block('about', prose(aside(text))),
      block('how', prose('Enter keeps it, an empty one takes it away; Esc leaves it as it was.')),
    ];
  },
  chosen: ({ open: { about, field }, below }) =>
    to(about ? withRemark(below.state, about, field.text.trim()) : below.state),
};
