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
  /** Set off as a block, without marks of its own. */
  isBlock: boolean;
};

export type Memo = { text: string; quotes: MemoQuote[] };

/**
 * The quotations of a memo, in their order: those in quotation marks, and in Markdown those set
 * off as blocks. Code and front matter are not read.
 */
export function readMemo(text: string, isMarkdown: boolean): Memo {
  const read = isMarkdown ? blanked(markedUp(text)) : text;
  const opened = openText(text);
  // Where nothing opens otherwise, one mark may do for both ends, as in Swedish.
  const pairs = chooseMarks(read, /[“„«]/.test(read) ? 'en' : 'sv');
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
  const blocks = isMarkdown ? blockQuotes(read, text) : [];
  // What is marked within a block is quoted by itself.
  const bare = blocks
    .filter(
      (block) => !marked.some(({ units }) => units.start < block.end && units.end > block.start),
    )
    .map((units) => ({ units, isDoubtful: false, isBlock: true }));
  const quotes = [...marked, ...lone, ...bare]
    .toSorted((a, b) => a.units.start - b.units.start)
    .map(({ units, ...rest }): MemoQuote => {
      const place = { start: opened.pointAt(units.start), end: opened.pointAt(units.end) };
      const words = plainWords(text.slice(units.start, units.end), isMarkdown);
      return { words, place: opened.locate(place), units, isBlock: false, ...rest };
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
  // A mark stands right beside the word that is set in bold.
  const unseen = (part: string) => part.replace(/[^\n]/g, '\u200B');
  return text
    .replace(/^---\n[\s\S]*?\n---(?=\n)/, blank)
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blank)
    .replace(/`[^`\n]+`/g, blank)
    .replace(/<[a-z/!][^<>\n]*>/gi, unseen)
    .replace(/(?<=\])\([^)\n]*\)/g, unseen);
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ quot: '"', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»' },
    ...{ amp: '&', apos: "'", lsquo: '‘', rsquo: '’', sbquo: '‚', nbsp: '\u00A0', shy: '\u00AD' },
    ...{ hellip: '…', ndash: '–', mdash: '—' },
  }),
);

/** Markdown with the quotation marks of HTML and TeX as marks; all places stay. */
function markedUp(text: string): string {
  const padded = (mark: string, sign: string, isOpening: boolean) => {
    const spaces = ' '.repeat(sign.length - 1);
    return isOpening ? spaces + mark : mark + spaces;
  };
  return text
    .replace(/(?<!`)``(?=[^`]*'')/g, ' “')
    .replace(/(?<=“[^`]*)''/g, '” ')
    .replace(/<q(?: [^<>\n]*)?>/g, (sign) => padded('“', sign, true))
    .replace(/<\/q>/g, (sign) => padded('”', sign, false))
    .replace(/&(quot|[lrb]dquo|[lr]aquo);(?=([\p{L}\p{N}])?)/gu, (sign, name, letter) =>
      padded(ENTITIES.get(name) as string, sign, letter !== undefined),
    );
}

/** The text of each paragraph in a block quote, from its first to its last letter. */
function blockQuotes(read: string, text: string): Units[] {
  // Lines below one that is marked belong to it up to the next empty line.
  const marked = read.matchAll(
    /^(?:[ \t]*(?:[-*+]|\d+[.)])[ \t]+)?[ \t]*>.*(?:\n(?![ \t]*(?:\n|$)).*)*/gm,
  );
  const tagged = text.matchAll(/(?<=<blockquote\b[^<>]*>)[\s\S]*?(?=<\/blockquote>|$)/gi);
  return [...marked, ...tagged].flatMap(({ 0: { length }, index }) => {
    const block = read.slice(index, index + length);
    return [...block.matchAll(/(?:(?!\n[\s>]*\n)[\s\S])+/g)].flatMap(({ 0: part, index: at }) => {
      const lead = /^(?:[\s>\u200B]|[-*+] |\d+[.)] )*/.exec(part)?.[0].length ?? 0;
      // The last line may tell who says it: "— Name".
      const end = part
        .replace(/(?:^|\n)[\s>]*(?:[—–]|--)\s*\p{Lu}.*\s*$/u, '')
        .replace(/[\s>\u200B]+$/, '').length;
      const start = index + at;
      return lead < end ? [{ start: start + lead, end: start + end }] : [];
    });
  });
}

/** Words as they are read: without the signs of Markdown, hard line breaks as spaces. */
function plainWords(words: string, isMarkdown: boolean): string {
  const joined = words.replace(/(?:[ \t]*\n[ \t]*(?:>[ \t]?)*)+/g, ' ');
  if (!isMarkdown) return joined;
  return joined
    .replace(/<!--.*?-->|<\/?[a-z][^<>]*>|\[\^[^\]\s]+\]/gi, '')
    .replace(/\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])/g, '$1')
    .replace(/&(\w+);/g, (all, name) => ENTITIES.get(name) ?? all)
    .replace(/\*\*|__|(?<!\w)[*_]|[*_](?!\w)|\\(?=[*_"'])/g, '');
}
