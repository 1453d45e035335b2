/** Validates the records of a pack, each by its schema and all of them together. */
import { checkBetween } from './check-between.ts';
import { choose, explain, SINGULAR, schemaOf } from './explain.ts';
import { inCurrentForm } from './format.ts';
import { nearest } from './nearest.ts';
import type { PlacedRecords } from './placed.ts';
import type { Problem } from './problem.ts';
import type { Location, RawPack, RawRecord } from './read.ts';
import { referencesIn } from './references.ts';
import {
  FORMAT,
  type PackData,
  type PackInfo,
  RECORD_KINDS,
  type RecordKind,
  type Scenario,
  type Span,
  type Statement,
  scenarioSchema,
  statementSchema,
} from './schema.ts';
import { KINDS } from './values.ts';

/** A pack as far as it is valid, what is wrong with it, and where its records stand. */
type Checked = { data: PackData; problems: Problem[]; placed: PlacedRecords };

/**
 * The records that are valid, and all that is wrong with the others.
 *
 * Several packs become one: it is described as the first is, and holds the records of all. An id
 * that two packs use is a problem; a rung that two packs use is not, see `merged`.
 */
export function checkPack(...read: RawPack[]): Checked {
  const raws = read.map(inCurrentForm);
  const problems = raws.flatMap((raw) => raw.problems);
  const records = raws.flatMap((raw) => raw.records);
  const packs: PackInfo[] = [];
  const data: PackData = {
    pack: {
      format: FORMAT,
      id: '',
      title: '',
      language: 'en',
      description: '',
      asOf: 'XXXX',
      mentioned: [],
    },
    sources: [],
    people: [],
    scenarios: [],
    statements: [],
    figures: [],
    events: [],
    relations: [],
  };
  const placed: PlacedRecords = {
    ...{ sources: [], people: [], scenarios: [], statements: [] },
    ...{ figures: [], events: [], relations: [] },
  };
  const valid = new Map<RawRecord, unknown>();
  for (const entry of records) {
    if (problems.length > MOST_PROBLEMS) break;
    const result = schemaOf(entry.kind).safeParse(entry.value);
    if (result.success) valid.set(entry, result.data);
    if (!result.success) problems.push(...explain(entry, result.error.issues));
    else if (entry.kind === 'pack') packs.push(result.data as PackInfo);
    else {
      (data[entry.kind] as unknown[]).push(result.data);
      (placed[entry.kind] as unknown[]).push({ record: result.data, place: entry.place });
    }
  }
  const kinds = Object.assign({}, ...packs.map((one) => one.kinds));
  if (packs[0]) {
    const synonyms = packs.flatMap((one) => one.synonyms ?? []);
    data.pack = {
      ...packs[0],
      mentioned: packs.flatMap((one) => one.mentioned),
      ...(synonyms.length > 0 && { synonyms }),
      ...(Object.keys(kinds).length > 0 && { kinds }),
    };
  }
  data.scenarios = merged(data.scenarios);

  const unreadIds = raws.flatMap((raw) => raw.unreadIds);
  const ids = collectIds({ records, unreadIds }, problems);
  // Records of a wrong shape take part as far as they can: all mistakes are told in one run.
  for (const entry of records) {
    if (problems.length > MOST_PROBLEMS) break;
    const { kind, value, place } = entry;
    const report: Report = (path, message) => problems.push(place.problem(path, message));
    checkReferences(kind, value, ids, report);
    if (kind === 'people') checkKind(value, [...KINDS, ...Object.keys(kinds)], report);
    const whole = valid.get(entry);
    if (kind === 'statements') {
      const statement = (whole as Statement | undefined) ?? STATEMENT_PARTS.safeParse(value).data;
      if (statement) checkStatement(statement, report);
    }
    const { span } = (whole as { span?: Span } | undefined) ?? LOCATED.safeParse(value).data ?? {};
    if (span) checkSpan(span, report);
  }
  for (const raw of raws) checkLadder(raw.records, problems);
  problems.push(...checkBetween(placed.statements, placed.scenarios));
  return { data, problems: problems.sort(byPlace), placed };
}

/** Beyond so many, records are no longer looked at: nobody reads more at once. */
const MOST_PROBLEMS = 1000;

/**
 * The ladder, lowest rung first. Where packs use the same rung, the scenario of the later pack
 * stands one higher, and those above move up as far as they must.
 */
function merged(scenarios: readonly Scenario[]): Scenario[] {
  let last = 0;
  return scenarios
    .toSorted((a, b) => a.rung - b.rung)
    .map((scenario) => {
      last = Math.max(scenario.rung, last + 1);
      return { ...scenario, rung: last };
    });
}

const STATEMENT_PARTS = statementSchema
  .pick({ form: true, quotes: true, span: true, mayBeTranslated: true })
  .strip();
const LOCATED = statementSchema.pick({ span: true }).strip();
const SCENARIO_PARTS = scenarioSchema.pick({ id: true, rung: true, variantOf: true }).strip();

/** A kind of person is one of those that every pack knows, or one that this pack declares. */
function checkKind(value: unknown, kinds: readonly string[], report: Report): void {
  const { kind } = (value ?? {}) as { kind?: unknown };
  if (typeof kind !== 'string' || kinds.includes(kind)) return;
  report(
    ['kind'],
    `"kind" is "${kind}"; ${choose(kind, kinds)}; others are declared in data/pack.yaml: "kinds: { ${kind}: … }"`,
  );
}

type Report = (path: readonly PropertyKey[], message: string) => void;

/** How many ids are named where none is near. */
const SHOWN_IDS = 8;

function checkReferences(kind: RawRecord['kind'], value: unknown, ids: Ids, report: Report): void {
  for (const { path, kind: wanted, id } of referencesIn(kind, value)) {
    if (ids[wanted].has(id)) continue;
    report(path, `unknown ${SINGULAR[wanted]} "${id}"; ${idHint(id, wanted, ids)}`);
  }
}

function idHint(id: string, wanted: RecordKind, ids: Ids): string {
  const close = nearest(id, ids[wanted]);
  if (close.length > 0) return `did you mean ${close.join(' or ')}?`;
  const elsewhere = RECORD_KINDS.find((kind) => ids[kind].has(id));
  if (elsewhere) return `this id is that of a ${SINGULAR[elsewhere]}`;
  const all = [...ids[wanted]];
  if (all.length === 0) return `there are no ${wanted} in this pack`;
  const more = all.length > SHOWN_IDS ? `, … (${all.length} in all)` : '';
  return `${wanted} there are: ${all.slice(0, SHOWN_IDS).join(', ')}${more}`;
}

type Ids = Record<RecordKind, Set<string>>;

/**
 * Ids of every record, broken ones included: a mistake elsewhere in a record must not make every
 * mention of it look like a second mistake.
 */
function collectIds(
  { records, unreadIds }: Pick<RawPack, 'records' | 'unreadIds'>,
  problems: Problem[],
): Ids {
  const ids = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Set<string>()])) as Ids;
  for (const { kind, id } of unreadIds) if (kind !== 'pack') ids[kind].add(id);
  // Places are looked up for clashes alone: each look-up may parse its file once more.
  const first = new Map<string, Location>();
  for (const { kind, value, place } of records) {
    const id = (value as { id?: unknown } | null)?.id;
    if (kind === 'pack' || typeof id !== 'string') continue;
    ids[kind].add(id);
    const other = first.get(id);
    if (other) {
      const earlier = other.problem(['id'], '');
      const message = `id "${id}" is used twice, first at ${earlier.file}:${earlier.line}:${earlier.column}; every id is unique over the whole pack, and over all packs that are read together`;
      problems.push(place.problem(['id'], message));
    } else first.set(id, place);
  }
  return ids;
}

function checkSpan({ start, end }: Span, report: Report): void {
  if (end <= start) report(['span', 'end'], `span ends at ${end}, before it begins at ${start}`);
}

function checkStatement(
  statement: Pick<Statement, 'form' | 'quotes' | 'span' | 'mayBeTranslated'>,
  report: Report,
): void {
  const { form, quotes, span, mayBeTranslated } = statement;
  if (mayBeTranslated && quotes.length === 0) {
    report(['mayBeTranslated'], 'is said of quoted words, and this statement has no quote');
  }
  if ((form === 'direct' || form === 'mixed') && quotes.length === 0) {
    report(['form'], `a ${form} statement needs a quote; without one it is indirect or reported`);
  }
  if (form !== 'direct' && form !== 'mixed' && quotes.length > 0) {
    report(['form'], `a statement with a quote is direct or mixed, not ${form}`);
  }
  for (const [index, { exact, start, end }] of quotes.entries()) {
    const length = [...exact].length;
    if (end - start !== length) {
      report(
        ['quotes', index, 'end'],
        `quote is ${length} code points long, but its offsets ${start}–${end} span ${end - start}; the end would be ${start + length}`,
      );
    }
    if (start < span.start || end > span.end) {
      report(
        ['quotes', index, 'start'],
        `quote at ${start}–${end} lies outside its statement's span ${span.start}–${span.end}`,
      );
    }
  }
}

function checkLadder(records: readonly RawRecord[], problems: Problem[]): void {
  const rungs = new Map<number, string>();
  for (const { kind, value, place } of records) {
    if (kind !== 'scenarios') continue;
    const parts = SCENARIO_PARTS.safeParse(value);
    if (!parts.success) continue;
    const { id, rung, variantOf } = parts.data as Pick<Scenario, 'id' | 'rung' | 'variantOf'>;
    const other = rungs.get(rung);
    if (other === undefined) rungs.set(rung, id);
    else problems.push(place.problem(['rung'], `rung ${rung} is taken by "${other}" already`));
    if (variantOf === id) {
      problems.push(place.problem(['variantOf'], 'a scenario is no variant of itself'));
    }
  }
}

/** In the order of files and of lines in them. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
