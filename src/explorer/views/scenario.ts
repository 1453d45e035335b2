/** A scenario on a page of its own. */
import { stanceLabel } from '../../view/labels.ts';
import { scenarioBlocks } from '../../view/scenario.ts';
import { toRung } from '../rung.ts';
import { type RecordPlace, recordView } from './record.ts';
import type { View } from './view.ts';

export const scenario: View<RecordPlace<'scenario'>, { id: string }> = {
  ...recordView(
    'scenario',
    (id, library) => library.scenario(id).title,
    (id, look) => scenarioBlocks(look.library.scenario(id), look),
  ),
  actions: { rung: { run: toRung } },
  spoken: {
    selected({ view, id }, place, _state, library) {
      if (view !== 'statement') return {};
      const here = library.statement(id).stances.filter(({ scenario }) => scenario === place.id);
      return { lead: here.map(stanceLabel).join(', ') };
    },
  },
};
