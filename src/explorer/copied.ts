/** Copying: what is told of it before it is done, and after. */
import type { Copying } from '../terminal/clipboard.ts';
import type { Context } from './context.ts';
import type { Notice, Update } from './state.ts';
import { to, withNotice } from './updates.ts';

/** What copying a text leads to. Programs take a moment; of a terminal nobody hears more. */
export function copied({ state, world: { clipboard } }: Context, text: string): Update {
  const way = clipboard.isInTerminal ? 'terminal' : undefined;
  const title = clipboard.programs.length > 0 ? 'Copying:' : titleOf({ way, failures: [] });
  return to(withNotice(state, title, { text, tone: 'done' }), { kind: 'copy', text });
}

/**
 * What is told when it is done.
 *
 * @param file where the text was put instead
 */
export function copiedNotice(text: string, copying: Copying, file?: string): Notice {
  const title = titleOf(copying, file);
  return { title, text, tone: copying.way === undefined ? 'warn' : 'done' };
}

function titleOf({ way, failures }: Copying, file?: string): string {
  const failed = failures.join(', ');
  if (way === 'terminal') {
    return failed
      ? `Not copied by a program (${failed}); sent to the terminal, which may take it:`
      : 'Copied (if the terminal lets programs reach the clipboard):';
  }
  if (way !== undefined) return `Copied with ${way}:`;
  const why = failed ? `Not copied (${failed})` : 'This terminal has no clipboard for programs';
  return `${why}; the text is${file ? ` in ${file}` : ''}:`;
}
