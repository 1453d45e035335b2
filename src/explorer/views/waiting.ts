/** What was brought in and waits to be accepted or rejected. */
import { waitingPage } from '../../document/waiting.ts';
import type { Context } from '../context.ts';
import { statementAt } from '../context.ts';
import { undoable } from '../undo.ts';
import { to, withNotice } from '../updates.ts';
import { type View, type ViewAction, wordAlone, wordTitle } from './view.ts';

type WaitingPlace = { view: 'waiting' };
const WAITING: WaitingPlace = { view: 'waiting' };

export const waiting: View<WaitingPlace, { settled: readonly string[] }> = {
  title: wordTitle,
  address: wordAlone(WAITING),
  reads: (_place, { settled }) => ({ settled }),
  content: ({ settled }, _columns, telling) => ({ blocks: waitingPage(settled, telling) }),
  panes: () => 2,
  /** Nothing is overlooked, and the key that takes a filter away rejects here. */
  unfiltered: 'All that waits is shown; no filter narrows it.',
  footer: () => ['down', 'open', 'accept', 'edit', 'reject', 'article', 'back', 'help', 'quit'],
  actions: { accept: settling('accept'), reject: settling('reject') },
  overview: WAITING,
};

/** Writes to the pack what becomes of the selected statement, and goes on to the next. */
function settling(verdict: 'accept' | 'reject'): ViewAction<WaitingPlace> {
  return {
    blocked(context: Context) {
      if (!context.world.canSettle)
        return 'Only the files of a pack of your own can be changed (--data DIR).';
      return statementAt(context) ? undefined : 'No statement waits.';
    },
    run(context) {
      const id = statementAt(context) as string;
      const { state } = context.at(context.anchored());
      const isRejected = verdict === 'reject';
      const title = isRejected
        ? `Rejected: ${id} is taken out; u brings it back.`
        : `Accepted: ${id}`;
      const after = { ...state, settled: [...state.settled, id] };
      const kept = isRejected
        ? undoable(state, after, `the statement ${id}`, { rejected: id })
        : after;
      return to(withNotice(kept, title, { tone: 'done' }), {
        kind: 'settle',
        verdict,
        id,
      });
    },
  };
}
