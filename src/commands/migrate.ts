/** `rungs migrate`: a pack of an older form in that of today. */
import { migratePack } from '../author/migrate.ts';
import { plural } from '../document/document.ts';
import { FORMAT } from '../pack/schema.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';
import { orTell } from './pack-folder.ts';

/** Rewrites the files of a pack; says which. */
export function runMigrate({ args, options }: Request): Answer {
  const dir = args[0] ?? options.data ?? '.';
  const files = orTell(dir, () => migratePack(dir));
  if (options.json) return { text: jsonText({ dir, format: FORMAT, files }) };
  if (files.length === 0) return { text: `${clean(dir)} has format ${FORMAT} already.` };
  const told = `Rewrote ${plural(files.length, 'file')} in format ${FORMAT}; comments are kept.`;
  return { text: [told, ...files.map((file) => `  ${clean(file)}`)].join('\n') };
}
