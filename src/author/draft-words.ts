/** Where the words of a draft stand in its article: its passage and its quotes. */
import type { Article } from '../article/article.ts';
import type { TextRange } from '../article/text.ts';
import { foldText } from '../pack/fold.ts';
import { sha256 } from '../pack/sha256.ts';
import type { StatementDraft } from './draft.ts';
import { asList, NotPlaceable, refuse } from './draft-desk.ts';
import { placeQuote } from './place-quote.ts';
import type { Given } from './read-drafts.ts';

type Words = { passage: TextRange; quotes: TextRange[]; mended: string[] };

export function findWords(
  draft: StatementDraft,
  given: Omit<Given, 'line'>,
  article: Article,
): Words {
  const { span } = given;
  const isSame = span && (span.sha256 === undefined || sha256(article.slice(span)) === span.sha256);
  const told = isSame ? { start: span.start, end: span.end } : passageOf(draft, article);
  if (!told && draft.quote === undefined) refuse('the passage is no longer there');
  const mended: string[] = [];
  const found = [...new Set(asList(draft.quote))].map((words) => {
    const placed = placeQuote(words, article, told);
    if ('problem' in placed) return refuse(`“${words}”: ${placed.problem}`, placed.nearest);
    if (placed.mended) mended.push(placed.mended);
    return { words, places: fittingAround(placed.places, given, article) };
  });
  const sure = found.flatMap(({ places }) => (places.length === 1 ? places : []));
  const quotes = found.map(({ words, places }) => onePlace(words, places, sure, article));
  const passage = told ?? paragraphsAround(quotes, article);
  return { passage, quotes, mended };
}

/** The one passage that a draft names; undefined where it names none. */
function passageOf({ passage, quote }: StatementDraft, article: Article): TextRange | undefined {
  if (passage === undefined) return undefined;
  const places = article.passages(passage);
  if (places.length === 0) {
    const near = article.near(passage);
    const nearest = near && {
      ...article.locate(near.place),
      text: article.slice(near.place),
      differences: near.differences,
    };
    refuse(`passage: “${passage}” does not stand in the article`, nearest);
  }
  const holding = places.filter((place) =>
    asList(quote).every((words) => 'places' in placeQuote(words, article, place)),
  );
  const fitting = quote === undefined ? places : holding;
  const [one, other] = fitting.length > 0 ? fitting : places;
  if (one && other) throw ambiguous(`passage: “${passage}”`, [one, other], article);
  return one;
}

/** Of several places those that stand between the same words. */
function fittingAround(
  places: TextRange[],
  { around }: Omit<Given, 'line'>,
  article: Article,
): TextRange[] {
  if (!around || places.length < 2) return places;
  const plain = (text: string) => foldText(text);
  const [before, behind] = [plain(around.prefix), plain(around.suffix)];
  const fitting = places.filter(({ start, end }) => {
    const prefix = plain(article.slice({ start: Math.max(0, start - 200), end: start }));
    const suffix = plain(article.slice({ start: end, end: end + 200 }));
    return prefix.endsWith(before) && suffix.startsWith(behind);
  });
  return fitting.length > 0 ? fitting : places;
}

/** The place of words that stand there several times, where the others of the draft tell it. */
function onePlace(
  words: string,
  places: TextRange[],
  sure: readonly TextRange[],
  article: Article,
): TextRange {
  const [one, other] = places;
  if (one && !other) return one;
  const near =
    sure.length === 0 ? [] : places.filter((place) => sharesParagraph(place, sure, article));
  const [only, second] = near;
  if (only && !second) return only;
  throw ambiguous(`“${words}”`, places, article);
}

function sharesParagraph(
  place: TextRange,
  others: readonly TextRange[],
  { paragraphs }: Article,
): boolean {
  const own = paragraphs.find(({ start, end }) => start <= place.start && end >= place.end);
  return own !== undefined && others.some(({ start, end }) => start >= own.start && end <= own.end);
}

/** Places told of those at which words stand. */
const SHOWN_PLACES = 5;

function ambiguous(what: string, places: readonly TextRange[], article: Article): NotPlaceable {
  const around = ({ start, end }: TextRange) =>
    article.slice({ start: Math.max(0, start - 30), end: end + 30 }).replace(/\s+/g, ' ');
  return new NotPlaceable({
    state: 'ambiguous',
    problem: `${what} stands there ${places.length} times; tell the passage, too`,
    places: places
      .slice(0, SHOWN_PLACES)
      .map((place) => ({ ...article.locate(place), text: around(place) })),
  });
}

/** From the beginning of the paragraph with the first quote to the end of that with the last. */
function paragraphsAround(quotes: readonly TextRange[], { paragraphs }: Article): TextRange {
  const start = Math.min(...quotes.map((quote) => quote.start));
  const end = Math.max(...quotes.map((quote) => quote.end));
  const first = paragraphs.findLast((one) => one.start <= start);
  const last = paragraphs.find((one) => one.end >= end);
  return { start: first?.start ?? start, end: last?.end ?? end };
}
