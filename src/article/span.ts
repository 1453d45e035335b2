/** Finds a passage of which only the length and the SHA-256 are known. */
import type { Span } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import type { Article } from './article.ts';
import type { TextRange } from './text.ts';

/** An article in which passages are looked for, one after the other. */
export type Scan = {
  article: Article;
  /** By how many code points what was found has moved: what stands beside it moved likewise. */
  shifts: Set<number>;
  /** How much may still be hashed: a pack must not make it endless. */
  codePointsLeft: number;
};

/** Hashing this much takes about a second. */
const MOST_HASHED = 2 ** 28;

export const openScan = (article: Article): Scan => ({
  article,
  shifts: new Set(),
  codePointsLeft: MOST_HASHED,
});

/**
 * The places where a passage stands that is no longer where it was: first as far away as others
 * have moved, then wherever a word begins, until as much was hashed as is sensible.
 *
 * @param most how many places are enough; where it moved as others did, one is
 * @returns the nearest first
 */
export function findSpan(span: Span, scan: Scan, most: number): TextRange[] {
  const { article, shifts } = scan;
  const length = span.end - span.start;
  const isAt = (start: number): boolean => {
    if (start < 0 || start + length > article.length || scan.codePointsLeft < length) return false;
    scan.codePointsLeft -= length;
    return sha256(article.slice({ start, end: start + length })) === span.sha256;
  };
  for (const shift of shifts) {
    const start = span.start + shift;
    if (isAt(start)) return [{ start, end: start + length }];
  }
  const found: TextRange[] = [];
  for (const start of beginnings(scan, span.start, length)) {
    if (isAt(start)) found.push({ start, end: start + length });
    if (found.length >= most || scan.codePointsLeft < length) break;
  }
  if (found[0]) shifts.add(found[0].start - span.start);
  return found;
}

/** Looking at a place takes as long as hashing so many code points. */
const LOOKING = 16;

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Where a passage of this length may begin, no word being cut, the nearest first. */
function* beginnings(scan: Scan, near: number, size: number) {
  const { units, length, unitAt } = scan.article;
  const isFree = (point: number) => {
    const at = unitAt(point);
    const [before, after] = [units[at - 1], units[at]];
    return !before || !after || !LETTER.test(before) || !LETTER.test(after);
  };
  const last = length - size;
  for (let far = 0; far <= Math.max(near, last - near); far += 1) {
    scan.codePointsLeft -= LOOKING;
    for (const start of far === 0 ? [near] : [near - far, near + far]) {
      if (start >= 0 && start <= last && isFree(start) && isFree(start + size)) yield start;
    }
  }
}
