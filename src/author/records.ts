/** The records in the files of a pack, each with its place, and what mentions what. */
import { isCollection, LineCounter, type Node, parse, parseDocument } from 'yaml';
import { type Reference, referencesIn } from '../pack/references.ts';
import type { PackText } from './change.ts';
import type { YamlPath } from './yaml-edit.ts';

/** A record as it is written, and where. */
export type WrittenRecord = {
  kind: PackText['kind'];
  id: string;
  value: Record<string, unknown>;
  /** Of the file, in the pack. */
  file: string;
  /** In the file. */
  at: YamlPath;
};

/** A record that mentions another one, and where it does. */
export type Mention = { by: WrittenRecord; reference: Reference; path: YamlPath };

/** All records of a pack that has no errors. */
export function recordsIn(files: readonly PackText[]): WrittenRecord[] {
  return files.flatMap(({ path: file, kind, text }) => {
    const value: unknown = parse(text);
    const entries = Array.isArray(value) ? value : value === null ? [] : [value];
    return entries.map((entry, index) => ({
      kind,
      id: String(entry.id),
      value: entry,
      file,
      at: Array.isArray(value) ? [index] : [],
    }));
  });
}

/** Every place in which a record is mentioned. */
export function mentionsOf(
  { kind, id }: WrittenRecord,
  records: readonly WrittenRecord[],
): Mention[] {
  return records.flatMap((by) =>
    referencesIn(by.kind, by.value)
      .filter((reference) => reference.kind === kind && reference.id === id)
      .map((reference) => ({
        by,
        reference,
        path: [...by.at, ...(reference.path as YamlPath)],
      })),
  );
}

/** The place of a value as `file:line:column`. */
export function shownPlace(files: readonly PackText[], file: string, path: YamlPath): string {
  const lines = new LineCounter();
  const text = files.find((one) => one.path === file)?.text ?? '';
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
  for (const step of path) node = isCollection(node) ? node.get(step, true) : undefined;
  const { line, col } = lines.linePos((node as Node | undefined)?.range?.[0] ?? 0);
  return `${file}:${line}:${col}`;
}
