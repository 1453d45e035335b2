/** Builds the program once before the tests that run it, if anything it is made of is newer. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const MADE_OF = ['src', 'data', 'scenarios', 'tools', 'package.json'];

export default function setup(): void {
  if (newest(join(root, 'dist')) >= Math.max(...MADE_OF.map((path) => newest(join(root, path)))))
    return;
  execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: 'inherit' });
}

/** When the newest file of a folder was written, in milliseconds; 0 where there is none. */
function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
