import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../src/explorer/address.ts';
import { fieldWith } from '../../src/explorer/field.ts';
import type { Place } from '../../src/explorer/state.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { shell } from '../support/run.ts';

const library = createLibrary(loadPack('test/fixtures/pack'));
const search = (text: string): Place => ({
  view: 'search',
  field: fieldWith(text),
  isTyping: false,
});

const PLACES: [Place, string][] = [
  [{ view: 'ladder' }, 'ladder'],
  [{ view: 'scenario', id: 'bridge' }, 'bridge'],
  [{ view: 'statement', id: 'mueller-cost' }, 'mueller-cost'],
  [{ view: 'person', id: 'mueller' }, 'mueller'],
  [{ view: 'source', id: 'seeblick' }, 'seeblick'],
  [{ view: 'compare', ids: ['bridge', 'winter-ferry'], column: 0 }, 'compare:bridge+winter-ferry'],
  [search('fähre kind:expert'), 'search:fähre+kind:expert'],
  [search('"exact phrase" !not'), 'search:%22exact+phrase%22+%21not'],
  [search('1+1 100%'), 'search:1%2B1+100%25'],
  [{ view: 'figures' }, 'figures'],
  [{ view: 'people' }, 'people'],
  [{ view: 'relations' }, 'relations'],
  [{ view: 'timeline', show: 'events' }, 'timeline'],
  [{ view: 'timeline', show: 'events and statements' }, 'timeline:all'],
];

describe('addresses', () => {
  test.each(PLACES)('%j is %s, and back', (place, address) => {
    expect(formatAddress(place)).toBe(address);
    expect(parseAddress(address, library)).toEqual(place);
  });

  test('every query survives, but for the white space between its words', () => {
    const words = fc.array(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const query = parts.join(' ').trim().split(/\s+/).join(' ');
        fc.pre(query !== '');
        const place = parseAddress(formatAddress(search(query)), library);
        expect(place).toEqual(search(query));
      }),
    );
  });

  test('a shell hands them on as they are', () => {
    const addresses = PLACES.map(([, address]) => address);
    const { out } = shell(`printf '%s\\n' ${addresses.join(' ')}`);
    expect(out.trimEnd().split('\n')).toEqual(addresses);
  });

  test('records may be abbreviated as in commands', () => {
    expect(parseAddress('mueller-c', library)).toEqual({ view: 'statement', id: 'mueller-cost' });
    expect(parseAddress('compare:1+2', library)).toMatchObject({ view: 'compare', column: 0 });
  });

  test.each([
    ['mueller-kost', 'there is no "mueller-kost" in this pack', ['mueller-cost']],
    ['compare:bridge', 'a comparison is of 2 to 4 scenarios, such as compare:1+2', []],
    ['compare:bridge+bridg', 'a comparison is of 2 to 4 scenarios, such as compare:1+2', []],
    ['compare:bridge+nonsense', 'there is no "nonsense" in this pack', []],
  ])('%s is none: %s', (address, problem, nearest) => {
    expect(parseAddress(address, library)).toEqual({ problem, nearest });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty:x', 'matrix:constructor'])(
    '%s is none: no word means more than the table says',
    (address) => {
      expect(parseAddress(address, library)).toMatchObject({ problem: expect.any(String) });
    },
  );

  test.each([
    ['matrix:rows', /a matrix is of speakers, statements, .*; not of "rows"/],
    ['timeline:some', /timeline or timeline:all/],
    ['people:x', /"people" takes nothing after it/],
  ])('%s is told what would be right', (address, problem) => {
    expect(parseAddress(address, library)).toMatchObject({
      problem: expect.stringMatching(problem),
    });
  });

  test('a record is named by its kind as well, also where its id is the word of a view', () => {
    const data = structuredClone(loadPack('test/fixtures/pack'));
    const [first] = data.people;
    if (first) first.id = 'matrix';
    const other = createLibrary(data);
    const place: Place = { view: 'person', id: 'matrix' };
    expect(formatAddress(place)).toBe('person:matrix');
    expect(parseAddress('person:matrix', other)).toEqual(place);
    expect(parseAddress('matrix', other)).toMatchObject({ view: 'matrix' });
    expect(parseAddress('scenario:bridge', library)).toEqual({ view: 'scenario', id: 'bridge' });
    expect(parseAddress('person:bridge', library)).toHaveProperty('problem');
  });

  test('what an address smuggles in is cleaned', () => {
    expect(parseAddress('search:%1B[31mred', library)).toEqual(search('␛[31mred'));
  });
});
