/** A first pack to change into one's own. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemas } from '../pack/json-schema.ts';

/** There is something in the way; nothing was written. */
export class InTheWay extends Error {
  override name = 'InTheWay';
}

/** What makes a folder a pack: none of it is written over. */
const PARTS = ['data', 'scenarios', 'schema'];

/**
 * Writes the example pack to a folder, and beside it the JSON Schemas that its files name, so that
 * editors complete and check them without a network.
 *
 * @param template the folder of the example
 * @returns the files written, relative to `dir`
 * @throws InTheWay where the folder has a pack or one of the files; the system's error else
 */
export function initPack(dir: string, template: string): string[] {
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(template, '/').length));
  const schemas = Object.entries(jsonSchemas());
  const found = [...PARTS, ...files].find((path) => existsSync(join(dir, path)));
  if (found !== undefined) throw new InTheWay(found);
  for (const path of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    copyFileSync(join(template, path), join(dir, path));
  }
  mkdirSync(join(dir, 'schema'));
  for (const [name, schema] of schemas) {
    writeFileSync(join(dir, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return [...files, ...schemas.map(([name]) => join('schema', name))].sort();
}
