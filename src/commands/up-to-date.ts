/** Keeps an explorer to its pack as it is on disk. */
import { packChange, packStamp } from '../pack/changes.ts';
import { packFolders } from '../pack/files.ts';
import { createLibrary } from '../pack/library.ts';
import { formatProblem, type PackError } from '../pack/problem.ts';
import type { PackParts } from '../screen/open.ts';
import { createSearch } from '../search/engine.ts';
import { openPack } from '../store/open.ts';

/**
 * Reads a pack again whenever one of its files has changed, until it is ended.
 *
 * @param dir as `packFolders` takes it
 * @param before the stamp of its files when it was read
 * @param renew given the pack as it is now, or the first thing that is wrong with it
 */
export function keepUpToDate(
  dir: string,
  before: string,
  renew: (read: PackParts | { problem: string }) => void,
): { look(): Promise<void>; end(): void } {
  const dirs = packFolders(dir);
  const ending = new AbortController();
  let seen = before;
  const look = async () => {
    const stamp = packStamp(dirs);
    if (stamp === seen) return;
    seen = stamp;
    let read: PackParts | { problem: string };
    try {
      const pack = await openPack(dir);
      read = { library: createLibrary(pack.data), search: createSearch(pack) };
    } catch (error) {
      read = { problem: problemOf(error) };
    }
    // What was read while it changed again is not told.
    if (!ending.signal.aborted && stamp === seen) renew(read);
  };
  const keep = async () => {
    // Watched before it is looked at: what changes meanwhile is not missed.
    for (let isChanged = true; isChanged; ) {
      const change = packChange(dirs, ending.signal);
      await look();
      isChanged = await change;
    }
  };
  // A system that watches no more folders is asked again after an editor was open.
  keep().catch(() => {});
  return { look, end: () => ending.abort() };
}

/** The first thing that is wrong, with its place, and how much more there is. */
function problemOf(error: unknown): string {
  const { problems = [], message } = error as Partial<PackError>;
  const errors = problems.filter(({ warning }) => !warning);
  const [first] = errors;
  if (!first) return message ?? '';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more; rungs check tells all)` : '';
  return formatProblem(first) + more;
}
