/** Arrows: which scenario would bring which. */
import { relationBlocks, relationSentence } from '../../view/relations.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type RelationsPlace = { view: 'relations' };
const RELATIONS: RelationsPlace = { view: 'relations' };

export const relations: View<RelationsPlace> = {
  title: wordTitle,
  address: wordAlone(RELATIONS),
  reads: () => ({}),
  content: (_reads, _columns, look) => ({ blocks: relationBlocks(look) }),
  panes: (columns) => (columns >= 160 ? 2 : 1),
  spoken: {
    selected({ view, id }, _place, _state, library) {
      if (view !== 'scenario') return {};
      const links = library.relationsOf(id).map((relation) => relationSentence(relation, library));
      return {
        instead: [library.scenario(id).title, ...(links.length > 0 ? links : ['No link.'])],
      };
    },
  },
  overview: RELATIONS,
};
