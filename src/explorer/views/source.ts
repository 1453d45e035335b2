/** A source on a page of its own. */
import { sourceBlocks } from '../../view/person.ts';
import { recordView } from './record.ts';

export const source = recordView(
  'source',
  (id, library) => library.source(id)['container-title'] ?? id,
  (id, look) => sourceBlocks(look.library.source(id), look),
);
