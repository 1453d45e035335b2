/** Reads the YAML files of a pack and keeps, for every value, the place where it stands. */
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import {
  type Document,
  isMap,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { listPackFiles, type PackFile, readBytes, shownPath } from './files.ts';
import type { Problem } from './problem.ts';
import type { RecordKind } from './schema.ts';

/** Far above any pack written by hand; what is beyond them is a mistake or an attack. */
export const LIMITS = {
  fileBytes: 64 * 2 ** 20,
  /** How often one file may repeat values through aliases, nested ones multiplied. */
  aliases: 100,
  depth: 50,
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

export type RawPack = {
  records: RawRecord[];
  /** Ids in files that are no YAML: a record that mentions one is not wrong as well. */
  unreadIds: { kind: RecordKind | 'pack'; id: string }[];
  problems: Problem[];
};

export type ReadOptions = {
  /** Told before each file, for progress. */
  onFile?: ((done: number, of: number) => void) | undefined;
  limits?: { [limit in keyof typeof LIMITS]: number };
};

/** Reads all files of a pack; what cannot be read is a problem, never an exception. */
export function readPack(dir: string, { onFile, limits = LIMITS }: ReadOptions = {}): RawPack {
  const pack: RawPack = { records: [], unreadIds: [], problems: [] };
  const files = listPackFiles(dir, pack.problems);
  for (const [index, file] of files.entries()) {
    onFile?.(index, files.length);
    readFile(dir, file, limits, pack);
    if (pack.records.length > limits.records) {
      const message = `brings the pack to more than ${limits.records} records; nothing after it was read`;
      pack.problems.push({ file: shownPath(dir, file.path), message });
      break;
    }
  }
  return pack;
}

function readFile(
  dir: string,
  { path, kind }: PackFile,
  limits: NonNullable<ReadOptions['limits']>,
  into: RawPack,
): void {
  const file = shownPath(dir, path);
  const { problems } = into;
  const bytes = readBytes(join(dir, path), limits.fileBytes);
  if ('message' in bytes) {
    problems.push({ file, message: bytes.message });
    return;
  }
  const source = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) {
    problems.push(encodingProblem(file, bytes, source));
    into.unreadIds.push(...idsIn(source).map((id) => ({ kind, id })));
    return;
  }
  try {
    const { document, lines } = parse(source);
    problems.push(...syntaxProblems(file, lines, document.errors, source));
    for (const warning of document.warnings) {
      problems.push({ ...syntaxProblem(file, lines, warning), warning: true });
    }
    if (document.errors.length > 0) {
      into.unreadIds.push(...idsIn(source).map((id) => ({ kind, id })));
      return;
    }
    const value: unknown = document.toJS({ maxAliasCount: limits.aliases });
    if (isDeeper(value, limits.depth)) problems.push({ file, message: TOO_DEEP });
    else addRecords(value, kind, file, again(source), into);
  } catch (error) {
    problems.push({ file, message: refusalMessage(error, limits.aliases) });
  }
}

function encodingProblem(file: string, bytes: Uint8Array, source: string): Problem {
  if (UTF16_MARKS.some((mark) => bytes[0] === mark[0] && bytes[1] === mark[1])) {
    return { file, message: 'is UTF-16; save it as UTF-8' };
  }
  const before = source.slice(0, source.indexOf('\uFFFD'));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const offset = Buffer.byteLength(before);
  const message = `byte ${offset} of the file is no UTF-8; save the file as UTF-8`;
  return { file, line, column, message };
}

const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/** What people do wrong in YAML, in words that say what would be right. */
const SYNTAX_HINTS: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'the fields of a record begin in the same column',
  BAD_SCALAR_START: 'a value cannot begin with this character; put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a text with ": " in it must be in quotes or begin with >- on a line before',
  DUPLICATE_KEY: 'a field stands here for the second time; keep one of them',
  MISSING_CHAR: 'a closing quote, bracket or colon is missing',
  MULTIPLE_DOCS: 'a file holds one document; remove the line ---',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  TAG_RESOLVE_FAILED: 'tags that begin with ! have no meaning here; put the text in quotes',
  UNEXPECTED_TOKEN: 'text after a closing quote; put all of it in other quotes',
};

/**
 * What is wrong with a text that is no YAML. A tab before a value makes the parser trip many times
 * further on, each time over something else: then only the tab is told.
 */
function syntaxProblems(
  file: string,
  lines: LineCounter,
  errors: readonly YAMLError[],
  source: string,
): Problem[] {
  const tab = /^ *\t/m.exec(source);
  const isFirst = tab !== null && tab.index <= (errors[0]?.pos[1] ?? -1);
  if (!isFirst) return errors.map((error) => syntaxProblem(file, lines, error));
  const { line, col } = lines.linePos(tab.index + tab[0].length - 1);
  return [{ file, line, column: col, message: `is no YAML: ${SYNTAX_HINTS.TAB_AS_INDENT}` }];
}

function syntaxProblem(file: string, lines: LineCounter, error: YAMLError): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  const hint = SYNTAX_HINTS[error.code];
  if (error.code === 'RESOURCE_EXHAUSTION') return { file, line, column: col, message: TOO_DEEP };
  const message = hint ? `is no YAML: ${hint} (${error.message})` : `is no YAML: ${error.message}`;
  return { file, line, column: col, message };
}

function idsIn(source: string): string[] {
  return [...source.matchAll(/^[ -]*id: *["']?([\w-]+)/gm)].map(([, id]) => id ?? '');
}

const TOO_DEEP = 'is nested too deeply; no record needs that';

/** Whether a value is nested deeper than that; one that holds itself is. */
function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((entry) => isDeeper(entry, levels - 1));
}

/** The parser recurses and resolves aliases; it gives up on what no record needs. */
function refusalMessage(error: unknown, aliases: number): string {
  if (error instanceof RangeError) return TOO_DEEP;
  if (error instanceof ReferenceError) {
    const [, name] = /^Unresolved alias.*: (.*)$/.exec(error.message) ?? [];
    if (name) return `"*${name}" is an alias of nothing; a text that begins with * needs quotes`;
    return `repeats values through aliases (*name) more than ${aliases} times; write them out`;
  }
  throw error;
}

type Parsed = { document: Document.Parsed; lines: LineCounter };

function parse(source: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(source, { lineCounter: lines, prettyErrors: false }), lines };
}

/** Parses once more when a place is asked for: nodes take far more memory than their text. */
function again(source: string): () => Parsed {
  let parsed: Parsed | undefined;
  return () => {
    parsed ??= parse(source);
    return parsed;
  };
}

function addRecords(
  value: unknown,
  kind: PackFile['kind'],
  file: string,
  parsed: () => Parsed,
  { records, problems }: RawPack,
): void {
  const placeUnder = (prefix: readonly PropertyKey[]): Place => ({
    file,
    problem(path, message, at = 'value') {
      const { document, lines } = parsed();
      const offset = findOffset(document.contents as Node | null, [...prefix, ...path], at);
      const { line, col } = lines.linePos(offset);
      return { file, line: Math.max(1, line), column: Math.max(1, col), message };
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
