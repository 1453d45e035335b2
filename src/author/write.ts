/** Puts new records where the pack keeps those of their kind. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { RawPack } from '../pack/read.ts';
import { appendRecords } from './append.ts';
import type { NewRecord } from './walk.ts';

/**
 * Adds records to the files of a pack, each file once and whole. Sources and people come before
 * what mentions them: when it is interrupted between two files, nothing mentions what is not there.
 *
 * @param raw the pack as it was read
 * @returns the files written, relative to `dir`, each once
 */
export function writeRecords(dir: string, raw: RawPack, added: readonly NewRecord[]): string[] {
  const ordered = ORDER.flatMap((kind) => added.filter((one) => one.kind === kind));
  const byPath = new Map<string, NewRecord[]>();
  for (const one of ordered) {
    const path = fileFor(dir, raw, one);
    byPath.set(path, [...(byPath.get(path) ?? []), one]);
  }
  return [...byPath].map(([path, all]) => {
    const [{ kind } = { kind: 'statements' as const }] = all;
    const records = all.map(({ record }) => record);
    appendRecords(path, records, schemaLine(dir, path, kind));
    return relative(dir, path);
  });
}

const ORDER = ['sources', 'people', 'scenarios', 'statements'] as const;

/** The file with the last record of its kind; for a statement, the last one of its source. */
function fileFor(dir: string, raw: RawPack, { kind, record }: NewRecord): string {
  const source = kind === 'statements' ? record.source : undefined;
  const isBeside = ({ value }: RawPack['records'][number]) =>
    source === undefined || (value as { source?: unknown } | null)?.source === source;
  const last = raw.records.findLast((one) => one.kind === kind && isBeside(one));
  if (last) return resolve(last.place.file);
  return join(resolve(dir), 'data', source ? join(kind, `${source}.yaml`) : `${kind}.yaml`);
}

/** The line by which editors find the schema, where the pack has it with it. */
function schemaLine(dir: string, path: string, kind: NewRecord['kind']): string {
  const schema = join(resolve(dir), 'schema', `${kind}.schema.json`);
  if (!existsSync(schema)) return '';
  return `# yaml-language-server: $schema=${relative(join(path, '..'), schema)}\n`;
}
