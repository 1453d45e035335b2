/** Validates the records of a pack, each by its schema and all of them together. */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Place, RawPack, RawRecord } from './read.ts';
import {
  type PackData,
  packSchema,
  RECORD_SCHEMAS,
  type RecordKind,
  type Scenario,
  type Span,
  type Statement,
} from './schema.ts';

/** The records that are valid, and all that is wrong with the others. */
export function checkPack(raw: RawPack): { data: PackData; problems: Problem[] } {
  const problems = [...raw.problems];
  const data: PackData = {
    pack: { id: '', title: '', description: '', asOf: 'XXXX', mentioned: [] },
    sources: [],
    people: [],
    scenarios: [],
    statements: [],
    figures: [],
    events: [],
    relations: [],
  };
  const valid: { kind: RecordKind | 'pack'; record: { id: string }; place: Place }[] = [];
  for (const entry of raw.records) {
    const schema = entry.kind === 'pack' ? packSchema : RECORD_SCHEMAS[entry.kind];
    const result = schema.safeParse(entry.value);
    if (!result.success) {
      problems.push(...shapeProblems(entry, result.error.issues));
      continue;
    }
    const record = result.data as { id: string };
    if (entry.kind === 'pack') data.pack = result.data as PackData['pack'];
    else (data[entry.kind] as { id: string }[]).push(record);
    valid.push({ kind: entry.kind, record, place: entry.place });
  }
  data.scenarios.sort((a, b) => a.rung - b.rung);

  const ids = collectIds(raw.records, valid, problems);
  for (const { kind, record, place } of valid) {
    const report = (path: readonly PropertyKey[], message: string) =>
      problems.push(place.problem(path, message));
    for (const { path, kind: wanted, id } of references(kind, record)) {
      if (ids[wanted].has(id)) continue;
      const close = nearest(id, ids[wanted]);
      const others = close.length > 0 ? close : [...ids[wanted]].slice(0, 5);
      const hint = close.length > 0 ? 'nearest' : `${wanted} there are`;
      report(path, `unknown ${SINGULAR[wanted]} "${id}"; ${hint}: ${others.join(', ') || 'none'}`);
    }
    if ('span' in record) checkSpan(record.span as Span, report);
    if (kind === 'statements') checkStatement(record as Statement, report);
  }
  checkLadder(valid, problems);
  return { data, problems: problems.sort(byPlace) };
}

const SINGULAR: Record<RecordKind, string> = {
  sources: 'source',
  people: 'person',
  scenarios: 'scenario',
  statements: 'statement',
  figures: 'figure',
  events: 'event',
  relations: 'relation',
};

type Report = (path: readonly PropertyKey[], message: string) => void;

function shapeProblems(entry: RawRecord, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const fields = fieldsAt(entry, issue.path);
      return issue.keys.map((key) => {
        const close = nearest(key, fields, 1)[0];
        const hint = close ? `did you mean "${close}"?` : `fields here: ${fields.join(', ')}`;
        return entry.place.problem([...issue.path, key], `unknown field "${key}"; ${hint}`, 'key');
      });
    }
    return [entry.place.problem(issue.path, describe(entry, issue))];
  });
}

function describe(entry: RawRecord, issue: z.core.$ZodIssue): string {
  const field = issue.path.length > 0 ? issue.path.map(String).join('.') : SINGULAR_OR_PACK(entry);
  const value = valueAt(entry.value, issue.path);
  if (value === undefined && issue.path.length > 0) return `"${field}" is missing`;
  if (issue.code === 'invalid_value') {
    const right = issue.values.map((one) => `"${String(one)}"`).join(', ');
    return `"${field}" is ${show(value)}; right would be ${right}`;
  }
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'axis') {
    return `"${field}" is ${show(value)}; right would be "normative", "predictive", "none"`;
  }
  if (issue.code === 'invalid_type') {
    return `"${field}" is ${show(value)}; it must be a ${issue.expected}`;
  }
  return `"${field}" is ${show(value)}: ${issue.message}`;
}

const SINGULAR_OR_PACK = ({ kind }: RawRecord) => (kind === 'pack' ? 'pack' : SINGULAR[kind]);

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
  return at;
}

/** The field names that the schema knows at `path`, for "did you mean". */
function fieldsAt(entry: RawRecord, path: readonly PropertyKey[]): string[] {
  let schema: unknown = entry.kind === 'pack' ? packSchema : RECORD_SCHEMAS[entry.kind];
  for (const step of path) {
    const { shape, element } = unwrap(schema);
    schema = typeof step === 'number' ? element : shape?.[String(step)];
  }
  return Object.keys(unwrap(schema).shape ?? {});
}

type Inner = { shape?: Record<string, unknown>; element?: unknown };
function unwrap(schema: unknown): Inner {
  const def = (schema as { def?: { innerType?: unknown; options?: unknown[] } } | undefined)?.def;
  if (def?.innerType) return unwrap(def.innerType);
  if (def?.options) return unwrap(def.options[0]);
  return (schema ?? {}) as Inner;
}

type Ids = Record<RecordKind, Set<string>>;

/**
 * Ids of every record, broken ones included: a mistake elsewhere in a record must not make every
 * mention of it look like a second mistake.
 */
function collectIds(
  records: readonly RawRecord[],
  valid: readonly { record: { id: string } }[],
  problems: Problem[],
): Ids {
  const ids = Object.fromEntries(
    Object.keys(RECORD_SCHEMAS).map((kind) => [kind, new Set<string>()]),
  ) as Ids;
  const first = new Map<string, Problem>();
  const isValid = new Set(valid.map(({ record }) => record.id));
  for (const { kind, value, place } of records) {
    const id = (value as { id?: unknown } | null)?.id;
    if (kind === 'pack' || typeof id !== 'string') continue;
    ids[kind].add(id);
    const here = place.problem(['id'], '');
    const earlier = first.get(id);
    if (earlier) {
      problems.push({
        ...here,
        message: `id "${id}" is used twice, first at ${earlier.file}:${earlier.line}; every id is unique over the whole pack`,
      });
    } else if (isValid.has(id)) first.set(id, here);
  }
  return ids;
}

type Reference = { path: readonly PropertyKey[]; kind: RecordKind; id: string };

/** Every id that a record mentions, with the path at which it does. */
function references(kind: RecordKind | 'pack', record: object): Reference[] {
  const found: Reference[] = [];
  const visit = (value: unknown, path: readonly PropertyKey[]) => {
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) visit(entry, [...path, index]);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, entry] of Object.entries(value)) visit(entry, [...path, key]);
    } else if (typeof value === 'string') {
      const field = path.findLast((step) => typeof step === 'string');
      const wanted = REFERENCE_FIELDS[field as string];
      const isRelationEnd = kind === 'relations' && (field === 'from' || field === 'to');
      if (wanted) found.push({ path, kind: wanted, id: value });
      else if (isRelationEnd) found.push({ path, kind: 'scenarios', id: value });
    }
  };
  visit(record, []);
  return found;
}

const REFERENCE_FIELDS: Record<string, RecordKind> = {
  source: 'sources',
  speaker: 'people',
  holder: 'people',
  relayedBy: 'people',
  by: 'people',
  scenario: 'scenarios',
  variantOf: 'scenarios',
  statement: 'statements',
};

function checkSpan({ start, end }: Span, report: Report): void {
  if (end <= start) report(['span', 'end'], `span ends at ${end}, before it begins at ${start}`);
}

function checkStatement(statement: Statement, report: Report): void {
  const { form, quotes, span } = statement;
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

function checkLadder(
  valid: readonly { kind: RecordKind | 'pack'; record: { id: string }; place: Place }[],
  problems: Problem[],
): void {
  const rungs = new Map<number, string>();
  for (const { kind, record, place } of valid) {
    if (kind !== 'scenarios') continue;
    const { id, rung, variantOf } = record as Scenario;
    const other = rungs.get(rung);
    if (other)
      problems.push(place.problem(['rung'], `rung ${rung} is taken by "${other}" already`));
    else rungs.set(rung, id);
    if (variantOf === id) {
      problems.push(place.problem(['variantOf'], 'a scenario is no variant of itself'));
    }
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
