/** The forms that packs have had: what is older is brought to that of today as it is read. */
import { OLD_FORM } from './old-form.ts';
import type { Problem } from './problem.ts';
import type { RawPack, RawRecord } from './read.ts';
import { FORMAT } from './schema.ts';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * A pack in the form of today, or nothing of it where its form is newer than this program. What was
 * done, or why nothing can be, is told in one line.
 */
export function inCurrentForm(raw: RawPack): RawPack {
  const info = infoOf(raw);
  const { format } = (info?.value ?? {}) as Fields;
  if (info && Number.isInteger(format) && (format as number) > FORMAT) {
    const message = `format ${format} is newer than this rungs, which reads ${FORMAT}; update rungs`;
    return { records: [], unreadIds: [], problems: [info.place.problem(['format'], message)] };
  }
  if (!info || !isOldForm(raw)) return raw;
  const told: Problem = { ...info.place.problem([], OLD_FORM), warning: true };
  return {
    ...raw,
    records: raw.records.map((record) => ({ ...record, value: renewed(record) })),
    problems: [...raw.problems, told],
  };
}

/** Whether a pack has the form before format 1, which names none. */
export function isOldForm(raw: RawPack): boolean {
  const info = infoOf(raw);
  return info !== undefined && (info.value as Fields).format === undefined;
}

const infoOf = ({ records }: RawPack) =>
  records.find(({ kind, value }) => kind === 'pack' && isFields(value));

/** A record of the form before format 1 as it is in format 1. */
export function renewed({ kind, value }: Pick<RawRecord, 'kind' | 'value'>): unknown {
  if (!isFields(value)) return value;
  if (kind === 'scenarios') return withTitles(value);
  if (kind === 'figures') {
    const { comparator, ...rest } = value;
    return comparator === 'exactly' || comparator === undefined ? rest : value;
  }
  if (kind !== 'pack') return value;
  const { mentioned } = value;
  return {
    format: FORMAT,
    language: 'en',
    ...value,
    ...(Array.isArray(mentioned) && {
      mentioned: mentioned.map((one: unknown) => (isFields(one) ? withTitles(one) : one)),
    }),
  };
}

/** The German title, which every scenario had to have, is one of several that it may have. */
function withTitles(fields: Fields): Fields {
  const { titleDe, ...rest } = fields;
  return titleDe === undefined ? fields : { ...rest, titles: { de: titleDe } };
}
