/** A person on a page of their own. */
import { personBlocks } from '../../view/person.ts';
import { recordView } from './record.ts';

export const person = recordView(
  'person',
  (id, library) => library.person(id).name,
  (id, look) => personBlocks(look.library.person(id), look),
);
