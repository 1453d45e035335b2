/** By what a statement can be checked: offsets and hashes, which nobody reads before they ask. */
import { proofPage } from '../../document/statement.ts';
import { recordNamed } from './record.ts';
import type { View } from './view.ts';

/** `id` is that of the statement. */
type ProofPlace = { view: 'proof'; id: string };

export const proof: View<ProofPlace, { id: string }> = {
  title: () => 'Proof',
  address: {
    word: 'proof',
    format: ({ id }) => id,
    parse(rest, library) {
      const named = recordNamed(rest, library, ['statement']);
      return 'problem' in named ? named : { view: 'proof', id: named.id };
    },
  },
  reads: ({ id }) => ({ id }),
  content: ({ id }, _columns, telling) => ({
    blocks: proofPage(telling.library.statement(id), telling),
  }),
  about: ({ id }) => ({ view: 'statement', id }),
};
