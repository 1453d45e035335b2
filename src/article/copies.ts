/** A reader's own copies of the sources: the pack ships none of them. */
import { join } from 'node:path';
import type { Source } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { clean } from '../terminal/text.ts';
import { type Article, openArticle } from './article.ts';
import { readArticleFile } from './files.ts';

/** The text of a source, or why it cannot be shown, in a sentence. */
export type SourceCopy = { text: Article } | { problem: string };

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
  const { file, sha256: expected } = source;
  const path = clean(join(dir, file));
  const read = readArticleFile(dir, file);
  if ('problem' in read) {
    return {
      problem: read.isMissing ? `There is no readable ${path}.` : `${path} ${read.problem}.`,
    };
  }
  if (sha256(read.bytes) !== expected) {
    return {
      problem: `${path} is not the text this was read from (its SHA-256 differs): the passage may stand elsewhere in it. "rungs verify" tells more.`,
    };
  }
  return { text: openArticle(read.bytes.toString('utf8'), source) };
}
