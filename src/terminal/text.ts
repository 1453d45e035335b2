/** Text that may be shown: cleaning, width in cells, wrapping and fitting. */
import stringWidth from 'string-width';

// Patterns with Unicode properties are functions: setting one up takes V8 a millisecond, and most
// runs meet no text that needs it.

/** All that must not reach a terminal as it is; line feeds may. */
const suspect = () =>
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2028\u2029\uFFF9-\uFFFB]/u;
const C0 = /[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F]/g;
const shownAsCode = () => /[\u0080-\u009F\p{Bidi_Control}\u2028\u2029]/gu;
/** Scripts whose letters are written apart by a non-joiner behind them, as Persian needs it. */
const JOINED =
  '[\\p{scx=Arab}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}]';
/**
 * Zero-width spaces, soft hyphens, tags, byte order marks: able to hide a word from the search.
 * Joiners and variation selectors are among them, as they make others narrower: a family of four is
 * shown as four people.
 */
const invisible = () =>
  new RegExp(`(?!(?<=${JOINED})\\u200C)[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]`, 'gu');
/** What combines with the character before it: accents, vowel signs, Hangul jamo. */
const combining = () => /[\p{Mark}\u1160-\u11FF]/u;
const withoutBase = () => /(^|[\s›␛])(?=\p{Mark})/gu;

/**
 * Text from outside (pack, tape, arguments, environment, file names), made unable to act on a
 * terminal: control characters become visible stand-ins, bidi controls their code point, invisible
 * characters vanish. Line feeds stay. Call it once, where the text comes in.
 *
 * Accents become part of their letter where Unicode has the two as one (NFC: the same text, in
 * fewer code points); a mark on nothing gets the dotted circle to stand on, not the border beside
 * it. Nothing else is replaced, emoji neither: what terminals measure differently is kept in its
 * place by `anchored`.
 */
export function clean(text: string): string {
  // Nearly all text; the patterns below take longer to compile than a look-up takes.
  if (NARROW.test(text)) return text;
  const shown = suspect().test(text) ? replaceSuspects(text) : text;
  if (!combining().test(shown)) return shown;
  return shown.normalize('NFC').replace(withoutBase(), '$1◌');
}

/** What can act on a terminal, change the order of what stands beside it, or hold hidden text. */
const harmful = () =>
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Bidi_Control}\u2028\u2029\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
/** Marks of direction that only say on which side the next sign stands. */
const DIRECTION = /[\u200E\u200F\u061C]/g;

/**
 * Words from outside that must stay as they are, to the code point, such as a quote: joiners, soft
 * hyphens, decomposed letters and line breaks are kept. `clean` makes them fit for the screen. A
 * text that holds what does harm is cleaned as others are.
 */
export function disarm(text: string): string {
  if (NARROW.test(text)) return text;
  const rest = text.replaceAll('\r\n', '\n').replace(DIRECTION, '');
  return harmful().test(rest) ? clean(text) : text;
}

/** Whether a character may be shown as it is. */
export function isShowable(character: string): boolean {
  return !suspect().test(character);
}

function replaceSuspects(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replaceAll('\u001B', '␛')
    .replace(C0, (c) => `^${String.fromCharCode(c.charCodeAt(0) ^ 0x40)}`)
    .replace(
      shownAsCode(),
      (c) => `‹U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`,
    )
    .replace(invisible(), '');
}

/** Characters of one cell each that do not combine: ASCII, Latin, punctuation, boxes, marks. */
const NARROW =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2500-\u25FC\u25FF]*$/;

/** Whether each character of a plain text takes one cell of its own: nearly all text. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Width of plain text in terminal cells; the larger one where terminals disagree. */
export function width(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(text);
}

/** Styled text without its styles (SGR sequences). */
export function withoutStyles(styled: string): string {
  return styled.includes('\u001B') ? styled.replace(/\u001B\[[\d;]*m/g, '') : styled;
}

/** Width in terminal cells of text that chalk has styled. */
export function styledWidth(styled: string): number {
  return width(withoutStyles(styled));
}

/** Part of a text, as UTF-16 indices; the end is one past the last. */
export type Range = readonly [start: number, end: number];

/**
 * Breaks plain text into lines of at most `columns` cells, at spaces where it can. Ranges are
 * returned, not strings, so that marks on the text find their place in the lines.
 */
export function wrapRanges(text: string, columns: number): Range[] {
  const limit = Math.max(1, columns);
  const lines: Range[] = [];
  let paragraphStart = 0;
  for (const paragraph of text.split('\n')) {
    wrapParagraph(paragraph, paragraphStart, limit, lines);
    paragraphStart += paragraph.length + 1;
  }
  return lines;
}

/**
 * Words that a line may be broken between. No-break spaces are no place to break, nor is the space
 * that some languages put inside quotation marks.
 */
const WORDS = /\S+/g;
const HAS_JOINED = /[\u00A0\u2007\u202F]|[«‹] | [»›]/;
const joinedWords = () =>
  /(?:[«‹] )?(?:\S|[\u00A0\u2007\u202F])+(?: [»›](?:\S|[\u00A0\u2007\u202F])*)*/g;

function wrapParagraph(text: string, offset: number, limit: number, lines: Range[]): void {
  let start = -1;
  let end = 0;
  let used = 0;
  const flush = () => {
    if (start !== -1) lines.push([offset + start, offset + end]);
    start = -1;
    used = 0;
  };
  for (const match of text.matchAll(HAS_JOINED.test(text) ? joinedWords() : WORDS)) {
    const cells = width(match[0]);
    const gap = start === -1 ? 0 : width(text.slice(end, match.index));
    if (start !== -1 && used + gap + cells > limit) flush();
    if (cells > limit) {
      flush();
      const pieces = hardBreak(match[0], limit);
      for (const [from, to] of pieces.slice(0, -1)) {
        lines.push([offset + match.index + from, offset + match.index + to]);
      }
      const [from, to] = pieces.at(-1) as Range;
      start = match.index + from;
      end = match.index + to;
      used = width(match[0].slice(from, to));
      continue;
    }
    if (start === -1) start = match.index;
    else used += gap;
    used += cells;
    end = match.index + match[0].length;
  }
  if (start === -1 && text.trim() === '') lines.push([offset, offset]);
  flush();
}

function hardBreak(word: string, limit: number): Range[] {
  const pieces: Range[] = [];
  let start = 0;
  let used = 0;
  /** Where the line could be broken before, and what it is wide up to there. */
  let before = { index: 0, used: 0 };
  for (const { index, length, cells } of graphemes(word)) {
    if (used + cells > limit && used > 0) {
      const at = before.index > start && !mayBreak(word, index) ? before : { index, used };
      pieces.push([start, at.index]);
      start = at.index;
      used -= at.used;
    }
    if (index > start && mayBreak(word, index)) before = { index, used };
    used += cells;
    if (index + length === word.length) pieces.push([start, word.length]);
  }
  return pieces;
}

/** Whether a line may begin at an index of a word without blanks (JIS X 4051, the common part). */
function mayBreak(word: string, index: number): boolean {
  return !NOT_FIRST.has(word.charAt(index)) && !NOT_LAST.has(word.charAt(index - 1));
}

const NOT_FIRST: ReadonlySet<string> = new Set(
  '、。，．,.!?:;！？：；・…‥ー々ゝゞ〜～)]}）］｝〕〉》」』】〙〗”’»›ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ',
);
const NOT_LAST: ReadonlySet<string> = new Set('([{（［｛〔〈《「『【〘〖“‘«‹');

const RIGHT_TO_LEFT =
  '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';
/** Any of those by its UTF-16, which is quickly tested. */
const MAYBE_RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\uD802\uD803\uD83A\uD83B]/;
let directed: { run: RegExp; other: RegExp } | undefined;

/**
 * Text for a terminal that orders characters by direction: what is written from right to left is
 * kept apart from a number after it, and from the next such text beyond a gap or a border, which
 * would change places with it (UAX #9, isolates).
 */
export function isolated(text: string): string {
  if (!MAYBE_RIGHT_TO_LEFT.test(text)) return text;
  directed ??= directedPatterns();
  const { run, other } = directed;
  return text.replace(run, (piece, offset: number) => {
    other.lastIndex = offset + piece.length;
    return other.test(text) ? `\u2068${piece}\u2069` : piece;
  });
}

/** A text from right to left, and what follows that would change places with it. */
function directedPatterns(): { run: RegExp; other: RegExp } {
  const style = '(?:\\u001B\\[[\\d;]*m)*';
  const blank = `(?:[ \\u00A0\\u202F]${style})?`;
  const some = `[${RIGHT_TO_LEFT}][${RIGHT_TO_LEFT}\\p{M}\\u200C\\u200D]*`;
  const between = `${style}${blank}(?:(?!·)[\\p{P}\\p{Nd}]${style})*${blank}`;
  return {
    run: new RegExp(`${some}(?:${between}${some})*`, 'gu'),
    other: new RegExp(`(?:\\u001B\\[[\\d;]*m|[^\\p{L}\\n\\u001B])*[\\p{Nd}${RIGHT_TO_LEFT}]`, 'uy'),
  };
}

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader counts them, with index and length in UTF-16. */
export function* graphemes(
  text: string,
): Generator<{ index: number; length: number; cells: number }> {
  if (NARROW.test(text)) {
    for (let index = 0; index < text.length; index += 1) yield { index, length: 1, cells: 1 };
    return;
  }
  segmenter ??= new Intl.Segmenter('de', { granularity: 'grapheme' });
  for (const { segment, index } of segmenter.segment(text)) {
    yield { index, length: segment.length, cells: width(segment) };
  }
}

/** Plain text broken into lines of at most `columns` cells. */
export function wrap(text: string, columns: number): string[] {
  return wrapRanges(text, columns).map(([start, end]) => text.slice(start, end));
}

/** Plain text in one line of at most `columns` cells, shortened with an ellipsis. */
export function shorten(text: string, columns: number, ellipsis = '…'): string {
  const line = text.replaceAll('\n', ' ');
  if (width(line) <= columns) return line;
  if (columns <= ellipsis.length) return ellipsis.slice(0, Math.max(0, columns));
  const room = columns - ellipsis.length;
  if (isNarrow(line)) return line.slice(0, room).trimEnd() + ellipsis;
  let used = 0;
  let end = 0;
  for (const { index, length, cells } of graphemes(line)) {
    if (used + cells > room) break;
    used += cells;
    end = index + length;
  }
  return line.slice(0, end).trimEnd() + ellipsis;
}
