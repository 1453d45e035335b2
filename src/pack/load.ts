/** A pack read from its files, checked and made safe to show. */
import { clean, disarm } from '../terminal/text.ts';
import { checkPack } from './check.ts';
import { NO_SCENARIO, packFolders } from './files.ts';
import { PackError, type Problem } from './problem.ts';
import { type RawPack, readPack } from './read.ts';
import type { PackData } from './schema.ts';

export { packFolders };

type LoadOptions = {
  /** Told before each file, for progress. */
  onFile?: (done: number, of: number) => void;
  /** Told of each problem that does not keep the pack from being used. */
  onWarning?: (problem: Problem) => void;
  /** A pack that has no scenario yet can be added to. */
  mayLackScenarios?: boolean;
};

/**
 * Reads a pack from its YAML files, validates it and makes its text safe to show.
 *
 * @param data as `packFolders` takes it; several packs become one (see `checkPack`)
 * @throws PackError with every problem found
 */
export function loadPack(data: string, { onFile, ...options }: LoadOptions = {}): PackData {
  return packOf(
    packFolders(data).map((dir) => readPack(dir, { onFile })),
    options,
  );
}

/**
 * The pack that was read from folders, for those who need that, too.
 *
 * @throws PackError as `loadPack`
 */
export function packOf(
  raws: readonly RawPack[],
  { onWarning, mayLackScenarios = false }: Omit<LoadOptions, 'onFile'> = {},
): PackData {
  const { data: records, problems } = checkPack(...raws);
  const isBegun = mayLackScenarios && records.scenarios.length === 0;
  const isInTheWay = ({ warning, message }: Problem) =>
    !warning && !(isBegun && message.startsWith(NO_SCENARIO));
  if (problems.some(isInTheWay)) throw new PackError(problems);
  for (const problem of problems) onWarning?.(problem);
  cleanWithin(records);
  return records;
}

/**
 * Cleans every string in a value, in place: the one border that pack text crosses. Quoted words
 * keep all that can do no harm: they are what stands in the source, to the code point.
 */
function cleanWithin(value: object): void {
  const holder = value as Record<string, unknown>;
  for (const [key, entry] of Object.entries(holder)) {
    if (typeof entry === 'string') holder[key] = key === 'exact' ? disarm(entry) : clean(entry);
    else if (typeof entry === 'object' && entry !== null) cleanWithin(entry);
  }
}
