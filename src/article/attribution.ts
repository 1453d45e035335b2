/** Finds out to whom a memo gives a quote: who is named beside it. */
import { commonWords, reportingWords } from '../languages/languages.ts';
import { fold, foldText, occurrences } from '../pack/fold.ts';
import type { Person } from '../pack/schema.ts';
import type { Memo, MemoQuote } from './memo.ts';
import type { Units } from './quotations.ts';
import { countBelow } from './text.ts';

/** To whom a memo gives a quote. */
export type Attribution = {
  /** The people that the name beside it can mean; none where it is given to nobody. */
  people: string[];
  /** Whether it is certain that it is given to them, or to nobody. */
  isSure: boolean;
  /** A name beside it that nobody of the pack has. */
  stranger?: string;
};

/** Somebody of the pack who is named in a memo. Of a name that several share, all are meant. */
type Mention = Units & { people: string[]; isPossessive: boolean };

const LEAST_SURNAME = 4;

/** Who is named where, in the order of the memo. */
function mentionsIn(text: string, people: readonly Person[]): Mention[] {
  const names = new Map<string, Set<string>>();
  const add = (name: string, id: string) => {
    const folded = foldText(name);
    if (folded === '') return;
    names.set(folded, (names.get(folded) ?? new Set()).add(id));
  };
  for (const { id, name, aliases, kind } of people) {
    for (const one of [name, ...aliases]) add(one, id);
    const surname = name.split(/\s+/).at(-1) ?? '';
    if (kind !== 'outlet' && surname.length >= LEAST_SURNAME) add(surname, id);
  }
  const { folded, map, ends } = fold(text);
  const isFree = (at: number) => folded[at] === undefined || folded[at] === ' ';
  const found: Mention[] = [];
  for (const [name, ids] of names) {
    for (const at of occurrences(folded, name)) {
      const start = map[at] as number;
      // "lang" is no Lang.
      if (!isFree(at - 1) || /\p{Ll}/u.test(text[start] as string)) continue;
      const after = at + name.length;
      const isPossessive = folded[after] === 's' && isFree(after + 1);
      if (!isPossessive && !isFree(after)) continue;
      const end = ends[isPossessive ? after : after - 1] as number;
      const isGenitive = isPossessive || /^['’](?!\p{L})/u.test(text.slice(end));
      found.push({ start, end, people: [...ids], isPossessive: isGenitive });
    }
  }
  // The longest name at a place is the one that is meant.
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, at, all) => !all.slice(0, at).some((before) => before.end >= one.end));
}

/** A list item, a row of a table, a heading, a footnote: nothing goes on from the line before. */
const FRESH_LINE = /\n(?=[ \t>]*(?:[-*+]|\d+[.)])[ \t]|[ \t]*(?:\||#|\[\^))/u;
/** The end of a paragraph, or of what stands for one. */
const PARAGRAPH_END = new RegExp(`\\n[ \\t>]*\\n|${FRESH_LINE.source}`, 'gu');
/** The end of a sentence, or of a paragraph. */
const SENTENCE_END = new RegExp(
  `[.!?…]["”“»’'*_)]*(?:\\[\\^[^\\]]*\\])?\\s+(?=[\\p{Lu}„“"«‘(])|${PARAGRAPH_END.source}`,
  'gu',
);

/**
 * Who each quote of a memo is given to. A name stands before its quote (`X said: "…"`) or behind it
 * (`"…," said X`), in the same sentence; where none does, it is given to whom the quote before is
 * given, to the one person named before it in the paragraph, or to the one of the line that leads
 * to it.
 */
export function attributions(memo: Memo, people: readonly Person[]): Attribution[] {
  const { text, quotes } = memo;
  const inQuotes = (one: Units) =>
    quotes.some(({ units }) => one.start >= units.start && one.end <= units.end);
  const mentions = mentionsIn(text, people).filter((one) => !inQuotes(one));
  const outlets = new Set(people.filter(({ kind }) => kind === 'outlet').map(({ id }) => id));
  const isOutlet = (one: Mention) => one.people.every((id) => outlets.has(id));
  const paragraphs = [
    0,
    ...[...text.matchAll(PARAGRAPH_END)].map(({ 0: end, index }) => index + end.length),
  ];
  const taken = new Set<Mention>();
  const within = ({ start, end }: Units) =>
    mentions.filter((one) => one.start >= start && one.end <= end && !taken.has(one));
  const given: Attribution[] = [];
  for (const [index, quote] of quotes.entries()) {
    const previous = quotes[index - 1];
    const before = segmentBefore(text, quote.units, previous);
    const behind = segmentBehind(text, quote.units, quotes[index + 1]);
    const stranger = strangerIn(text, before, behind, mentions);
    if (stranger !== undefined) {
      given.push({ people: [], isSure: false, stranger });
      continue;
    }
    const all = [within(before), within(behind)] as const;
    // An outlet beside a person is where it was said, or who passed it on.
    const persons = all.map((some) => some.filter((one) => !isOutlet(one)));
    const [named = [], beyond = []] = persons.some((some) => some.length > 0) ? persons : all;
    const follow = beyond.filter((one) => !NEXT.test(text.slice(beyond[0]?.end, one.start)));
    const chosen = isIntroduced(text, before, named, behind, follow) ? named : follow;
    const speaking = speakersOf(text, chosen);
    for (const one of speaking) taken.add(one);
    const last = given.at(-1);
    if (speaking.length > 0) given.push(oneOf(speaking));
    else if (previous && last && goesOn(text, previous, quote, within)) given.push(last);
    else if (chosen.length > 0) given.push({ people: [], isSure: false });
    else {
      const persons = mentions.filter((one) => !isOutlet(one));
      given.push(fromAround(text, quote, [before, behind], persons, paragraphs));
    }
  }
  // "…", "…" and "…", said X: the one behind tells of all.
  for (let index = quotes.length - 2; index >= 0; index -= 1) {
    const one = given[index] as Attribution;
    const [quote, next] = [quotes[index] as MemoQuote, quotes[index + 1] as MemoQuote];
    const between = text.slice(quote.units.end, next.units.start);
    const isOpen = one.isSure && one.people.length === 0;
    if (isOpen && between.search(SENTENCE_END) < 0) given[index] = given[index + 1] as Attribution;
  }
  return given;
}

/** Those named, where they are one person. */
function oneOf(named: readonly Mention[]): Attribution {
  const people = [...new Set(named.flatMap((one) => one.people))];
  const isOne = new Set(named.map((one) => one.people.join())).size === 1;
  // Of "Reed's spokesman" nobody can tell who he is.
  return { people, isSure: isOne && !named.some(({ isPossessive }) => isPossessive) };
}

function segmentBefore(text: string, { start }: Units, previous: MemoQuote | undefined): Units {
  const from = previous?.units.end ?? 0;
  const last = [...text.slice(from, start).matchAll(SENTENCE_END)].at(-1);
  return { start: last ? from + last.index + last[0].length : from, end: start };
}

/** Below the words, behind a dash: who signs them. */
const SIGNED = /^["”“»’'*_)]*\s*\n[\s>]*(?:[—–]|--)\s*\p{Lu}[^\n]*/u;

function segmentBehind(text: string, { end }: Units, next: MemoQuote | undefined): Units {
  const to = next?.units.start ?? text.length;
  // The quote's own closing marks are no end of the sentence that tells who said it.
  const rest = text.slice(end, to);
  const [signed] = SIGNED.exec(rest) ?? [];
  if (signed) return { start: end, end: end + signed.length };
  const [told] = TOLD_NEXT.exec(rest) ?? [];
  if (told) return { start: end, end: end + told.length };
  const isClosed = /[.!?…]$/.test(text.slice(0, end)) && /^["”“»’']*\s+(?=\p{Lu})/u.test(rest);
  if (isClosed && !SAID_BY.test(rest)) return { start: end, end };
  const found = [...rest.matchAll(SENTENCE_END)][0];
  return { start: end, end: found ? end + found.index + 1 : to };
}

/** These words as a pattern, also at the beginning of a sentence. */
const anyOf = (kind: Parameters<typeof reportingWords>[0]) => {
  const words = reportingWords(kind).map((word) => {
    const [first = ''] = word;
    return `[${first}${first.toUpperCase()}]${word.slice(1).replaceAll(' ', '\\s+')}`;
  });
  return `(?:${words.join('|')})`;
};
const CLOSED = `^["”“»’'*_)\\]]*(?:\\[\\^[^\\]]*\\])?`;
const OPENS = `["“„«»‘‚'*_|>\\s]*$`;
const NAME = `\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s+(?:(?:von|van|de|der|den|bin|al|da|di|la|le)\\s+)?\\p{Lu}[\\p{L}\\p{M}'’-]*)*`;
const WORDS = (most: number) => `(?:[\\p{Ll}\\d][\\p{L}\\p{M}\\d'’-]*,?\\s+){0,${most}}`;

/** "…" X said. */
const SAID_BY = new RegExp(
  `${CLOSED}\\s+(?=\\p{Lu})\\S+(?:\\s\\p{Lu}\\S+)*\\s${anyOf('says')}\\b`,
  'u',
);

/** "…". That is what X said. */
const TOLD_NEXT = new RegExp(
  `${CLOSED}[.!?]?["”“»’']*\\s+(?:Das|Dies|So|That|This|These|Those)\\s[^.!?\\n]*${anyOf('says')}(?![\\p{L}])[^.!?\\n]*`,
  'u',
);

/** Where a name stands beside a quote that it is given to. */
const BESIDE = {
  before: [
    new RegExp(
      `(?<name>${NAME})\\s+(?:has\\s+|had\\s+|hat\\s+|hatte\\s+)?${anyOf('says')}(?![\\p{L}])[^.!?\\n]{0,40}${OPENS}`,
      'u',
    ),
    new RegExp(`(?<![\\p{L}])${anyOf('by')}\\s+(?<name>${NAME})[^.!?\\n]{0,20}${OPENS}`, 'u'),
    new RegExp(`(?<![\\p{L}])${anyOf('says')}\\s+(?<name>${NAME})[,:]?\\s*${OPENS}`, 'u'),
    new RegExp(`^[\\s>|*_-]*(?<name>${NAME})[*_]*:[*_]*\\s*${OPENS}`, 'u'),
  ],
  behind: [
    new RegExp(
      `${CLOSED},?\\s*(?:has\\s+|had\\s+|hat\\s+|hatte\\s+)?${anyOf('says')}\\s+(?<name>${NAME})`,
      'u',
    ),
    new RegExp(`${CLOSED},?\\s*(?<name>${NAME})\\s+${WORDS(1)}${anyOf('says')}(?![\\p{L}])`, 'u'),
    new RegExp(`${CLOSED},?\\s*${anyOf('by')}\\s+(?<name>${NAME})`, 'u'),
    new RegExp(`${CLOSED}[\\s>]*(?:[—–]|--)\\s*(?<name>${NAME})(?=\\s*(?:[,(.]|$))`, 'u'),
    new RegExp(`${CLOSED}\\s*\\((?<name>${NAME})(?=[,)])`, 'u'),
  ],
} as const;

/** Words with a capital that are no names: at the beginning of a sentence, and in descriptions. */
let plainWords: ReadonlySet<string> | undefined;

/** A name beside a quote, that it is given to, of nobody in the pack. */
function strangerIn(
  text: string,
  before: Units,
  behind: Units,
  mentions: readonly Mention[],
): string | undefined {
  plainWords ??= new Set([...commonWords(), ...NO_NAMES]);
  for (const [side, { start, end }] of [
    ['before', before],
    ['behind', behind],
  ] as const) {
    const part = text.slice(start, end);
    for (const pattern of BESIDE[side]) {
      const found = pattern.exec(part);
      const name = found?.groups?.name;
      if (!found || !name) continue;
      const at = start + found.index + found[0].indexOf(name);
      const isKnown = mentions.some((one) => one.start < at + name.length + 1 && one.end > at);
      const [first = ''] = name.split(/\s+/);
      const isPlain = (word: string) => (plainWords as ReadonlySet<string>).has(word.toLowerCase());
      // "The minister", "der Minister": whoever it is was named before, or is not.
      const lead = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
      if (!isKnown && !isPlain(first) && !ARTICLES.test(lead)) return name;
    }
  }
  return undefined;
}

const NO_NAMES = [
  ...[
    'i',
    'she',
    'he',
    'they',
    'we',
    'you',
    'who',
    'then',
    'later',
    'here',
    'there',
    'both',
    'now',
  ],
  ...['ich', 'er', 'sie', 'wir', 'ihr', 'man', 'dann', 'später', 'dort', 'dazu', 'dabei', 'hier'],
  ...['my', 'his', 'her', 'their', 'our', 'sein', 'seine', 'ihre', 'einer', 'jemand', 'somebody'],
  ...['somebody', 'someone', 'nobody', 'others', 'zitat', 'quote', 'quotation', 'note', 'titel'],
];
const ARTICLES =
  /^(?:the|an?|his|her|their|our|der|die|das|dem|den|des|eine?[rmns]?|sein\w*|ihr\w*)$/i;

/** Of those named those who speak, not those who are spoken to or about. */
function speakersOf(text: string, named: readonly Mention[]): Mention[] {
  const quoted = named.filter((one) => QUOTED.test(text.slice(0, one.start)));
  if (quoted.length > 0) return quoted;
  return named.filter((one) => {
    const lead = text.slice(Math.max(0, one.start - 80), one.start);
    if (/^\s+gegenüber(?!\s+(?:\p{Lu}|de[mr]\s))(?!\p{L})/u.test(text.slice(one.end))) return false;
    if (SAID_OF.test(lead)) return true;
    return !ADDRESSED.test(lead);
  });
}

const TITLE = `(?:\\p{L}[\\p{L}.-]*\\s+){0,2}`;
const QUOTED = new RegExp(`(?<![\\p{L}])${anyOf('quotes')}\\s+$`, 'u');
const SAID_OF = new RegExp(`(?<![\\p{L}])${anyOf('by')}\\s+${TITLE}$`, 'u');
/** "to X"; "Y told X", "he told X". */
const ADDRESSED = new RegExp(
  `(?<![\\p{L}])${anyOf('to')}\\s+(?:(?:the|der|die|dem|den)\\s+)?(?:\\p{Lu}[\\p{L}.-]*\\s+)?$|\\p{L}(?:,\\s+|\\s+)(?:\\p{L}+\\s+)?${anyOf('tells')}\\s+(?:(?:the|der|die|dem|den)\\s+)?(?:\\p{Lu}[\\p{L}.-]*\\s+)?$`,
  'u',
);

/** A sentence goes on behind these: the name before them belongs to what was before. */
const JOINS = /(?:and|or|but|while|und|oder|aber|während|et|mais|y|e|o)\s*["“„«»‘'*_]*$/;

/** Behind this stands who says what comes next. */
const NEXT = /[,;]\s+(?:and|or|but|while|und|oder|aber|während|et|mais|y|e|o)\s/;

/** Whether the name before a quote is the one that goes with it, rather than the one behind. */
function isIntroduced(
  text: string,
  before: Units,
  named: readonly Mention[],
  behind: Units,
  follow: readonly Mention[],
): boolean {
  const [last, first] = [named.at(-1), follow[0]];
  if (!last || !first) return last !== undefined;
  if (SIGNED.test(text.slice(behind.start, behind.end))) return false;
  const tail = text.slice(last.end, before.end);
  if (/:\s*["“„«»‘'*_]*$/u.test(tail)) return true;
  // A name and a verb right before the quote: X said "…".
  if (/^\s+\p{L}+(?:\s+\p{L}+){0,2},?\s*["“„«»‘'*_]*$/u.test(tail) && !JOINS.test(tail))
    return true;
  const lead = text.slice(behind.start, first.start);
  const isTold = /[,?!…]$/.test(text.slice(0, behind.start)) || /^["”“»’']*,/.test(lead);
  if (isTold && lead.split(/\s+/).length <= 5) return false;
  return tail.length <= lead.length;
}

/** Whether a quote goes on where the one before it in its paragraph was broken off. */
function goesOn(
  text: string,
  previous: MemoQuote,
  { units, isBlock }: MemoQuote,
  within: (place: Units) => Mention[],
): boolean {
  const between = { start: previous.units.end, end: units.start };
  const told = text.slice(between.start, between.end);
  if (isBlock) return previous.isBlock && /^[\s>]*$/.test(told);
  return within(between).length === 0 && told.search(PARAGRAPH_END) < 0;
}

/** A sign of somebody who says it, in the sentence with the quote. */
const REPORTED = new RegExp(`(?<![\\p{L}])${anyOf('says')}(?![\\p{L}])`, 'u');
const UNSAID = new RegExp(anyOf('unsaid'), 'u');

/** Where nobody is named in its sentence: who is named before it. */
function fromAround(
  text: string,
  { units, isBlock }: MemoQuote,
  beside: readonly Units[],
  persons: readonly Mention[],
  paragraphs: readonly number[],
): Attribution {
  const { start } = units;
  const namedIn = (place: Units) =>
    persons.filter((one) => one.start >= place.start && one.end <= place.end);
  const paragraph = isBlock ? start : paragraphAt(start, paragraphs);
  const sentence = beside.map((part) => text.slice(part.start, part.end)).join(' ');
  const isReported = REPORTED.test(sentence) && !UNSAID.test(sentence);
  const isAlone = /^[\s>|*_\d.)+-]*["“„«»‘‚']*$/.test(text.slice(paragraph, start));
  const own = namedIn({ start: paragraph, end: start });
  const isLed = own.length === 0 && (isAlone || isReported);
  const named = isLed ? namedIn(leading(text, paragraph, paragraphs)) : own;
  if (named.length === 0) return { people: [], isSure: !isReported };
  const given = oneOf(isLed ? speakersOf(text, named) : named);
  return given.isSure ? given : { people: [], isSure: false };
}

/** An item of a list, a row of a table, a line of a block. */
const LISTED = /^[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|\||>)/;

/** What leads to a paragraph: the one before the list, the table or the block that it is in. */
function leading(text: string, paragraph: number, starts: readonly number[]): Units {
  let end = paragraph;
  for (;;) {
    while (end > 0 && /\s/.test(text[end - 1] as string)) end -= 1;
    const line = text.lastIndexOf('\n', end - 1) + 1;
    if (end === 0 || !LISTED.test(text.slice(line, end))) {
      return { start: paragraphAt(end, starts), end };
    }
    end = line;
  }
}

/** Where the paragraph begins that ends at a place or goes on there. */
const paragraphAt = (at: number, starts: readonly number[]): number =>
  starts[countBelow(starts, Math.max(at, 1)) - 1] as number;
