/** Waiting until something in folders changes; the system tells, nothing is asked over and over. */
import { type FSWatcher, watch } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLED_MS = 100;

/**
 * Waits until something in one of the folders changed and is quiet again; watching begins at once.
 *
 * @param folders each by itself, without those in it; one that is gone is left out
 * @returns whether something changed; not so where `signal` ended the waiting
 */
export function changeIn(folders: readonly string[], signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const watchers: FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    const end = (isChanged: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      for (const watcher of watchers) watcher.close();
      resolve(isChanged);
    };
    const stop = () => end(false);
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(end, SETTLED_MS, true);
    };
    if (signal.aborted) return end(false);
    signal.addEventListener('abort', stop);
    for (const folder of folders) {
      try {
        watchers.push(watch(folder, changed).on('error', changed));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  });
}
