/** A reader's own copies of the sources: the pack ships none of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../terminal/text.ts';
import type { Source } from './schema.ts';
import { sha256 } from './sha256.ts';

/** The text of a source, or why it cannot be shown, in a sentence. */
export type SourceCopy = { text: string } | { problem: string };

/** Reads the sources from `dir`, each when it is first asked for. */
export function openCopies(dir: string): (source: Source) => SourceCopy {
  const copies = new Map<string, SourceCopy>();
  return (source) => {
    const known = copies.get(source.id) ?? readCopy(dir, source);
    copies.set(source.id, known);
    return known;
  };
}

function readCopy(dir: string, source: Source): SourceCopy {
  const { file } = source;
  const path = clean(join(dir, file));
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, file));
  } catch {
    return { problem: `There is no readable ${path}.` };
  }
  if (sha256(bytes) !== source.sha256) {
    return {
      problem: `${path} is not the text this was read from (its SHA-256 differs): the passage may stand elsewhere in it. "rungs verify" tells more.`,
    };
  }
  return { text: bytes.toString('utf8') };
}
