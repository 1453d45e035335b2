/** Finds where a quote stands in an article that somebody gives in words, or says why it does not. */
import type { Article, Objection } from '../article/article.ts';
import { type Difference, letterDifference } from '../article/near.ts';
import type { TextPlace, TextRange } from '../article/text.ts';

/** The passage that comes nearest to words that are not in the article, and what differs. */
export type NearestText = TextPlace & { text: string; differences: Difference[] };

/** The words stand there; `mended` says what of them was made the article's own. */
type PlacedQuote = { places: TextRange[]; mended?: string };
type MissingQuote = { problem: string; nearest?: NearestText };

/**
 * All places where words stand as a quote: to the code point, or else with other typography.
 *
 * @param within where they must stand
 */
export function placeQuote(
  given: string,
  article: Article,
  within?: TextRange,
): PlacedQuote | MissingQuote {
  const isWithin = ({ start, end }: TextRange) =>
    !within || (start >= within.start && end <= within.end);
  const words = given.trim();
  const exact = article.exact(words).filter(isWithin);
  const bare = withoutMarks(words);
  const found = exact.length > 0 ? exact : article.typographic(bare).filter(isWithin);
  const quoted = found.filter((place) => article.objection(place) === undefined);
  const [first] = quoted;
  if (first) {
    const own = article.slice(first);
    const isMended = own !== given;
    return { places: quoted, ...(isMended && { mended: `“${given}” to “${own}”` }) };
  }
  if (found[0]) return objected(found[0], article);
  return absent(bare, article);
}

/** Words without the quotation marks that somebody wrote around them. */
function withoutMarks(words: string): string {
  const inner = /^["“”„«»‹›「『‘'‚](.*)["“”«»‹›」』’'‘]$/s.exec(words)?.[1]?.trim() ?? words;
  return /["“”„«»]/.test(inner) ? words : inner;
}

const OBJECTIONS: Record<Objection['kind'], string> = {
  empty: 'there are no words in it',
  outside: 'it stands there, but not inside quotation marks',
  cut: 'it begins or ends inside a word',
  mark: 'a quotation mark in it has no partner',
  doubt: 'the quotation marks around it cannot be told apart',
  space: 'it begins or ends with a space',
};

function objected(place: TextRange, article: Article): MissingQuote {
  const objection = article.objection(place) as Objection;
  const word = objection.kind === 'cut' ? `: ${objection.word}` : '';
  return {
    problem: `${OBJECTIONS[objection.kind]}${word}`,
    nearest: { ...article.locate(place), text: article.slice(place), differences: [] },
  };
}

/** Dots in the place of words. */
const ELLIPSIS = /\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*/;

function absent(words: string, article: Article): MissingQuote {
  const parts = words.split(ELLIPSIS).filter((part) => part !== '');
  const isJoined = parts.length > 1 && parts.every((part) => article.typographic(part).length > 0);
  const [alike] = article.alike(words);
  const near = alike
    ? { place: alike, differences: [letterDifference(words, article.slice(alike))] }
    : article.near(words);
  const problem = isJoined
    ? 'it leaves words out; give its parts as several quotes'
    : 'it does not stand in the article';
  if (!near) return { problem };
  const { place, differences } = near;
  const text = article.slice(place);
  return { problem, nearest: { ...article.locate(place), text, differences } };
}
