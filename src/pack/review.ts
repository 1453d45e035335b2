/**
 * What a careful second reader of a pack would ask about: nothing of it keeps the pack from being
 * used. What does is in check.ts.
 */
import { isConditional, languageName } from '../languages/languages.ts';
import { foldText } from './fold.ts';
import type { Placed, PlacedRecords } from './placed.ts';
import type { Problem } from './problem.ts';
import type { Person, Source, Statement } from './schema.ts';

/** The text of a source, where it is at hand. */
export type TextOf = (source: Source) => string | undefined;

/**
 * Two people of one name, two sources of one file, sources without a statement, passages that are
 * told twice, conditions that name none, and hedges that stand nowhere in their passage.
 *
 * @param language of the pack, as a BCP 47 tag
 */
export function reviewPack(records: PlacedRecords, language: string, textOf: TextOf): Problem[] {
  return [
    ...sameNames(records.people),
    ...sameFiles(records.sources),
    ...unusedSources(records.sources, records.statements),
    ...samePassages(records.statements),
    ...conditions(records.statements, language),
    ...hedges(records.statements, records.sources, textOf),
  ].map((problem) => ({ ...problem, warning: true }));
}

/** "data/people.yaml:12": where another record begins. */
function at({ place }: Placed<unknown>): string {
  const { file, line } = place.problem(['id'], '');
  return `${file}:${line}`;
}

function sameNames(people: readonly Placed<Person>[]): Problem[] {
  const first = new Map<string, Placed<Person>>();
  return people.flatMap((person) => {
    const names = [person.record.name, ...person.record.aliases];
    const found: Problem[] = [];
    for (const [index, name] of names.entries()) {
      const folded = foldText(name);
      const other = first.get(folded) ?? person;
      first.set(folded, other);
      if (other === person) continue;
      const path = index === 0 ? ['name'] : ['aliases', index - 1];
      const message = `"${name}" is also "${other.record.id}" (${at(other)}): if they are one person, keep one of them`;
      found.push(person.place.problem(path, message));
    }
    return found.slice(0, 1);
  });
}

function sameFiles(sources: readonly Placed<Source>[]): Problem[] {
  const first = new Map<string, Placed<Source>>();
  return sources.flatMap((source) => {
    const { file, sha256 } = source.record;
    const byName = first.get(file);
    const other = byName ?? first.get(sha256);
    for (const key of [file, sha256]) first.set(key, first.get(key) ?? source);
    if (!other) return [];
    const path = byName ? ['file'] : ['sha256'];
    const message = `is the file of "${other.record.id}" as well (${at(other)}); one source is enough`;
    return [source.place.problem(path, message)];
  });
}

function unusedSources(
  sources: readonly Placed<Source>[],
  statements: readonly Placed<Statement>[],
): Problem[] {
  const used = new Set(statements.map(({ record }) => record.source));
  return sources
    .filter(({ record }) => !used.has(record.id))
    .map(({ record, place }) =>
      place.problem(['id'], `no statement is from source "${record.id}"`),
    );
}

/** Passages of one person that overlap, or that are the same whoever speaks. */
function samePassages(statements: readonly Placed<Statement>[]): Problem[] {
  const bySource = new Map<string, Placed<Statement>[]>();
  for (const statement of statements) {
    const { source } = statement.record;
    const some = bySource.get(source);
    if (some) some.push(statement);
    else bySource.set(source, [statement]);
  }
  return [...bySource.values()].flatMap((some) => {
    const sorted = some.toSorted((a, b) => a.record.span.start - b.record.span.start);
    const found: Problem[] = [];
    let open: Placed<Statement>[] = [];
    for (const statement of sorted) {
      const { span } = statement.record;
      open = open.filter(({ record }) => record.span.end > span.start);
      const other = open.find((one) => isToldTwice(one.record, statement.record));
      if (other) {
        const { start, end } = other.record.span;
        const message = `passage ${span.start}–${span.end} is told in "${other.record.id}", too (${start}–${end}, ${at(other)})`;
        found.push(statement.place.problem(['span'], message));
      }
      open.push(statement);
    }
    return found;
  });
}

function isToldTwice(a: Statement, b: Statement): boolean {
  const isSame = a.span.start === b.span.start && a.span.end === b.span.end;
  return isSame || (a.speaker === b.speaker && a.holder === b.holder);
}

function conditions(statements: readonly Placed<Statement>[], language: string): Problem[] {
  return statements.flatMap(({ record, place }) =>
    record.stances.flatMap(({ condition }, index) => {
      if (condition === undefined || isConditional(condition, language)) return [];
      const message = `"${condition}" names no condition in ${languageName(language)}: write it as "if …", in that language`;
      return [place.problem(['stances', index, 'condition'], message)];
    }),
  );
}

/** Cues are the words of the source; "…" in one stands for words between. */
function hedges(
  statements: readonly Placed<Statement>[],
  sources: readonly Placed<Source>[],
  textOf: TextOf,
): Problem[] {
  const points = new Map(
    sources.flatMap(({ record }) => {
      const text = textOf(record);
      return text === undefined ? [] : [[record.id, [...text]] as const];
    }),
  );
  return statements.flatMap(({ record, place }) => {
    const passage = points.get(record.source)?.slice(record.span.start, record.span.end).join('');
    if (passage === undefined) return [];
    return record.stances.flatMap(({ cue }, index) => {
      if (cue === undefined || standsIn(cue, passage)) return [];
      const message = `"${cue}" stands nowhere in the passage; a cue is in the words of the source`;
      return [place.problem(['stances', index, 'cue'], message)];
    });
  });
}

function standsIn(cue: string, passage: string): boolean {
  const plain = (text: string) => foldText(text).replace(/\s+/g, ' ');
  const text = plain(passage);
  let from = 0;
  return cue
    .split(/…|\.\.\./)
    .map((part) => plain(part).trim())
    .every((part) => {
      const found = text.indexOf(part, from);
      from = found + part.length;
      return found >= 0;
    });
}
