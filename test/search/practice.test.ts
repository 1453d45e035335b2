import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { createSearch, type Hit } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import { nothing, queries } from './queries.json';

const pack = loadPack(new URL('../..', import.meta.url).pathname);
const search = createSearch({ data: pack, records: buildRecords(pack) });

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

describe('the shipped pack', () => {
  it.each(queries)('$q finds $first first', ({ q, first }) => {
    const [hit] = search.find(q).hits;
    const text = hit ? shown(hit) : 'nothing';
    for (const wanted of first) {
      const any = [wanted].flat().map(plain);
      expect(
        any.filter((each) => text.includes(each)),
        text,
      ).not.toEqual([]);
    }
  });

  it.each([
    ['who is against ground troops?', 'ground troops'],
    ['who wants taurus', 'taurus'],
    ['wer ist gegen bodentruppen', 'bodentruppen'],
  ])('the question "%s" is about %s', (question, words) => {
    const asked = search.find(question);
    expect(asked.how).toBe('exact');
    expect(asked.hits).toEqual(search.find(words).hits);
  });

  it.each(nothing)('%s finds nothing', (q) => {
    expect(search.find(q)).toMatchObject({ how: 'none', hits: [], total: 0 });
  });
});
