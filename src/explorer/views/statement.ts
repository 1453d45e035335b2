/** A statement on a page of its own. */
import { statementBlocks } from '../../view/statement.ts';
import { recordView } from './record.ts';

export const statement = recordView(
  'statement',
  (id, library) => library.person(library.statement(id).speaker).name,
  (id, look) => statementBlocks(look.library.statement(id), look),
);
