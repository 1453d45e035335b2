/** The reader's own copies of the articles, opened only where they are told of. */
import type { Look } from '../view/look.ts';

/** The reader's own copies of the sources, where they told where these are. */
export async function copiesIn(dir: string | undefined): Promise<Pick<Look, 'copies'>> {
  if (dir === undefined) return {};
  // Loaded when needed: hashing costs every start a few milliseconds.
  const { openCopies } = await import('../article/copies.ts');
  return { copies: openCopies(dir) };
}
