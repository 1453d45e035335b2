/**
 * A page as a document: blocks of a closed handful of parts, told in words that carry meaning.
 * Nothing here knows a width, a colour or a glyph; the renderers in `render/` do.
 */
import type { SourceCopy } from '../article/copies.ts';
import type { Library, Side } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import type { Source } from '../pack/schema.ts';
import type { Chart } from './charts.ts';

export const LANGUAGES = ['both', 'original', 'translation'] as const;
/** Which words of a quote are shown: those of the source with our translation, or one of them. */
export type Language = (typeof LANGUAGES)[number];

/** What a document is made from besides the record it tells. */
export type Telling = {
  library: Library;
  language: Language;
  /** The clock. */
  now: Date;
  /** The reader's own copies of the sources, where they have told where these are. */
  copies?: (source: Source) => SourceCopy;
  /** Statements in lists are told as citations, each of which can be pasted alone. */
  isCited?: true;
};

/** What a stretch of text is. The colour of a side goes by what it says: yes, no, open, nothing. */
export type Meaning =
  | Side
  /** Stands out: a name, a quote on its own page. */
  | 'strong'
  /** Accompanies: labels, sources, hints. */
  | 'aside'
  /** Words of a source. */
  | 'quote'
  /** Our translation or our telling, as against the words themselves. */
  | 'ours'
  /** The thing that the reader is at. */
  | 'focus'
  | 'warning'
  /** Was checked and holds. */
  | 'fine'
  /** The stretch of a passage that is spoken of. */
  | 'marked';

/** A mark that stands for a word; each renderer has its own. */
export type Sign =
  | Exclude<Side, 'none'>
  | 'nobody-for'
  | 'nobody-against'
  | 'bullet'
  | 'shared'
  | 'ellipsis'
  /** Before and after words that differ from what was asked for. */
  | 'differs'
  | 'marked'
  | 'none';

/**
 * Text of which stretches mean something; a meaning around others holds for all of them. `word`: what
 * the pack calls what the sign stands for.
 */
export type Words =
  | string
  | { sign: Sign; word?: string }
  | { means: Meaning; text: Words }
  | readonly Words[];

/** A record with a page of its own. */
export type RecordTarget = { view: 'scenario' | 'statement' | 'person' | 'source'; id: string };

/** Where Enter leads: to a record, or to a cell of the matrix, by `cellId`. */
export type Target = RecordTarget | { view: 'cell' | 'proof'; id: string };

/**
 * - `title`: what several pages together are; `page`: what a page is about;
 * - `section`: a part of the page; `question`: one of a few lines; `group`: a part of a section;
 * - `entry`: one thing of a list.
 */
type Rank = 'title' | 'page' | 'section' | 'question' | 'group' | 'entry';

export type Heading = {
  kind: 'heading';
  rank: Rank;
  text: Words;
  /** Stands before the text, on the same line. */
  lead?: Words;
  /** What else there is to know in a few words; at the right end of the line. */
  aside?: string;
  /** Counts and the like, right after the text: short ones, each kept on one line. */
  notes?: readonly Words[];
  /** Also about this side of a question: its sign and colour. */
  side?: Side;
  /** Follows the text directly. */
  mark?: Sign;
  /** The record that the page is about. */
  id?: string;
};

/** Running text. */
export type Prose = {
  kind: 'prose';
  text: Words;
  /** Before the first line; further lines begin as far in. */
  lead?: Words;
  /** What has to be said of the text, at its end: "our translation". */
  note?: string;
  /** Belongs to what stands above it. */
  isInset?: true;
  /** At most so many lines, the last one shortened: nobody needs all of it here. */
  lines?: number;
};

/**
 * One of several things of equal rank, with what else is said of it; `id` is the record it tells.
 */
export type Item = { kind: 'item'; text: Words; number?: number; more?: Words; id?: string };

/** A label and what it says. */
export type Fact = {
  kind: 'fact';
  label: string;
  text: Words;
  /** What it tells: of a record unless told, how to search, which keys do something, or an entry to choose. */
  of?: 'record' | 'query' | 'keys' | 'entry';
  /** At the right end of its line, where there is room for all of it. */
  aside?: string;
  /** At most so many lines, the last one shortened: all of it stands elsewhere. */
  lines?: number;
};

/** Cells in rows, each a list of texts one below the other; the first row names the columns. */
export type Table = {
  kind: 'table';
  head: readonly Words[];
  rows: readonly (readonly (readonly Words[])[])[];
  /** Columns of numbers. */
  numeric?: readonly number[];
};

/** Parts side by side, to be compared. */
export type Columns = {
  kind: 'columns';
  cells: readonly (readonly Part[])[];
  /** The cell one is at. */
  focus?: number;
};

/** Parts of which the first so many lines are shown where the whole can be opened. */
export type Cut = { kind: 'cut'; lines: number; parts: readonly Part[]; isInset?: true };

/**
 * Something found: what it is, all of it, and of the texts the one that has most of what was searched
 * for, a line of that around the first find. `note`: where and when, all of it; `of`: what kind of
 * thing it is, for those who do not see the heading above it.
 */
export type Snippet = {
  kind: 'snippet';
  of: string;
  title: Words;
  note: string;
  texts: readonly string[];
};

/** What is drawn where things can be drawn, and told in words where not. */
type Drawn = { kind: 'chart'; chart: Chart; told: readonly Part[] };

/** Explains the signs of a drawing: left out where that is not drawn. */
export type Legend = {
  kind: 'legend';
  of: 'people' | 'matrix' | 'timeline' | 'relations';
  text: Words;
};

type Rule = { kind: 'rule' };
/** A line of air. */
type Space = { kind: 'space' };

export type Part =
  | Heading
  | Prose
  | Item
  | Fact
  | Table
  | Columns
  | Cut
  | Snippet
  | Drawn
  | Legend
  | Rule
  | Space;

/** A piece of a page that is shown whole or scrolled through. */
export type Block = {
  /** Its name on the page: unique there, and the same at every width. */
  key: string;
  parts: readonly Part[];
  /** Where Enter leads. The selection stops at blocks that lead somewhere. */
  target?: Target;
  /** The record it tells, where that is not the one that Enter leads to. */
  record?: Named;
  /** The selection stops here although it leads to no place: an entry of a menu. */
  isEntry?: boolean;
  /** What a reader sees from where it stands, for those who do not see that. */
  standing?: string;
};

/**
 * Blocks that all lead somewhere, each made when it comes into sight: there may be thousands. Their
 * keys are known without making them.
 */
export type Run = {
  count: number;
  block(index: number): Block;
  key(index: number): string;
  /** Where the block of a key stands; undefined where there is none. */
  indexOf(key: string): number | undefined;
};

/** What a page is made of, from top to bottom. */
export type Blocks = readonly (Block | Run)[];

/** Whether it is a run, and not a block. */
export const isRun = (content: Block | Run): content is Run => 'count' in content;

/**
 * A block for each item.
 *
 * @param keyOf names it; no two items of a page have the same
 * @param tell makes it, and must give it a target
 */
export function run<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  tell: (item: T) => Omit<Block, 'key'>,
): Run {
  const key = (index: number) => keyOf(items[index] as T);
  let indexes: Map<string, number> | undefined;
  return {
    count: items.length,
    key,
    block: (index) => ({ ...tell(items[index] as T), key: key(index) }),
    indexOf(wanted) {
      indexes ??= new Map(items.map((item, index) => [keyOf(item), index]));
      return indexes.get(wanted);
    },
  };
}

/** All blocks, those of runs made. */
export function allBlocks(blocks: Blocks): Block[] {
  return blocks.flatMap((one) =>
    isRun(one) ? Array.from({ length: one.count }, (_, index) => one.block(index)) : one,
  );
}

/** A block that the selection does not stop at. */
export function block(key: string, ...parts: Part[]): Block {
  return { key, parts };
}

/** A block that leads to a record. @param within what tells it from the same record elsewhere on the page */
export function blockTo(target: Target, parts: readonly Part[], within = ''): Block {
  return { key: keyTo(target, within), parts, target };
}

/** The key of a block that leads to a record. */
export function keyTo({ view, id }: Target, within = ''): string {
  return `${within === '' ? '' : `${within}/`}${view}:${id}`;
}

/** Where a record without a page of its own leads: the statement that tells it, or the source. */
export function whereSaid(record: { statement?: string | undefined; source: string }): Target {
  const { statement, source } = record;
  return statement ? { view: 'statement', id: statement } : { view: 'source', id: source };
}

export const SPACE: Space = { kind: 'space' };

export const heading = (rank: Rank, text: Words, rest: Partial<Heading> = {}): Heading => ({
  kind: 'heading',
  rank,
  text,
  ...rest,
});

export const prose = (text: Words, rest: Partial<Prose> = {}): Prose => ({
  kind: 'prose',
  text,
  ...rest,
});

export const item = (text: Words, rest: Partial<Item> = {}): Item => ({
  kind: 'item',
  text,
  ...rest,
});

export const fact = (label: string, text: Words): Fact => ({ kind: 'fact', label, text });

/** A fact, where there is one. */
export const factIf = (label: string, text: Words | undefined): Fact[] =>
  text === undefined || text === '' ? [] : [fact(label, text)];

export const chart = (drawn: Chart, ...told: Part[]): Drawn => ({
  kind: 'chart',
  chart: drawn,
  told,
});

/** A section's headline, as a block. */
export const section = (title: string): Block =>
  block(`section:${title}`, heading('section', title));

export const aside = (...text: Words[]): Words => ({ means: 'aside', text });
export const strong = (...text: Words[]): Words => ({ means: 'strong', text });
export const ours = (...text: Words[]): Words => ({ means: 'ours', text });
export const quoted = (...text: Words[]): Words => ({ means: 'quote', text });
export const sign = (name: Sign): Words => ({ sign: name });

/** The sign of a side: triangles where it is about "should", arrows where about "will". */
export const sideSign = (side: Side): Words => sign(side === 'none' ? 'bullet' : side);

/** The text without its meanings. @param words what stands for a sign */
export function plainText(
  text: Words,
  words: (sign: Sign, word?: string) => string = () => '',
): string {
  if (typeof text === 'string') return text;
  if ('sign' in text) return words(text.sign, text.word);
  if ('means' in text) return plainText(text.text, words);
  return text.map((one) => plainText(one, words)).join('');
}

/** A text in one line: pasted into a shell, a line feed would end the line there. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** "1 statement", "3 statements". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
