/** A source on a page of its own. */
import { recordView } from './record.ts';

export const source = recordView(
  'source',
  (id, library) => library.source(id)['container-title'] ?? id,
);
