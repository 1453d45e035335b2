/** What the views of one record each have in common: title, address and content by its id. */

import { KINDS_OF_RECORD } from '../../document/kinds.ts';
import type { Library } from '../../pack/library.ts';
import { type NotNamed, resolve } from '../../pack/naming.ts';
import { decode } from '../encoding.ts';
import type { View } from './view.ts';

export type RecordViewName = 'scenario' | 'statement' | 'person' | 'source';
export type RecordPlace<K extends RecordViewName> = { view: K; id: string };

/** The record that a text names, of these kinds. */
export function recordNamed<K extends RecordViewName>(
  text: string,
  library: Library,
  kinds: readonly K[],
): RecordPlace<K> | NotNamed {
  const named = resolve(decode(text), library, kinds);
  return 'problem' in named ? named : { view: named.kind as K, id: named.id };
}

/** A view of records of a kind. */
export function recordView<K extends RecordViewName>(
  kind: K,
  title: (id: string, library: Library) => string,
): View<RecordPlace<K>, { id: string }> {
  return {
    title: ({ id }, library) => title(id, library),
    address: {
      word: kind,
      isRecord: true,
      format: ({ id }) => id,
      parse: (rest, library) => recordNamed(rest, library, [kind]),
    },
    reads: ({ id }) => ({ id }),
    content: ({ id }, _columns, telling) => ({ blocks: KINDS_OF_RECORD[kind].page(id, telling) }),
    about: (place) => place,
  };
}
