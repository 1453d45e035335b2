/** Arrows: which scenario would bring which. */
import { relationsPage } from '../../document/relations.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type RelationsPlace = { view: 'relations' };
const RELATIONS: RelationsPlace = { view: 'relations' };

export const relations: View<RelationsPlace> = {
  title: wordTitle,
  address: wordAlone(RELATIONS),
  reads: () => ({}),
  content: (_reads, _columns, telling) => ({ blocks: relationsPage(telling) }),
  panes: (columns) => (columns >= 160 ? 2 : 1),
  overview: RELATIONS,
};
