/** Whether the files of packs changed on disk. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { changeIn } from '../system/watch.ts';
import { listPackFiles } from './files.ts';

/**
 * Waits until something changed in the folders of packs, which need not be one of their files;
 * watching begins at once.
 *
 * @returns whether something did; not so where `signal` ended the waiting
 */
export function packChange(dirs: readonly string[], signal: AbortSignal): Promise<boolean> {
  return changeIn(dirs.flatMap(foldersIn), signal);
}

/** Where files of a pack can be: folders of packs are not deep. */
function foldersIn(dir: string): string[] {
  // A folder that is gone for a moment comes back in the one that it was in.
  if (!existsSync(dir)) return [dirname(resolve(dir))];
  const data = join(dir, 'data');
  const isFolder = statSync(data, { throwIfNoEntry: false })?.isDirectory();
  const inside = isFolder ? readdirSync(data, { withFileTypes: true }) : [];
  const below = inside.filter((one) => one.isDirectory()).map(({ name }) => join(data, name));
  return [dir, data, join(dir, 'scenarios'), ...below];
}

/** Another text whenever a file of a pack came, went or was written. */
export function packStamp(dirs: readonly string[]): string {
  const files = dirs.flatMap((dir) =>
    listPackFiles(dir, []).map(({ path }) => {
      const { mtimeMs, size, ino } = statSync(join(dir, path), { throwIfNoEntry: false }) ?? {};
      return [dir, path, mtimeMs, size, ino];
    }),
  );
  return JSON.stringify(files);
}
