/** The ladder: every scenario a line, where every session begins. */
import { keyTo } from '../../document/document.ts';
import { ladderHead, ladderPage } from '../../document/ladder.ts';
import { scenarioNote } from '../../document/scenario.ts';
import { mostContested } from '../../findings/ladder.ts';
import { toRung } from '../rung.ts';
import { HOME, type LadderPlace } from './home.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

export const ladder: View<LadderPlace, { marks: readonly string[] }> = {
  title: wordTitle,
  address: wordAlone(HOME),
  reads: (_place, { marks }) => ({ marks }),
  // Titles are not lit up: what was searched for is elsewhere.
  content({ marks }, _columns, telling) {
    const contested = mostContested(telling.library);
    return {
      blocks: ladderPage(telling, marks),
      pinned: [ladderHead(telling.library)],
      isLit: false,
      ...(contested && { start: keyTo({ view: 'scenario', id: contested.id }) }),
    };
  },
  /** As much as its bars and longest titles need; the rest is for what is read beside it. */
  width: (room) => Math.max(64, Math.min(70, Math.floor(room * 0.57))),
  panes: () => 3,
  footer: (_place, { data }) => [
    'down',
    'open',
    'search',
    'mark',
    'compare',
    ...(data.statements.some(({ unreviewed }) => unreviewed) ? (['waiting'] as const) : []),
    'matrix',
    'timeline',
    'figures',
    'people',
    'language',
    'copy',
    'help',
    'quit',
  ],
  actions: { rung: { run: toRung } },
  aside: { about: (_place, { id }, { library }) => scenarioNote(library.scenario(id)) },
};
