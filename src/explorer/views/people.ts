/** People: who speaks, by kind. */
import { peoplePage } from '../../document/matrix.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

type PeoplePlace = { view: 'people' };
const PEOPLE: PeoplePlace = { view: 'people' };

export const people: View<PeoplePlace> = {
  title: wordTitle,
  address: wordAlone(PEOPLE),
  reads: () => ({}),
  content: (_reads, _columns, telling) => peoplePage(telling),
  panes: () => 2,
  /** Names and strips need more room than what is read beside. */
  width: (room) => Math.floor(room * 0.6),
  overview: PEOPLE,
};
