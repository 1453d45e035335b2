/** Filters that narrow what views list: by kind of person, outlet, side and date, kept until taken away. */
import { dateLabel } from '../document/dates.ts';
import { kindLabel, outletLabel } from '../document/labels.ts';
import { createLibrary, kindsTaken, type Library } from '../pack/library.ts';
import type { FilterKey } from '../search/query.ts';
import { PACK_SIDES, SIDE_STANCES, type SideAsked } from '../search/reading.ts';

/** A value to filter by: what it is of, how it is called, and the filter of a query that it is. */
type FilterOption = { id: string; of: string; label: string };

const DAY = /^\d{4}(-\d\d){0,2}$/;

const optionOf = (key: FilterKey, of: string, value: string, label: string): FilterOption => ({
  id: `${key}:${value}`,
  of,
  label,
});

/** All values that can be filtered by in a pack, in the words that stand on its pages. */
export function filterOptions(library: Library): FilterOption[] {
  const { sources, statements, events } = library.data;
  const taken = new Set<string>(
    statements.flatMap(({ stances }) => stances.map(({ value }) => value)),
  );
  const own = library.data.pack.sides ?? {};
  const sideLabel = (side: SideAsked) => own[PACK_SIDES[side]] ?? side;
  const outlets = new Map<string, string[]>();
  for (const source of sources) {
    const outlet = outletLabel(source);
    outlets.set(outlet, [...(outlets.get(outlet) ?? []), source.id]);
  }
  const dates = new Set([...statements, ...events].map(({ date }) => date));
  return [
    ...kindsTaken(library).map((kind) => optionOf('kind', 'kind', kind, kindLabel(kind, library))),
    ...(Object.keys(SIDE_STANCES) as SideAsked[])
      .filter((side) => SIDE_STANCES[side].some((stance) => taken.has(stance)))
      .map((side) => optionOf('stance', 'side', SIDE_STANCES[side].join(','), sideLabel(side))),
    ...[...outlets].map(([outlet, ids]) => optionOf('source', 'outlet', ids.join(','), outlet)),
    ...[...dates]
      .filter((date) => DAY.test(date))
      .sort()
      .map(dateOption),
  ];
}

const dateOption = (date: string): FilterOption => optionOf('date', 'date', date, dateLabel(date));

/** The value of an id; undefined where the pack has none. */
export function filterOption(id: string, library: Library): FilterOption | undefined {
  const known = filterOptions(library).find((option) => option.id === id);
  if (known) return known;
  const date = id.startsWith('date:') ? id.slice('date:'.length) : '';
  return DAY.test(date) ? dateOption(date) : undefined;
}

/** Values for what was typed: those whose words hold it, and the day, month or year that it is. */
export function optionsFor(typed: string, library: Library): FilterOption[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = filterOptions(library).filter(({ of, label, id }) => {
    const text = `${of} ${label} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const date = typed.trim();
  const isNew = DAY.test(date) && !found.some(({ id }) => id === `date:${date}`);
  return isNew ? [dateOption(date), ...found] : found;
}

/** The filters as a query: values of one kind are alternatives, each kind must hold. */
export function filterQuery(ids: readonly string[]): string {
  const values = new Map<string, string[]>();
  for (const id of ids) {
    const [key = '', value = ''] = id.split(':');
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return [...values].map(([key, all]) => `${key}:${all.join(',')}`).join(' ');
}

/**
 * The library with its lists narrowed; what is named by its id is found all the same.
 *
 * @param left the records that the filters leave, as `kind:id`
 */
export function narrowed(library: Library, left: ReadonlySet<string>): Library {
  const { data } = library;
  const statements = data.statements.filter(({ id }) => left.has(`statement:${id}`));
  const figures = data.figures.filter(({ id }) => left.has(`figure:${id}`));
  const heard = new Set([
    ...statements.flatMap(({ speaker, holder, relayedBy }) => [speaker, holder, ...relayedBy]),
    ...figures.map(({ by }) => by),
  ]);
  const told = new Set(statements.map(({ id }) => id));
  const scenarios = data.scenarios.map((one) => ({
    ...one,
    reported: one.reported.filter((id) => told.has(id)),
  }));
  const narrow = createLibrary({
    ...data,
    scenarios,
    statements,
    figures,
    events: data.events.filter(({ id }) => left.has(`event:${id}`)),
    people: data.people.filter(({ id }) => left.has(`person:${id}`) || heard.has(id)),
    relations: data.relations.filter(({ statement }) => told.has(statement)),
  });
  const { statement, person, figure, event, has } = library;
  return { ...narrow, statement, person, figure, event, has, isNarrowed: true };
}
