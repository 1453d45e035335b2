import { describe, expect, it } from 'vitest';
import { recordJson } from '../../src/document/kinds.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { createSearch, type Hit } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import more from './more-questions.json';
import { nothing, queries } from './queries.json';
import questions from './questions.json';

const pack = loadPack(new URL('../..', import.meta.url).pathname);
const search = createSearch({ data: pack, records: buildRecords(pack) });

const library = createLibrary(pack);

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** What a hit shows, as one string. */
function shown({ type, id, title }: Hit): string {
  const lists = {
    scenario: pack.scenarios,
    person: pack.people,
    statement: pack.statements,
    figure: pack.figures,
    event: pack.events,
    source: pack.sources,
  };
  const record = lists[type].find((each) => each.id === id);
  const speaker =
    record && 'speaker' in record && pack.people.find((each) => each.id === record.speaker);
  return plain(JSON.stringify([title, record, speaker]));
}

const wantedOf = (first: readonly (string | string[])[]) =>
  first.map((one) => [one].flat().map(plain));

/** The JSON of the first hit, as rungs search --json prints it. */
function firstHit(q: string): string {
  const [hit] = search.find(q, { limit: 1 }).hits;
  return hit
    ? plain(JSON.stringify(recordJson({ kind: hit.type, id: hit.id }, library)))
    : 'nothing';
}

const asked = [...questions.queries, ...more.queries];
const missed = new Set([...questions.missed, ...more.missed]);

describe('the shipped pack', () => {
  it.each(asked.filter(({ q }) => !missed.has(q)))('$q is answered by $first', ({ q, first }) => {
    const text = firstHit(q);
    const missing = wantedOf(first).filter((any) => !any.some((one) => text.includes(one)));
    expect(missing, text).toEqual([]);
  });

  it.each([...questions.nothing, ...more.nothing])('%s is answered by nothing', (q) => {
    expect(search.find(q)).toMatchObject({ how: 'none', hits: [], total: 0 });
  });

  it.each([
    ['how many statements by selenskyj', 'selenskyj', 5],
    ['wie viele aussagen von putin', 'putin', 1],
    ['how many experts', '', 5],
    ['wie viele szenarien', '', 22],
    ['how many sources', '', 5],
    ['how many people are against taurus', 'scholz', 1],
    ['who changed sides', '', 0],
    ['hat jemand seine meinung zu taurus geändert', '', 0],
  ])('%s: of %s, %i', (q, voice, count) => {
    const { hits, answering, reading } = search.find(q);
    expect({ answering, isFound: hits.length > 0 }).toEqual({ answering: count, isFound: true });
    if (voice !== '') expect(shown(hits[0] as Hit)).toContain(voice);
    expect(reading?.isCounted ?? reading?.wants).toBe(count === 0 ? 'changed' : true);
  });

  it.each(['wie viele u-boote', 'who is u against banana bread'])(
    '%s is told no beginning of words as near',
    (q) => {
      for (const near of search.find(q).nearest ?? []) expect(near).not.toMatch(/^\w{1,2} \(/);
    },
  );

  it.each(queries)('$q finds $first first', ({ q, first }) => {
    const [hit] = search.find(q).hits;
    const text = hit ? shown(hit) : 'nothing';
    const missing = wantedOf(first).filter((any) => !any.some((one) => text.includes(one)));
    expect(missing, text).toEqual([]);
  });

  it.each(nothing)('%s finds nothing', (q) => {
    expect(search.find(q)).toMatchObject({ how: 'none', hits: [], total: 0 });
  });
});
