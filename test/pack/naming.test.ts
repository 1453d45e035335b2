import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/pack/library.ts';
import { resolve } from '../../src/pack/naming.ts';
import { createSearch } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import { fixture } from '../search/fixture.ts';

const library = createLibrary(fixture);
const search = createSearch({ data: fixture, records: buildRecords(fixture) });
const filtered = (filter: string) => search.find(filter).filters[0]?.ids;

describe('a name', () => {
  it.each([
    ['seoul-weapons', 'scenario', 'seoul-weapons'],
    ['2', 'scenario', 'ground-troops'],
    ['Waffen aus Südkorea', 'scenario', 'seoul-weapons'],
    ['waffen', 'scenario', 'seoul-weapons'],
    ['zelensky', 'person', 'selenskyj'],
    ['Rüdiger', 'person', 'frank'],
    ['Morning Paper', 'source', 'paper'],
    ['ballbach-w', 'statement', 'ballbach-weapons'],
  ] as const)('%j means the %s %s, where it is shown and where it filters', (text, kind, id) => {
    expect(resolve(text, library)).toEqual({ kind, id });
    const key = { scenario: 'scenario', person: 'speaker', source: 'source', statement: undefined };
    if (key[kind]) expect(filtered(`${key[kind]}:"${text}"`)).toEqual([id]);
  });

  it('is told what it may mean', () => {
    expect(resolve('selenskj', library)).toEqual({
      problem: 'there is no "selenskj" in this pack',
      nearest: ['selenskyj'],
    });
    expect(resolve('fig', library)).toMatchObject({ nearest: ['fig-soldiers', 'fig-some'] });
    expect(resolve('3', library)).toMatchObject({ nearest: [] });
  });
});
