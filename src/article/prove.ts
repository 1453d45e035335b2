/** Holds what a memo quotes against the articles of a pack: is it there, and said by whom it says? */
import { negationsIn } from '../languages/languages.ts';
import type { PackData, Source, Statement } from '../pack/schema.ts';
import { type Article, openArticle } from './article.ts';
import { type Attribution, attributions } from './attribution.ts';
import type { Memo, MemoQuote } from './memo.ts';
import { type Difference, letterDifference } from './near.ts';
import type { TextPlace, TextRange } from './text.ts';

/**
 * `verbatim`, `typography` (other marks, dashes or spaces), `translation` (it is ours); `altered`
 * (other words), `joined` (words left out), `told` (there, but outside quotation marks), `short` or
 * in several mouths (nothing can be told), `absent` from these sources, `unclear` (the memo's own
 * marks cannot be told apart).
 */
export type Verdict =
  | 'verbatim'
  | 'typography'
  | 'translation'
  | 'altered'
  | 'joined'
  | 'told'
  | 'short'
  | 'absent'
  | 'unclear';

/** A source with the reader's copy of it. */
export type Copy = { source: Source; article: Article };

export type Proof = {
  words: string;
  line: number;
  column: number;
  verdict: Verdict;
  /** Whether it may stand as it is: it is certain what it is, and who said it. */
  isProven: boolean;
  source?: string;
  /** Where the words, or what comes nearest to them, stand in the source. */
  place?: TextPlace & { text: string };
  /** The statements of the pack that hold the words. */
  statements: string[];
  /** Who said it, as the pack has it. */
  speakers: string[];
  /** Who is named beside it in the memo; nobody, where it is given to no one. */
  attributedTo: string[];
  /** Nobody can tell to whom the memo gives it. */
  isUnclearWho: boolean;
  /** The name beside it of somebody the pack does not have. */
  stranger?: string;
  isMisattributed: boolean;
  differences?: Difference[];
  /** What was left out between the parts, in their order; `isReversed`: in the source another. */
  joins?: { skipped: string; distance: number; negations: string[]; isReversed: boolean }[];
  /** Negations that stand right beside the words, and were cut off. */
  cutOff?: string[];
};

type Found = Pick<Proof, 'verdict' | 'differences' | 'joins'> & {
  copy?: Copy;
  place?: TextRange;
  statements?: Statement[];
};

/** The language of a memo is not known (BCP 47). */
const UNDETERMINED = 'und';

/** Verdicts that leave nothing open. */
const SURE: readonly Verdict[] = ['verbatim', 'typography', 'translation'];

/** @returns a proof for each quotation of the memo, in its order */
export function prove(memo: Memo, data: PackData, copies: readonly Copy[]): Proof[] {
  const given = attributions(memo, data.people);
  const translations = translationsOf(data);
  return memo.quotes.map((quote, index) => {
    const { people: attributedTo, isSure, stranger } = given[index] as Attribution;
    const found = find(quote, data, copies, translations, attributedTo);
    const statements = found.statements ?? [];
    const speakers = [...new Set(statements.flatMap(whose))];
    const isGiven = attributedTo.length > 0;
    const isMisattributed =
      speakers.length > 0 && isGiven && !attributedTo.some((id) => speakers.includes(id));
    const { copy, place } = found;
    const isThere = SURE.includes(found.verdict);
    const isUnclearWho = isThere && (!isSure || (isGiven && speakers.length === 0));
    const cutOff = isThere && copy && place ? negationsBeside(place, copy, quote, memo.text) : [];
    return {
      words: quote.words,
      line: quote.place.line,
      column: quote.place.column,
      verdict: found.verdict,
      isProven: isThere && !isMisattributed && !isUnclearWho && cutOff.length === 0,
      ...(copy && { source: copy.source.id }),
      ...(copy &&
        place && { place: { ...copy.article.locate(place), text: copy.article.slice(place) } }),
      statements: statements.map(({ id }) => id),
      speakers,
      attributedTo,
      isMisattributed,
      isUnclearWho,
      ...(isUnclearWho && stranger !== undefined && { stranger }),
      ...(found.differences && { differences: found.differences }),
      ...(found.joins && { joins: found.joins }),
      ...(cutOff.length > 0 && { cutOff }),
    };
  });
}

/** Who said it, whose view it is, and who retells it in words of its own. */
const whose = ({ speaker, holder }: Statement): string[] => [speaker, ...(holder ? [holder] : [])];

/** The two words right before a quote. */
const LEAD = /(?:[\p{L}'’]+\s+){0,2}["“„«»‘‚'*_([]*$/u;

/**
 * Negations right before or behind a place, in the same sentence, which turn it round; none where
 * the memo itself has one right before the quote: not "legal".
 */
function negationsBeside(
  { start, end }: TextRange,
  { source, article }: Copy,
  { units }: MemoQuote,
  memo: string,
): string[] {
  const [lead = ''] = LEAD.exec(memo.slice(Math.max(0, units.start - 40), units.start)) ?? [];
  if (negationsIn(lead, UNDETERMINED).length > 0) return [];
  const before = article.slice({ start: Math.max(0, start - 24), end: start });
  const behind = article.slice({ start: end, end: end + 24 });
  const beside = [
    /[\p{L}'’]+[ \t\n]+$/u.exec(before)?.[0] ?? '',
    /^[ \t\n]+[\p{L}'’]+/u.exec(behind)?.[0] ?? '',
  ];
  return beside.flatMap((word) => negationsIn(word, source.language));
}

const wordCount = (words: string): number => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** In longer quotes the words tell by themselves where they come from. */
const SHORT = 2;
/** Less of it than this in common, and it is another text. */
const LIKE = 0.6;

function find(
  { words, isDoubtful }: MemoQuote,
  data: PackData,
  copies: readonly Copy[],
  translations: Translations,
  attributedTo: readonly string[],
): Found {
  if (isDoubtful) return { verdict: 'unclear' };
  const sought = words.replace(/^(?:…|\.\.\.)\s*|\s*(?:…|\.\.\.)$/g, '').trim();
  const there = placesOf(sought, data, copies);
  if (there) return settled(there, sought, attributedTo);
  const joined = findJoined(sought, data, copies);
  if (joined) return joined;
  const own = translations.find(sought);
  if (own) return { verdict: 'translation', statements: own };
  if (wordCount(sought) <= SHORT) return { verdict: 'short' };
  return findAltered(sought, data, copies, translations) ?? { verdict: 'absent' };
}

type Standing = { verdict: Verdict; copy: Copy; place: TextRange; statements: Statement[] };

/** All places of the words: to the code point, else in other typography, else outside the marks. */
function placesOf(words: string, data: PackData, copies: readonly Copy[]): Standing[] | undefined {
  const bare = words.replace(/[,.]$/, '');
  const all = (placesIn: (article: Article) => TextRange[], verdict: Verdict): Standing[] =>
    copies.flatMap((copy) =>
      placesIn(copy.article).flatMap((place): Standing[] => {
        const objection = copy.article.objection(place);
        // Part of a word is another word.
        if (objection?.kind === 'cut') return [];
        const statements = statementsAt(place, copy, data);
        return [{ verdict: objection ? 'told' : verdict, copy, place, statements }];
      }),
    );
  const ways = [
    all((article) => article.exact(words), 'verbatim'),
    all((article) => article.typographic(words), 'typography'),
    all((article) => otherMarks(words).flatMap((one) => article.typographic(one)), 'typography'),
    bare === words ? [] : all((article) => article.typographic(bare), 'typography'),
  ];
  const quoted = ways.find((way) => way.some(({ verdict }) => verdict !== 'told'));
  if (quoted) return quoted.filter(({ verdict }) => verdict !== 'told');
  return ways.find((way) => way.length > 0);
}

/** Words with a quotation in them that are quoted in its marks: its own are of the other kind. */
function otherMarks(words: string): string[] {
  const single = words.replace(/["“”„«»]/g, "'");
  const double = words
    .replace(/(?<![\p{L}\p{N}])['‘‚‹›](?=[\p{L}\p{N}])/gu, '"')
    .replace(/(?<=[\p{L}\p{N}.,!?…])['’‘‹›](?![\p{L}\p{N}])/gu, '"');
  return [single, double].filter((one) => one !== words);
}

/** The statements whose quotes hold a place. */
function statementsAt({ start, end }: TextRange, { source }: Copy, data: PackData): Statement[] {
  return data.statements.filter(
    (one) =>
      one.source === source.id &&
      (one.quotes.length > 0 ? one.quotes : [one.span]).some(
        (part) => part.start < end && part.end > start,
      ),
  );
}

/** What places come to: one, or several in the same mouth; a single word must be given to it. */
function settled(
  there: readonly Standing[],
  words: string,
  attributedTo: readonly string[],
): Found {
  const [first] = there as [Standing];
  const fitting = there.filter(({ statements }) =>
    statements.flatMap(whose).some((id) => attributedTo.includes(id)),
  );
  const [best] = fitting;
  if (best) return best;
  const mouths = new Set(
    there.map(({ statements }) => statements.map(({ speaker }) => speaker).join()),
  );
  if (first.verdict === 'told') return first;
  // A single word is proven only where it is given to the one who said it.
  if (mouths.size > 1 || wordCount(words) === 1) return { ...first, verdict: 'short' };
  return first;
}

/** Dots, or words in brackets, in the place of words. */
const GAP = /\s*(?:\[[^\]]*\]|\((?:…|\.\.\.)\)|…|\.\.\.)\s*/;

function findJoined(words: string, data: PackData, copies: readonly Copy[]): Found | undefined {
  const parts = words.split(GAP).filter((part) => wordCount(part) > 0);
  if (parts.length < 2) return undefined;
  for (const copy of copies) {
    const places = inOrder(parts, copy.article) ?? anywhere(parts, copy.article);
    if (!places) continue;
    const joins = places.slice(1).map((place, index) => {
      const before = places[index] as TextRange;
      const isReversed = place.start < before.end;
      const [start, end] = isReversed ? [place.end, before.start] : [before.end, place.start];
      const skipped = copy.article.slice({ start, end: Math.max(start, end) }).trim();
      const negations = negationsIn(skipped, copy.source.language);
      return { skipped, distance: Math.max(0, end - start), negations, isReversed };
    });
    const [first] = places as [TextRange];
    const whole = {
      start: Math.min(...places.map(({ start }) => start)),
      end: Math.max(...places.map(({ end }) => end)),
    };
    return {
      verdict: 'joined',
      copy,
      place: whole,
      statements: statementsAt(first, copy, data),
      joins,
    };
  }
  return undefined;
}

const quotedPlaces = (part: string, article: Article): TextRange[] =>
  article.typographic(part).filter((place) => article.objection(place) === undefined);

/** The parts, each at the first place behind the one before it. */
function inOrder(parts: readonly string[], article: Article): TextRange[] | undefined {
  const [first = '', ...rest] = parts;
  for (const begin of quotedPlaces(first, article)) {
    const places = [begin];
    for (const part of rest) {
      const end = (places.at(-1) as TextRange).end;
      const next = quotedPlaces(part, article).find(({ start }) => start >= end);
      if (!next) break;
      places.push(next);
    }
    if (places.length === parts.length) return places;
  }
  return undefined;
}

function anywhere(parts: readonly string[], article: Article): TextRange[] | undefined {
  const places = parts.map((part) => quotedPlaces(part, article)[0]);
  return places.every((place) => place !== undefined) ? (places as TextRange[]) : undefined;
}

function findAltered(
  words: string,
  data: PackData,
  copies: readonly Copy[],
  translations: Translations,
): Found | undefined {
  let best: (Found & { share: number }) | undefined;
  for (const copy of copies) {
    const near = copy.article.near(words);
    if (!near || near.share < LIKE || near.share <= (best?.share ?? 0)) continue;
    const { place, share } = near;
    // Where all words are the same, their case, their accents or what stands between them is not.
    const differences =
      near.differences.length > 0
        ? near.differences
        : [letterDifference(words, copy.article.slice(place))];
    const statements = statementsAt(place, copy, data);
    best = { verdict: 'altered', copy, place, statements, differences, share };
  }
  const own = translations.near(words);
  if (own && own.share >= LIKE && own.share > (best?.share ?? 0)) {
    return { verdict: 'altered', statements: own.statements, differences: own.differences };
  }
  return best;
}

type Translations = {
  /** The statements whose translation has these words. */
  find(words: string): Statement[] | undefined;
  near(
    words: string,
  ): { statements: Statement[]; differences: Difference[]; share: number } | undefined;
};

/** Our own translations, as one text that can be searched. */
function translationsOf({ statements }: PackData): Translations {
  const translated = statements.filter(({ translation }) => translation !== undefined);
  const starts: number[] = [];
  let text = '';
  for (const { translation } of translated) {
    starts.push([...text].length);
    text += `${translation}\n`;
  }
  const article = openArticle(text, { language: 'en', marks: 'none' });
  const at = ({ start, end }: TextRange): Statement[] =>
    translated.filter((_, index) => {
      const next = starts[index + 1] ?? article.length;
      return (starts[index] as number) < end && next > start;
    });
  return {
    find(words) {
      if (wordCount(words) <= SHORT) return undefined;
      const bare = words.replace(/[,.]$/, '');
      const places = article.typographic(bare).filter((place) => !article.objection(place));
      const found = places.flatMap(at);
      return found.length > 0 ? found : undefined;
    },
    near(words) {
      const near = article.near(words);
      return (
        near && { statements: at(near.place), differences: near.differences, share: near.share }
      );
    },
  };
}
