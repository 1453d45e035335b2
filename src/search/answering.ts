/**
 * The records that answer a question, those that answer it first, then what else there is on it.
 * Which they are follows from what the question asks for and from the records' facets.
 */

import { contestedFirst, ladderVoices } from '../findings/ladder.ts';
import { holderOf, type Library } from '../pack/library.ts';
import type { PackData, Scenario } from '../pack/schema.ts';
import { FORMS } from '../pack/values.ts';
import { filterTest, nearness, spanOf } from './filter.ts';
import type { Asked } from './languages/language.ts';
import { ask, type How, type Matches, type Scope, type Similar } from './passes.ts';
import type { Clause, FilterClause } from './query.ts';
import {
  filterOf,
  nearSide,
  OTHER_SIDE,
  PACK_SIDES,
  SIDE_STANCES,
  type SideAsked,
  type Understood,
} from './reading.ts';
import type { Facets, SearchRecord } from './records.ts';
import { RECORDS_AT_ONCE, type Step } from './steps.ts';

/** As an answer to words, and how many of the first records answer the question. */
type Answering = Matches & { answering: number };

/** The first of several ways to answer that finds something; undefined where none does. */
export function* answerQuestion(
  question: Understood,
  scope: Scope,
  library: Library,
): Step<Answering | undefined> {
  const { data } = library;
  const finding = findingIn(scope, question.verb);
  const { asked, side, scenarios, kinds, span, people } = question;
  if (asked.has('contested') || (asked.has('scenarios') && side)) {
    return yield* ranked(question, finding, library);
  }
  if (asked.has('changed')) return yield* onBothSides(question, finding, data);
  if (asked.has('relayed')) return yield* relayed(question, finding, data);
  if (asked.has('balance') && scenarios.length > 0) return yield* aboutScenario(question, finding);
  if (side && asked.has('when')) {
    const found = yield* dated(question, finding);
    if (found?.how === 'exact') return found;
  }
  if (side && (scenarios.length > 0 || people.length > 0 || kinds.length > 0)) {
    return yield* onSide(question, finding, data);
  }
  if (side) return yield* wordsOnSide(question, finding);
  if (question.isCountOfWords) {
    return people.length > 0 ? yield* voices(question, finding) : yield* said(question, finding);
  }
  const types = RECORDS.filter(([one]) => asked.has(one)).map(([, type]) => type);
  if (types.length > 0 && span === undefined && !asked.has('said')) {
    return yield* ofType(types, question, finding);
  }
  if (asked.has('count') && kinds.length > 0) return yield* ofType(['person'], question, finding);
  if (asked.has('count')) return yield* figures(question, finding);
  if (span !== undefined || asked.has('when')) return yield* dated(question, finding);
  if (asked.has('where')) return yield* places(question, finding);
  if (asked.has('why') && scenarios.length > 0 && people.length === 0) {
    return yield* aboutScenario(question, finding);
  }
  const isWho = asked.has('head') && !asked.has('said') && !asked.has('thinks');
  if (isWho && people.length > 0) return yield* themselves(question, finding);
  if (people.length > 0) return yield* voices(question, finding);
  if (asked.has('said')) return yield* said(question, finding);
  if (kinds.length > 0) return yield* ofKind(question, finding);
  if (asked.has('whether') && scenarios.length > 0) return yield* aboutScenario(question, finding);
  return yield* somebody(question, finding);
}

const RECORDS = [
  ['scenarios', 'scenario'],
  ['sources', 'source'],
  ['events', 'event'],
] as const satisfies readonly (readonly [Asked, SearchRecord['type']])[];

type Finding = {
  records: readonly SearchRecord[];
  /** The records that pass a test, in their order. */
  select: (test: (facets: Facets, type: SearchRecord['type']) => boolean) => Step<number[]>;
  /** Those of some records that hold words, the best of them, best first. */
  holding: (words: readonly Clause[], among: readonly number[]) => Step<Held>;
  facets: (record: number) => Facets;
  /** Whether a word stands anywhere. */
  knows: (word: string) => Step<boolean>;
};
type Held = { how: How; similar: Similar[]; terms: string[]; records: number[]; total: number };

const NOTHING_HELD: Held = { how: 'none', similar: [], terms: [], records: [], total: 0 };

function findingIn(scope: Scope, verb: Clause | undefined): Finding {
  const { records, allowed, finder } = scope;
  return {
    *knows(word) {
      return ((yield* finder.word(word)) ?? (yield* finder.similar(word))) !== undefined;
    },
    records,
    facets: (record) => (records[record] as SearchRecord).facets,
    *select(test) {
      const selected: number[] = [];
      for (const [number, { facets, type }] of records.entries()) {
        if (allowed[number] && test(facets, type)) selected.push(number);
        if (number % RECORDS_AT_ONCE === 0) yield;
      }
      return selected;
    },
    *holding(words, among) {
      if (words.length === 0)
        return { ...NOTHING_HELD, how: 'all', records: [...among], total: among.length };
      const only = new Uint8Array(records.length);
      for (const record of among) only[record] = 1;
      // All that hold them: which of these come first is not for the words to say.
      const within = () => ({ ...scope, limit: records.length, allowed: only.slice() });
      const others = words.filter((word) => word !== verb);
      let { ranked, ...found } = yield* ask(words, within());
      // What is asked about may be told with another verb.
      if (found.how !== 'exact' && others.length > 0 && others.length < words.length) {
        ({ ranked, ...found } = yield* ask(others, within()));
      }
      const held = ranked.best.map(({ record }) => record);
      return { ...found, records: held, total: ranked.total };
    },
  };
}

const passing = (filters: readonly FilterClause[]) => {
  const test = filterTest(filters);
  return (facets: Facets) => test(facets);
};

/** The filters that hold for whoever speaks: people by name, people of a kind, a date. */
function whoFilters({ people, kinds, span }: Understood): FilterClause[] {
  return [
    ...(people.length > 0
      ? [
          filterOf(
            'voice',
            people.map(({ id }) => id),
          ),
        ]
      : []),
    ...(kinds.length > 0 ? [filterOf('kind', kinds)] : []),
    ...(span === undefined ? [] : [filterOf('date', [span])]),
  ];
}

/** Words themselves before what is only told, quotes before what has none; else as they come. */
const formOrder = ({ form }: Facets): number => FORMS.indexOf(form as (typeof FORMS)[number]);

/** Records in the order of keys, the first key first; each key is asked once a record. */
function ordered(
  records: readonly number[],
  ...keys: readonly ((record: number) => number)[]
): number[] {
  const ranks = records.map((record) => ({ record, rank: keys.map((key) => key(record)) }));
  ranks.sort((a, b) => {
    const at = a.rank.findIndex((rank, key) => rank !== b.rank[key]);
    return at < 0 ? a.record - b.record : (a.rank[at] as number) - (b.rank[at] as number);
  });
  return ranks.map(({ record }) => record);
}

const answered = (
  held: Held,
  records: number[],
  answering: number,
  total = records.length,
): Answering => ({
  how: held.how === 'none' || held.how === 'all' ? 'exact' : held.how,
  similar: held.similar,
  terms: held.terms,
  ranked: { total, best: records.map((record) => ({ record, score: 0 })) },
  answering,
});

const unique = (...lists: readonly (readonly number[])[]): number[] => [...new Set(lists.flat())];

/** "Who is against X": those on the side, then the others on it, then the scenario. */
function* onSide(
  question: Understood,
  finding: Finding,
  data: PackData,
): Step<Answering | undefined> {
  const { scenarios, words, people } = question;
  const side = question.side as NonNullable<Understood['side']>;
  const { facets } = finding;
  const stances = SIDE_STANCES[side];
  const on = scenarios.length > 0 ? [filterOf('scenario', scenarios)] : [];
  const who = whoFilters(question);
  const isStatement = passing([filterOf('kind', ['statement'])]);
  const onIt = passing([...on, ...who]);
  const isOnSide = passing([...on, ...who, filterOf('stance', stances)]);
  const all = yield* finding.select((one) => isStatement(one) && onIt(one));
  const strength = (record: number) => strengthOf(facets(record), scenarios, stances);
  const form = (record: number) => formOrder(facets(record));
  let answers = ordered(
    all.filter((record) => isOnSide(facets(record))),
    strength,
    form,
  );
  const held = yield* finding.holding(words, scenarios.length > 0 ? all : answers);
  if (scenarios.length === 0 && words.length > 0) {
    // Their words on something that is no scenario here.
    answers = held.records;
    if (answers.length === 0) return undefined;
    return answered(held, answers, answers.length);
  }
  if (scenarios.length === 0)
    return answers.length > 0 ? answered(held, answers, answers.length) : undefined;
  const everybody = passing(on);
  const others = yield* finding.select((one) => isStatement(one) && everybody(one));
  const ids = new Set(
    data.scenarios
      .filter(({ id }) => scenarios.includes(id))
      .flatMap((scenario) => scenario.nearest.filter((near) => near.side === nearSide(side)))
      .map(({ statement }) => statement),
  );
  // Of somebody who was named: what comes nearest in the words of others is no answer then.
  const near = (people.length > 0 ? all : others).filter((record) =>
    ids.has(finding.records[record]?.id as string),
  );
  const scenario = yield* finding.select((one, type) => type === 'scenario' && everybody(one));
  const position = (record: number) => positionOf(facets(record), scenarios, OTHER_SIDE[side]);
  const rest = (list: readonly number[]) => ordered(list, position, form);
  const related = people.length > 0 ? all.filter((record) => !answers.includes(record)) : [];
  const first = answers.length > 0 ? [] : near;
  return answered(
    NOTHING_HELD,
    unique(
      answers,
      first,
      rest(related),
      answers.length > 0 || people.length > 0 ? [] : scenario,
      rest(others),
      scenario,
    ),
    answers.length,
  );
}

/** How plainly a statement takes a stance: the scenario meant first, then the stances in their order. */
function strengthOf(
  { stances = [] }: Facets,
  scenarios: readonly string[],
  wanted: readonly string[],
): number {
  const ranks = stances
    .filter(({ stance }) => wanted.includes(stance))
    .filter(({ scenario }) => scenarios.length === 0 || scenarios.includes(scenario))
    .map(({ scenario, stance, isConditional }) => {
      const place = Math.max(scenarios.indexOf(scenario), 0);
      return place * 100 + wanted.indexOf(stance) * 10 + (isConditional ? 1 : 0);
    });
  return Math.min(...ranks);
}

/** The other side first, then any stance, then none. */
function positionOf(
  { stances = [] }: Facets,
  scenarios: readonly string[],
  other: NonNullable<Understood['side']>,
): number {
  const taken = stances.filter(({ scenario }) => scenarios.includes(scenario));
  if (taken.some(({ stance }) => SIDE_STANCES[other].includes(stance))) return 0;
  return taken.some(({ stance }) => stance !== 'none') ? 1 : 2;
}

/** "Who is against sanctions", where no scenario is called so: words, among those on such a side. */
function* wordsOnSide(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { side, words } = question;
  const isOnSide = passing([filterOf('stance', SIDE_STANCES[side as 'for'])]);
  const among = yield* finding.select((one, type) => type === 'statement' && isOnSide(one));
  const held = yield* finding.holding(words, among);
  if (held.how === 'exact' || held.how === 'similar') {
    return answered(held, held.records, held.total, held.total);
  }
  const others = yield* finding.select((_, type) => type === 'statement' || type === 'scenario');
  const on = yield* finding.holding(words, others);
  return on.how === 'exact' ? answered(on, on.records, 0, on.total) : undefined;
}

/** "How many experts", "scenarios on X": all records of a type, those that hold the words. */
function* ofType(
  types: readonly SearchRecord['type'][],
  question: Understood,
  finding: Finding,
): Step<Answering | undefined> {
  const who = passing(whoFilters(question));
  const all = yield* finding.select((one, type) => types.includes(type) && who(one));
  return yield* wordsIn(all, question, finding);
}

/** "Most contested", "which scenario has most supporters": scenarios in that order. */
function* ranked(
  { side, words }: Understood,
  finding: Finding,
  library: Library,
): Step<Answering | undefined> {
  const order = contestedFirst(library);
  const { on } = ladderVoices(library);
  const takers = ({ id }: Scenario): number => (side && on.get(id)?.[PACK_SIDES[side]]) ?? 0;
  const ids = order.toSorted((a, b) => takers(b) - takers(a)).map(({ id }) => id);
  const all = yield* finding.select((_, type) => type === 'scenario');
  const held = yield* finding.holding(words, all);
  const place = (record: number) => ids.indexOf(finding.records[record]?.id as string);
  const found = ordered(held.records, place);
  return found.length > 0 ? answered(held, found, 1) : undefined;
}

/** "Who changed sides": whoever is told to hold one and the other on a scenario, at any time. */
function* onBothSides(
  question: Understood,
  finding: Finding,
  { statements }: PackData,
): Step<Answering | undefined> {
  const { scenarios } = question;
  const taken = new Map<string, Set<string>>();
  for (const statement of statements) {
    for (const { scenario, value } of statement.stances) {
      const key = `${holderOf(statement)} ${scenario}`;
      taken.set(key, (taken.get(key) ?? new Set()).add(value));
    }
  }
  const holds = (values: ReadonlySet<string> | undefined, side: SideAsked) =>
    SIDE_STANCES[side].some((stance) => values?.has(stance));
  const isBoth = (key: string) => {
    const values = taken.get(key);
    return (
      (holds(values, 'for') && holds(values, 'against')) ||
      ((holds(values, 'expects') || holds(values, 'possible')) && holds(values, 'doubts'))
    );
  };
  const isMeant = (id: string) => scenarios.length === 0 || scenarios.includes(id);
  const turned = new Set(
    statements
      .filter((statement) =>
        statement.stances.some(
          ({ scenario }) => isMeant(scenario) && isBoth(`${holderOf(statement)} ${scenario}`),
        ),
      )
      .map(({ id }) => id),
  );
  const who = passing(whoFilters(question));
  const all = yield* finding.select(
    (one, type) =>
      type === 'statement' &&
      who(one) &&
      (one.stances ?? []).some(({ scenario, stance }) => isMeant(scenario) && stance !== 'none'),
  );
  const answers = all.filter((record) => turned.has(finding.records[record]?.id as string));
  return answered(NOTHING_HELD, unique(answers, all), answers.length);
}

/** "Who passed on X's words": statements that came by way of somebody else. */
function* relayed(
  question: Understood,
  finding: Finding,
  { statements }: PackData,
): Step<Answering | undefined> {
  const { people, words } = question;
  const told = new Map(statements.map((statement) => [statement.id, statement]));
  const who = passing(whoFilters(question));
  const theirs = yield* finding.select((one, type) => type === 'statement' && who(one));
  const held = yield* finding.holding(words, theirs);
  const list = held.records.length > 0 ? held.records : people.length > 0 ? theirs : [];
  const isRelayed = (record: number) => {
    const statement = told.get(finding.records[record]?.id as string);
    const isOfAnother =
      statement?.holder !== undefined &&
      (people.length === 0 || people.some(({ id }) => id === statement.holder));
    return (
      (statement?.relayedBy.length ?? 0) > 0 || (isOfAnother && statement?.form !== 'authorial')
    );
  };
  const answers = ordered(list.filter(isRelayed), (record) => formOrder(finding.facets(record)));
  return list.length > 0 ? answered(held, unique(answers, list), answers.length) : undefined;
}

/** "How many": figures that hold the words. */
function* figures(question: Understood, finding: Finding): Step<Answering | undefined> {
  const who = passing(whoFilters(question));
  const all = yield* finding.select((one, type) => type === 'figure' && who(one));
  const found = yield* wordsIn(all, question, finding);
  if (found || question.span === undefined) return found;
  const undated = yield* finding.select((one, type) => type === 'figure' && !one.date);
  return yield* wordsIn(undated, question, finding);
}

function* wordsIn(
  among: readonly number[],
  { topic, people, words }: Understood,
  finding: Finding,
): Step<Answering | undefined> {
  const held = yield* finding.holding(people.length > 0 ? words : topic, among);
  return held.records.length > 0 ? answered(held, held.records, held.total, held.total) : undefined;
}

/** "When", or a date: events first, exact days before months, and statements and figures of then. */
function* dated(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { span, topic, asked, people } = question;
  const { facets, records } = finding;
  const who = passing(asked.has('said') ? whoFilters(question) : []);
  const sure = (record: number) =>
    span === undefined ? 0 : -nearness(facets(record).date, spanOf(span));
  const isThen = (one: Facets) =>
    span === undefined ? true : nearness(one.date, spanOf(span)) > 0;
  const types = asked.has('said') ? ['statement'] : ['event', 'statement', 'figure'];
  const all = yield* finding.select((one, type) => types.includes(type) && isThen(one) && who(one));
  const words = asked.has('said') && people.length > 0 ? question.words : topic;
  const kind = (record: number) => types.indexOf(records[record]?.type as string);
  if (span === undefined) {
    const events = all.filter((record) => kind(record) === 0);
    const found = yield* finding.holding(words, events);
    if (isDated(found)) return answered(found, found.records, found.total, found.total);
    const others = yield* finding.holding(words, all);
    if ((people.length > 0 && others.how === 'all') || isDated(others)) {
      return answered(others, others.records, others.total, others.total);
    }
    // What they did together may be told with another word; that it is said so.
    const { named } = question;
    if (people.length < 2 || named.length < 2 || words.length > named.length + 1) return undefined;
    const both = yield* finding.holding(named, events);
    return both.how === 'exact'
      ? answered({ ...both, how: 'partial' }, both.records, both.total, both.total)
      : undefined;
  }
  const held = yield* finding.holding(words, all);
  const found = ordered(held.records, sure, kind);
  return found.length > 0 ? answered(held, found, found.length) : undefined;
}

const isDated = ({ how }: Held): boolean => how === 'exact' || how === 'similar';

/** "Where": events and figures that name a place. */
function* places(question: Understood, finding: Finding): Step<Answering | undefined> {
  const all = yield* finding.select((one) => one.hasPlace === true);
  const held = yield* finding.holding(question.topic, all);
  return held.records.length > 0 ? answered(held, held.records, held.total, held.total) : undefined;
}

/** "Will it", "why": the scenario, where all that is said for and against it stands together. */
function* aboutScenario(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { scenarios, words } = question;
  const { facets, records } = finding;
  const onIt = passing([filterOf('scenario', scenarios)]);
  const all = yield* finding.select((one) => onIt(one));
  const rank = (record: number) =>
    records[record]?.type === 'scenario' ? scenarios.indexOf(records[record]?.id as string) : 100;
  const position = (record: number) =>
    facets(record).stances?.some(
      ({ scenario, stance }) => scenarios.includes(scenario) && stance !== 'none',
    )
      ? 0
      : 1;
  const found = ordered(all, rank, position, (record) => formOrder(facets(record)));
  const held = yield* finding.holding(words, all);
  return answered(held, found, 1);
}

/** "What does X say (about Y)". */
function* voices(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { scenarios, words, asked } = question;
  const { facets } = finding;
  const who = passing(whoFilters(question));
  const theirs = yield* finding.select((one, type) => type === 'statement' && who(one));
  if (theirs.length === 0) return undefined;
  const onIt = passing([filterOf('scenario', scenarios)]);
  const form = (record: number) => formOrder(facets(record));
  const hasStance = (record: number) => positionOf(facets(record), scenarios, 'for');
  const onTopic = scenarios.length > 0 ? theirs.filter((record) => onIt(facets(record))) : [];
  const held = yield* finding.holding(words, theirs);
  if (onTopic.length > 0) {
    const sorted = ordered(onTopic, hasStance, form);
    return answered(held, unique(sorted, held.records), sorted.length);
  }
  if (held.records.length > 0) {
    const isAll = held.how === 'all';
    const list = isAll && !asked.has('why') ? ordered(held.records, form) : held.records;
    return answered(held, list, list.length);
  }
  const isTopic = words.length > 0 && (yield* isKnown(words, finding));
  return isTopic ? answered(held, ordered(theirs, form), 0) : undefined;
}

/** "The head of NATO": whoever that is, then what they say. */
function* themselves({ people }: Understood, finding: Finding): Step<Answering | undefined> {
  const ids = new Set(people.map(({ id }) => id));
  const who = passing([filterOf('voice', [...ids])]);
  const all = yield* finding.select((one, type) => who(one) && type !== 'figure');
  const isPerson = (record: number) => (finding.records[record]?.type === 'person' ? 0 : 1);
  return answered(NOTHING_HELD, ordered(all, isPerson), people.length);
}

/** Whether most of what is asked about stands somewhere at all, if not with them. */
function* isKnown(words: readonly Clause[], { knows }: Finding): Step<boolean> {
  let known = 0;
  let letters = 0;
  for (const { text } of words) {
    letters += text.length;
    if (yield* knows(text)) known += text.length;
  }
  return known >= letters / 2;
}

/** "Who says X", "quote about X", "what do experts say about X". */
function* said(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { scenarios, words, kinds, asked } = question;
  const { facets } = finding;
  const who = passing(whoFilters(question));
  const all = yield* finding.select((one, type) => type === 'statement' && who(one));
  const onIt = passing([filterOf('scenario', scenarios)]);
  if (kinds.length > 0 && scenarios.length > 0) {
    const on = all.filter((record) => onIt(facets(record)));
    const position = (record: number) => positionOf(facets(record), scenarios, 'for');
    const held = yield* finding.holding(words, on);
    const sorted = ordered(on, position, (record) => formOrder(facets(record)));
    if (on.length > 0) return answered(held, sorted, sorted.length);
  }
  const held = yield* finding.holding(words, all);
  // Words of somebody who is not here are nobody else's words.
  const isSomebody = asked.has('who') || kinds.length > 0;
  if (held.how !== 'exact' && held.how !== 'all' && !isSomebody) return undefined;
  return held.records.length > 0 ? answered(held, held.records, held.total, held.total) : undefined;
}

/** "Experts", "experts on X": the people, then what they say; what they say on a scenario first. */
function* ofKind(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { topic, scenarios } = question;
  const who = passing(whoFilters(question));
  const all = yield* finding.select((one) => who(one));
  const onIt = passing([filterOf('scenario', scenarios)]);
  const on = scenarios.length > 0 ? all.filter((record) => onIt(finding.facets(record))) : [];
  const held = yield* finding.holding(topic, on.length > 0 ? on : all);
  const found = on.length > 0 ? unique(held.records, on) : held.records;
  return found.length > 0 ? answered(held, found, found.length) : undefined;
}

/** "Who is X", "who does X": people by their roles, else statements. */
function* somebody(question: Understood, finding: Finding): Step<Answering | undefined> {
  const { topic, asked } = question;
  const types = ['person', 'statement'];
  for (const type of asked.has('who') ? types : []) {
    const among = yield* finding.select((_, one) => one === type);
    const held = yield* finding.holding(topic, among);
    if (held.how === 'exact') return answered(held, held.records, held.total, held.total);
  }
  return undefined;
}
