/** Arrows: which scenario would bring which. */
import { relationsNote, relationsPage } from '../../document/relations.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type RelationsPlace = { view: 'relations' };
const RELATIONS: RelationsPlace = { view: 'relations' };

export const relations: View<RelationsPlace, { selected: string | undefined }> = {
  title: wordTitle,
  address: wordAlone(RELATIONS),
  reads: (place, { trail }) => ({
    selected: trail.findLast((spot) => spot.place === place)?.cursor.selected,
  }),
  content: (reads, _columns, telling) => relationsPage(telling, reads),
  aside: { rows: 4, about: (_place, selected, { library }) => relationsNote(selected, library) },
  panes: (columns) => (columns >= 160 ? 2 : 1),
  overview: RELATIONS,
};
