/** Figures: who says how many. */
import { figureNote, figuresPage } from '../../document/figure.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type FiguresPlace = { view: 'figures' };
const FIGURES: FiguresPlace = { view: 'figures' };

export const figures: View<FiguresPlace> = {
  title: wordTitle,
  address: wordAlone(FIGURES),
  reads: () => ({}),
  content: (_reads, _columns, telling) => ({ blocks: figuresPage(telling, true) }),
  panes: () => 2,
  /** Bars, names and dates need more room than the words beside. */
  width: (room) => Math.floor(room * 0.58),
  aside: figureNote,
  overview: FIGURES,
};
