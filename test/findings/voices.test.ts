/** Voices: the same person twice is one, and who retells somebody listed is none. */
import { expect, test } from 'vitest';
import { heardOn, voicesOn } from '../../src/findings/voices.ts';
import { createLibrary } from '../../src/pack/library.ts';
import type { PackData, Statement } from '../../src/pack/schema.ts';
import { HARBOUR } from '../support/harbour-pack.ts';

const scenario = HARBOUR.scenarios[0]?.id as string;
const [first, second, third] = HARBOUR.people.map(({ id }) => id) as [string, string, string];

const said = (id: string, speaker: string, rest: Partial<Statement> = {}): Statement => ({
  ...(HARBOUR.statements[0] as Statement),
  id,
  speaker,
  stances: [{ scenario, axis: 'predictive', value: 'possible', why: 'says that it may be' }],
  ...rest,
});

const heard = (...statements: Statement[]) => {
  const data: PackData = { ...HARBOUR, statements, figures: [], events: [], relations: [] };
  return heardOn(scenario, 'possible', createLibrary(data));
};

test('Somebody who says it twice is one voice', () => {
  const { statements, voices } = heard(said('a', first), said('b', first), said('c', second));
  expect([statements.length, voices]).toEqual([3, [first, second]]);
});

test('A view is its holder’s, whoever tells it', () => {
  expect(heard(said('a', first), said('b', second, { holder: first })).voices).toEqual([first]);
});

test('Who retells a statement that is listed is no voice of their own', () => {
  const { statements, voices } = heard(said('a', first), said('b', third, { retells: 'a' }));
  expect([statements.length, voices]).toEqual([2, [first]]);
});

test('Who retells a statement that stands on another side is a voice of their own', () => {
  const opposed = said('a', first, {
    stances: [{ scenario, axis: 'normative', value: 'opposes', why: 'is against it' }],
  });
  expect(heard(opposed, said('b', third, { retells: 'a' })).voices).toEqual([third]);
});

test('A retelling that is also told by its teller in their own name counts once', () => {
  const { voices } = heard(said('a', first), said('b', third, { retells: 'a' }), said('c', third));
  expect(voices).toEqual([first, third]);
});

test('Every side of a scenario is counted', () => {
  const library = createLibrary({ ...HARBOUR, statements: [said('a', first), said('b', first)] });
  expect(voicesOn(scenario, library)).toEqual({
    favours: 0,
    opposes: 0,
    expects: 0,
    possible: 1,
    doubts: 0,
    none: 0,
  });
});
