/** A scenario on a page of its own. */
import { toRung } from '../rung.ts';
import { type RecordPlace, recordView } from './record.ts';
import type { View } from './view.ts';

export const scenario: View<RecordPlace<'scenario'>, { id: string }> = {
  ...recordView('scenario', (id, library) => library.scenario(id).title),
  actions: { rung: { run: toRung } },
};
