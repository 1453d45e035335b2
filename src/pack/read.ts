/** Reads the YAML files of a pack and keeps, for every value, the place where it stands. */
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { listPackFiles, type PackFile, readBytes, shownPath } from './files.ts';
import type { Problem } from './problem.ts';
import type { RecordKind } from './schema.ts';
import { readYaml, YAML_LIMITS, type Yaml } from './yaml.ts';

/** Far above any pack written by hand; what is beyond them is a mistake or an attack. */
export const LIMITS = {
  fileBytes: 16 * 2 ** 20,
  records: 1_000_000,
  ...YAML_LIMITS,
} as const;

/** A record as it stands in the YAML, not validated yet. */
export type RawRecord = {
  kind: RecordKind | 'pack';
  value: unknown;
  place: Location;
};

/** Tells where in its file a value of a record stands. */
export type Location = {
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

type ReadOptions = {
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
  const yaml = readYaml(source, limits);
  if (Array.isArray(yaml)) {
    problems.push(...yaml.map((fault) => ({ file, ...fault })));
    into.unreadIds.push(...idsIn(source).map((id) => ({ kind, id })));
    return;
  }
  problems.push(...yaml.warnings.map((fault) => ({ file, ...fault })));
  addRecords(yaml, kind, file, into);
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

function idsIn(source: string): string[] {
  return [...source.matchAll(/^[ -]*id: *["']?([\w-]+)/gm)].map(([, id]) => id ?? '');
}

function addRecords(
  { value, place }: Yaml,
  kind: PackFile['kind'],
  file: string,
  { records, problems }: RawPack,
): void {
  const placeUnder = (prefix: readonly PropertyKey[]): Location => ({
    file,
    problem(path, message, at = 'value') {
      return { file, ...place([...prefix, ...path], at), message };
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
