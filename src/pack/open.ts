import { readFileSync } from 'node:fs';
import type { CompiledPack } from './compile.ts';

/**
 * The pack that is shipped, compiled by the build; or the one in a folder, read from its YAML.
 *
 * @throws PackError when the folder holds no valid pack
 */
export async function openPack(dir: string | undefined): Promise<CompiledPack> {
  if (dir === undefined) {
    return JSON.parse(readFileSync(new URL('./pack.json', import.meta.url), 'utf8'));
  }
  const [{ loadPack }, { compilePack }] = await Promise.all([
    import('./load.ts'),
    import('./compile.ts'),
  ]);
  return compilePack(loadPack(dir));
}
