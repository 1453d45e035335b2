/** A first pack to change into one's own. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Document } from 'yaml';
import { jsonSchemas } from '../pack/json-schema.ts';
import { FORMAT } from '../pack/schema.ts';
import { writeWhole } from '../system/write.ts';
import { freeId } from './walk.ts';

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
  const copied = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(template, '/').length));
  const contents = new Map<string, string | Uint8Array>([
    ...copied.map((path) => [path, readFileSync(join(template, path))] as const),
    ...schemaFiles(),
  ]);
  return writeNew(dir, contents);
}

/** Whether something has that name; a link to nothing has, too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}

/** Writes all of them; where one cannot be written, those before it are taken away again. */
function writeAll(dir: string, contents: ReadonlyMap<string, string | Uint8Array>): void {
  const made: string[] = [];
  try {
    for (const [path, content] of contents) {
      const file = join(dir, path);
      const first = mkdirSync(dirname(file), { recursive: true });
      if (first !== undefined) made.push(first);
      writeWhole(file, content, { isNew: true });
      made.push(file);
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Writes a pack with nothing in it, to be filled by `rungs add` and `rungs import`.
 *
 * @param asOf the month of today, for a start
 * @returns the files written, relative to `dir`
 * @throws as `initPack`
 */
export function initEmpty(dir: string, asOf: string): string[] {
  const name = basename(resolve(dir));
  const about = {
    format: FORMAT,
    id: freeId(name, new Set(), 'pack'),
    title: name,
    language: 'en',
    description: 'Say here what the pack is about, and which articles it is made from.',
    asOf,
  };
  const head = '# yaml-language-server: $schema=../schema/pack.schema.json\n';
  const contents = new Map<string, string>([
    ['data/pack.yaml', head + new Document(about).toString()],
    ...schemaFiles(),
  ]);
  return writeNew(dir, contents);
}

const schemaFiles = (): [string, string][] =>
  Object.entries(jsonSchemas()).map(([name, schema]) => [
    join('schema', name),
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);

/** Writes the files of a pack where there is none. @returns their paths @throws InTheWay */
function writeNew(dir: string, contents: ReadonlyMap<string, string | Uint8Array>): string[] {
  const found = [...PARTS, ...contents.keys()].find((path) => isThere(join(dir, path)));
  if (found !== undefined) throw new InTheWay(found);
  writeAll(dir, contents);
  return [...contents.keys()].sort();
}
