/** Makes a pack point to what it points to in articles that were corrected. */
import type { MovedRecord, SourceAnchors } from '../article/reanchor.ts';
import type { TextRange } from '../article/text.ts';
import { clean } from '../terminal/text.ts';
import type { PackChange, PackText } from './change.ts';
import { Edits } from './edits.ts';
import { recordsIn, type WrittenRecord } from './records.ts';
import type { YamlPath } from './yaml-edit.ts';

const KINDS = {
  statement: 'statements',
  figure: 'figures',
  event: 'events',
  mention: 'pack',
} as const satisfies Record<MovedRecord['kind'], WrittenRecord['kind']>;

type Anchored = { span: TextRange; quotes?: readonly TextRange[] };

/**
 * The numbers and hashes that change. Made again after an interruption, they are what was left.
 *
 * @throws ChangeRefused naming a file that cannot be changed
 */
export function fixChange(
  files: readonly PackText[],
  anchors: readonly SourceAnchors[],
): PackChange {
  const records = recordsIn(files);
  const edits = new Edits(files);
  for (const { source, sha256, moved } of anchors) {
    if (sha256 !== undefined && sha256 !== source.sha256) {
      const { file, at } = records.find(
        ({ kind, id }) => kind === 'sources' && id === source.id,
      ) as WrittenRecord;
      edits.add(file, { path: [...at, 'sha256'], set: sha256 });
    }
    for (const one of moved) {
      const { file, at, value } = writtenPlace(one, records);
      const shift = (place: TextRange, path: YamlPath) => {
        edits.add(file, { path: [...at, ...path, 'start'], set: place.start + one.shift });
        edits.add(file, { path: [...at, ...path, 'end'], set: place.end + one.shift });
      };
      shift(value.span, ['span']);
      for (const [index, quote] of (value.quotes ?? []).entries()) shift(quote, ['quotes', index]);
    }
  }
  return edits.change();
}

/** Where the offsets of a record are written. */
function writtenPlace(
  { kind, record }: MovedRecord,
  records: readonly WrittenRecord[],
): { file: string; at: YamlPath; value: Anchored } {
  const own = records.filter((one) => one.kind === KINDS[kind]);
  if (kind !== 'mention') {
    const { file, at, value } = own.find(({ id }) => id === record) as WrittenRecord;
    return { file, at, value: value as Anchored };
  }
  const [{ file, value }] = own as [WrittenRecord];
  const mentioned = value.mentioned as (Anchored & { title: string })[];
  // It has no id: its title is told as it is shown.
  const index = mentioned.findIndex(({ title }) => clean(title) === record);
  return { file, at: ['mentioned', index], value: mentioned[index] as Anchored };
}
