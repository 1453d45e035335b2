/** Reads a text of somebody's own for what it quotes. */
import { chooseMarks } from './marks.ts';
import { readQuotations, type Units } from './quotations.ts';
import { openText, type TextPlace } from './text.ts';

/** Words that a memo gives as somebody's. */
export type MemoQuote = {
  words: string;
  place: TextPlace;
  /** Where it stands in the memo, in UTF-16 units, its marks left out. */
  units: Units;
  /** Its marks cannot be told apart from others. */
  isDoubtful: boolean;
};

export type Memo = { text: string; quotes: MemoQuote[] };

/**
 * The quotations of a memo, in their order: those in quotation marks, and in Markdown those set
 * off as blocks. Code and front matter are not read.
 */
export function readMemo(text: string, isMarkdown: boolean): Memo {
  const read = isMarkdown ? blanked(text) : text;
  const opened = openText(text);
  const pairs = chooseMarks(read);
  const { quotations, marks } = readQuotations(read, pairs, 'blocks');
  const marked = quotations
    .filter(({ depth }) => depth === 0)
    .flatMap(({ parts, isDoubtful }) => parts.map((units) => ({ units, isDoubtful })));
  // A mark without its partner opens or ends something that cannot be checked.
  const own = new Set(pairs.flat());
  const strange = [...read.matchAll(/["“”„«»]/g)]
    .filter(([mark]) => !own.has(mark))
    .map(({ index }) => ({ at: index, role: 'unpaired' }));
  const lone = [...marks, ...strange]
    .filter(({ at, role }) => role === 'unpaired' && DOUBLE.test(read[at] as string))
    .map(({ at }) => ({ units: { start: at, end: lineEnd(read, at) }, isDoubtful: true }))
    .filter(
      ({ units }) =>
        !marked.some((one) => units.start >= one.units.start && units.start < one.units.end),
    );
  const blocks = isMarkdown ? blockQuotes(read) : [];
  // What is marked within a block is quoted by itself.
  const bare = blocks.filter(
    (block) => !marked.some(({ units }) => units.start < block.end && units.end > block.start),
  );
  const quotes = [...marked, ...lone, ...bare.map((units) => ({ units, isDoubtful: false }))]
    .toSorted((a, b) => a.units.start - b.units.start)
    .map(({ units, isDoubtful }): MemoQuote => {
      const place = { start: opened.pointAt(units.start), end: opened.pointAt(units.end) };
      const words = plainWords(text.slice(units.start, units.end), isMarkdown);
      return { words, place: opened.locate(place), units, isDoubtful };
    });
  return { text, quotes };
}

const DOUBLE = /["“”„«»]/;

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** Markdown with front matter, code and link targets blanked, so that all places stay. */
function blanked(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  return text
    .replace(/^---\n[\s\S]*?\n---(?=\n)/, blank)
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blank)
    .replace(/`[^`\n]+`/g, blank)
    .replace(/<[a-z/!][^<>\n]*>/gi, blank)
    .replace(/(?<=\])\([^)\n]*\)/g, blank);
}

/** The text of each block quote, from its first to its last letter. */
function blockQuotes(text: string): Units[] {
  return [...text.matchAll(/^(?: {0,3}>.*\n?)+/gm)].flatMap(({ 0: block, index }) => {
    const lead = /^[\s>]*/.exec(block)?.[0].length ?? 0;
    // The last line may tell who says it: "— Name".
    const end = block
      .replace(/\n[\s>]*(?:[—–]|--)\s*\p{Lu}.*\s*$/u, '')
      .replace(/[\s>]+$/, '').length;
    return lead < end ? [{ start: index + lead, end: index + end }] : [];
  });
}

/** Words as they are read: without the signs of Markdown, hard line breaks as spaces. */
function plainWords(words: string, isMarkdown: boolean): string {
  const joined = words.replace(/(?:[ \t]*\n[ \t]*(?:>[ \t]?)*)+/g, ' ');
  return isMarkdown ? joined.replace(/\*\*|__|(?<!\w)[*_]|[*_](?!\w)|\\(?=[*_"'])/g, '') : joined;
}
