/** Copying: the text goes to the terminal, and is told, as no terminal says whether it took it. */
import type { Context } from './context.ts';
import type { Update } from './state.ts';
import { to, withNotice } from './updates.ts';

/** What copying a text leads to. */
export function copied({ state, world: { canCopy } }: Context, text: string): Update {
  const title = canCopy
    ? 'Copied (if the terminal lets programs reach the clipboard):'
    : 'This terminal has no clipboard for programs; the text is:';
  const told = withNotice(state, title, { text, tone: 'done' });
  return canCopy ? to(told, { kind: 'copy', text }) : to(told);
}
