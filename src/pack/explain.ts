/** What a record's shape has wrong, in words that say what would be right. */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { RawRecord } from './read.ts';
import { packSchema, RECORD_SCHEMAS, type RecordKind } from './schema.ts';

type Issue = z.core.$ZodIssue;

export const SINGULAR: Record<RecordKind | 'pack', string> = {
  pack: 'pack',
  sources: 'source',
  people: 'person',
  scenarios: 'scenario',
  statements: 'statement',
  figures: 'figure',
  events: 'event',
  relations: 'relation',
};

/** The schema of one record of a kind. */
export function schemaOf(kind: RawRecord['kind']) {
  return kind === 'pack' ? packSchema : RECORD_SCHEMAS[kind];
}

/** @param issues what zod found wrong with the record */
export function explain(entry: RawRecord, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [entry.place.problem(issue.path, messageFor(entry, issue))];
    }
    return issue.keys.map((key) =>
      entry.place.problem([...issue.path, key], unknownField(entry, issue.path, key), 'key'),
    );
  });
}

function unknownField({ kind }: RawRecord, path: readonly PropertyKey[], key: string) {
  const fields = Object.keys(innerAt(kind, path).shape ?? {});
  const [close] = nearest(key, fields, 1);
  const hint = close ? `did you mean "${close}"?` : `fields here: ${fields.join(', ')}`;
  return `unknown field "${key}"; ${hint}`;
}

function messageFor(entry: RawRecord, issue: Issue): string {
  const { kind } = entry;
  const value = valueAt(entry.value, issue.path);
  if (issue.path.length === 0) return wholeMessage(kind, value);
  const field = fieldName(issue.path);
  if (value === undefined) return `"${field}" is missing${meaning(entry, issue)}`;
  if (issue.code === 'invalid_key') return keyMessage(issue);
  const said = `"${field}" is ${show(value)}`;
  const choices = choicesOf(issue);
  if (choices) return `${said}; ${choose(value, choices)}`;
  if (issue.code === 'invalid_type') {
    const fields = Object.keys(innerAt(kind, issue.path).shape ?? {});
    return `${said}; ${wantedType(issue.expected, value, fields)}`;
  }
  if (issue.code === 'too_small') {
    return `${said}; it must ${issue.origin === 'number' ? `be ${issue.minimum} or more` : 'not be empty'}`;
  }
  const isPredicate = /^(is|must) /.test(issue.message);
  return isPredicate ? `"${field}" ${show(value)} ${issue.message}` : `${said}: ${issue.message}`;
}

/** What is wrong with the name of a field that is the author's to choose. */
function keyMessage({ path, issues: [inner] }: z.core.$ZodIssueInvalidKey): string {
  const key = String(path.at(-1));
  const wrong = inner?.code === 'invalid_value' ? choose(key, inner.values) : inner?.message;
  const joint = wrong?.startsWith('is ') ? ' ' : ': ';
  return `"${key}" in "${fieldName(path.slice(0, -1))}"${joint}${wrong}`;
}

function wholeMessage(kind: RawRecord['kind'], value: unknown): string {
  const required = Object.entries(innerAt(kind, []).shape ?? {})
    .filter(([, schema]) => !(schema as z.ZodType).safeParse(undefined).success)
    .map(([name]) => name);
  const needs = `a ${SINGULAR[kind]} needs ${required.join(', ')}`;
  return value === null || value === undefined
    ? `is empty; ${needs}`
    : `is ${show(value)}, not fields with values; ${needs}`;
}

/** A path as people count: `quotes[1].exact` is in the first quote. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : `${index > 0 ? '.' : ''}${String(step)}`,
    )
    .join('');
}

/** What a missing field would say. */
function meaning({ kind }: RawRecord, issue: Issue): string {
  const choices = choicesOf(issue);
  if (choices) return `; it is one of ${quoted(choices)}`;
  const { description } = innerAt(kind, issue.path);
  return description ? `: ${description.charAt(0).toLowerCase()}${description.slice(1)}` : '';
}

function choicesOf(issue: Issue): unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values;
  if (issue.code !== 'invalid_union') return undefined;
  return (issue as { options?: unknown[] }).options;
}

/** What is right instead of `value`, which is none of these. */
export function choose(value: unknown, choices: readonly unknown[]): string {
  const words = choices.filter((one) => typeof one === 'string');
  const [close] = typeof value === 'string' ? nearest(value, words, 1) : [];
  if (choices.length === 1) return `right here is only ${quoted(choices)}`;
  return `${close ? `did you mean "${close}"? ` : ''}right are ${quoted(choices)}`;
}

const quoted = (values: readonly unknown[]) =>
  values.map((value) => JSON.stringify(value)).join(', ');

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list: each entry on a line of its own that begins with "- "',
  object: 'fields with values',
};

function wantedType(expected: string, value: unknown, fields: readonly string[]): string {
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  // YAML takes the brackets of "[..2024-09]" for a list, unless they are in quotes.
  const bare = Array.isArray(value) && value.length > 0 ? `[${value.join(', ')}]` : value;
  const isText = isBare || (typeof bare === 'string' && !bare.includes('"'));
  const hint = expected === 'string' && isText ? `; in quotes it is one: "${bare}"` : '';
  const names = fields.length > 0 ? `: ${fields.join(', ')}` : hint;
  return `it must be ${TYPES[expected] ?? expected}${names}`;
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at;
}

type Inner = { shape?: Record<string, unknown>; element?: unknown; description?: string };

/** What the schema says at `path`. */
function innerAt(kind: RawRecord['kind'], path: readonly PropertyKey[]): Inner {
  let inner = unwrap(schemaOf(kind));
  for (const step of path) {
    inner = unwrap(typeof step === 'number' ? inner.element : inner.shape?.[String(step)]);
  }
  return inner;
}

type Definition = { innerType?: unknown; options?: unknown[] };

function unwrap(schema: unknown, description?: string): Inner {
  const { def } = (schema ?? {}) as { def?: Definition };
  const told = description ?? (schema as Inner | undefined)?.description;
  if (def?.innerType) return unwrap(def.innerType, told);
  // The forms of a stance have the same fields.
  if (def?.options) return unwrap(def.options[0], told);
  const { shape, element } = (schema ?? {}) as Inner;
  return {
    ...(shape && { shape }),
    ...(element ? { element } : {}),
    ...(told && { description: told }),
  };
}
