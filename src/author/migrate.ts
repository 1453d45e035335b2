/** Rewriting a pack of an older form in that of today: only what changed is touched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { listPackFiles, type PackFile } from '../pack/files.ts';
import { isOldForm, renewed } from '../pack/format.ts';
import { PackError, type Problem } from '../pack/problem.ts';
import { readPack } from '../pack/read.ts';
import { FORMAT } from '../pack/schema.ts';
import { whileLocked, writeChange } from './change.ts';

/** A stretch of a text and what takes its place. */
type Edit = { start: number; end: number; text: string };

/**
 * Brings a pack to the form of today. Comments and layout stay. Nothing is written unless every file
 * can be.
 *
 * @returns the paths of the files that were rewritten, relative to `dir`; none where the pack has
 *   the form of today
 * @throws PackError where files are no YAML, or written in a way that cannot be rewritten
 */
export function migratePack(dir: string): string[] {
  return whileLocked(dir, () => migrate(dir));
}

function migrate(dir: string): string[] {
  const raw = readPack(dir);
  const errors = raw.problems.filter(({ warning }) => !warning);
  if (errors.length > 0) throw new PackError(errors);
  if (!isOldForm(raw)) return [];
  const problems: Problem[] = [];
  const rewritten = listPackFiles(dir, problems).flatMap(({ path, kind }) => {
    const before = readFileSync(join(dir, path), 'utf8');
    const after = inFormToday(before, kind);
    if (after === undefined) problems.push({ file: join(dir, path), message: BY_HAND });
    return after === undefined || after === before ? [] : [{ path, after }];
  });
  if (problems.length > 0) throw new PackError(problems);
  writeChange(dir, new Map(rewritten.map(({ path, after }) => [path, after])));
  return rewritten.map(({ path }) => path);
}

const BY_HAND = 'is written in a way that cannot be changed by itself; change it by hand';

/** The text of a file in the form of today; undefined where that cannot be made of it. */
function inFormToday(text: string, kind: PackFile['kind']): string | undefined {
  const { contents } = parseDocument(text);
  const records = isSeq(contents) ? contents.items : [contents];
  const edits = records.flatMap((node) => (isMap(node) ? editsOf(node, kind, text) : []));
  let after = text;
  for (const { start, end, text: put } of edits.toSorted((a, b) => b.start - a.start)) {
    after = after.slice(0, start) + put + after.slice(end);
  }
  const renew = (value: unknown) => renewed({ kind, value });
  const wanted = valueIn(text);
  const wantedNow = Array.isArray(wanted) ? wanted.map(renew) : renew(wanted);
  return isDeepStrictEqual(valueIn(after), wantedNow) ? after : undefined;
}

function valueIn(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

function editsOf(record: YAMLMap, kind: PackFile['kind'], text: string): Edit[] {
  if (kind === 'scenarios') return titleEdits(record, text);
  if (kind === 'figures') return comparatorEdits(record, text);
  if (kind !== 'pack') return [];
  const mentioned = record.get('mentioned', true);
  const items = isSeq(mentioned) ? mentioned.items.filter(isMap) : [];
  const start = record.range?.[0] ?? 0;
  const head = { start, end: start, text: `format: ${FORMAT}\n` };
  const before = rangeOf(pairOf(record, 'description') ?? record.items[0]).start;
  const language = { start: before, end: before, text: 'language: en\n' };
  return [head, language, ...items.flatMap((item) => titleEdits(item, text))];
}

/** `titleDe: X` becomes `titles: { de: X }`. */
function titleEdits(record: YAMLMap, text: string): Edit[] {
  const pair = pairOf(record, 'titleDe');
  if (!pair || !isScalar(pair.value)) return [];
  const { start, end, valueStart } = rangeOf(pair);
  const written = text.slice(valueStart, end);
  const isWhole = !written.includes('\n') && (/^["'*]/.test(written) || !/[,[\]{}]/.test(written));
  const value = isWhole ? written : JSON.stringify(pair.value.value);
  const rest = /\n*$/.exec(written)?.[0] ?? '';
  return [{ start, end, text: `titles: { de: ${value} }${rest}` }];
}

/** A number without a hedge has no comparator: `exactly` would be one. */
function comparatorEdits(record: YAMLMap, text: string): Edit[] {
  const pair = pairOf(record, 'comparator');
  if (!pair || !isScalar(pair.value) || pair.value.value !== 'exactly') return [];
  const { start, end } = rangeOf(pair);
  if (record.flow)
    return [{ start, end: end + (/^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0), text: '' }];
  const line = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end) + 1;
  return [{ start: line, end: next === 0 ? text.length : next, text: '' }];
}

function pairOf(record: YAMLMap, key: string): Pair | undefined {
  return record.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

type Ranged = { range?: [number, number, number] } | null | undefined;

function rangeOf(pair: Pair | undefined): { start: number; end: number; valueStart: number } {
  const [start = 0] = (pair?.key as Ranged)?.range ?? [];
  const [valueStart = start, end = start] = (pair?.value as Ranged)?.range ?? [];
  return { start, end, valueStart };
}
