/** Figures: who says how many. */
import { figuresPage } from '../../document/figure.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type FiguresPlace = { view: 'figures' };
const FIGURES: FiguresPlace = { view: 'figures' };

export const figures: View<FiguresPlace, { selected: string | undefined }> = {
  title: wordTitle,
  address: wordAlone(FIGURES),
  /** What the selected one counts is told below it. */
  reads: (place, { trail }) => ({
    selected: trail.findLast((spot) => spot.place === place)?.cursor.selected,
  }),
  content: (reads, _columns, telling) => ({ blocks: figuresPage(telling, reads) }),
  panes: () => 2,
  /** Bars, names and dates need more room than the words beside. */
  width: (room) => Math.floor(room * 0.58),
  overview: FIGURES,
};
