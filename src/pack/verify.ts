/**
 * Holds a pack against the articles it was read from: each file by its hash, each quote to the
 * character at its place, inside the source's quotation marks, each passage by its hash.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../terminal/text.ts';
import { fold, foldText } from './fold.ts';
import { quoteMarks } from './library.ts';
import type { PackData, Source, Span, Statement } from './schema.ts';
import { sha256 } from './sha256.ts';

/** Where a text stands: code points from 0, the end one past the last; line and column from 1. */
export type TextPlace = { start: number; end: number; line: number; column: number };

export type Failure = {
  source: string;
  /** The statement, figure, event or mention; absent for a file. */
  record?: string;
  /**
   * `file-missing`, `file-changed`; `quote-moved` stands elsewhere, `quote-altered` only in other
   * letters, `quote-absent` nowhere; `quote-outside-marks`; `passage-altered`.
   */
  what:
    | 'file-missing'
    | 'file-changed'
    | 'quote-moved'
    | 'quote-altered'
    | 'quote-absent'
    | 'quote-outside-marks'
    | 'passage-altered';
  expected: string;
  found: string;
  /** The nearest place where the text does stand. */
  nearest?: TextPlace;
};

export type SourceCheck = {
  id: string;
  file: string;
  state: 'same' | 'changed' | 'missing';
  expected: string;
  found?: string;
};
export type QuoteCheck = {
  exact: string;
  start: number;
  end: number;
  /** How often the text stands in the source. */
  occurrences: number;
  isAtPlace: boolean;
  isInMarks: boolean;
};
export type RecordCheck = {
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
 * Checks everything in a pack that points into its sources.
 *
 * @param dir the folder with the articles
 * @throws the system's error where the folder cannot be read
 */
export function verify(data: PackData, dir: string): Verification {
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const known = new Set(data.sources.map(({ file }) => file));
  const extra = names.filter((name) => !known.has(name)).sort();
  const result: Verification = { sources: [], extra, records: [], unchecked: [], failures: [] };
  for (const source of data.sources) verifySource(source, data, dir, result);
  return result;
}

function verifySource(source: Source, data: PackData, dir: string, into: Verification): void {
  const { id, file, sha256: expected } = source;
  const records = recordsIn(source, data);
  const bytes = tryRead(join(dir, file));
  if (bytes === undefined) {
    const twin = into.extra.find((name) => sha256(tryRead(join(dir, name)) ?? '') === expected);
    const found = twin ? `no such file; its text is in ${clean(twin)}` : 'no such file';
    into.sources.push({ id, file, state: 'missing', expected });
    into.failures.push({ source: id, what: 'file-missing', expected: file, found });
    into.unchecked.push(...records.map((record) => record.id));
    return;
  }
  const found = sha256(bytes);
  const state = found === expected ? 'same' : 'changed';
  into.sources.push({ id, file, state, expected, found });
  if (state === 'changed')
    into.failures.push({ source: id, what: 'file-changed', expected, found });
  const text = createText(bytes.toString('utf8'), quoteMarks(source));
  for (const record of records) into.records.push(verifyRecord(record, source.id, text, into));
}

type Checked = Pick<RecordCheck, 'id' | 'kind'> & { span: Span; quotes: Statement['quotes'] };

function recordsIn({ id }: Source, data: PackData): Checked[] {
  const inIt = <T extends { source: string }>(records: readonly T[]) =>
    records.filter(({ source }) => source === id);
  const bare = (kind: RecordCheck['kind']) => (record: { id: string; span: Span }) => ({
    id: record.id,
    kind,
    span: record.span,
    quotes: [],
  });
  return [
    ...inIt(data.statements).map((statement) => ({ ...statement, kind: 'statement' as const })),
    ...inIt(data.figures).map(bare('figure')),
    ...inIt(data.events).map(bare('event')),
    ...inIt(data.pack.mentioned).map(({ title, span }) => bare('mention')({ id: title, span })),
  ];
}

function verifyRecord(
  { id, kind, span, quotes }: Checked,
  source: string,
  text: SourceText,
  { failures }: Verification,
): RecordCheck {
  const fail = (failure: Omit<Failure, 'source' | 'record'>) =>
    failures.push({ source, record: id, ...failure });
  const checks = quotes.map((quote) => verifyQuote(quote, text, fail));
  const passage = text.slice(span.start, span.end);
  const isPassageSame = sha256(passage) === span.sha256;
  if (!isPassageSame) {
    const nearest = text.passage(span);
    fail({
      what: 'passage-altered',
      expected: `SHA-256 ${span.sha256} at ${span.start}-${span.end}`,
      found: `SHA-256 ${sha256(passage)}: ${excerpt(passage)}`,
      ...(nearest && { nearest }),
    });
  }
  return { id, kind, source, quotes: checks, isPassageSame };
}

function verifyQuote(
  { exact, start, end }: Statement['quotes'][number],
  text: SourceText,
  fail: (failure: Omit<Failure, 'source' | 'record'>) => void,
): QuoteCheck {
  const found = text.slice(start, end);
  const places = text.places(exact);
  const isAtPlace = clean(found) === exact;
  const check = { exact, start, end, occurrences: places.length, isAtPlace };
  if (isAtPlace) {
    const isInMarks = text.isInMarks(start, end);
    if (!isInMarks) {
      const around = text.slice(start - 1, end + 1);
      fail({
        what: 'quote-outside-marks',
        expected: `${text.marks[0]}${exact}${text.marks[1]}`,
        found: excerpt(around),
        ...nearestTo(
          start,
          places.filter((place) => text.isInMarks(place.start, place.end)),
        ),
      });
    }
    return { ...check, isInMarks };
  }
  const alike = places.length > 0 ? places : text.alike(exact);
  const what =
    places.length > 0 ? 'quote-moved' : alike.length > 0 ? 'quote-altered' : 'quote-absent';
  const { nearest } = nearestTo(start, alike);
  const shown =
    what === 'quote-altered' && nearest ? text.slice(nearest.start, nearest.end) : found;
  fail({
    what,
    expected: `${exact} at ${start}-${end}`,
    found: excerpt(shown),
    ...(nearest && { nearest }),
  });
  return { ...check, isInMarks: places.some((place) => text.isInMarks(place.start, place.end)) };
}

function nearestTo(start: number, places: readonly TextPlace[]): { nearest?: TextPlace } {
  const [nearest] = places.toSorted(
    (a, b) => Math.abs(a.start - start) - Math.abs(b.start - start),
  );
  return nearest ? { nearest } : {};
}

/** The text of a source, addressed by code points. */
type SourceText = {
  marks: readonly [string, string];
  slice(start: number, end: number): string;
  /** Where a text stands, to the character. */
  places(exact: string): TextPlace[];
  /** Where a text stands that differs in case, accents, spaces and punctuation only. */
  alike(exact: string): TextPlace[];
  /** Where the passage with this hash and length stands. */
  passage(span: Span): TextPlace | undefined;
  /** Whether the nearest mark before opens, the nearest after closes, and none is between. */
  isInMarks(start: number, end: number): boolean;
};

/** In a longer text a passage that moved is not looked for: every place costs a hash. */
const LONGEST_SCANNED = 200_000;

function createText(source: string, marks: readonly [string, string]): SourceText {
  const points = [...source];
  const slice = (start: number, end: number) => points.slice(Math.max(0, start), end).join('');
  const placeAt = (start: number, length: number): TextPlace => {
    const lines = slice(0, start).split('\n');
    const column = [...(lines.at(-1) ?? '')].length + 1;
    return { start, end: start + length, line: lines.length, column };
  };
  /** @param units UTF-16 indexes */
  const fromUnits = (from: number, to: number): TextPlace =>
    placeAt([...source.slice(0, from)].length, [...source.slice(from, to)].length);
  const [open, close] = marks;
  const isMark = (point: string | undefined) => point === open || point === close;
  return {
    marks,
    slice,
    places: (exact) => indexesOf(source, exact).map((at) => fromUnits(at, at + exact.length)),
    alike(exact) {
      const { folded, map, ends } = fold(source);
      const wanted = foldText(exact);
      return indexesOf(folded, wanted).map((at) =>
        fromUnits(map[at] as number, ends[at + wanted.length - 1] as number),
      );
    },
    passage({ start, end, sha256: expected }) {
      const length = end - start;
      const last = points.length > LONGEST_SCANNED ? -1 : points.length - length;
      for (let at = 0; at <= last; at++) {
        if (sha256(slice(at, at + length)) === expected) return placeAt(at, length);
      }
      return undefined;
    },
    isInMarks(start, end) {
      if (points.slice(start, end).some((point) => isMark(point))) return false;
      let before = start - 1;
      while (before >= 0 && !isMark(points[before])) before--;
      let after = end;
      while (after < points.length && !isMark(points[after])) after++;
      if (points[before] !== open || points[after] !== close) return false;
      // Where both marks look the same, an odd number of them opened.
      return open !== close || points.slice(0, start).filter(isMark).length % 2 === 1;
    },
  };
}

/** Where `wanted` stands in `text`, overlaps included; nowhere if it is empty. */
function indexesOf(text: string, wanted: string): number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

function tryRead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const LONGEST_EXCERPT = 200;

/** A text from a source in one line, safe to show. */
function excerpt(text: string): string {
  const line = clean(text).replaceAll('\n', ' ');
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}...` : line;
}
