/** What filters do: which values there are, and which records they leave. */
import { type Bounds, dateBounds } from '../pack/dates.ts';
import { foldText } from '../pack/fold.ts';
import { type Nameable, nameables } from '../pack/naming.ts';
import type { PackData } from '../pack/schema.ts';
import type { Choices, FilterClause, FilterKey } from './query.ts';
import { FILTERS } from './query.ts';
import type { Facets } from './records.ts';

const STANCE_KEYS = ['scenario', 'axis', 'stance'] as const satisfies readonly FilterKey[];
type StanceKey = (typeof STANCE_KEYS)[number];

/** The values of every filter: those listed in `FILTERS`, kinds that the pack declares, or the records of its type. */
export function filterChoices(pack: { readonly data: PackData }): Choices {
  const known = new Map<FilterKey, Nameable[]>();
  return (key) => {
    const choices = known.get(key) ?? choicesOf(key, pack.data);
    known.set(key, choices);
    return choices;
  };
}

function choicesOf(key: FilterKey, data: PackData): Nameable[] {
  const filter = FILTERS.find((each) => each.key === key) as (typeof FILTERS)[number];
  if ('from' in filter) return nameables(filter.from, data);
  if ('isDate' in filter) return [];
  const own = key === 'kind' ? Object.entries(data.pack.kinds ?? {}) : [];
  const names = new Map([...filter.values.map((id): [string, string] => [id, id]), ...own]);
  return [...names].map(([id, name]) => ({ id, names: [foldText(id), foldText(name)] }));
}

/**
 * The test that a record passes if all filters leave it. A filter hides records that it does not
 * apply to; a negated one leaves them. Filters on scenario, axis and stance must hold for one and
 * the same stance, and of such stances none may be excluded by a negated one.
 */
export function filterTest(filters: readonly FilterClause[]): (facets: Facets) => boolean {
  const tests = filters.map(({ key, negated, ids }) => ({ key, negated, ids: new Set(ids) }));
  const onStances = tests.filter(({ key }) => isStanceKey(key));
  const others = tests.filter(({ key }) => !isStanceKey(key));
  const wanted = onStances.filter(({ negated }) => !negated);
  const unwanted = onStances.filter(({ negated }) => negated);
  return (facets) => {
    if (!others.every((test) => holds(facets, test))) return false;
    if (onStances.length === 0) return true;
    const stances = stancesOf(facets).filter((stance) => wanted.every((test) => has(stance, test)));
    const found = wanted.length === 0 || stances.length > 0;
    return found && !stances.some((stance) => unwanted.some((test) => has(stance, test)));
  };
}

type Test = { key: FilterKey; negated: boolean; ids: ReadonlySet<string> };
type Bearing = Partial<Record<StanceKey, string>>;

const isStanceKey = (key: FilterKey): key is StanceKey =>
  (STANCE_KEYS as readonly FilterKey[]).includes(key);

function holds(facets: Facets, { key, negated, ids }: Test): boolean {
  if (key === 'date') {
    return [...ids].some((span) => nearness(facets.date, spanOf(span)) > 0) !== negated;
  }
  const value = facets[key as Exclude<FilterKey, StanceKey | 'date'>];
  const values = Array.isArray(value) ? value : [value];
  return values.some((each) => each !== undefined && ids.has(each)) !== negated;
}

/** The days of a date filter's value: `2024-10-24`, `2024-10`, `2024-10-20..2024-10-24`, `..2024`. */
export function spanOf(value: string): Bounds {
  const [first = '', last = first] = value.split('..');
  const { from } = first === '' ? {} : dateBounds(first);
  const { to } = last === '' ? {} : dateBounds(last);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/**
 * How surely a date lies in a span: 3, it is the same; 2, it lies within; 1, it is wider, and may;
 * 0, it does not, or one of its ends is open ("by November") and nothing can be said.
 */
export function nearness(date: Bounds | undefined, span: Bounds): number {
  if (!date) return 0;
  const { from = -Infinity, to = Infinity } = date;
  const { from: first = -Infinity, to: last = Infinity } = span;
  if (from === first && to === last) return 3;
  if (from >= first && to <= last) return 2;
  return Number.isFinite(from) && Number.isFinite(to) && from <= last && to >= first ? 1 : 0;
}

/** A scenario bears on itself. */
function stancesOf({ stances, scenario }: Facets): readonly Bearing[] {
  return stances ?? (scenario === undefined ? [] : [{ scenario }]);
}

const has = (stance: Bearing, { key, ids }: Test): boolean =>
  ids.has(stance[key as StanceKey] ?? '');
