/** Finds again, in a corrected article, what a pack points to: sure places only. */
import type { PackData, Quote, Source, Span } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { type Article, openArticle } from './article.ts';
import { readArticleFile } from './files.ts';
import type { Difference } from './near.ts';
import { findSpan, openScan, type Scan } from './span.ts';
import { indexesOf, type TextPlace } from './text.ts';
import { type Located, recordsBySource } from './verify.ts';

/** A record that stands elsewhere now, by how many code points. */
export type MovedRecord = { source: string; record: string; kind: Located['kind']; shift: number };

/** A record whose place is not sure: it is left as it is. */
export type Left = {
  source: string;
  record: string;
  reason: string;
  /** What comes nearest to a quote of it, and what differs. */
  nearest?: TextPlace & { text: string; differences: Difference[] };
};

export type SourceAnchors = {
  source: Source;
  /** The hash of the file as it is now; absent where nothing of the source was found in it. */
  sha256?: string;
  moved: MovedRecord[];
  left: Left[];
};

/**
 * Looks for every record of each source whose file is no longer the one that was read.
 *
 * A passage is found by its hash: as far away as its quotes or its neighbours have moved, else
 * wherever a word begins. Where it stands several times, the place between the passages before and
 * after it is taken, if these moved alike; else none is.
 *
 * @param dir the folder with the articles
 */
export function reanchor(data: PackData, dir: string): SourceAnchors[] {
  const records = recordsBySource(data);
  return data.sources.flatMap((source): SourceAnchors[] => {
    const own = records.get(source.id) ?? [];
    const read = readArticleFile(dir, source.file);
    if ('problem' in read) {
      const reason = `${source.file}: ${read.problem}`;
      const left = own.map(({ id }) => ({ source: source.id, record: id, reason }));
      return left.length > 0 ? [{ source, moved: [], left }] : [];
    }
    const found = sha256(read.bytes);
    const article = openArticle(read.bytes.toString('utf8'), source);
    const isWhole = own.every((record) => isAtPlace(record, article));
    if (found === source.sha256 && isWhole) return [];
    const anchors = anchorAll(source, own, article);
    const isThisArticle = anchors.left.length < own.length || own.length === 0;
    return [{ ...anchors, ...(isThisArticle && { sha256: found }) }];
  });
}

const isAtPlace = ({ span }: Located, article: Article): boolean =>
  sha256(article.slice(span)) === span.sha256;

type Candidate = { record: Located; shifts: number[] };

function anchorAll(
  source: Source,
  records: readonly Located[],
  article: Article,
): Pick<SourceAnchors, 'source' | 'moved' | 'left'> {
  const scan = openScan(article);
  const candidates = records
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((record): Candidate => ({ record, shifts: shiftsOf(record, scan) }));
  const moved: MovedRecord[] = [];
  const left: Left[] = [];
  for (const [index, { record, shifts }] of candidates.entries()) {
    const { id, kind } = record;
    const shift = shifts.length > 1 ? shiftBetween(candidates, index) : shifts[0];
    const base = { source: source.id, record: id };
    if (shift === undefined) {
      left.push({ ...base, ...whyLeft(record, shifts, article) });
      continue;
    }
    const objection = record.quotes
      .map((quote) => article.objection(shifted(quote, shift)))
      .find((one) => one !== undefined);
    if (objection) left.push({ ...base, reason: 'its quotation marks have changed' });
    else if (shift !== 0) moved.push({ ...base, kind, shift });
  }
  return { source, moved, left };
}

const shifted = ({ start, end }: { start: number; end: number }, by: number) => ({
  start: start + by,
  end: end + by,
});

/** Places of a quote that are tried; a word that stands more often tells nothing. */
const MOST_PLACES = 200;

/** By how much a record can have moved: all places at which its passage stands. */
function shiftsOf({ span, quotes }: Located, scan: Scan): number[] {
  const { article } = scan;
  const isAt = (shift: number) => {
    const place = shifted(span, shift);
    return place.start >= 0 && sha256(article.slice(place)) === span.sha256;
  };
  const tried = new Set(quotes.flatMap((quote) => quoteShifts(quote, article)));
  const found = [...tried].filter(isAt);
  if (found.length > 0) return found;
  // A passage stands nowhere where its quotes do not.
  if (quotes.length > 0 && tried.size < MOST_PLACES) return [];
  return passageShifts(span, scan);
}

function quoteShifts({ exact, start }: Quote, { units, pointAt }: Article): number[] {
  const shifts: number[] = [];
  for (const at of indexesOf(units, exact)) {
    shifts.push(pointAt(at) - start);
    if (shifts.length >= MOST_PLACES) break;
  }
  return shifts;
}

/** All places of a passage without a quote; two are enough to know that it is not one. */
function passageShifts(span: Span, scan: Scan): number[] {
  const fresh: Scan = { ...scan, shifts: new Set() };
  const places = findSpan(span, fresh, 2);
  scan.codePointsLeft = fresh.codePointsLeft;
  return places.map(({ start }) => start - span.start);
}

/**
 * The shift of a passage that stands several times, where those before and after it moved alike;
 * at the beginning and at the end of an article there is one neighbour only.
 */
function shiftBetween(candidates: readonly Candidate[], index: number): number | undefined {
  const { shifts = [] } = candidates[index] ?? {};
  const isSure = (one: Candidate) => one.shifts.length === 1;
  const before = candidates.slice(0, index).findLast(isSure)?.shifts[0];
  const after = candidates.slice(index + 1).find(isSure)?.shifts[0];
  const shift = before ?? after;
  const isAlike = shift !== undefined && (after ?? before) === shift;
  return isAlike && shifts.includes(shift) ? shift : undefined;
}

function whyLeft(
  { quotes }: Located,
  shifts: readonly number[],
  article: Article,
): Pick<Left, 'reason' | 'nearest'> {
  if (shifts.length > 1) return { reason: 'its passage stands there several times' };
  const lost = quotes.find(({ exact }) => !article.units.includes(exact));
  if (!lost) {
    const reason =
      quotes.length > 0
        ? 'its words stand there, but the passage around them has changed'
        : 'its passage has changed, or is gone';
    return { reason };
  }
  const near = article.near(lost.exact);
  const reason = `“${lost.exact}” stands nowhere`;
  if (!near) return { reason };
  const { place, differences } = near;
  return { reason, nearest: { ...article.locate(place), text: article.slice(place), differences } };
}
