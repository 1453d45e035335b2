/**
 * Search records: what of a pack is searched, folded. They are plain JSON, so that the build makes
 * them once and the program starts without folding.
 */

import anyAscii from 'any-ascii';
import { type Bounds, dateBounds } from '../pack/dates.ts';
import { foldText } from '../pack/fold.ts';
import type { NamedKind } from '../pack/naming.ts';
import { numberLabel } from '../pack/numbers.ts';
import type {
  Factor,
  Figure,
  PackData,
  PackEvent,
  Person,
  Scenario,
  Source,
  Statement,
} from '../pack/schema.ts';

/** The lines of a record's text, heaviest first. */
export const LEVELS = ['title', 'name', 'main', 'around', 'borrowed', 'hidden'] as const;
type Level = (typeof LEVELS)[number];

/** What the filters look at. A filter on something that a record has not hides it. */
export type Facets = {
  speaker?: string;
  /** Whose words or whose view. */
  voice?: string[];
  source?: string;
  scenario?: string;
  form?: string;
  kind: string[];
  /** The days of an event, a statement or a figure; absent where it is undated. */
  date?: Bounds;
  /** Whether words are quoted. */
  isQuoted?: true;
  /** Whether a place is named. */
  hasPlace?: true;
  stances?: { scenario: string; axis: string; stance: string; isConditional?: true }[];
};

export type SearchRecord = {
  type: NamedKind;
  id: string;
  title: string;
  /** Six folded lines, one a level of `LEVELS`. */
  text: string;
  /** Other ways to write words of the text: "suedkorea" → "sudkorea", "kmsam" → "km sam". */
  forms?: Record<string, string>;
  facets: Facets;
};

/** A record with its lines as they are written. */
type Unfolded = Omit<SearchRecord, 'text' | 'forms'> & { lines: Lines };
type Parts = (string | undefined)[];
type Lines = Partial<Record<Level, Parts>>;
type Names = (id: string | undefined) => string[];

/** Makes the search records of a pack: scenarios, people, statements, figures, events, sources. */
export function buildRecords(data: PackData): SearchRecord[] {
  const people = new Map(data.people.map((person) => [person.id, person]));
  const scenarios = new Map(data.scenarios.map((scenario) => [scenario.id, scenario]));
  const outlets = new Map(data.sources.map((source) => [source.id, source['container-title']]));
  const names: Names = (id) => namesOf(people.get(id ?? ''), id);
  const outlet = (id: string) => [outlets.get(id), ...words(id)];
  const byKind: Record<NamedKind, Unfolded[]> = {
    scenario: data.scenarios.map(scenarioRecord),
    person: data.people.map(personRecord),
    statement: data.statements.map((statement) =>
      statementRecord(statement, { people, scenarios, names, outlet: outlet(statement.source) }),
    ),
    figure: data.figures.map((figure) => figureRecord(figure, names, outlet(figure.source))),
    event: data.events.map((event) => eventRecord(event, outlet(event.source))),
    source: data.sources.map(sourceRecord),
  };
  return Object.values(byKind).flat().map(folding());
}

function scenarioRecord(scenario: Scenario): Unfolded {
  const { id, title, titles = {}, proposition, actor, status } = scenario;
  const texts = (factors: Factor[]) => factors.map(({ text }) => text);
  return record(
    'scenario',
    id,
    title,
    { scenario: id, kind: ['scenario'] },
    {
      title: [title, ...Object.values(titles), ...words(id)],
      name: [...(scenario.keywords ?? []), actor],
      main: [proposition],
      around: [
        status,
        ...texts(scenario.drivers),
        ...texts(scenario.brakes),
        ...texts(scenario.indicators),
        ...texts(scenario.consequences),
        ...scenario.silent,
      ],
    },
  );
}

function personRecord({ id, name, aliases, kind, roles, keywords = [] }: Person): Unfolded {
  const affiliations = roles.map(({ affiliation }) => affiliation);
  return record(
    'person',
    id,
    name,
    { speaker: id, voice: [id], kind: ['person', kind] },
    {
      title: [name],
      name: [...aliases, ...words(id)],
      main: [...roles.map(({ role }) => role), ...affiliations, ...keywords],
      around: [kind],
      hidden: [name, ...aliases, ...affiliations].map(initials),
    },
  );
}

type Known = {
  people: ReadonlyMap<string, Person>;
  scenarios: ReadonlyMap<string, Scenario>;
  names: Names;
  outlet: Parts;
};

function statementRecord(statement: Statement, known: Known): Unfolded {
  const { id, source, speaker, holder, form, stances } = statement;
  const { name, kind, roles } = known.people.get(speaker) ?? { name: speaker, kind: '', roles: [] };
  const affiliations = roles.map(({ affiliation }) => affiliation);
  const facets: Facets = {
    speaker,
    voice: holder ? [speaker, holder] : [speaker],
    source,
    form,
    kind: ['statement', kind],
    ...dated(statement.date),
    ...(statement.quotes.length > 0 && { isQuoted: true as const }),
    stances: stances.map(({ scenario, axis, value, condition }) => ({
      scenario,
      axis,
      stance: value,
      ...(condition && { isConditional: true as const }),
    })),
  };
  return record('statement', id, `${name}: ${statement.summary}`, facets, {
    name: [...known.names(speaker), ...known.names(holder), ...words(id)],
    main: [...statement.quotes.map(({ exact }) => exact), statement.translation, statement.summary],
    around: [
      ...roles.map(({ role }) => role),
      ...affiliations,
      ...known.outlet,
      statement.medium,
      statement.to,
      statement.context,
      ...stances.flatMap(({ cue, condition }) => [cue, condition]),
      ...statement.relayedBy.flatMap(known.names),
      statement.date,
      form,
      kind,
      ...(statement.keywords ?? []),
    ],
    borrowed: stances.flatMap(({ scenario, axis, value, why }) => {
      const { title, titles = {} } = known.scenarios.get(scenario) ?? {};
      return [title, ...Object.values(titles), ...words(scenario), axis, value, why];
    }),
    hidden: affiliations.map(initials),
  });
}

function figureRecord(figure: Figure, names: Names, outlet: Parts): Unfolded {
  const { id, source, by } = figure;
  const title = `${amount(figure)}: ${figure.counted}`;
  return record(
    'figure',
    id,
    title,
    {
      speaker: by,
      voice: [by],
      source,
      kind: ['figure'],
      ...dated(figure.asOf),
      ...(figure.where && { hasPlace: true as const }),
    },
    {
      main: [title, figure.where, figure.note, ...(figure.keywords ?? [])],
      around: [
        ...names(by),
        ...figure.relayedBy.flatMap(names),
        ...outlet,
        figure.asOf,
        ...words(id),
      ],
    },
  );
}

/** "about 10,000 soldiers", "thousands of soldiers". */
function amount({ comparator, value, unit }: Figure): string {
  const how = comparator?.replace('-', ' ') ?? '';
  const of = how === 'hundreds' || how === 'thousands' ? 'of' : '';
  return [how, value === undefined ? of : numberLabel(value), unit].filter(Boolean).join(' ');
}

function eventRecord(event: PackEvent, outlet: Parts): Unfolded {
  const { id, title, source } = event;
  return record(
    'event',
    id,
    title,
    {
      source,
      kind: ['event'],
      ...dated(event.date),
      ...(event.place && { hasPlace: true as const }),
    },
    {
      // Not on the level of titles: statements are asked for more often.
      main: [title, event.place, event.date, event.note, ...(event.keywords ?? [])],
      around: [...outlet, ...words(id)],
    },
  );
}

function sourceRecord(source: Source): Unfolded {
  const { id, title, 'container-title': outlet } = source;
  const shown = [outlet, title].filter(Boolean).join(': ') || id;
  return record(
    'source',
    id,
    shown,
    { source: id, kind: ['source'] },
    {
      title: [outlet, title, ...words(id)],
      main: [source.issued, source.note, ...(source.keywords ?? [])],
      around: [source.type, source.language],
    },
  );
}

const record = (
  type: NamedKind,
  id: string,
  title: string,
  facets: Facets,
  lines: Lines,
): Unfolded => ({ type, id, title, facets, lines });

/** Folds the lines of records: a name or a reason that thousands have is folded once. */
function folding(): (record: Unfolded) => SearchRecord {
  const known = new Map<string, FoldedPart>();
  const fold = (part: string): FoldedPart => {
    let folded = known.get(part);
    if (folded === undefined) {
      folded = { text: foldText(part), forms: formsOf(part) };
      if (part.length < LONG) known.set(part, folded);
    }
    return folded;
  };
  return ({ type, id, title, facets, lines }) => {
    const forms: Record<string, string> = {};
    const texts = LEVELS.map((level) => {
      const texts: string[] = [];
      for (const part of new Set(lines[level])) {
        if (!part) continue;
        const folded = fold(part);
        if (folded.text !== '') texts.push(folded.text);
        if (folded.forms) Object.assign(forms, folded.forms);
      }
      return texts.join(' ');
    });
    const text = texts.join('\n');
    return { type, id, title, text, ...(Object.keys(forms).length > 0 && { forms }), facets };
  };
}

type FoldedPart = { text: string; forms: Record<string, string> | undefined };

/** Texts as long as this stand once. */
const LONG = 100;

function dated(edtf: string): Pick<Facets, 'date'> {
  const date = dateBounds(edtf);
  return date.from === undefined && date.to === undefined ? {} : { date };
}

/** An id as words, so that it is found without its hyphens but makes no joined form. */
const words = (id: string): string[] => [id.replaceAll('-', ' ')];

function namesOf(person: Person | undefined, id: string | undefined): string[] {
  if (person) return [person.name, ...person.aliases];
  return id === undefined ? [] : words(id);
}

/** "Institute for the Study of War" → "ISW"; nothing for fewer than three capitals. */
function initials(name: string | undefined): string {
  const capitals = (name ?? '').split(/[\s-]+/).flatMap((word) => word.match(/^\p{Lu}/u) ?? []);
  return capitals.length < 3 ? '' : capitals.join('');
}

const compounds = () => /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/gu;
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const hasForms = (word: string): boolean => /[-‐‑äöü]/.test(word) || NOT_LATIN.test(word);

/** A hyphen, or what is not in ASCII: most texts have neither. */
const MAY_HAVE_FORMS = /[^\x00-,.-\x7f]/;

/** Letters that are written in no Latin ones: Greek, Cyrillic, Armenian, Arabic, Hangul, Thai … */
const NOT_LATIN = /[\u0370-\u1dff\uac00-\ud7a3]/;

/**
 * For each word with a hyphen its joined form, for each with an umlaut its form without, and for
 * each in another script its form in Latin letters.
 */
function formsOf(text: string): Record<string, string> | undefined {
  if (!MAY_HAVE_FORMS.test(text)) return undefined;
  const forms: Record<string, string> = {};
  // Most words have neither; taking them apart would cost most of the time.
  const special = text.normalize('NFC').toLowerCase().split(' ').filter(hasForms).join(' ');
  for (const [compound] of special.matchAll(compounds())) {
    const parts = compound.split(/[-‐‑]/);
    if (parts.length > 1 && /\p{L}/u.test(compound)) {
      forms[foldText(parts.join(''))] = foldText(compound);
    }
    for (const part of parts) {
      const spelled = part.replace(/[äöü]/g, (letter) => SPELLED_OUT[letter] as string);
      if (spelled !== part) forms[foldText(spelled)] = foldText(part);
      if (NOT_LATIN.test(part)) forms[foldText(anyAscii(part))] = foldText(part);
    }
  }
  return forms;
}
