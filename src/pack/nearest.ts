/** What somebody may have meant who wrote a name wrongly. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidates nearest in spelling to `word`, best first; those too far away to be meant are
 * left out. For "did you mean …?".
 */
export function nearest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return [...candidates]
    .map((candidate) => ({ candidate, far: farness(word, candidate) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** What to say of a word that is none of some names: the one that may be meant, or all there are. */
export function nearestHint(word: string, names: readonly string[]): string {
  const [meant] = nearest(word, names, 1);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}`;
}

function farness(word: string, candidate: string): number {
  const [a, b] = [word.toLowerCase(), candidate.toLowerCase()];
  return b.startsWith(a) || b.includes(`-${a}`) ? 0.5 : distance(a, b);
}
