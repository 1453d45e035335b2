/** A remark of one's own on a record: it is put aside with it. */
import { aside, block, prose } from '../../document/document.ts';
import { KINDS_OF_RECORD } from '../../document/kinds.ts';
import { withRemark } from '../tray.ts';
import { to, withNotice } from '../updates.ts';
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
  chosen({ open: { about, field }, below }) {
    if (!about) return to(below.state);
    const text = field.text.trim();
    const state = withRemark(below.state, about, text);
    const title =
      text === ''
        ? `In the tray without a remark, ${state.tray.length} now.`
        : `In the tray with your remark, ${state.tray.length} now:`;
    return to(withNotice(state, title, { text, tone: 'done' }));
  },
};
