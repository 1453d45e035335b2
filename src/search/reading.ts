/**
 * What a question asks of this pack: the sides, scenarios, people, kinds and dates that its words
 * stand for, as filters and as chips that can be shown and taken away.
 */
import { foldText } from '../pack/fold.ts';
import type { PackData, Person } from '../pack/schema.ts';
import type { Finder } from './finder.ts';
import type { Asked } from './languages/language.ts';
import { type FoldedNames, isName } from './names.ts';
import type { Clause, FilterClause, FilterKey } from './query.ts';
import {
  isCountOfWords,
  isKind,
  isSide,
  type Question,
  type Read,
  readQuestion,
} from './question.ts';
import { LEVELS, type SearchRecord } from './records.ts';
import type { Step } from './steps.ts';
import { joinPhrases, type Synonyms } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { LEVEL_SLOTS } from './words.ts';

/** One thing that a question was read as asking for. */
type Chip = {
  about:
    | 'side'
    | 'scenario'
    | 'person'
    | 'kind'
    | 'date'
    | 'count'
    | 'when'
    | 'where'
    | 'why'
    | 'said'
    | 'records';
  /** In words; of a date the date itself, `2024-10-24` or `2024-10..2024-11`. */
  label: string;
  /** The query to be typed to take this chip away. */
  without: string;
};
/** How a question was read. */
export type ReadAs = {
  chips: Chip[];
  side?: SideAsked;
  /** Whether it asks for grounds, and whether for those against it. */
  why?: 'for' | 'against';
  /** Whether it asks how many answers there are. */
  isCounted?: true;
  /** Whether it asks who was on both sides, or by whom words came here. */
  wants?: 'changed' | 'relayed';
  /** The ids of what it asks about, best first. */
  scenarios: readonly string[];
  people: readonly string[];
};

/** What is told of how a question was read. */
export function readAs({ chips, side, asked, isNegated, scenarios, people }: Understood): ReadAs {
  return {
    chips,
    ...(side && { side }),
    ...(asked.has('why') && { why: isNegated ? 'against' : 'for' }),
    ...(asked.has('count') && { isCounted: true as const }),
    ...(asked.has('changed') && { wants: 'changed' as const }),
    ...(asked.has('relayed') && { wants: 'relayed' as const }),
    scenarios,
    people: people.map(({ id }) => id),
  };
}

/** A question with what its words name in a pack. */
export type Understood = {
  asked: ReadonlySet<Asked>;
  /** Whether it asks how many statements there are. */
  isCountOfWords: boolean;
  side?: SideAsked;
  isNegated: boolean;
  kinds: Asked[];
  people: Person[];
  /** Those that the topic may name, best first. */
  scenarios: string[];
  span?: string;
  /** All words that it is about, and those of them that name nobody. */
  topic: Clause[];
  words: Clause[];
  /** The words that name the people. */
  named: Clause[];
  /** One of the words, where it looks like a verb. */
  verb?: Clause;
  chips: Chip[];
};

/** A side as it is asked for. */
export type SideAsked = 'for' | 'against' | 'expects' | 'possible' | 'doubts';

/** The sides as a pack names them. */
export const PACK_SIDES = {
  for: 'favours',
  against: 'opposes',
  expects: 'expects',
  possible: 'possible',
  doubts: 'doubts',
} as const;

/** The side to which a pack says what comes nearest. */
export const nearSide = (side: SideAsked) => PACK_SIDES[side === 'possible' ? 'expects' : side];

/** The stances that make a side, the plainest first. */
export const SIDE_STANCES: Readonly<Record<SideAsked, readonly string[]>> = {
  for: ['favours'],
  against: ['opposes'],
  expects: ['certain', 'likely'],
  possible: ['possible'],
  doubts: ['excluded', 'unlikely'],
};
export const OTHER_SIDE: Readonly<Record<SideAsked, SideAsked>> = {
  for: 'against',
  against: 'for',
  expects: 'doubts',
  possible: 'doubts',
  doubts: 'expects',
};
const SIDE_LABELS: Readonly<Record<SideAsked, string>> = {
  for: 'for',
  against: 'against',
  expects: 'expects it',
  possible: 'thinks it possible',
  doubts: 'doubts it',
};
const KIND_LABELS: Readonly<Record<string, string>> = {
  expert: 'experts',
  politician: 'politicians',
  official: 'officials',
  outlet: 'outlets',
  anonymous: 'unnamed sources',
};

const RECORD_CHIPS = [
  ['scenarios', 'scenarios'],
  ['sources', 'sources'],
  ['events', 'events'],
  ['balance', 'both sides'],
  ['contested', 'most contested first'],
  ['changed', 'was on both sides'],
  ['relayed', 'relayed'],
] as const satisfies readonly (readonly [Asked, string])[];

/** What a pack's names are, for reading questions. */
export type Names = {
  data: PackData;
  folded: FoldedNames;
  synonyms: Synonyms;
  vocabulary: Vocabulary;
};

/** The year a date without one means: the last one of which the sources speak. */
const yearOf = ({ pack }: PackData): number =>
  Number([...pack.asOf.matchAll(/\d{4}/g)].at(-1)?.[0] ?? new Date().getUTCFullYear());

/**
 * Reads a query as a question about a pack; undefined where it is only words.
 *
 * @param clauses the words of the query: no phrases, nothing negated
 */
export function* understand(
  text: string,
  clauses: readonly Clause[],
  names: Names,
  finder: Finder,
  records: readonly SearchRecord[],
): Step<Understood | undefined> {
  const { data, folded, synonyms, vocabulary } = names;
  const isNamed = (words: string, isWhole: boolean) => isName(folded, words, isWhole);
  const question = readQuestion(text, clauses, vocabulary, isNamed, yearOf(data));
  if (!question) return undefined;
  const asked = new Set(question.reads.map((read) => read.asked));
  const isOpen =
    asked.has('who') && !['said', 'relayed', 'head'].some((one) => asked.has(one as Asked));
  const subject = question.topic;
  const named = isOpen ? [] : yield* peopleIn(subject, names, asked, finder, records);
  if (question.needsName && named.length === 0) return undefined;
  const people = named.map(({ person }) => person);
  const taken = new Set(named.flatMap(({ clauses }) => clauses));
  const words = joinPhrases(
    subject.filter((clause) => !taken.has(clause)),
    synonyms,
  );
  const topic = joinPhrases(subject, synonyms);
  // "Who heads the centre against disinformation": nothing is left to be for or against.
  const side = asked.has('head') && words.length === 0 ? undefined : sideAsked(question);
  const isCounted = asked.has('count') && side === undefined;
  const isAboutStances =
    side !== undefined ||
    ['why', 'whether', 'said', 'thinks', 'balance', 'changed'].some((one) =>
      asked.has(one as Asked),
    );
  const wanted = isAboutStances || question.reads.some((read) => isKind(read.asked));
  const meant =
    wanted && !isCounted && words.length > 0 ? yield* scenariosOf(words, finder, records) : [];
  const wantedSide = asked.has('why') ? undefined : side;
  const scenarios = withoutVariants(onSideOrMeant(meant, wantedSide, data), data);
  const kinds = question.reads.map((read) => read.asked).filter(isKind);
  const understood: Understood = {
    asked,
    isCountOfWords: isCountOfWords(question.reads),
    isNegated: question.isNegated,
    kinds,
    people,
    scenarios,
    topic,
    words,
    named: [...taken],
    chips: [],
    ...(side && { side }),
    ...(question.date && { span: question.date.span }),
    ...(question.verb && { verb: question.verb }),
  };
  understood.chips = chipsOf(understood, question, text, clauses, data);
  return understood;
}

/** The one side that is asked for: a verb says more than a preposition, "against" more than "for". */
function sideAsked({ reads, isNegated, topic }: Question): SideAsked | undefined {
  const sides = reads.filter(({ asked }) => isSide(asked));
  const asked = new Set(reads.map((read) => read.asked));
  const strongest = (one: SideAsked) => sides.find((read) => read.asked === one);
  const order: SideAsked[] = ['doubts', 'possible', 'expects', 'against', 'for'];
  const found = order.find((one) => strongest(one));
  if (asked.has('balance')) return undefined;
  if (found) return isNegated && !asked.has('why') ? OTHER_SIDE[found] : found;
  if (topic.length === 0) return undefined;
  if (asked.has('thinks') && asked.has('who')) return isNegated ? 'doubts' : 'expects';
  if (asked.has('who') && asked.has('said') && isNegated) return 'doubts';
  return undefined;
}

type NamedPerson = { person: Person; clauses: Clause[] };

/** Kinds of people who are asked after by name; institutions are topics, unless they are to speak. */
const INDIVIDUALS: ReadonlySet<string> = new Set(['expert', 'politician', 'military']);

/** The people whom words name: by a whole name, a surname, one near to it in spelling. */
function* peopleIn(
  topic: readonly Clause[],
  names: Names,
  asked: ReadonlySet<Asked>,
  finder: Finder,
  records: readonly SearchRecord[],
): Step<NamedPerson[]> {
  if (asked.has('head')) {
    const head = yield* inCharge(topic, names, finder, records);
    if (head) return [head];
  }
  const isToSpeak = asked.has('said') || asked.has('thinks');
  const inRole = isToSpeak ? yield* byRole(topic, names, finder, records) : undefined;
  if (inRole) return [inRole];
  const { data, folded, vocabulary } = names;
  const spelled = data.people.flatMap((person, at) =>
    INDIVIDUALS.has(person.kind) || isToSpeak
      ? [{ person, names: (folded.people[at] as string).split('|') }]
      : [],
  );
  const found: NamedPerson[] = [];
  for (let at = 0; at < topic.length; at++) {
    const here =
      longestName(topic, at, spelled, vocabulary) ??
      (yield* surname(topic, at, spelled, finder, vocabulary));
    if (here.length === 0) continue;
    found.push(...here);
    at += (here[0]?.clauses.length as number) - 1;
    // Who speaks is named once; a name after it is what is spoken about.
    if (isToSpeak) break;
  }
  return found;
}

/** The one person in a role of several words, "the German chancellor", "Nato-Chef". */
function* byRole(
  topic: readonly Clause[],
  { data: { people }, synonyms }: Names,
  finder: Finder,
  records: readonly SearchRecord[],
): Step<NamedPerson | undefined> {
  const roles = [...records.entries()].filter(([, { type }]) => type === 'person');
  for (let end = Math.min(topic.length, LONGEST_ROLE); end > 1; end--) {
    const clauses = topic.slice(0, end);
    const holders = yield* holdersOf(joinPhrases(clauses, synonyms), roles, finder);
    const [holder, ...others] = holders;
    const person = holder && people.find(({ id }) => id === holder[1].id);
    if (person && others.length === 0 && person.kind !== 'outlet') return { person, clauses };
  }
  return undefined;
}

/** The one person in an office that leads what words name: "the head of NATO", "who runs Russia". */
function* inCharge(
  topic: readonly Clause[],
  { data: { people }, synonyms, vocabulary }: Names,
  finder: Finder,
  records: readonly SearchRecord[],
): Step<NamedPerson | undefined> {
  const isLeading = ({ kind, roles }: Person) =>
    kind !== 'outlet' && roles.some(({ role }) => vocabulary.isOffice(foldText(role)));
  const leading = new Map(people.filter(isLeading).map((person) => [person.id, person]));
  const roles = [...records.entries()].filter(
    ([, { type, id }]) => type === 'person' && leading.has(id),
  );
  for (let end = Math.min(topic.length, LONGEST_ROLE); end > 0; end--) {
    const clauses = topic.slice(0, end);
    const holders = yield* holdersOf(joinPhrases(clauses, synonyms), roles, finder);
    // Of several, the one whose office names most of it: the president, not a head of something there.
    const named = (id: string) => {
      const offices = leading.get(id)?.roles.map(({ role }) => foldText(role)) ?? [];
      const isSaid = ({ text }: Clause) =>
        [...vocabulary.stems(text), ...synonyms(text)].some((one) =>
          offices.some((office) => office.includes(one)),
        );
      return clauses.filter(isSaid).length;
    };
    const [first, second] = holders
      .map(([, { id }]) => ({ person: leading.get(id), said: named(id) }))
      .sort((a, b) => b.said - a.said);
    if (first?.person && first.said > (second?.said ?? -1)) {
      return { person: first.person, clauses };
    }
  }
  return undefined;
}

/** Those of some people whose names or roles hold all of some words. */
function* holdersOf(
  words: readonly Clause[],
  among: readonly [number, SearchRecord][],
  finder: Finder,
): Step<readonly [number, SearchRecord][]> {
  let holders = among;
  for (const { text } of words) {
    const grades = (yield* finder.word(text))?.grades;
    holders = holders.filter(([record]) => shareOf(grades?.[record] ?? 0) > 0);
  }
  return holders;
}

/** A role is told in so many words. */
const LONGEST_ROLE = 4;

type Spelled = { person: Person; names: string[] };

function longestName(
  topic: readonly Clause[],
  at: number,
  spelled: readonly Spelled[],
  { stems: stemsOf, isForm }: Vocabulary,
): NamedPerson[] | undefined {
  for (let end = Math.min(topic.length, at + 5); end > at; end--) {
    const clauses = topic.slice(at, end);
    const words = clauses.map(({ text }) => text).join(' ');
    const stems = stemsOf(words);
    const found = spelled.filter(({ names }) =>
      names.some((name) => name === words || (isForm(name, stems) && name.length < words.length)),
    );
    if (found.length > 0) return found.map(({ person }) => ({ person, clauses }));
  }
  return undefined;
}

const LEAST_SURNAME = 3;

/** Somebody by one word of their name, also mistyped. */
function* surname(
  topic: readonly Clause[],
  at: number,
  spelled: readonly Spelled[],
  finder: Finder,
  { stems: stemsOf, isForm }: Vocabulary,
): Step<NamedPerson[]> {
  const clause = topic[at] as Clause;
  if (clause.text.length < LEAST_SURNAME) return [];
  const bearers = (text: string) => {
    const stems = stemsOf(text);
    const isTheirs = (word: string) =>
      word === text || (isForm(word, stems) && word.length < text.length);
    return spelled.filter(({ person, names }) => {
      const words = names.map((name) => name.split(' '));
      if (INDIVIDUALS.has(person.kind)) return words.flat().some(isTheirs);
      // Of an office, "Mark Rutte" has a surname and "South Korea, government" none.
      const [, surname, ...others] = words[0] as string[];
      return surname !== undefined && others.length === 0 && isTheirs(surname);
    });
  };
  let found = bearers(clause.text);
  if (found.length === 0 && (yield* finder.word(clause.text)) === undefined) {
    const near = yield* finder.similar(clause.text);
    found = [...new Set((near?.terms ?? []).flatMap(bearers))];
  }
  return found.map(({ person }) => ({ person, clauses: [clause] }));
}

/**
 * The scenarios that are meant best; where nobody is on the side that is asked for there, those of
 * their family that are meant as well and where somebody is.
 */
function onSideOrMeant(
  meant: readonly Meant[],
  side: SideAsked | undefined,
  { scenarios, statements }: PackData,
): string[] {
  const best = meant.filter(({ share }) => share >= AS_GOOD * (meant[0]?.share ?? 0));
  const ids = best.map(({ id }) => id);
  if (!side) return ids;
  const isTaken = (id: string) =>
    statements.some(({ stances }) =>
      stances.some(({ scenario, value }) => scenario === id && SIDE_STANCES[side].includes(value)),
    );
  if (ids.some(isTaken)) return ids;
  const families = new Map(scenarios.map(({ id, variantOf }) => [id, variantOf ?? id]));
  const wanted = new Set(ids.map((id) => families.get(id)));
  const taken = meant
    .filter(({ share }) => share >= NEARLY_AS_GOOD * (meant[0]?.share ?? 0))
    .map(({ id }) => id)
    .find((id) => wanted.has(families.get(id)) && isTaken(id));
  return taken === undefined ? ids : [taken];
}

/** Of scenarios that are meant equally, variants of one another's are left to the one they vary. */
function withoutVariants(ids: readonly string[], { scenarios }: PackData): string[] {
  const variants = scenarios.filter(({ variantOf }) => ids.includes(variantOf ?? ''));
  return ids.filter((id) => !variants.some((variant) => variant.id === id));
}

/** How much a word says at a level of a scenario: title, keywords and actor, proposition. */
const LEVEL_WEIGHTS = [1, 0.9, 0.6];
const MAIN = LEVELS.indexOf('main');
/** So much of what is asked must be in a scenario's names for it to be meant. */
const LEAST_MEANT = 0.5;
/** Scenarios as good as this beside the best one are meant as well. */
const AS_GOOD = 0.96;
/** One of the family that is as good as this is meant where somebody takes the side asked for. */
const NEARLY_AS_GOOD = 0.6;

/** A scenario that words name, and how much of them is in its names, from 0 to 1. */
type Meant = { id: string; share: number };

/** The scenarios that words name by titles, keywords, actors and propositions; best first. */
function* scenariosOf(
  words: readonly Clause[],
  finder: Finder,
  records: readonly SearchRecord[],
): Step<Meant[]> {
  const count = records.findIndex(({ type }) => type !== 'scenario');
  const size = count < 0 ? records.length : count;
  const scores = new Float64Array(size);
  let total = 0;
  for (const { text } of words) {
    const found = (yield* finder.word(text)) ?? (yield* finder.similar(text));
    const shares = Array.from({ length: size }, (_, record) => shareOf(found?.grades[record] ?? 0));
    const held = shares.filter((share) => share > 0).length;
    // What is told of, and of no scenario more than of others, hardly tells which one is meant; who
    // does: "Polish troops" are no South Korean ones.
    const isWho = (record: number) =>
      records[record]?.type === 'person' && shareOf(found?.grades[record] ?? 0) > 0;
    const isLoose = found && held === 0 && !records.some((_, record) => isWho(record));
    const least = isLoose ? size / 4 : 1;
    const weight = Math.log2(1 + (size + 1) / Math.max(held, least));
    total += weight;
    for (const [record, share] of shares.entries()) {
      scores[record] = (scores[record] as number) + weight * share;
    }
  }
  return Array.from(scores, (score, record): Meant => {
    return { id: records[record]?.id as string, share: score / total };
  })
    .filter(({ share }) => share >= LEAST_MEANT)
    .sort((a, b) => b.share - a.share);
}

/** What a grade is worth as a name of a scenario, or a role of a person. */
function shareOf(grade: number): number {
  if (grade === 0) return 0;
  const fit = Math.ceil(grade / LEVEL_SLOTS);
  const level = fit * LEVEL_SLOTS - grade;
  return level > MAIN ? 0 : (LEVEL_WEIGHTS[level] as number) * (0.7 + 0.1 * fit);
}

/** A filter as a question asks for it. */
export const filterOf = (key: FilterKey, ids: readonly string[]): FilterClause => ({
  key,
  negated: false,
  values: [...ids],
  ids: [...ids],
  start: 0,
  end: 0,
});

function chipsOf(
  understood: Understood,
  { reads, date }: Question,
  text: string,
  clauses: readonly Clause[],
  data: PackData,
): Chip[] {
  const { side, asked, kinds, people, scenarios, words, named } = understood;
  const without = (read: readonly number[]) =>
    cut(
      text,
      read.map((at) => clauses[at] as Clause),
    );
  const quoted = (words: readonly Clause[]) => quote(text, words);
  const readAs = (...names: Asked[]) =>
    reads.filter((read: Read) => names.includes(read.asked)).flatMap((read) => read.words);
  const chips: Chip[] = [];
  if (side) {
    const read = reads.filter(({ asked }) => isSide(asked)).flatMap(({ words }) => words);
    chips.push({ about: 'side', label: SIDE_LABELS[side], without: without(read) });
  }
  if (asked.has('why')) chips.push({ about: 'why', label: 'why', without: without(readAs('why')) });
  for (const kind of kinds) {
    chips.push({
      about: 'kind',
      label: KIND_LABELS[kind] ?? kind,
      without: without(readAs(kind)),
    });
  }
  if (asked.has('count') && !side && !understood.isCountOfWords)
    chips.push({ about: 'count', label: 'figures', without: without(readAs('count')) });
  if (asked.has('when') && !date && !side)
    chips.push({ about: 'when', label: 'dates', without: without(readAs('when')) });
  if (asked.has('where') && !side)
    chips.push({ about: 'where', label: 'places', without: without(readAs('where')) });
  if (date) chips.push({ about: 'date', label: date.span, without: without(date.words) });
  if (people.length > 0) {
    const label = people.map(({ name }) => name).join(' or ');
    chips.push({ about: 'person', label, without: quoted(named) });
  }
  for (const [one, label] of RECORD_CHIPS) {
    if (asked.has(one)) chips.push({ about: 'records', label, without: without(readAs(one)) });
  }
  if (asked.has('said') && !side)
    chips.push({ about: 'said', label: 'statements', without: without(readAs('said')) });
  const [first, ...others] = scenarios;
  if (first !== undefined) {
    const { title } = data.scenarios.find(({ id }) => id === first) as { title: string };
    const label = others.length > 0 ? `${title} and ${others.length} more` : title;
    chips.push({ about: 'scenario', label, without: quoted(words) });
  }
  return chips;
}

/** The query without some of its words. */
function cut(text: string, clauses: readonly Clause[]): string {
  const cuts = [...clauses].sort((a, b) => b.start - a.start);
  let left = text;
  for (const { start, end } of cuts) left = `${left.slice(0, start)}${left.slice(end)}`;
  return left.replace(/\s+/g, ' ').trim();
}

/** The query with some of its words in quotation marks, each row of them together. */
function quote(text: string, clauses: readonly Clause[]): string {
  const places = clauses
    .map(({ start, end }) => ({ start, end: end - trailing(text.slice(start, end)) }))
    .sort((a, b) => a.start - b.start);
  const rows: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const last = rows.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = Math.max(last.end, end);
    else rows.push({ start, end });
  }
  let quoted = text;
  for (const { start, end } of rows.reverse()) {
    quoted = `${quoted.slice(0, start)}"${quoted.slice(start, end)}"${quoted.slice(end)}`;
  }
  return quoted;
}

/** How many marks stand behind a word: "troops?". */
const trailing = (word: string): number => /[^\p{L}\p{N}]*$/u.exec(word)?.[0].length ?? 0;
