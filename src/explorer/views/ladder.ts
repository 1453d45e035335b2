/** The ladder: every scenario a line, where every session begins. */
import { LADDER_HEAD, ladderPage } from '../../document/ladder.ts';
import { scenarioNote } from '../../document/scenario.ts';
import { toRung } from '../rung.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

export type LadderPlace = { view: 'ladder' };

/** Where every way begins. */
export const HOME: LadderPlace = { view: 'ladder' };

export const ladder: View<LadderPlace, { marks: readonly string[] }> = {
  title: wordTitle,
  address: wordAlone(HOME),
  reads: (_place, { marks }) => ({ marks }),
  // Titles are not lit up: what was searched for is elsewhere.
  content: ({ marks }, _columns, telling) => ({
    blocks: ladderPage(telling, marks),
    pinned: [LADDER_HEAD],
    isLit: false,
  }),
  /** The ladder needs less room than what is read beside it. */
  width: (room) => Math.max(50, Math.min(60, Math.floor(room * 0.52))),
  footer: () => [
    'down',
    'open',
    'search',
    'mark',
    'compare',
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
  aside: ({ id }, library) => scenarioNote(library.scenario(id)),
};
