/** Packs written for one test. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/**
 * A folder with a pack of one scenario and one source, and these files over it; `null` leaves a
 * file out. It is removed after the tests of the file that asked for it.
 */
export function packFolder(files: Record<string, string | Uint8Array | null> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'rungs-pack-'));
  made.push(dir);
  cpSync('test/pack/smallest', dir, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path);
    rmSync(file, { force: true, recursive: true });
    if (content === null) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return dir;
}

afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});
