/** A person on a page of their own. */
import { recordView } from './record.ts';

export const person = recordView('person', (id, library) => library.person(id).name);
