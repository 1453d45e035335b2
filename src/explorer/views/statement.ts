/** A statement on a page of its own. */
import { recordView } from './record.ts';

export const statement = recordView(
  'statement',
  (id, library) => library.person(library.statement(id).speaker).name,
);
