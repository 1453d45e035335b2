/** Reads the YAML files of a pack and keeps, for every value, the place where it stands. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isMap, LineCounter, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import type { Problem } from './problem.ts';
import type { RecordKind } from './schema.ts';

/** Far above any pack written by hand; a file beyond them is a mistake or an attack. */
export const LIMITS = {
  fileBytes: 256 * 1024 * 1024,
  aliases: 100,
  records: 1_000_000,
} as const;

/** A record as it stands in the YAML, not validated yet. */
export type RawRecord = {
  kind: RecordKind | 'pack';
  value: unknown;
  place: Place;
};

/** Tells where in its file a value of a record stands. */
export type Place = {
  file: string;
  /** A problem at the value under `path`, or at the nearest thing around it that exists. */
  problem(path: readonly PropertyKey[], message: string, at?: 'key' | 'value'): Problem;
};

export type RawPack = { records: RawRecord[]; problems: Problem[]; files: string[] };

const LIST_KINDS = ['sources', 'people', 'statements', 'figures', 'events', 'relations'] as const;

/**
 * Reads `DIR/scenarios/*.yaml` (a scenario a file), `DIR/data/pack.yaml` and, for every other
 * kind, `DIR/data/KIND.yaml` and `DIR/data/KIND/*.yaml` (lists of records).
 *
 * @param onFile told before each file, for progress
 */
export function readPack(
  dir: string,
  onFile: (done: number, of: number) => void = () => {},
): RawPack {
  const pack: RawPack = { records: [], problems: [], files: [] };
  const files = listFiles(dir, pack.problems);
  for (const [index, { path, kind }] of files.entries()) {
    onFile(index, files.length);
    readFile(dir, path, kind, pack);
    pack.files.push(path);
  }
  return pack;
}

type PackFile = { path: string; kind: RecordKind | 'pack' };

function listFiles(dir: string, problems: Problem[]): PackFile[] {
  const root = tryTo(() => realpathSync(dir));
  if (root === undefined || !statSync(root).isDirectory()) {
    problems.push({
      file: dir,
      message: 'is no folder; a pack is a folder with scenarios/ and data/ in it',
    });
    return [];
  }
  const found: PackFile[] = [];
  const add = (path: string, kind: PackFile['kind']) => {
    const real = tryTo(() => realpathSync(join(dir, path)));
    if (real === undefined) return;
    if (real !== root && !real.startsWith(root + sep)) {
      problems.push({
        file: join(dir, path),
        message: 'is a link that leaves the pack folder; put the file itself there',
      });
      return;
    }
    found.push({ path, kind });
  };
  const addFolder = (folder: string, kind: PackFile['kind']) => {
    for (const name of listYaml(join(dir, folder))) add(join(folder, name), kind);
  };
  add(join('data', 'pack.yaml'), 'pack');
  addFolder('scenarios', 'scenarios');
  for (const kind of LIST_KINDS) {
    add(join('data', `${kind}.yaml`), kind);
    addFolder(join('data', kind), kind);
  }
  if (!found.some(({ kind }) => kind === 'pack')) {
    problems.push({
      file: join(dir, 'data', 'pack.yaml'),
      message: 'is missing; it holds the id, title, description and asOf of the pack',
    });
  }
  if (!found.some(({ kind }) => kind === 'scenarios')) {
    problems.push({
      file: join(dir, 'scenarios'),
      message: 'holds no scenario; write one as scenarios/ID.yaml',
    });
  }
  return found;
}

function listYaml(folder: string): string[] {
  const names = tryTo(() => readdirSync(folder)) ?? [];
  return names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.')).sort();
}

function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function readFile(dir: string, path: string, kind: PackFile['kind'], into: RawPack): void {
  const file = relative('', join(dir, path)) || path;
  const { problems, records } = into;
  const size = statSync(join(dir, path)).size;
  if (size > LIMITS.fileBytes) {
    problems.push({ file, message: `is ${size} bytes; the limit is ${LIMITS.fileBytes}` });
    return;
  }
  const bytes = readFileSync(join(dir, path));
  const source = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) {
    const broken = Buffer.byteLength(source.slice(0, source.indexOf('\uFFFD')));
    const message = `byte ${broken} is no UTF-8; shown as U+FFFD`;
    problems.push({ file, message, warning: true });
  }
  const lines = new LineCounter();
  // The parser recurses: nesting that deep ends in a RangeError, and no record nests deeply.
  const document = tryTo(() => parseDocument(source, { lineCounter: lines, prettyErrors: false }));
  if (document === undefined) {
    problems.push({ file, message: 'is nested too deeply to be read; no record needs that' });
    return;
  }
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    problems.push({ file, line, column: col, message: `is no YAML here: ${error.message}` });
  }
  if (document.errors.length > 0) return;

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: LIMITS.aliases });
  } catch (error) {
    problems.push({ file, message: `has too many aliases: ${(error as Error).message}` });
    return;
  }
  const placeUnder = (prefix: readonly PropertyKey[]): Place => ({
    file,
    problem(path, message, at = 'value') {
      const offset = findOffset(document.contents as Node | null, [...prefix, ...path], at);
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col, message };
    },
  });

  if (kind === 'pack' || kind === 'scenarios') {
    records.push({ kind, value, place: placeUnder([]) });
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      records.push({ kind, value: entry, place: placeUnder([index]) });
    }
  } else if (value !== null) {
    problems.push(
      placeUnder([]).problem([], `holds no list; write each of the ${kind} as "- id: …"`),
    );
  }
  if (records.length > LIMITS.records) {
    problems.push({ file, message: `brings the pack over ${LIMITS.records} records` });
  }
}

function findOffset(root: Node | null, path: readonly PropertyKey[], at: 'key' | 'value'): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === step) : undefined;
    const isLast = depth === path.length - 1;
    const next: Node | null | undefined = pair
      ? ((isLast && at === 'key' ? pair.key : pair.value) as Node | null)
      : ((node as { get?: (key: unknown, keep: true) => Node } | null)?.get?.(step, true) ?? null);
    if (!next) return (pair?.key as Node | undefined)?.range?.[0] ?? offset;
    node = next;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}

function keyOf(pair: Pair): unknown {
  return (pair.key as Scalar | null)?.value;
}
