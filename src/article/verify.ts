/**
 * Holds a pack against the articles it was read from: each file by its hash, each quote to the
 * character at its place, inside the source's quotation marks, each passage by its hash.
 */
import { readdirSync } from 'node:fs';
import type { PackData, Quote, Source, Span, Statement } from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { clean } from '../terminal/text.ts';
import { type Article, type Objection, openArticle } from './article.ts';
import { readArticleFile } from './files.ts';
import { findSpan, openScan, type Scan } from './span.ts';
import { nearestIndex, type TextPlace, type TextRange } from './text.ts';

/**
 * `file-missing`, `file-refused` (it may not be read), `file-changed`; `quote-moved` stands
 * elsewhere, `quote-altered` only in other letters, `quote-absent` nowhere; at its place but
 * `quote-outside-marks`, `quote-cut` inside a word, `quote-unpaired` with a mark that has no
 * partner in it, `quote-unclear` between marks that cannot be told apart; `passage-altered`.
 */
type FailureKind =
  | 'file-missing'
  | 'file-refused'
  | 'file-changed'
  | 'quote-moved'
  | 'quote-altered'
  | 'quote-absent'
  | 'quote-outside-marks'
  | 'quote-cut'
  | 'quote-unpaired'
  | 'quote-unclear'
  | 'passage-altered';

export type Failure = {
  source: string;
  /** The statement, figure, event or mention; absent for a file. */
  record?: string;
  what: FailureKind;
  expected: string;
  found: string;
  /** The nearest place where the text does stand. */
  nearest?: TextPlace;
};

type SourceCheck = {
  id: string;
  file: string;
  state: 'same' | 'changed' | 'missing';
  expected: string;
  found?: string;
};
type QuoteCheck = {
  exact: string;
  start: number;
  end: number;
  isAtPlace: boolean;
  /** It is inside marks that can be told apart, in whole words, no mark without a partner in it. */
  isInMarks: boolean;
};
type RecordCheck = {
  id: string;
  kind: 'statement' | 'figure' | 'event' | 'mention';
  source: string;
  quotes: QuoteCheck[];
  isPassageSame: boolean;
};

export type Verification = {
  sources: SourceCheck[];
  /** Files in the folder that belong to no source. */
  extra: string[];
  records: RecordCheck[];
  /** Records whose source is missing: nothing can be said about them. */
  unchecked: string[];
  failures: Failure[];
};

/**
 * Checks everything in a pack that points into its sources. The time it takes grows with the
 * length of the articles and the number of records, whatever they hold.
 *
 * @param dir the folder with the articles; nothing outside it is read
 * @throws the system's error where the folder cannot be read
 */
export function verify(data: PackData, dir: string): Verification {
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const known = new Set(data.sources.map(({ file }) => file));
  const extra = names.filter((name) => !known.has(name)).sort();
  const result: Verification = { sources: [], extra, records: [], unchecked: [], failures: [] };
  const records = recordsBySource(data);
  for (const source of data.sources) {
    verifySource(source, records.get(source.id) ?? [], dir, result);
  }
  return result;
}

function verifySource(
  source: Source,
  records: readonly Located[],
  dir: string,
  into: Verification,
): void {
  const { id, file, sha256: expected } = source;
  const read = readArticleFile(dir, file);
  if ('problem' in read) {
    const what = read.isMissing ? 'file-missing' : 'file-refused';
    const twin = read.isMissing ? twinOf(expected, dir, into.extra) : undefined;
    const found = twin ? `no such file; its text is in ${clean(twin)}` : read.problem;
    into.sources.push({ id, file, state: 'missing', expected });
    into.failures.push({ source: id, what, expected: file, found });
    into.unchecked.push(...records.map((record) => record.id));
    return;
  }
  const found = sha256(read.bytes);
  const state = found === expected ? 'same' : 'changed';
  into.sources.push({ id, file, state, expected, found });
  if (state === 'changed')
    into.failures.push({ source: id, what: 'file-changed', expected, found });
  const scan = openScan(openArticle(read.bytes.toString('utf8'), source));
  for (const record of records) into.records.push(verifyRecord(record, source.id, scan, into));
}

/** The file of another name that holds the text of a source. */
function twinOf(expected: string, dir: string, extra: readonly string[]): string | undefined {
  return extra.find((name) => {
    const read = readArticleFile(dir, name);
    return 'bytes' in read && sha256(read.bytes) === expected;
  });
}

/** A record that points into a source. */
export type Located = Pick<RecordCheck, 'id' | 'kind'> & {
  source: string;
  span: Span;
  quotes: Statement['quotes'];
};

/** All that points into the sources of a pack, by the source. */
export function recordsBySource(data: PackData): Map<string, Located[]> {
  const located: Located[] = [
    ...data.statements.map((statement) => ({ ...statement, kind: 'statement' as const })),
    ...data.figures.map((figure) => ({ ...figure, kind: 'figure' as const, quotes: [] })),
    ...data.events.map((event) => ({ ...event, kind: 'event' as const, quotes: [] })),
    ...data.pack.mentioned.map((one) => ({
      ...one,
      id: one.title,
      kind: 'mention' as const,
      quotes: [],
    })),
  ];
  const groups = new Map<string, Located[]>();
  for (const record of located) {
    const group = groups.get(record.source);
    if (group) group.push(record);
    else groups.set(record.source, [record]);
  }
  return groups;
}

type Fail = (failure: Omit<Failure, 'source' | 'record'>) => void;

function verifyRecord(
  { id, kind, span, quotes }: Located,
  source: string,
  scan: Scan,
  { failures }: Verification,
): RecordCheck {
  const { article } = scan;
  const fail: Fail = (failure) => failures.push({ source, record: id, ...failure });
  const checks = quotes.map((quote) => verifyQuote(quote, scan, fail));
  const passage = article.slice(span);
  const isPassageSame = sha256(passage) === span.sha256;
  if (!isPassageSame) {
    const [place] = findSpan(span, scan, 1);
    fail({
      what: 'passage-altered',
      expected: `SHA-256 ${span.sha256} at ${span.start}-${span.end}`,
      found: `SHA-256 ${sha256(passage)}: ${excerpt(passage)}`,
      ...(place && { nearest: article.locate(place) }),
    });
  }
  return { id, kind, source, quotes: checks, isPassageSame };
}

function verifyQuote(quote: Quote, { article, shifts }: Scan, fail: Fail): QuoteCheck {
  const { exact, start, end } = quote;
  const found = article.slice(quote);
  const isAtPlace = found === exact;
  const objection = isAtPlace ? article.objection(quote) : undefined;
  const check = { exact, start, end, isAtPlace, isInMarks: isAtPlace && !objection };
  if (objection) fail(objectionFailure(objection, quote, article));
  if (isAtPlace) return check;
  const moved = nearestPlace(exact, start, article);
  if (moved) shifts.add(moved.start - start);
  const near = moved ?? nearest(article.alike(exact), start);
  fail({
    what: moved ? 'quote-moved' : near ? 'quote-altered' : 'quote-absent',
    expected: `${exact} at ${start}-${end}`,
    found: excerpt(near && !moved ? article.slice(near) : found),
    ...(near && { nearest: article.locate(near) }),
  });
  return { ...check, isInMarks: moved !== undefined && article.objection(moved) === undefined };
}

function objectionFailure(objection: Objection, quote: Quote, article: Article) {
  const { exact, start, end } = quote;
  const place = nearestQuoted(exact, start, article);
  const { what, expected } = OBJECTIONS[objection.kind];
  const around = article.slice({ start: Math.max(0, start - 1), end: end + 1 });
  return {
    what,
    expected: `${exact} ${expected}`,
    found: excerpt(objection.kind === 'cut' ? objection.word : around),
    ...(place && { nearest: article.locate(place) }),
  };
}

const OBJECTIONS: Record<Objection['kind'], { what: FailureKind; expected: string }> = {
  empty: { what: 'quote-outside-marks', expected: 'as words' },
  outside: { what: 'quote-outside-marks', expected: 'inside quotation marks' },
  space: { what: 'quote-outside-marks', expected: 'without the spaces beside the words' },
  cut: { what: 'quote-cut', expected: 'as whole words' },
  mark: { what: 'quote-unpaired', expected: 'without a quotation mark that has no partner in it' },
  doubt: { what: 'quote-unclear', expected: 'between quotation marks that can be told apart' },
};

/** The nearest place where the words stand, to the character. */
function nearestPlace(exact: string, start: number, article: Article): TextRange | undefined {
  const at = nearestIndex(article.units, exact, article.unitAt(start));
  return at === undefined ? undefined : placeOf(at, exact, article);
}

function placeOf(at: number, exact: string, { pointAt }: Article): TextRange {
  return { start: pointAt(at), end: pointAt(at + exact.length) };
}

/** The nearest of the first places where the words stand as a quote. */
const nearestQuoted = (exact: string, start: number, article: Article): TextRange | undefined =>
  nearest(
    article.exact(exact).filter((place) => article.objection(place) === undefined),
    start,
  );

function nearest(places: readonly TextRange[], start: number): TextRange | undefined {
  const far = (place: TextRange) => Math.abs(place.start - start);
  return places.reduce<TextRange | undefined>(
    (best, place) => (best && far(best) <= far(place) ? best : place),
    undefined,
  );
}

const LONGEST_EXCERPT = 200;

/** A text from a source in one line, safe to show. */
function excerpt(text: string): string {
  const line = clean(text.slice(0, LONGEST_EXCERPT * 2)).replaceAll('\n', ' ');
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}...` : line;
}
