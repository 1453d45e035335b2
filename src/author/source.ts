/** A source made of a web page, a document or a text: its clean text, and what it says of itself. */
import { basename, extname } from 'node:path';
import type { Library } from '../pack/library.ts';
import { type Source, sourceSchema } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { type About, extract } from './extract.ts';
import { freeId, takenIds } from './walk.ts';

/** A source to be added, with the text of its file; or the one that the pack has of it already. */
type MadeSource =
  | { known: Source }
  | { record: Source; text: string; guessed: string[]; lacking: string[] };

/** Said of a text whose language nothing tells (BCP 47). */
const UNDETERMINED = 'und';

/**
 * Makes a source of a file.
 *
 * @param name of the file; `-` for what came by standard input
 * @param accessed the day it is read, where it has an address
 * @throws Unextractable where no text can be made of it
 */
export async function makeSource(
  bytes: Uint8Array,
  name: string,
  library: Library,
  accessed: string,
): Promise<MadeSource> {
  const { sources } = library.data;
  const original = sha256(bytes);
  const before = sources.find(
    (one) => one.sha256 === original || one.original?.sha256 === original,
  );
  if (before) return { known: before };
  const { text, about, extractor, isGuessed } = await extract(bytes, name);
  const hash = sha256(text);
  const same = sources.find((one) => one.sha256 === hash);
  if (same) return { known: same };
  const told = validAbout(about);
  const stem = name === '-' ? (told.title ?? 'source') : basename(name, extname(name));
  const id = freeId(stem, takenIds(library), 'source');
  const record: Source = {
    id,
    file: `${id}.txt`,
    sha256: hash,
    type: 'webpage',
    ...told,
    language: told.language ?? UNDETERMINED,
    ...(told.URL && { accessed }),
    ...(extractor && { original: { sha256: original, extractor } }),
  };
  const fields = ['title', 'author', 'container-title', 'issued', 'URL', 'language'] as const;
  return {
    record,
    text,
    guessed: isGuessed && told.language ? ['language'] : [],
    lacking: fields.filter((field) => told[field] === undefined),
  };
}

/** What the schema takes of what a page says of itself: pages are wrong about dates and addresses. */
function validAbout(about: About): About {
  const { shape } = sourceSchema;
  return Object.fromEntries(
    Object.entries(about).filter(
      ([field, value]) => shape[field as keyof About].safeParse(value).success,
    ),
  ) as About;
}
