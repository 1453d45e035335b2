/** Changes single values in the files of a pack: all else stays as it is, to the byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { listPackFiles, type PackFile } from '../pack/files.ts';
import type { RecordKind } from '../pack/schema.ts';
import { writeChange } from './change.ts';

/** Another value for a field that is there already. */
export type Edit = {
  kind: RecordKind | 'pack';
  /** The record; of what is mentioned in pack.yaml, its title. */
  id: string;
  /** The path to the field within the record. */
  path: readonly (string | number)[];
  value: string | number;
};

/**
 * The text of a YAML file with other values in it.
 *
 * @param edits with the path from the root of the file
 * @throws where a field is no plain value, or more than these fields would change
 */
export function withValues(
  text: string,
  edits: readonly { path: readonly (string | number)[]; value: string | number }[],
): string {
  const document = parseDocument(text);
  const places = edits.map(({ path, value }) => {
    const node = document.getIn(path, true) as Node | undefined;
    if (!isScalar(node) || !node.range) throw new Error(`holds no value at ${path.join('.')}`);
    const [start, end] = node.range;
    return { start, end, text: written(node, value) };
  });
  let changed = text;
  for (const { start, end, text: part } of places.toSorted((a, b) => b.start - a.start)) {
    changed = changed.slice(0, start) + part + changed.slice(end);
  }
  for (const { path, value } of edits) document.setIn(path, value);
  if (!isDeepStrictEqual(parseDocument(changed).toJS(), document.toJS())) {
    throw new Error('cannot be changed in place');
  }
  return changed;
}

/** A value in the quotation marks of the one before; in some where it would be read as a number. */
function written({ type }: Scalar, value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value);
  const isText = parseDocument(value).toJS() === value;
  return type === Scalar.QUOTE_SINGLE || !isText ? `'${value.replaceAll("'", "''")}'` : value;
}

/** A file of a pack with its text before and after. */
export type EditedFile = { path: string; before: string; after: string };

/**
 * The files of a pack that some edits change; nothing is written.
 *
 * @throws where a record is not found, or a file cannot be changed in place
 */
export function editedFiles(dir: string, edits: readonly Edit[]): EditedFile[] {
  const left = new Set(edits);
  const files = listPackFiles(dir, []).flatMap(({ path, kind }) => {
    const own = [...left].filter((edit) => edit.kind === kind);
    if (own.length === 0) return [];
    const before = readFileSync(join(dir, path), 'utf8');
    const roots = rootsOf(before, kind);
    const found = own.flatMap((edit) => {
      const root = roots.get(edit.id);
      if (!root) return [];
      left.delete(edit);
      return [{ path: [...root, ...edit.path], value: edit.value }];
    });
    if (found.length === 0) return [];
    try {
      return [{ path, before, after: withValues(before, found) }];
    } catch (error) {
      throw new Error(`${path} ${(error as Error).message}`);
    }
  });
  const [lost] = left;
  if (lost) throw new Error(`no record ${lost.id} in ${dir}`);
  return files;
}

/** Where each record of a file begins in it. */
function rootsOf(text: string, kind: PackFile['kind']): Map<string, (string | number)[]> {
  const document = parseDocument(text);
  const idOf = (path: (string | number)[], field: string) =>
    String(document.getIn([...path, field]));
  const items = (path: (string | number)[]) => {
    const list = path.length === 0 ? document.contents : document.getIn(path);
    return isSeq(list) ? list.items.map((_, index) => [...path, index]) : [];
  };
  if (kind === 'scenarios') return new Map([[idOf([], 'id'), []]]);
  if (kind === 'pack') {
    return new Map(items(['mentioned']).map((path) => [idOf(path, 'title'), path]));
  }
  return new Map(items([]).map((path) => [idOf(path, 'id'), path]));
}

/** Writes edited files: all of them, or none. */
export function writeEdited(dir: string, files: readonly EditedFile[]): string[] {
  writeChange(dir, new Map(files.map(({ path, after }) => [path, after])));
  return files.map(({ path }) => path);
}
