/**
 * Large packs, compiled, kept between starts: reading a hundred thousand statements from YAML takes
 * minutes. Safe to lose: what is missing, damaged or older than its files is made again.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listPackFiles, packFolders } from '../pack/files.ts';
import type { Problem } from '../pack/problem.ts';
import { sha256 } from '../pack/sha256.ts';
import { userFolder } from '../system/folders.ts';
import { cleanUp, readSealed, writeSealed } from '../system/sealed.ts';
import type { Shipped, ShippedParts } from './compiled.ts';

/** Smaller packs are read nearly as fast as their cache. */
const KEPT_FROM = 500;

const LONG_BYTES = 40_000_000;

/** The parts in the order in which they lie in the file, after the length of each. */
const PARTS: readonly (keyof Shipped)[] = [
  'pack',
  'search',
  'starts',
  'postings',
  'texts',
  'facets',
];
const LENGTH_BYTES = 8;

type PackCache = {
  /**
   * The parts of the pack as it was kept; undefined where nothing is, or not of these very files.
   *
   * @param onLong told before what will take a second or more
   */
  read(onLong?: () => void): ((name: keyof Shipped) => Buffer) | undefined;
  /**
   * Keeps a pack if it is large; where nothing can be written, nothing is kept.
   *
   * @param records how many records are searched in it
   */
  write(records: number, parts: () => ShippedParts): void;
};

/**
 * The cache of the pack in some folders, in $XDG_CACHE_HOME/rungs or ~/.cache/rungs.
 *
 * @param data as `packFolders` takes it
 * @param program what changes with the program that reads and writes it
 */
export function packCache(
  data: string,
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): PackCache {
  const key = keyOf(data, program);
  const folder = userFolder('cache', env);
  const name = hash(packFolders(data).map((dir) => resolve(dir))).slice(0, 16);
  const file = join(folder, `${name}.pack`);
  return {
    read(onLong) {
      if (key === undefined) return undefined;
      const bytes = readSealed(file, key, (size) => size > LONG_BYTES && onLong?.());
      return bytes && partsIn(bytes);
    },
    write(records, parts) {
      if (key === undefined || records < KEPT_FROM) return;
      try {
        writeSealed(file, key, joined(parts()));
        cleanUp(folder);
      } catch {
        // The next start makes it again.
      }
    },
  };
}

function joined(parts: ShippedParts): Uint8Array[] {
  const bytes = PARTS.map((name) => parts[name]);
  const lengths = Float64Array.from(bytes, ({ length }) => length);
  return [new Uint8Array(lengths.buffer), ...bytes];
}

function partsIn(bytes: Buffer): (name: keyof Shipped) => Buffer {
  let end = PARTS.length * LENGTH_BYTES;
  const places = new Map(
    PARTS.map((name, at) => {
      const start = end;
      end += bytes.readDoubleLE(at * LENGTH_BYTES);
      return [name, bytes.subarray(start, end)];
    }),
  );
  return (name) => places.get(name) as Buffer;
}

/** What a change of any file changes; undefined where a file cannot be read, which is to be told. */
function keyOf(data: string, program: string): string | undefined {
  const problems: Problem[] = [];
  try {
    const files = packFolders(data).flatMap((dir) =>
      listPackFiles(dir, problems).map(({ path }) => {
        const { size, mtimeMs, ctimeMs } = statSync(join(dir, path));
        return [resolve(dir, path), size, mtimeMs, ctimeMs];
      }),
    );
    return problems.length > 0 ? undefined : hash([program, files]);
  } catch {
    return undefined;
  }
}

const hash = (value: unknown): string => sha256(JSON.stringify(value));
