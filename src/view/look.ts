/** How things are to be shown, and the small helpers that every view builds its lines with. */
import type { SourceCopy } from '../article/copies.ts';
import type { Library } from '../pack/library.ts';
import type { Source } from '../pack/schema.ts';
import { highlight } from '../search/highlight.ts';
import { shorten, styledWidth, width, wrapRanges } from '../terminal/text.ts';
import type { Theme } from '../terminal/theme.ts';

export const LANGUAGES = ['both', 'de', 'en'] as const;
/** Which language of a quote is shown: German with our English, German alone, English alone. */
export type Language = (typeof LANGUAGES)[number];

/** All that a view needs besides the record it shows. */
export type Look = {
  library: Library;
  theme: Theme;
  language: Language;
  /** Folded words to light up. */
  terms: readonly string[];
  /** The clock. */
  now: Date;
  /** The reader's own copies of the sources, where they have told where these are. */
  copies?: (source: Source) => SourceCopy;
  /** Nothing can be opened from here: no quote is cut. */
  isWhole?: true;
};

/** Where Enter leads. */
export type Target = { view: 'scenario' | 'statement' | 'person' | 'source'; id: string };

/** Where a record without a page of its own leads: the statement that tells it, or the source. */
export function whereSaid(record: { statement?: string | undefined; source: string }): Target {
  const { statement, source } = record;
  return statement ? { view: 'statement', id: statement } : { view: 'source', id: source };
}

/**
 * A piece of a page that is shown whole or scrolled through. `lines` are styled and fit the width
 * they were asked for; they are made when they come into sight.
 */
export type Block = {
  lines(columns: number): string[];
  /** Where Enter leads. The selection stops at blocks that lead somewhere. */
  target?: Target;
  /** The selection stops here although it leads to no place: an entry of a menu. */
  isEntry?: boolean;
  /** The aspect of a comparison that it belongs to; kept when the next scenario is shown. */
  section?: string;
};

/** Blocks that all lead somewhere, each made when it comes into sight: there may be thousands. */
export type Run = { count: number; block(index: number): Block };

/** What a page is made of, from top to bottom. */
export type Blocks = (Block | Run)[];

type Paint = (text: string) => string;
const plain: Paint = (text) => text;

const marksIn = (text: string, { theme, terms }: Look) =>
  theme.isColored ? highlight(text, terms) : [];

/** Text with what was searched for lit up, the rest in `paint`. */
export function lit(text: string, look: Look, paint: Paint = plain): string {
  return paintRange(text, 0, text.length, marksIn(text, look), look, paint);
}

function paintRange(
  text: string,
  start: number,
  end: number,
  marks: readonly (readonly [number, number])[],
  look: Look,
  paint: Paint,
): string {
  let painted = '';
  let at = start;
  for (const [from, to] of marks) {
    if (to <= at || from >= end) continue;
    const first = Math.max(from, at);
    const last = Math.min(to, end);
    if (first > at) painted += paint(text.slice(at, first));
    painted += look.theme.match(text.slice(first, last));
    at = last;
  }
  return at < end ? painted + paint(text.slice(at, end)) : painted;
}

export type ProseOptions = {
  paint?: Paint;
  /** Written before the first line; further lines are indented by its width. */
  lead?: string;
  indent?: number;
};

/** Text wrapped to a width, what was searched for lit up. */
export function prose(
  text: string,
  columns: number,
  look: Look,
  options: ProseOptions = {},
): string[] {
  return markedProse(text, marksIn(text, look), columns, look, options);
}

/** Text wrapped to a width, the given parts of it lit up (UTF-16 indices, in order). */
export function markedProse(
  text: string,
  marks: readonly (readonly [number, number])[],
  columns: number,
  look: Look,
  { paint = plain, lead = '', indent = 0 }: ProseOptions = {},
): string[] {
  const pad = ' '.repeat(indent);
  const hang = ' '.repeat(styledWidth(lead));
  return wrapRanges(text, columns - indent - hang.length).map(
    ([start, end], index) =>
      pad + (index === 0 ? lead : hang) + paintRange(text, start, end, marks, look, paint),
  );
}

/** Styled pieces one after the other, as many on a line as fit. */
export function flow(pieces: readonly string[], columns: number, gap = '  '): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = lines.length === 0 ? piece : lines.at(-1) + gap + piece;
    if (lines.length === 0 || styledWidth(longer) > columns) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Two texts on one line, at both ends; the right one gives way where there is no room. */
export function spread(
  left: string,
  right: string,
  columns: number,
  look: Look,
  paintLeft: Paint = plain,
  paintRight: Paint = plain,
): string {
  const { ellipsis } = look.theme.glyph;
  const shownLeft = shorten(left, columns, ellipsis);
  const room = columns - width(shownLeft) - 2;
  const shownRight = room < 6 ? '' : shorten(right, room, ellipsis);
  const gap = shownRight === '' ? 0 : columns - width(shownLeft) - width(shownRight);
  return lit(shownLeft, look, paintLeft) + ' '.repeat(gap) + lit(shownRight, look, paintRight);
}

/** Text in exactly `columns` cells: shortened or filled up, at the left or the right end. */
export function cell(text: string, columns: number, look: Look, align: 'left' | 'right' = 'left') {
  const shown = shorten(text, columns, look.theme.glyph.ellipsis);
  const gap = ' '.repeat(Math.max(0, columns - width(shown)));
  return align === 'left' ? shown + gap : gap + shown;
}

/** A line across, with a title set into it where there is one. */
export function rule(columns: number, { theme }: Look): string {
  return theme.dim(theme.glyph.horizontal.repeat(Math.max(0, columns)));
}

/** A block of lines that the selection does not stop at. */
export function still(lines: (columns: number) => string[]): Block {
  return { lines };
}

/** A block for each item; `block` must give it a target. */
export function run<T>(items: readonly T[], block: (item: T) => Block): Run {
  return { count: items.length, block: (index) => block(items[index] as T) };
}

/** Whether it is a run, and not a block. */
export const isRun = (content: Block | Run): content is Run => 'count' in content;

/** "1 statement", "3 statements". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
