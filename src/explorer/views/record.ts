/** The views of one record each: a scenario, a statement, a person or a source on a page of its own. */
import type { RecordTarget } from '../../document/document.ts';
import { KINDS_OF_RECORD } from '../../document/kinds.ts';
import type { Library } from '../../pack/library.ts';
import { type NotNamed, resolve } from '../../pack/naming.ts';
import { decode } from '../encoding.ts';
import { toRung } from '../rung.ts';
import type { View } from './view.ts';

type RecordKind = RecordTarget['view'];
type IdPlace<Name> = { view: Name; id: string };
type IdView<Name extends string> = View<IdPlace<Name>, { id: string }>;

/** The record that a text names, of these kinds. */
export function recordNamed<K extends RecordKind>(
  text: string,
  library: Library,
  kinds: readonly K[],
): IdPlace<K> | NotNamed {
  const named = resolve(decode(text), library, kinds);
  return 'problem' in named ? named : { view: named.kind as K, id: named.id };
}

/** What views that show something of one record have in common. @param kind of the record */
export function ofRecord<Name extends string>(
  view: Name,
  kind: RecordKind,
): Pick<IdView<Name>, 'address' | 'reads' | 'about'> {
  return {
    address: {
      word: view,
      format: ({ id }) => id,
      parse(rest, library) {
        const named = recordNamed(rest, library, [kind]);
        return 'problem' in named ? named : { view, id: named.id };
      },
    },
    reads: ({ id }) => ({ id }),
    about: ({ id }) => ({ view: kind, id }),
  };
}

function recordView<K extends RecordKind>(
  kind: K,
  title: (id: string, library: Library) => string,
): IdView<K> {
  const { address, ...rest } = ofRecord(kind, kind);
  return {
    ...rest,
    title: ({ id }, library) => title(id, library),
    address: { ...address, isRecord: true },
    content: ({ id }, _columns, telling) => ({ blocks: KINDS_OF_RECORD[kind].page(id, telling) }),
  };
}

export const scenario: IdView<'scenario'> = {
  ...recordView('scenario', (id, library) => library.scenario(id).title),
  actions: { rung: { run: toRung } },
  rung: ({ id }) => id,
};

export const statement: IdView<'statement'> = {
  ...recordView('statement', (id, library) => library.person(library.statement(id).speaker).name),
  rung: ({ id }, library) => library.statement(id).stances[0]?.scenario,
};

export const person = recordView('person', (id, library) => library.person(id).name);

export const source = recordView(
  'source',
  (id, library) => library.source(id)['container-title'] ?? id,
);

/** The kinds of record that have a page. */
export const RECORD_VIEWS: readonly RecordKind[] = ['scenario', 'statement', 'person', 'source'];
