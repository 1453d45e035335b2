import { clean } from '../terminal/text.ts';
import { checkPack } from './check.ts';
import { packFolders } from './files.ts';
import { PackError, type Problem } from './problem.ts';
import { readPack } from './read.ts';
import type { PackData } from './schema.ts';

export { packFolders };

export type LoadOptions = {
  /** Told before each file, for progress. */
  onFile?: (done: number, of: number) => void;
  /** Told of each problem that does not keep the pack from being used. */
  onWarning?: (problem: Problem) => void;
};

/**
 * Reads a pack from its YAML files, validates it and makes its text safe to show.
 *
 * @param data as `packFolders` takes it; several packs become one (see `checkPack`)
 * @throws PackError with every problem found
 */
export function loadPack(data: string, { onFile, onWarning }: LoadOptions = {}): PackData {
  const raws = packFolders(data).map((dir) => readPack(dir, { onFile }));
  const { data: records, problems } = checkPack(...raws);
  if (problems.some(({ warning }) => !warning)) throw new PackError(problems);
  for (const problem of problems) onWarning?.(problem);
  return cleanDeep(records);
}

/** Every string of a value, cleaned: the one border that pack text crosses. */
function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map(cleanDeep) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, cleanDeep(entry)]),
  ) as T;
}
