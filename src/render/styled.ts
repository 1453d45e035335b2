/** Text of a document painted for a terminal: meanings as colours, what was searched for lit up. */
import { type Meaning, plainText, type Sign, type Words } from '../document/document.ts';
import { highlight } from '../search/highlight.ts';
import { shorten, styledWidth, width, wrapRanges } from '../terminal/text.ts';
import type { Theme } from '../terminal/theme.ts';

/** How documents are to be painted. */
export type Look = {
  theme: Theme;
  /** Folded words to light up. */
  terms: readonly string[];
  /** What is drawn is the selected block. */
  isSelected?: true;
  /** Nothing can be opened from here: nothing is cut. */
  isWhole?: true;
  /** Running text is not wrapped: each paragraph is one line, for a pipe. */
  isUnwrapped?: true;
};

type Paint = (text: string) => string;
const asIs: Paint = (text) => text;

const PAINTS: Record<Meaning, ((theme: Theme) => Paint) | undefined> = {
  favours: ({ yes }) => yes,
  opposes: ({ no }) => no,
  expects: ({ yes }) => yes,
  possible: (theme) => theme.strong,
  doubts: ({ no }) => no,
  none: ({ dim }) => dim,
  strong: (theme) => theme.strong,
  aside: ({ dim }) => dim,
  quote: undefined,
  ours: (theme) => theme.ours,
  focus: ({ accent }) => accent,
  warning: ({ warn }) => warn,
  fine: ({ yes }) => yes,
  marked: ({ match }) => match,
};

/** How a meaning is painted. */
export const paintOf = (meaning: Meaning, theme: Theme): Paint => PAINTS[meaning]?.(theme) ?? asIs;

/** What a sign looks like in a terminal. */
const glyphOf = (name: Sign, { glyph }: Theme): string => glyph[name];

/** A stretch of a text that is painted in one way. */
type Stretch = { end: number; meanings: readonly Meaning[] };

/** A text with what its stretches mean, one after the other: cut into lines first, painted then. */
type Styled = { text: string; stretches: readonly Stretch[] };

/** @param change what is done to the words before, such as setting them in capitals */
export function styled(text: Words, theme: Theme, change: (text: string) => string = asIs): Styled {
  const stretches: Stretch[] = [];
  let plain = '';
  const add = (more: string, meanings: readonly Meaning[]) => {
    plain += more;
    const last = stretches.at(-1);
    if (last && last.meanings.join() === meanings.join()) last.end = plain.length;
    else stretches.push({ end: plain.length, meanings });
  };
  const walk = (one: Words, meanings: readonly Meaning[]): void => {
    if (typeof one === 'string') add(change(one), meanings);
    else if ('sign' in one) add(glyphOf(one.sign, theme), meanings);
    else if ('means' in one) walk(one.text, [...meanings, one.means]);
    else for (const part of one) walk(part, meanings);
  };
  walk(text, []);
  return { text: plain, stretches };
}

/** Paints parts of a text, by UTF-16 indices. */
function painter({ text, stretches }: Styled, look: Look): (from: number, to: number) => string {
  const { theme, terms } = look;
  // In a passage that has marks of its own, others would be taken for them.
  const isMarked = stretches.some(({ meanings }) => meanings.includes('marked'));
  const found = isMarked || !theme.isColored ? [] : highlight(text, terms);
  return (from, to) => {
    let done = '';
    let at = from;
    for (const { end, meanings } of stretches) {
      const last = Math.min(end, to);
      const paint: Paint = (part) =>
        meanings.reduceRight((inner, meaning) => paintOf(meaning, theme)(inner), part);
      for (const [first, after] of found) {
        if (after <= at || first >= last) continue;
        if (first > at) done += paint(text.slice(at, first));
        const stop = Math.min(after, last);
        done += theme.match(text.slice(Math.max(first, at), stop));
        at = stop;
      }
      if (at < last) done += paint(text.slice(at, last));
      at = Math.max(at, last);
    }
    return done;
  };
}

/** A text in lines of at most `columns` cells. */
export function wrapped(text: Styled, columns: number, look: Look): string[] {
  const paint = painter(text, look);
  return wrapRanges(text.text, columns).map(([start, end]) => paint(start, end));
}

/** A text of which the part from an index on is shortened to `columns` cells. */
function shortened({ text, stretches }: Styled, from: number, columns: number, look: Look): Styled {
  const rest = shorten(text.slice(from), columns, look.theme.glyph.ellipsis);
  const last = stretches.length - 1;
  return {
    text: text.slice(0, from) + rest,
    stretches: stretches.map((one, index) =>
      index === last ? { ...one, end: from + rest.length } : one,
    ),
  };
}

/** A text in at most so many lines, the last one shortened. */
export function atMost(most: number, text: Styled, columns: number, look: Look): string[] {
  const ranges = wrapRanges(text.text, columns);
  if (ranges.length <= most) return wrapped(text, columns, look);
  const from = ranges[most - 1]?.[0] ?? 0;
  const cut = shortened(text, from, columns, look);
  const paint = painter(cut, look);
  const whole = ranges.slice(0, most - 1).map(([start, end]) => paint(start, end));
  return [...whole, paint(from, cut.text.length)];
}

/** A text in one line, shortened to `columns` cells. */
export function shortLine(text: Styled, columns: number, look: Look): string {
  const cut = shortened(text, 0, columns, look);
  return painter(cut, look)(0, cut.text.length);
}

/** Plain text in exactly `columns` cells: shortened or filled up, at the left or the right end. */
export function cell(
  text: string,
  columns: number,
  { theme }: Look,
  align: 'left' | 'right' = 'left',
): string {
  const shown = shorten(text, columns, theme.glyph.ellipsis);
  const gap = ' '.repeat(Math.max(0, columns - width(shown)));
  return align === 'left' ? shown + gap : gap + shown;
}

/** The text with the glyphs of a terminal, without colours. */
export const glyphText = (text: Words, theme: Theme): string =>
  plainText(text, (name) => glyphOf(name, theme));

/** A text in exactly so many cells: shortened, or filled up at its right end. */
export function filled(text: Words, columns: number, look: Look): string {
  const shown = shortLine(styled(text, look.theme), columns, look);
  return shown + ' '.repeat(Math.max(0, columns - styledWidth(shown)));
}

/** Styled pieces one after the other, as many on a line as fit. */
export function flow(pieces: readonly string[], columns: number, gap: string): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = lines.length === 0 ? piece : lines.at(-1) + gap + piece;
    if (lines.length === 0 || styledWidth(longer) > columns) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
