/** Which fields of a record mention another record: read off the schema, not off their names. */
import type { z } from 'zod';
import { schemaOf } from './explain.ts';
import type { RawRecord } from './read.ts';
import { REFERENCES, type RecordKind } from './schema.ts';

/** An id that a record mentions, the kind of record it must be, and the path at which it stands. */
export type Reference = { path: readonly PropertyKey[]; kind: RecordKind; id: string };

/**
 * Every id that a record mentions. Of a record of a wrong shape, those that stand where the schema
 * expects them.
 */
export function referencesIn(kind: RawRecord['kind'], record: unknown): Reference[] {
  const found: Reference[] = [];
  collect(routeOf(kind), record, [], found);
  return found;
}

/** Where in a value references stand: it is one, or they are in its entries or its fields. */
type Route = { kind?: RecordKind; entries?: Route; fields?: Map<string, Route> };

function collect(
  route: Route,
  value: unknown,
  path: readonly PropertyKey[],
  found: Reference[],
): void {
  if (route.kind && typeof value === 'string') found.push({ path, kind: route.kind, id: value });
  if (route.entries && Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      collect(route.entries, entry, [...path, index], found);
    }
  }
  if (!route.fields || value === null || typeof value !== 'object') return;
  for (const [key, inner] of route.fields) {
    if (Object.hasOwn(value, key)) {
      collect(inner, (value as Record<string, unknown>)[key], [...path, key], found);
    }
  }
}

const routes = new Map<RawRecord['kind'], Route>();

function routeOf(kind: RawRecord['kind']): Route {
  const route = routes.get(kind) ?? routeThrough(schemaOf(kind)) ?? {};
  routes.set(kind, route);
  return route;
}

type Definition = { innerType?: z.ZodType; options?: z.ZodType[] };
type Parts = { def: Definition; shape?: Record<string, z.ZodType>; element?: z.ZodType };

/** The way to the references in values of a schema; undefined where there are none. */
function routeThrough(schema: z.ZodType): Route | undefined {
  const reference = REFERENCES.get(schema);
  if (reference) return reference;
  const { def, shape, element } = schema as unknown as Parts;
  // The forms of a stance have the same references.
  const inner = def.innerType ?? def.options?.[0];
  if (inner) return routeThrough(inner);
  const entries = element && routeThrough(element);
  if (entries) return { entries };
  const fields = Object.entries(shape ?? {}).flatMap(([key, field]): [string, Route][] => {
    const route = routeThrough(field);
    return route ? [[key, route]] : [];
  });
  return fields.length > 0 ? { fields: new Map(fields) } : undefined;
}
