/** Figures: who says how many. */
import { figureBlocks } from '../../view/figures.ts';
import { CHART_COLUMNS, type View, wordAlone, wordTitle } from './view.ts';

type FiguresPlace = { view: 'figures' };
const FIGURES: FiguresPlace = { view: 'figures' };

export const figures: View<FiguresPlace> = {
  title: wordTitle,
  address: wordAlone(FIGURES),
  reads: () => ({}),
  content: (_reads, _columns, look) => ({ blocks: figureBlocks(look) }),
  panes: () => 2,
  spoken: { columns: CHART_COLUMNS },
  overview: FIGURES,
};
