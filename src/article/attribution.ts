/** Finds out to whom a memo gives a quote: who is named beside it. */
import { fold, foldText, occurrences } from '../pack/fold.ts';
import type { Person } from '../pack/schema.ts';
import type { Memo, MemoQuote } from './memo.ts';
import type { Units } from './quotations.ts';

/** Somebody of the pack who is named in a memo. */
type Mention = Units & { people: string[] };

/** Of a name that several share, all are meant. */
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
  const found: Mention[] = [];
  for (const [name, ids] of names) {
    for (const at of occurrences(folded, name)) {
      const end = at + name.length;
      const isWhole =
        (at === 0 || folded[at - 1] === ' ') && (end === folded.length || folded[end] === ' ');
      if (!isWhole) continue;
      found.push({ start: map[at] as number, end: ends[end - 1] as number, people: [...ids] });
    }
  }
  // The longest name at a place is the one that is meant.
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, at, all) => !all.slice(0, at).some((before) => before.end >= one.end));
}

/** The end of a sentence, or of a paragraph. */
const SENTENCE_END = /[.!?…]["”“»’'*_)]*\s+(?=[\p{Lu}„“"«‘(])|\n\s*\n/gu;

/**
 * Who each quote of a memo is given to: the people that the name beside it can mean, none where
 * nobody is named. A name stands before its quote (`X said: "…"`) or behind it (`"…," said X`), in
 * the same sentence; where none does, the one person named before it in the paragraph counts.
 */
export function attributions(memo: Memo, people: readonly Person[]): string[][] {
  const { text, quotes } = memo;
  const inQuotes = (one: Units) =>
    quotes.some(({ units }) => one.start >= units.start && one.end <= units.end);
  const mentions = mentionsIn(text, people).filter((one) => !inQuotes(one));
  const outlets = new Set(people.filter(({ kind }) => kind === 'outlet').map(({ id }) => id));
  const isOutlet = (one: Mention) => one.people.every((id) => outlets.has(id));
  const taken = new Set<Mention>();
  return quotes.map(({ units }, index) => {
    const before = segmentBefore(text, units, quotes[index - 1]);
    const behind = segmentBehind(text, units, quotes[index + 1]);
    const within = ({ start, end }: Units) =>
      mentions.filter((one) => one.start >= start && one.end <= end && !taken.has(one));
    const all = [within(before), within(behind)] as const;
    // An outlet beside a person is where it was said, or who passed it on.
    const persons = all.map((some) => some.filter((one) => !isOutlet(one)));
    const [named = [], follow = []] = persons.some((some) => some.length > 0) ? persons : all;
    const chosen = isIntroduced(text, before, named, behind, follow) ? named : follow;
    if (chosen.length === 0) return fromParagraph(text, units, mentions, isOutlet);
    for (const one of chosen) taken.add(one);
    return [...new Set(chosen.flatMap((one) => one.people))];
  });
}

function segmentBefore(text: string, { start }: Units, previous: MemoQuote | undefined): Units {
  const from = previous?.units.end ?? 0;
  const ends = [...text.slice(from, start).matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  return { start: last ? from + last.index + last[0].length : from, end: start };
}

function segmentBehind(text: string, { end }: Units, next: MemoQuote | undefined): Units {
  const to = next?.units.start ?? text.length;
  // The quote's own closing marks are no end of the sentence that tells who said it.
  const rest = text.slice(end, to);
  const isClosed = /[.!?…]$/.test(text.slice(0, end)) && /^["”“»’']*\s+(?=\p{Lu})/u.test(rest);
  const said = /^["”“»’']*\s+(?=\p{Lu})\S+(?:\s\p{Lu}\S+)*\s(?:said|says|sagte?|wrote|told)/u.test(
    rest,
  );
  if (isClosed && !said) return { start: end, end };
  SENTENCE_END.lastIndex = 0;
  const found = SENTENCE_END.exec(rest);
  SENTENCE_END.lastIndex = 0;
  return { start: end, end: found ? end + found.index + 1 : to };
}

/** A sentence goes on behind these: the name before them belongs to what was before. */
const JOINS = /(?:and|or|but|while|und|oder|aber|während|et|mais|y|e|o)\s*["“„«»‘'*_]*$/;

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

/** The one person who is named before a quote in its paragraph. */
function fromParagraph(
  text: string,
  { start }: Units,
  mentions: readonly Mention[],
  isOutlet: (one: Mention) => boolean,
): string[] {
  const from = Math.max(text.lastIndexOf('\n\n', start), 0);
  const named = mentions.filter((one) => one.start >= from && one.end <= start);
  const people = named.filter((one) => !isOutlet(one));
  const sets = new Set(people.map((one) => one.people.join()));
  return sets.size === 1 ? (people[0] as Mention).people : [];
}
