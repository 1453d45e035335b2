/** People: who speaks, by kind. */
import { peopleBlocks } from '../../view/matrix.ts';
import { positionWords } from './position-words.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type PeoplePlace = { view: 'people' };
const PEOPLE: PeoplePlace = { view: 'people' };

export const people: View<PeoplePlace> = {
  title: wordTitle,
  address: wordAlone(PEOPLE),
  reads: () => ({}),
  content: (_reads, _columns, look) => ({ blocks: peopleBlocks(look) }),
  panes: () => 2,
  spoken: { selected: (target, _place, _state, library) => positionWords(target, library) },
  overview: PEOPLE,
};
