/** Puts new records where the pack keeps those of their kind. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { referencesIn } from '../pack/references.ts';
import { asText, withRecords } from './append.ts';
import type { PackChange, PackText } from './change.ts';
import { recordsIn, type WrittenRecord } from './records.ts';
import { freeId, type NewRecord } from './walk.ts';

/**
 * New records in the files of a pack. One that says what another says already is not added again;
 * an id that was taken in the meantime gets a number.
 *
 * @param dir the pack's folder
 * @returns the new texts; the records as they are written; the files, in the pack
 */
export function withNewRecords(
  dir: string,
  files: readonly PackText[],
  wanted: readonly NewRecord[],
): { change: PackChange; result: { files: string[]; added: NewRecord[] } } {
  const records = recordsIn(files);
  const added = withFreeIds(records, wanted);
  const byPath = new Map<string, NewRecord[]>();
  for (const one of added) {
    const path = fileFor(records, one);
    byPath.set(path, [...(byPath.get(path) ?? []), one]);
  }
  const change = new Map<string, string>();
  for (const [path, all] of byPath) {
    const [{ kind } = { kind: 'statements' as const }] = all;
    const own = all.map(({ record }) => record);
    if (kind === 'scenarios') {
      change.set(path, schemaLine(dir, path, 'scenario') + asText(own[0] as object));
      continue;
    }
    const text = files.find((file) => file.path === path)?.text ?? schemaLine(dir, path, kind);
    change.set(path, withRecords(text, own));
  }
  return { change, result: { files: [...change.keys()], added } };
}

function withFreeIds(records: readonly WrittenRecord[], wanted: readonly NewRecord[]): NewRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const ids = new Set(byId.keys());
  const renamed = new Map<string, string>();
  return wanted.flatMap((one) => {
    const { id } = one.record;
    const next = { ...one, record: withIds(one, renamed) } as NewRecord;
    if (ids.has(id)) {
      // Somebody else was quicker, with the same or with something else.
      const there = records.find((record) => isSame(record, next));
      if (there) {
        renamed.set(id, there.id);
        return [];
      }
      next.record.id = freeId(id, ids);
      renamed.set(id, next.record.id);
    }
    ids.add(next.record.id);
    return [next];
  });
}

/** Whether a record says the same, whatever its id is. */
function isSame({ kind, value }: WrittenRecord, one: NewRecord): boolean {
  if (kind !== one.kind) return false;
  // As it comes back from its file: what is undefined is not there.
  const record = JSON.parse(JSON.stringify(one.record));
  return isDeepStrictEqual({ ...value, id: '' }, { ...record, id: '' });
}

/** The record, mentioning what got another id by that. */
function withIds({ kind, record }: NewRecord, renamed: ReadonlyMap<string, string>): object {
  const copy = structuredClone(record) as Record<PropertyKey, unknown>;
  for (const { path, id } of renamed.size === 0 ? [] : referencesIn(kind, record)) {
    const to = renamed.get(id);
    if (to === undefined) continue;
    const holder = path
      .slice(0, -1)
      .reduce<Record<PropertyKey, unknown>>((value, step) => value[step] as typeof copy, copy);
    holder[path.at(-1) as PropertyKey] = to;
  }
  return copy;
}

/** The file with the last record of its kind; for a statement, the last one of its source. */
function fileFor(records: readonly WrittenRecord[], { kind, record }: NewRecord): string {
  if (kind === 'scenarios') return join('scenarios', `${record.id}.yaml`);
  const source = kind === 'statements' ? record.source : undefined;
  const last = records.findLast(
    (one) => one.kind === kind && (source === undefined || one.value.source === source),
  );
  return last?.file ?? join('data', source ? join(kind, `${source}.yaml`) : `${kind}.yaml`);
}

/** The line by which editors find the schema, where the pack has it with it. */
function schemaLine(dir: string, path: string, kind: NewRecord['kind'] | 'scenario'): string {
  const schema = join('schema', `${kind}.schema.json`);
  if (!existsSync(join(dir, schema))) return '';
  return `# yaml-language-server: $schema=${relative(join(path, '..'), schema)}\n`;
}
