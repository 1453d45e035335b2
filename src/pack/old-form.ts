/** Tells that a pack has the form before format 1, from a look at one file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packFolders, shownPath } from './files.ts';

export const OLD_FORM =
  'the pack has the form before format 1; it is read all the same, and "rungs migrate DIR" rewrites it';

const NAMES = ['pack.yaml', 'pack.yml'].map((name) => join('data', name));
/** As a key wherever it stands: where in doubt, nothing is told. */
const FORMAT_KEY = /(?:^|[{,])\s*["']?format["']?\s*:/m;

/**
 * A line for each pack of the old form.
 * @param data as `packFolders` takes it; undefined for the shipped pack, which never is
 */
export function oldForms(data: string | undefined): string[] {
  if (data === undefined) return [];
  return packFolders(data).flatMap((dir) => {
    for (const path of NAMES) {
      const text = textOf(join(dir, path));
      if (text !== undefined) {
        return FORMAT_KEY.test(text) ? [] : [`${shownPath(dir, path)}: ${OLD_FORM}`];
      }
    }
    return [];
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
