/** The reader's own copies of the articles, opened only where they are told of. */
import type { Telling } from '../document/document.ts';

/** The reader's own copies of the sources, where they told where these are. */
export async function copiesIn(dir: string | undefined): Promise<Pick<Telling, 'copies'>> {
  if (dir === undefined) return {};
  // Loaded when needed: hashing costs every start a few milliseconds.
  const { openCopies } = await import('../article/copies.ts');
  return { copies: openCopies(dir) };
}
