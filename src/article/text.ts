/** A text addressed by code points, as packs address their sources; JavaScript counts UTF-16 units. */

/** Part of a text, in code points from 0; the end is one past the last. */
export type TextRange = { start: number; end: number };

/** A place that a person can find, too: line and column (in code points) from 1. */
export type TextPlace = TextRange & { line: number; column: number };

export type Text = {
  /** The text itself, in UTF-16 units. */
  units: string;
  /** Its length in code points. */
  length: number;
  slice(place: TextRange): string;
  /** The UTF-16 index at which a code point begins; the text's end for all beyond it. */
  unitAt(point: number): number;
  /** The code point that a UTF-16 unit belongs to. */
  pointAt(unit: number): number;
  /** A place with its line and column. */
  locate(place: TextRange): TextPlace;
};

/** Every STEP units the number of code points before it is kept. */
const STEP = 256;

/** Looking up a place costs the same wherever it stands. */
export function openText(units: string): Text {
  const isPlain = !/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(units);
  const marks = isPlain ? undefined : countPoints(units);
  const length = marks ? pointsBefore(units, marks, units.length) : units.length;

  const pointAt = (unit: number) => {
    const at = Math.min(Math.max(0, unit), units.length);
    return marks ? pointsBefore(units, marks, at) : at;
  };
  const unitAt = (point: number) => {
    if (point <= 0) return 0;
    if (point >= length) return units.length;
    return marks ? unitOf(units, marks, point) : point;
  };
  const slice = ({ start, end }: TextRange) => units.slice(unitAt(start), unitAt(end));
  let feeds: number[] | undefined;
  const locate = ({ start, end }: TextRange): TextPlace => {
    feeds ??= lineFeeds(units);
    const before = countBelow(feeds, unitAt(start));
    const lineStart = before === 0 ? 0 : pointAt((feeds[before - 1] as number) + 1);
    return { start, end, line: before + 1, column: start - lineStart + 1 };
  };
  return { units, length, slice, unitAt, pointAt, locate };
}

const isSecondHalf = (code: number) => code >= 0xdc00 && code <= 0xdfff;
const isFirstHalf = (code: number) => code >= 0xd800 && code <= 0xdbff;

/** Whether a code point begins at a unit: all units but the second of a pair. */
function isBeginning(units: string, at: number): boolean {
  return !(isSecondHalf(units.charCodeAt(at)) && isFirstHalf(units.charCodeAt(at - 1)));
}

function countPoints(units: string): Uint32Array {
  const marks = new Uint32Array(Math.floor(units.length / STEP) + 1);
  let points = 0;
  for (let at = 0; at < units.length; at += 1) {
    if (at % STEP === 0) marks[at / STEP] = points;
    if (isBeginning(units, at)) points += 1;
  }
  if (units.length % STEP === 0) marks[units.length / STEP] = points;
  return marks;
}

function pointsBefore(units: string, marks: Uint32Array, end: number): number {
  const block = Math.floor(end / STEP);
  let points = marks[block] as number;
  for (let at = block * STEP; at < end; at += 1) if (isBeginning(units, at)) points += 1;
  // The second half of a pair belongs to the point that its first half began.
  return end < units.length && !isBeginning(units, end) ? points - 1 : points;
}

function unitOf(units: string, marks: Uint32Array, point: number): number {
  let [low, high] = [0, marks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle] as number) <= point) low = middle;
    else high = middle - 1;
  }
  let points = marks[low] as number;
  for (let at = low * STEP; ; at += 1) {
    if (!isBeginning(units, at)) continue;
    if (points === point) return at;
    points += 1;
  }
}

function lineFeeds(units: string): number[] {
  const found: number[] = [];
  for (let at = units.indexOf('\n'); at >= 0; at = units.indexOf('\n', at + 1)) found.push(at);
  return found;
}

/** How many of some ascending numbers are below a limit. */
export function countBelow(ascending: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where `wanted` begins in `units`, overlaps included; nowhere if it is empty. */
export function* indexesOf(units: string, wanted: string): Generator<number> {
  if (wanted === '') return;
  for (let at = units.indexOf(wanted); at >= 0; at = units.indexOf(wanted, at + 1)) yield at;
}

/** The index nearest to `near` at which `wanted` begins; the earlier of two as near. */
export function nearestIndex(units: string, wanted: string, near: number): number | undefined {
  if (wanted === '') return undefined;
  const before = near < 0 ? -1 : units.lastIndexOf(wanted, near);
  const after = units.indexOf(wanted, Math.max(0, near));
  if (before < 0) return after < 0 ? undefined : after;
  return after < 0 || near - before <= after - near ? before : after;
}
