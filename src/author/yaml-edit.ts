/**
 * Changes single values of a YAML file: comments and layout stay. The new text is cut into the old
 * one, and believed only if the parser then reads exactly what was meant; where it does not, the
 * file is written anew from its document, which keeps the comments and lays lists out again.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type CST,
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import { YAML_STYLE } from './append.ts';

/** Where a value stands: keys and indexes from the root of the file. */
export type YamlPath = readonly (string | number)[];

/** One change of a file, its path being that before all changes. */
export type YamlEdit =
  /** Puts a value in the place of another one, or where there is none. */
  | { path: YamlPath; set: string | number }
  /** Takes an entry out of a list. */
  | { path: YamlPath; remove: true }
  /** Takes a field out of a record. */
  | { path: YamlPath; unset: true }
  /** Adds entries to a list, which is made where there is none. */
  | { path: YamlPath; append: readonly (string | object)[] };

type Splice = { start: number; end: number; text: string };
type Value = Record<string | number, unknown>;

/** @throws where the file is no YAML, or what is meant cannot be written without harm */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) throw new Error('is no YAML');
  // Entries are taken out last, the later ones first: no path changes before it is used.
  const ordered = [
    ...edits.filter((edit) => !('remove' in edit)),
    ...edits.filter((edit) => 'remove' in edit).toSorted((a, b) => comparePaths(b.path, a.path)),
  ];
  const wanted = { root: document.toJS() as unknown };
  for (const edit of ordered) applyToValue(wanted, edit);

  const splices = ordered.map((edit) => spliceFor(edit, text, document.contents));
  if (splices.every((splice) => splice !== undefined)) {
    const spliced = cut(text, splices);
    if (isDeepStrictEqual(readValue(spliced), wanted.root ?? null)) return spliced;
  }
  for (const edit of ordered) applyToDocument(document, edit);
  const rewritten = document.toString(YAML_STYLE);
  if (isDeepStrictEqual(readValue(rewritten), wanted.root ?? null)) return rewritten;
  throw new Error('is written in a way that only its author can change');
}

function readValue(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

function comparePaths(a: YamlPath, b: YamlPath): number {
  for (const [depth, step] of a.entries()) {
    const other = b[depth];
    if (step === other) continue;
    if (typeof step === 'number' && typeof other === 'number') return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

function applyToValue(holder: { root: unknown }, edit: YamlEdit): void {
  const steps = ['root', ...edit.path];
  const last = steps.pop() as string | number;
  const parent = steps.reduce<Value>((value, step) => value[step] as Value, holder as Value);
  if ('set' in edit) parent[last] = edit.set;
  else if ('unset' in edit) delete parent[last];
  else if ('remove' in edit) (parent as unknown as unknown[]).splice(last as number, 1);
  else parent[last] = [...((parent[last] as unknown[] | undefined) ?? []), ...edit.append];
}

function applyToDocument(document: Document, edit: YamlEdit): void {
  if ('set' in edit) document.setIn(edit.path, edit.set);
  else if ('unset' in edit) document.deleteIn(edit.path);
  else if ('remove' in edit) removeFromDocument(document, edit.path);
  else if (!document.hasIn(edit.path)) document.setIn(edit.path, document.createNode(edit.append));
  else for (const entry of edit.append) document.addIn(edit.path, document.createNode(entry));
}

/** What stands above the first entry may be said of the whole file: it stays. */
function removeFromDocument(document: Document, path: YamlPath): void {
  const { commentBefore } = document.getIn(path, true) as Node;
  document.deleteIn(path);
  if (path.at(-1) !== 0 || !commentBefore) return;
  const [next] = (document.getIn(path.slice(0, -1), true) as { items: Node[] }).items;
  const kept = [commentBefore, next?.commentBefore].filter(Boolean).join('\n');
  if (next) next.commentBefore = kept;
  else document.commentBefore = kept;
}

function cut(text: string, splices: readonly Splice[]): string {
  return splices
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (rest, { start, end, text: put }) => rest.slice(0, start) + put + rest.slice(end),
      text,
    );
}

/** Undefined where the change cannot be made by cutting. */
function spliceFor(edit: YamlEdit, text: string, root: Node | null): Splice | undefined {
  if ('set' in edit) {
    const node = nodeAt(root, edit.path);
    return node ? setSplice(node, edit.set, text) : newFieldSplice(edit.path, edit.set, text, root);
  }
  if ('append' in edit) return appendSplice(edit.path, edit.append, text, root);
  if ('unset' in edit) return unsetSplice(edit.path, text, root);
  const list = nodeAt(root, edit.path.slice(0, -1));
  return isSeq(list) ? removeSplice(list, edit.path.at(-1) as number, text) : undefined;
}

function nodeAt(root: Node | null, path: YamlPath): Node | undefined {
  let node: unknown = root;
  for (const step of path) node = isCollection(node) ? node.get(step, true) : undefined;
  return node as Node | undefined;
}

function setSplice(node: Node, value: string | number, text: string): Splice | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  // The line feed at the end of a text block is part of it.
  const after = text[end - 1] === '\n' ? '\n' : '';
  return { start, end, text: scalarText(value, node.type) + after };
}

/** A value as text in a line, in the quotation marks of the one that it replaces. */
function scalarText(value: string | number, type?: Scalar.Type): string {
  const document = new Document(value);
  if (typeof value === 'string' && type?.startsWith('QUOTE') && isScalar(document.contents)) {
    document.contents.type = type as Scalar.Type;
  }
  return document.toString({ lineWidth: 0 }).trimEnd();
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

type List = Node & { items: unknown[]; flow?: boolean; srcToken?: unknown };

/** The lines of an entry, with the comment directly above and the blank lines below it. */
function removeSplice(list: List, index: number, text: string): Splice | undefined {
  const items = list.items as Node[];
  const range = items[index]?.range;
  if (!range) return undefined;
  if (list.flow) {
    const [before, after] = [items[index - 1]?.range, items[index + 1]?.range];
    if (after) return { start: range[0], end: after[0], text: '' };
    return { start: before ? before[1] : range[0], end: range[1], text: '' };
  }
  const dash = dashOf(list, index);
  if (dash === undefined || text.slice(lineStart(text, dash), dash).trim() !== '') return undefined;
  let start = lineStart(text, dash);
  // What stands above the first entry may be said of the whole file.
  while (index > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, start - 1), start))) {
    start = lineStart(text, start - 1);
  }
  let end = endOfEntry(text, range[1]);
  const isLast = index === items.length - 1;
  if (isLast)
    while (/\n[ \t]*\r?\n$/.test(text.slice(0, start))) start = lineStart(text, start - 1);
  else while (/^[ \t]*\r?\n/.test(text.slice(end))) end = lineEnd(text, end);
  return { start, end, text: '' };
}

/** The lines of a field that has lines of its own. */
function unsetSplice(path: YamlPath, text: string, root: Node | null): Splice | undefined {
  const record = nodeAt(root, path.slice(0, -1));
  if (!isMap(record) || record.flow) return undefined;
  const pair = record.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const [at, end] = [(pair?.key as Node)?.range?.[0], (pair?.value as Node | null)?.range?.[1]];
  if (at === undefined || end === undefined) return undefined;
  const start = lineStart(text, at);
  if (text.slice(start, at).trim() !== '') return undefined;
  return { start, end: endOfEntry(text, end), text: '' };
}

/** The end of the line on which an entry ends; text blocks end with theirs. */
function endOfEntry(text: string, at: number): number {
  return text[at - 1] === '\n' ? at : lineEnd(text, at);
}

function dashOf(list: List, index: number): number | undefined {
  const token = list.srcToken as CST.BlockSequence | undefined;
  if (token?.type !== 'block-seq') return undefined;
  return token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
}

function appendSplice(
  path: YamlPath,
  entries: readonly (string | object)[],
  text: string,
  root: Node | null,
): Splice | undefined {
  const list = nodeAt(root, path);
  if (list === undefined) return newFieldSplice(path, entries, text, root);
  if (!isSeq(list)) return undefined;
  const items = list.items as Node[];
  const end = items.at(-1)?.range?.[1];
  if (list.flow && entries.every((entry) => typeof entry === 'string')) {
    const open = list.range?.[0];
    const at = end ?? (open === undefined ? undefined : open + 1);
    const flowed = new Document(entries);
    if (isSeq(flowed.contents)) flowed.contents.flow = true;
    const put = flowed
      .toString({ lineWidth: 0, flowCollectionPadding: false })
      .trimEnd()
      .slice(1, -1);
    return at === undefined ? undefined : { start: at, end: at, text: end ? `, ${put}` : put };
  }
  const dash = dashOf(list, items.length - 1);
  if (dash === undefined || end === undefined) return undefined;
  return below(text, end, entries, dash - lineStart(text, dash));
}

/** A field that was not there, below the last field of its record. */
function newFieldSplice(
  path: YamlPath,
  value: string | number | readonly (string | object)[],
  text: string,
  root: Node | null,
): Splice | undefined {
  const record = nodeAt(root, path.slice(0, -1));
  const last =
    isMap(record) && !record.flow ? (record.items.at(-1) as Pair | undefined) : undefined;
  const key = last?.key as Node | undefined;
  const end = ((last?.value ?? last?.key) as Node | undefined)?.range?.[1];
  if (!key?.range || end === undefined) return undefined;
  const indent = key.range[0] - lineStart(text, key.range[0]);
  return below(text, end, { [path.at(-1) as string]: value }, indent);
}

function below(text: string, end: number, value: object, indent: number): Splice {
  const at = endOfEntry(text, end);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = new Document(value)
    .toString(YAML_STYLE)
    .replace(/^(?=.)/gm, ' '.repeat(indent))
    .replaceAll('\n', newline);
  return { start: at, end: at, text: text[at - 1] === '\n' ? lines : newline + lines };
}
