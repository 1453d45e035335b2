/** Figures: who says how many. */
import { figuresPage } from '../../document/figure.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type FiguresPlace = { view: 'figures' };
const FIGURES: FiguresPlace = { view: 'figures' };

export const figures: View<FiguresPlace> = {
  title: wordTitle,
  address: wordAlone(FIGURES),
  reads: () => ({}),
  content: (_reads, _columns, telling) => ({ blocks: figuresPage(telling) }),
  panes: () => 2,
  overview: FIGURES,
};
