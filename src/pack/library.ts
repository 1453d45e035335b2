/** A pack with everything in it looked up: by id, by speaker, by scenario and side. */
import { once } from './once.ts';
import type {
  Factor,
  Figure,
  PackData,
  PackEvent,
  Person,
  Relation,
  Scenario,
  Source,
  Stance,
  Statement,
} from './schema.ts';
import { KINDS } from './values.ts';

/** A statement seen from one scenario: with the stances it takes on that one. */
export type Bearing = { statement: Statement; stances: Stance[] };

/** How many statements stand where on a scenario. */
type Tally = {
  favours: number;
  opposes: number;
  expects: number;
  possible: number;
  doubts: number;
  none: number;
};

/** The sides that statements on a scenario fall into, over both axes. */
export type Side = keyof Tally;

/** A pack with its records looked up by id; unknown ids throw, as a checked pack has none. */
export type Library = {
  data: PackData;
  scenario(id: string): Scenario;
  statement(id: string): Statement;
  person(id: string): Person;
  source(id: string): Source;
  figure(id: string): Figure;
  event(id: string): PackEvent;
  has(kind: 'scenarios' | 'statements' | 'people' | 'sources', id: string): boolean;
  /** Statements that bear on a scenario: the words themselves before what is only told. */
  bearingOn(scenario: string): readonly Bearing[];
  /** Those of them that are on a side, in the same order. */
  onSide(scenario: string, side: Side): readonly Bearing[];
  /** Statements whose words or whose view are this person's. */
  statementsOf(person: string): readonly Statement[];
  statementsIn(source: string): readonly Statement[];
  /** Statements of others that this person passed on. */
  relayedBy(person: string): readonly Statement[];
  relationsOf(scenario: string): readonly Relation[];
  variantsOf(scenario: string): readonly Scenario[];
  /** The highest number of a rung. */
  topRung: number;
  /** Whether its lists hold less than the pack: what is not in them may well be in the sources. */
  isNarrowed?: true;
  tally(scenario: string): Tally;
};

/** The kinds of person that there may be in a pack, in the order in which they are told. */
export function kindsOf({ data }: Pick<Library, 'data'>): string[] {
  return [...new Set([...KINDS, ...Object.keys(data.pack.kinds ?? {})])];
}

/** Those that somebody has. */
export function kindsTaken(library: Pick<Library, 'data'>): string[] {
  const taken = new Set<string>(library.data.people.map(({ kind }) => kind));
  return kindsOf(library).filter((kind) => taken.has(kind));
}

/** Whose stance a statement takes: the holder's, where the speaker tells somebody else's view. */
export function holderOf({ holder, speaker }: Statement): string {
  return holder ?? speaker;
}

/** The side a stance puts its statement on. */
export function sideOf({ axis, value }: Stance): Side {
  if (axis === 'none' || value === 'none') return 'none';
  if (axis === 'normative') return value;
  if (value === 'certain' || value === 'likely') return 'expects';
  return value === 'possible' ? 'possible' : 'doubts';
}

const FORM_ORDER = { direct: 0, mixed: 1, indirect: 2, reported: 3, authorial: 4 };

/** Looking up a statement in more of them takes a moment to prepare. */
const AT_ONCE = 5000;

/** @param data a checked pack; what looks it up is made when it is first asked for */
export function createLibrary(data: PackData): Library {
  const byId = {
    scenarios: once(() => index(data.scenarios)),
    statements: once(() => index(data.statements)),
    people: once(() => index(data.people)),
    sources: once(() => index(data.sources)),
    figures: once(() => index(data.figures)),
    events: once(() => index(data.events)),
  };
  const grouped = {
    bearings: once(() => bearingsIn(data.statements)),
    byPerson: once(() => byPerson(data.statements)),
    bySource: once(() => bySource(data.statements)),
    byRelay: once(() => byRelay(data.statements)),
  };
  const sides = new Map<string, Record<Side, Bearing[]>>();
  const sidesOn = (id: string) => {
    let known = sides.get(id);
    if (!known) {
      known = { favours: [], opposes: [], expects: [], possible: [], doubts: [], none: [] };
      for (const bearing of grouped.bearings().get(id) ?? []) {
        for (const side of sidesOf(bearing.stances)) known[side].push(bearing);
      }
      sides.set(id, known);
    }
    return known;
  };
  // In the middle of typing nobody is to wait for it.
  if (data.statements.length > AT_ONCE) byId.statements();

  return {
    data,
    scenario: (id) => found(byId.scenarios(), id),
    statement: (id) => found(byId.statements(), id),
    person: (id) => found(byId.people(), id),
    source: (id) => found(byId.sources(), id),
    figure: (id) => found(byId.figures(), id),
    event: (id) => found(byId.events(), id),
    has: (kind, id) => byId[kind]().has(id),
    bearingOn: (id) => grouped.bearings().get(id) ?? [],
    statementsOf: (id) => grouped.byPerson().get(id) ?? [],
    statementsIn: (id) => grouped.bySource().get(id) ?? [],
    relayedBy: (id) => grouped.byRelay().get(id) ?? [],
    relationsOf: (id) => data.relations.filter(({ from, to }) => from === id || to === id),
    topRung: data.scenarios.reduce((top, { rung }) => Math.max(top, rung), 0),
    variantsOf: (id) => data.scenarios.filter(({ variantOf }) => variantOf === id),
    onSide: (id, side) => sidesOn(id)[side],
    tally(id) {
      const counted = Object.entries(sidesOn(id)).map(([side, { length }]) => [side, length]);
      return Object.fromEntries(counted) as Tally;
    },
  };
}

/** Statements by scenario: the words themselves before what is only told. */
function bearingsIn(statements: readonly Statement[]): Map<string, Bearing[]> {
  const bearings = new Map<string, Bearing[]>();
  for (const statement of statements) {
    const { stances } = statement;
    if (stances.length < 2) {
      for (const { scenario } of stances) add(bearings, scenario, { statement, stances });
      continue;
    }
    for (const scenario of new Set(stances.map((stance) => stance.scenario))) {
      const own = stances.filter((stance) => stance.scenario === scenario);
      add(bearings, scenario, { statement, stances: own });
    }
  }
  for (const list of bearings.values()) {
    list.sort((a, b) => FORM_ORDER[a.statement.form] - FORM_ORDER[b.statement.form]);
  }
  return bearings;
}

function byPerson(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { speaker, holder } = statement;
    add(groups, speaker, statement);
    if (holder && holder !== speaker) add(groups, holder, statement);
  }
  return groups;
}

function byRelay(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { relayedBy } = statement;
    const people = relayedBy.length < 2 ? relayedBy : new Set(relayedBy);
    for (const person of people) add(groups, person, statement);
  }
  return groups;
}

function bySource(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) add(groups, statement.source, statement);
  for (const list of groups.values()) list.sort((a, b) => a.span.start - b.span.start);
  return groups;
}

/**
 * The sides a statement is on for one scenario: each once, and `none` only where it takes no
 * position on either axis.
 */
export function sidesOf(stances: readonly Stance[]): Side[] {
  if (stances.length === 1) return [sideOf(stances[0] as Stance)];
  const sides = [...new Set(stances.map(sideOf))];
  return sides.length > 1 ? sides.filter((side) => side !== 'none') : sides;
}

/** Who or what a driver, brake, consequence or indicator is put down to. */
export function authorOf(library: Library, factor: Factor): Person | undefined {
  const id = factor.by ?? (factor.statement && library.statement(factor.statement).speaker);
  return id === undefined ? undefined : library.person(id);
}

function index<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function found<T>(map: Map<string, T>, id: string): T {
  const record = map.get(id);
  if (record === undefined) throw new Error(`no record "${id}"`);
  return record;
}
