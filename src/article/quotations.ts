/**
 * Finds the quotations of a text: which mark opens, which closes, which is an apostrophe or an inch
 * sign, and of which nobody can tell.
 *
 * Every mark is given each role that it may have, at a cost that grows the less its place suits the
 * role; the cheapest reading of all marks together is taken. A mark that could have another role at
 * nearly the same cost is in doubt, and so is all that hangs on it.
 */
import type { Marks, Pair } from './marks.ts';

/** Part of a text in UTF-16 units. */
export type Units = { start: number; end: number };

export type Quotation = {
  /** The words without the marks and the spaces beside them; of several paragraphs, a part each. */
  parts: Units[];
  pair: Pair;
  /** How many quotations it stands in. */
  depth: number;
  /** The marks cannot be told apart: nothing may be built on it. */
  isDoubtful: boolean;
};

/** A mark of the text and what it was taken for. */
type Mark = {
  at: number;
  role: 'open' | 'close' | 'again' | 'none' | 'unpaired';
  /** The index of the mark it goes with: the closing one of an opening one, and the reverse. */
  partner?: number;
};

type Reading = { quotations: Quotation[]; marks: Mark[] };

/** A mark without a partner; dearer than any odd place. */
const UNPAIRED = 8;
/** Two readings nearer to each other than this cannot be told apart. */
const DOUBT = 1.5;
/** A mark in a place as odd as this is in doubt, even where no other reading is near. */
const ODD = 3;
/** What is dearer than the cheapest by more than this is not followed further. */
const HOPELESS = 17;
const DEEPEST = 4;

/**
 * Reads the quotations of a text in one pass.
 *
 * @param marks `none` finds none: all is speech
 * @param goesBy what a paragraph is: a line, or what stands between empty lines; left out, the text
 *   tells
 */
export function readQuotations(
  text: string,
  marks: Marks,
  goesBy: 'lines' | 'blocks' = isHardWrapped(text, linesOf(text)) ? 'blocks' : 'lines',
): Reading {
  const reading: Reading = { quotations: [], marks: [] };
  if (marks === 'none' || marks.length === 0) return reading;
  const table = pairTable(marks);
  const states = createStates();
  let group: Marked[] = [];
  for (const { start, end } of goesBy === 'blocks' ? blocksOf(text) : linesOf(text)) {
    const marked = markedIn(text, start, end, table);
    const [before] = group;
    if (before && !continues(text, marked, table)) {
      readGroup(text, group, table, states, reading);
      group = [];
    }
    if (marked.marks.length > 0) group.push(marked);
    else if (group.length > 0) {
      readGroup(text, group, table, states, reading);
      group = [];
    }
  }
  readGroup(text, group, table, states, reading);
  reading.quotations.sort(
    (a, b) => (a.parts[0] as Units).start - (b.parts[0] as Units).start || a.depth - b.depth,
  );
  return reading;
}

type Table = {
  pairs: readonly Pair[];
  pattern: RegExp;
  /** Marks that some pair opens with and some pair closes with: their place must tell. */
  twofold: ReadonlySet<string>;
};

function pairTable(pairs: readonly Pair[]): Table {
  const all = [...new Set(pairs.flat())];
  const opening = new Set(pairs.map(([open]) => open));
  const closing = new Set(pairs.map(([, close]) => close));
  const escaped = all.map((mark) => mark.replace(/[\\\]^-]/g, '\\$&'));
  return {
    pairs,
    pattern: new RegExp(`[${escaped.join('')}]`, 'gu'),
    twofold: new Set(all.filter((mark) => opening.has(mark) && closing.has(mark))),
  };
}

const linesOf = (text: string): Units[] =>
  [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length }));

/** The lines between two empty ones as one. */
function blocksOf(text: string): Units[] {
  const blocks: Units[] = [];
  for (const line of linesOf(text)) {
    const last = blocks.at(-1);
    if (last && followsAtOnce(text, last.end, line.start)) last.end = line.end;
    else blocks.push(line);
  }
  return blocks;
}

const followsAtOnce = (text: string, end: number, start: number) => text.slice(end, start) === '\n';

/** Most lines right above another one end at about the same width, in the middle of a sentence. */
function isHardWrapped(text: string, lines: readonly Units[]): boolean {
  let [inner, broken] = [0, 0];
  for (const [index, { start, end }] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || !followsAtOnce(text, end, next.start)) continue;
    inner += 1;
    const line = text.slice(start, end).trimEnd();
    if (line.length >= 40 && line.length <= 100 && !/[.!?:;”“"»…]$/.test(line)) broken += 1;
  }
  return inner >= 3 && broken >= inner * 0.6;
}

/** A mark before it has a role: what stands around it. */
type Seen = {
  at: number;
  char: string;
  before: Around;
  after: Around;
  /** Nothing but marks stands before it in its paragraph. */
  leads: boolean;
  /** The letters or digits right behind it. */
  word: string;
  /** It stands behind a number of feet and one of inches, as in 6'2". */
  isInches: boolean;
};

/** What stands beside a mark, marks and no-break spaces between left out. */
type Around = {
  /** The character; empty at the paragraph's end or beginning. */
  char: string;
  kind: 'edge' | 'space' | 'opening' | 'dash' | 'ellipsis' | 'stop' | 'digit' | 'word' | 'other';
  /** A no-break space stands between. */
  isApart: boolean;
  /** The character right beside it is a mark. */
  isMark: boolean;
};

/** A paragraph and the marks in it. */
type Marked = { start: number; end: number; marks: Seen[] };

const MARKS = /["'’‘‚‛„“”‟«»‹›「」『』《》〈〉﹁﹂〝〟＂]/u;
const NO_BREAK = /[\u00A0\u202F\u2007\u2009\u200A\u2060]/u;
const SPACE = /\s/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\p{Nd}/u;
const DASHES = /[-‐‑‒–—―/|·•]/u;
const OPENERS = /[([{¿¡]/u;
const STOPS = /[.,;:!?)\]}、。，．！？；：]/u;
/** Joiners, and what Markdown writes around emphasis. */
const IGNORED = /[\p{Cf}*_]/u;
/** Scripts without an apostrophe inside words, and without spaces between some of them. */
const NO_APOSTROPHE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u;
const HEBREW = /\p{sc=Hebr}/u;

function markedIn(text: string, start: number, end: number, { pattern }: Table): Marked {
  const paragraph = text.slice(start, end);
  let isLead = true;
  let reached = 0;
  const marks = [...paragraph.matchAll(pattern)].flatMap(({ 0: char, index }): Seen[] => {
    isLead &&= paragraph.slice(reached, index).trim() === '';
    reached = index + char.length;
    const seen = {
      at: start + index,
      char,
      before: around(paragraph, index - 1, -1),
      after: around(paragraph, index + char.length, 1),
      leads: isLead,
      word: /^(?:[\p{L}\p{Nd}]|[.,]\d)+/u.exec(paragraph.slice(index + 1, index + 16))?.[0] ?? '',
      isInches: /\d['’′]\d{1,2}$/.test(paragraph.slice(Math.max(0, index - 5), index)),
    };
    return isInsideWord(seen, paragraph, index) ? [] : [seen];
  });
  return { start, end, marks };
}

function around(paragraph: string, from: number, step: 1 | -1): Around {
  let isApart = false;
  let at = from;
  let isFirst = true;
  let isMark = false;
  for (; at >= 0 && at < paragraph.length; at += step) {
    const char = paragraph[at] as string;
    if (NO_BREAK.test(char)) isApart = true;
    else if (MARKS.test(char)) isMark ||= isFirst;
    else if (!IGNORED.test(char)) break;
    isFirst = false;
  }
  const char = charAt(paragraph, at, step);
  return { char, kind: kindOf(char, paragraph, at), isApart, isMark };
}

function charAt(text: string, at: number, step: 1 | -1): string {
  if (at < 0 || at >= text.length) return '';
  const code = text.charCodeAt(at);
  if (step === 1) return String.fromCodePoint(text.codePointAt(at) as number);
  const isSecond = code >= 0xdc00 && code <= 0xdfff && at > 0;
  return isSecond ? text.slice(at - 1, at + 1) : (text[at] as string);
}

function kindOf(char: string, paragraph: string, at: number): Around['kind'] {
  if (char === '') return 'edge';
  if (SPACE.test(char)) return 'space';
  if (DIGIT.test(char)) return 'digit';
  if (WORD.test(char)) return 'word';
  if (char === '…' || /\.\.$/.test(paragraph.slice(Math.max(0, at - 1), at + 1))) return 'ellipsis';
  if (char === '.' && paragraph[at + 1] === '.') return 'ellipsis';
  if (OPENERS.test(char)) return 'opening';
  if (DASHES.test(char)) return 'dash';
  return STOPS.test(char) ? 'stop' : 'other';
}

const SINGLE = /^['’‘‚]$/u;
const DOUBLE = /^["”“]$/u;

/** An apostrophe between letters, 'n', or the sign of a Hebrew abbreviation: never a mark. */
function isInsideWord({ char }: Seen, paragraph: string, index: number): boolean {
  const before = charAt(paragraph, index - 1, -1);
  const after = charAt(paragraph, index + 1, 1);
  const isBetween = WORD.test(before) && WORD.test(after);
  if (char === '"' || char === '”') return HEBREW.test(before) && HEBREW.test(after);
  if (char !== "'" && char !== '’') return false;
  if (isBetween) return !NO_APOSTROPHE.test(before) && !NO_APOSTROPHE.test(after);
  const beside = paragraph.slice(Math.max(0, index - 3), index + 4);
  return /(?:^| )['’][nN]['’](?: |$)/.test(beside) && /[nN]/.test(before + after);
}

/** Whether a quotation may go on into a paragraph: it begins with a mark of a pair. */
function continues(text: string, { start, marks }: Marked, { pairs }: Table): boolean {
  const [first] = marks;
  if (!first?.leads) return false;
  return (
    text.slice(start, first.at).trim() === '' && pairs.some((pair) => pair.includes(first.char))
  );
}

type Role = Mark['role'];
/** The pairs that are open, the outermost first; `pending`: how many wait to be opened again. */
type State = { open: readonly number[]; pending: number };
type Move = { from: number; to: number; role: Role; cost: number; pair?: number };
/** One mark, or the end of a paragraph, with all moves over it. */
type Step = { mark?: Seen; moves: Move[] };

function readGroup(
  text: string,
  group: readonly Marked[],
  table: Table,
  states: States,
  into: Reading,
): void {
  if (group.length === 0) return;
  const steps: Step[] = [];
  let costs = new Map([[states.id({ open: [], pending: 0 }), 0]]);
  const take = (step: Step) => {
    steps.push(step);
    costs = cheapest(step.moves, costs);
  };
  for (const [index, { marks }] of group.entries()) {
    for (const mark of marks) take({ mark, moves: movesOver(mark, costs, states, table) });
    const isLast = index === group.length - 1;
    take({ moves: movesAtEnd(costs, states, isLast) });
  }
  record(text, group, steps, states, table, into);
}

/** All states that a text can be in, each made once. */
function createStates() {
  const known = new Map<string, number>();
  const all: State[] = [];
  const steps = new Map<number, number>();
  const id = (state: State): number => {
    const key = `${state.open.join()}/${state.pending}`;
    const found = known.get(key) ?? all.push(state) - 1;
    known.set(key, found);
    return found;
  };
  const remembered = (key: number, make: () => State): number => {
    const found = steps.get(key) ?? id(make());
    steps.set(key, found);
    return found;
  };
  return {
    id,
    get: (at: number) => all[at] as State,
    /** The state with one pair more open. */
    opened: (from: number, pair: number) =>
      remembered(from * 256 + pair, () => ({
        open: [...(all[from] as State).open, pair],
        pending: 0,
      })),
    /** The state with so many pairs left open. */
    closedTo: (from: number, depth: number) =>
      remembered(from * 256 + 200 + depth, () => ({
        open: (all[from] as State).open.slice(0, depth),
        pending: 0,
      })),
  };
}
type States = ReturnType<typeof createStates>;

/** What each state that is reached costs at least; what is hopeless is left. */
function cheapest(moves: readonly Move[], before: ReadonlyMap<number, number>) {
  const costs = new Map<number, number>();
  let least = Number.POSITIVE_INFINITY;
  for (const { from, to, cost } of moves) {
    const total = (before.get(from) as number) + cost;
    if (total < (costs.get(to) ?? Number.POSITIVE_INFINITY)) costs.set(to, total);
    least = Math.min(least, total);
  }
  for (const [id, cost] of costs) if (cost > least + HOPELESS) costs.delete(id);
  return costs;
}

function movesOver(
  mark: Seen,
  costs: ReadonlyMap<number, number>,
  states: States,
  table: Table,
): Move[] {
  const moves: Move[] = [];
  const plain = plainCost(mark);
  for (const from of costs.keys()) {
    const state = states.get(from);
    if (state.pending > 0) {
      again(mark, from, state, states, table, moves);
      continue;
    }
    const depth = state.open.length;
    const isWithin = state.open.some((pair) => (table.pairs[pair] as Pair).includes(mark.char));
    moves.push({ from, to: from, role: 'unpaired', cost: UNPAIRED + (isWithin ? 2 : 0) });
    if (plain !== undefined) moves.push({ from, to: from, role: 'none', cost: plain });
    for (const [pair, [open]] of table.pairs.entries()) {
      if (open !== mark.char || depth >= DEEPEST || state.open.includes(pair)) continue;
      const to = states.opened(from, pair);
      moves.push({ from, to, role: 'open', cost: openCost(mark, pair, table), pair });
    }
    for (let at = depth - 1; at >= 0; at -= 1) {
      const pair = state.open[at] as number;
      if ((table.pairs[pair] as Pair)[1] !== mark.char) continue;
      const to = states.closedTo(from, at);
      const cost = closeCost(mark, table) + UNPAIRED * (depth - 1 - at);
      moves.push({ from, to, role: 'close', cost, pair });
    }
  }
  return moves;
}

/** At the beginning of a paragraph what is still open is opened again, the outermost first. */
function again(
  mark: Seen,
  from: number,
  { open, pending }: State,
  states: States,
  { pairs }: Table,
  moves: Move[],
): void {
  const pair = open[open.length - pending] as number;
  if (!mark.leads || !(pairs[pair] as Pair).includes(mark.char)) return;
  const to = states.id({ open, pending: pending - 1 });
  moves.push({ from, to, role: 'again', cost: 0, pair });
}

/** At the end of a paragraph what is open is given up, or goes on in the next. */
function movesAtEnd(costs: ReadonlyMap<number, number>, states: States, isLast: boolean): Move[] {
  const none = states.id({ open: [], pending: 0 });
  return [...costs.keys()].flatMap((from): Move[] => {
    const { open, pending } = states.get(from);
    const givenUp: Move = { from, to: none, role: 'unpaired', cost: UNPAIRED * open.length };
    if (pending > 0) return [];
    if (open.length === 0 || isLast) return [givenUp];
    const to = states.id({ open, pending: open.length });
    return [givenUp, { from, to, role: 'again', cost: 0 }];
  });
}

const isLetterLike = ({ kind, isApart }: Around) =>
  !isApart && (kind === 'word' || kind === 'digit' || kind === 'other');
/** Nothing of a word on this side: what opens likes it before, what closes behind. */
const isOutside = ({ kind, isApart }: Around) =>
  isApart || kind === 'edge' || kind === 'space' || kind === 'dash';
const isGap = ({ kind }: Around) => kind === 'edge' || kind === 'space';

const SPACED = /[«»‹›]/;

function openCost({ char, before, after }: Seen, pair: number, { pairs, twofold }: Table): number {
  // A pair that stands later in the list is less at home in this text.
  const foreign = pair === 0 ? 0 : Math.min(0.5, pair * 0.1);
  const isSpaced = SPACED.test((pairs[pair] as Pair)[0]);
  if (isGap(after)) return isSpaced && after.kind === 'space' ? foreign + 0.2 : 6;
  if (!twofold.has(char)) return foreign;
  if (after.kind === 'stop') return 5;
  if (isOutside(before) || before.kind === 'opening') return foreign;
  // In l'"exception" what stands before is an elision.
  if (before.isMark && before.kind === 'word') return foreign;
  return foreign + (/[:：,，]/.test(before.char) || NO_APOSTROPHE.test(before.char) ? 1 : 3);
}

function closeCost({ char, before, after }: Seen, { twofold }: Table): number {
  if (isGap(before)) return SPACED.test(char) && before.kind === 'space' ? 0.2 : 6;
  if (before.kind === 'opening') return 5;
  if (!twofold.has(char)) return 0;
  if (isOutside(after) || /^(?:stop|ellipsis|opening)$/.test(after.kind)) {
    return before.kind === 'dash' && !isGap(after) ? 1.6 : 0;
  }
  if (isOutside(before)) return 6;
  return NO_APOSTROPHE.test(after.char) ? 0.5 : 2;
}

/** Words that begin with an apostrophe, in English and German. */
const CLIPPED = new Set(
  [
    'tis twas twere em til till cause round bout neath tween n',
    's ne nen ner nem rauf runter raus rein rum ran',
  ].flatMap((words) => words.split(' ')),
);

/**
 * What it costs to take a mark for an apostrophe, or a sign of feet, minutes, inches, seconds;
 * undefined where it can be none.
 */
function plainCost(mark: Seen): number | undefined {
  const { char, before, after } = mark;
  if (DOUBLE.test(char)) {
    if (before.kind !== 'digit' || before.isApart) return undefined;
    return mark.isInches ? 0 : 1;
  }
  if (!SINGLE.test(char) || char === '‚') return undefined;
  if (before.kind === 'digit' && !before.isApart && !before.isMark) return 1;
  if (isOutside(before) || before.kind === 'opening') return leadingCost(mark);
  if (!isLetterLike(before) || NO_APOSTROPHE.test(before.char)) return undefined;
  if (after.isMark) return before.isMark ? undefined : 0.8;
  if (before.isMark) return undefined;
  const isPossessive = /^[sSxXzZß]$/.test(before.char) && after.kind === 'space';
  return isPossessive ? 1 : 3;
}

function leadingCost({ char, after, word }: Seen): number | undefined {
  if (/^\d\ds?$/.test(word)) return 0.2;
  if (char === '‘' || after.kind !== 'word') return undefined;
  return CLIPPED.has(word.toLowerCase()) ? 0.5 : 4;
}

/** Takes the cheapest way through all steps, and asks of each mark how near another way comes. */
function record(
  text: string,
  group: readonly Marked[],
  steps: readonly Step[],
  states: States,
  { pairs }: Table,
  { quotations, marks }: Reading,
): void {
  const { chosen, doubts } = cheapestWay(steps, states);
  type Open = { pair: number; mark: number; start: number; parts: Units[]; isDoubtful: boolean };
  let open: Open[] = [];
  let paragraph = 0;
  const partOf = ({ start }: Open, end: number): Units[] => trimmed(text, start, end);
  const unpair = ({ mark }: Open) => Object.assign(marks[mark] as Mark, { role: 'unpaired' });

  for (const [index, { mark: seen }] of steps.entries()) {
    const { role, pair = 0, to } = chosen[index] as Move;
    const isDoubtful = doubts[index] as boolean;
    if (!seen) {
      const { end } = group[paragraph] as Marked;
      paragraph += 1;
      if (states.get(to).open.length === 0) {
        for (const one of open) unpair(one);
        open = [];
      }
      for (const one of open) one.parts.push(...partOf(one, end));
      continue;
    }
    const at = marks.push({ at: seen.at, role }) - 1;
    const start = seen.at + seen.char.length;
    if (role === 'open') open.push({ pair, mark: at, start, parts: [], isDoubtful });
    if (role === 'again') {
      const one = open.find((entry) => entry.pair === pair) as Open;
      Object.assign(one, { start, mark: at, isDoubtful: one.isDoubtful || isDoubtful });
    }
    if (role !== 'close') continue;
    const depth = open.findLastIndex((entry) => entry.pair === pair);
    const one = open[depth] as Open;
    for (const other of open.slice(depth + 1)) unpair(other);
    open = open.slice(0, depth);
    const parts = [...one.parts, ...partOf(one, seen.at)];
    Object.assign(marks[at] as Mark, { partner: one.mark });
    Object.assign(marks[one.mark] as Mark, { partner: at });
    if (parts.length === 0) continue;
    const isUnsure = one.isDoubtful || isDoubtful;
    quotations.push({ parts, pair: pairs[pair] as Pair, depth, isDoubtful: isUnsure });
  }
}

function trimmed(text: string, start: number, end: number): Units[] {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? [{ start: from, end: to }] : [];
}

function cheapestWay(steps: readonly Step[], states: States) {
  const first = states.id({ open: [], pending: 0 });
  const forward = [new Map([[first, 0]])];
  for (const { moves } of steps)
    forward.push(cheapest(moves, forward.at(-1) as Map<number, number>));
  // Every way ends where nothing is open.
  let behind = new Map([[first, 0]]);
  const backward = [behind];
  for (const { moves } of steps.toReversed()) {
    const costs = new Map<number, number>();
    for (const { from, to, cost } of moves) {
      const total = cost + (behind.get(to) ?? Number.POSITIVE_INFINITY);
      if (total < (costs.get(from) ?? Number.POSITIVE_INFINITY)) costs.set(from, total);
    }
    behind = costs;
    backward.push(behind);
  }
  backward.reverse();

  let state = first;
  const chosen: Move[] = [];
  const doubts: boolean[] = [];
  for (const [index, { moves }] of steps.entries()) {
    const before = forward[index] as Map<number, number>;
    const after = backward[index + 1] as Map<number, number>;
    const left = ({ to, cost }: Move) => cost + (after.get(to) ?? Number.POSITIVE_INFINITY);
    let move = moves[0] as Move;
    let least = Number.POSITIVE_INFINITY;
    for (const one of moves) {
      if (one.from !== state || left(one) >= least) continue;
      move = one;
      least = left(one);
    }
    const total = (before.get(state) as number) + least;
    const isRival = (one: Move) =>
      (one.role !== move.role || one.pair !== move.pair) &&
      (one.pair !== undefined || move.pair !== undefined) &&
      (before.get(one.from) ?? Number.POSITIVE_INFINITY) + left(one) - total < DOUBT;
    doubts.push(moves.some(isRival) || (move.role !== 'unpaired' && move.cost >= ODD));
    chosen.push(move);
    state = move.to;
  }
  return { chosen, doubts };
}
