/**
 * Large packs, compiled, kept between starts: reading a hundred thousand statements from YAML takes
 * minutes. Safe to lose: what is missing, damaged or older than its files is made again.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { listPackFiles, packFolders } from '../pack/files.ts';
import type { Problem } from '../pack/problem.ts';
import { sha256 } from '../pack/sha256.ts';
import { userFolder } from '../system/folders.ts';
import { writeWhole } from '../system/write.ts';
import type { CompiledPack } from './compiled.ts';

/** Smaller packs are read nearly as fast as their cache. */
const KEPT_FROM = 500;

const LONG_BYTES = 40_000_000;

type Kept = { key: string; pack: CompiledPack };

export type PackCache = {
  /**
   * The pack as it was kept; undefined where nothing is, or not of these very files.
   *
   * @param onLong told before what will take a second or more
   */
  read(onLong?: () => void): CompiledPack | undefined;
  /** Keeps a pack if it is large; where nothing can be written, nothing is kept. */
  write(pack: CompiledPack): void;
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
  const name = hash(packFolders(data).map((dir) => resolve(dir))).slice(0, 16);
  const file = join(userFolder('cache', env), `${name}.pack`);
  return {
    read(onLong) {
      if (key === undefined) return undefined;
      try {
        if (statSync(file).size > LONG_BYTES) onLong?.();
        const kept: Kept = deserialize(readFileSync(file));
        return kept.key === key ? kept.pack : undefined;
      } catch {
        return undefined;
      }
    },
    write(pack) {
      if (key === undefined || pack.records.length < KEPT_FROM) return;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        const kept: Kept = { key, pack };
        writeWhole(file, serialize(kept), { mode: 0o600, links: 'replace' });
      } catch {
        // The next start makes it again.
      }
    },
  };
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
