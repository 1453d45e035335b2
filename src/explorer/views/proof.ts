/** By what a statement can be checked: offsets and hashes, which nobody reads before they ask. */
import { proofPage } from '../../document/statement.ts';
import { ofRecord } from './record.ts';
import type { View } from './view.ts';

/** `id` is that of the statement. */
type ProofPlace = { view: 'proof'; id: string };

export const proof: View<ProofPlace, { id: string }> = {
  ...ofRecord('proof', 'statement'),
  title: () => 'Proof',
  content: ({ id }, _columns, telling) => ({
    blocks: proofPage(telling.library.statement(id), telling),
  }),
};
