/** Makes a pack point to what it points to in articles that were corrected. */
import type { MovedRecord, SourceAnchors } from '../article/reanchor.ts';
import type { PackData } from '../pack/schema.ts';
import type { Edit } from './edit.ts';

const KINDS = {
  statement: 'statements',
  figure: 'figures',
  event: 'events',
  mention: 'pack',
} as const satisfies Record<MovedRecord['kind'], Edit['kind']>;

/** The numbers and hashes that change. Made again after an interruption, they are what was left. */
export function editsFor(anchors: readonly SourceAnchors[], data: PackData): Edit[] {
  const moves = anchors.flatMap(({ moved }) => moved);
  const hashes = anchors.flatMap(({ source, sha256 }): Edit[] =>
    sha256 === undefined || sha256 === source.sha256
      ? []
      : [{ kind: 'sources', id: source.id, path: ['sha256'], value: sha256 }],
  );
  return [...moves.flatMap((one) => shiftEdits(one, data)), ...hashes];
}

function shiftEdits({ kind, record: id, shift }: MovedRecord, data: PackData): Edit[] {
  const list = {
    statement: data.statements,
    figure: data.figures,
    event: data.events,
    mention: data.pack.mentioned.map((one) => ({ ...one, id: one.title })),
  }[kind];
  const record = list.find((one) => one.id === id) as (typeof list)[number];
  const quotes = 'quotes' in record ? record.quotes : [];
  const edit = (path: Edit['path'], value: number): Edit => ({
    kind: KINDS[kind],
    id,
    path,
    value: value + shift,
  });
  return [
    edit(['span', 'start'], record.span.start),
    edit(['span', 'end'], record.span.end),
    ...quotes.flatMap(({ start, end }, index) => [
      edit(['quotes', index, 'start'], start),
      edit(['quotes', index, 'end'], end),
    ]),
  ];
}
