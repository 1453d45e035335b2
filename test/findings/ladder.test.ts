/** The ladder: kinds hang on what they are kinds of, voices are counted, the most contested is found. */
import { expect, test } from 'vitest';
import {
  ladderOrder,
  ladderRungs,
  ladderVoices,
  mostContested,
} from '../../src/findings/ladder.ts';
import { createLibrary } from '../../src/pack/library.ts';
import type { Scenario, Stance, Statement } from '../../src/pack/schema.ts';
import { HARBOUR } from '../support/harbour-pack.ts';

const rung = (rung: number, variantOf?: string): Scenario => ({
  ...(HARBOUR.scenarios[0] as Scenario),
  id: `s${rung}`,
  rung,
  ...(variantOf && { variantOf }),
});

const order = (...scenarios: Scenario[]) =>
  ladderRungs(scenarios).map(({ scenario: { id }, tie }) => (tie ? `${id} ${tie}` : id));

test('The highest rung is on top', () => {
  expect(order(rung(1), rung(3), rung(2))).toEqual(['s3', 's2', 's1']);
});

test('Kinds hang right below what they are kinds of, whatever their numbers', () => {
  const found = order(rung(1), rung(2), rung(3, 's1'), rung(4, 's2'), rung(5, 's1'));
  expect(found).toEqual(['s2', 's4 last', 's1', 's5 more', 's3 last']);
});

test('Kinds of each other, and kinds of what is not there, are still on it', () => {
  expect(order(rung(1, 's2'), rung(2, 's1'), rung(3, 'gone')).map((id) => id.slice(0, 2))).toEqual(
    expect.arrayContaining(['s1', 's2', 's3']),
  );
});

const [one, two, three] = HARBOUR.people.map(({ id }) => id) as [string, string, string];
let count = 0;
const said = (
  scenario: string,
  speaker: string,
  value: 'favours' | 'opposes' | 'possible' | 'unlikely' | 'likely',
): Statement => {
  count += 1;
  const why = 'says so';
  const stance: Stance =
    value === 'favours' || value === 'opposes'
      ? { scenario, axis: 'normative', value, why }
      : { scenario, axis: 'predictive', value, why };
  return {
    ...(HARBOUR.statements[0] as Statement),
    id: `said-${count}`,
    speaker,
    stances: [stance],
  };
};
const packOf = (scenarios: Scenario[], ...statements: Statement[]) =>
  createLibrary({ ...HARBOUR, scenarios, statements, figures: [], events: [], relations: [] });

test('Voices are people: twice on a side is one, and on two sides is one of all', () => {
  const library = packOf(
    [rung(1)],
    said('s1', one, 'favours'),
    said('s1', one, 'favours'),
    said('s1', one, 'possible'),
    said('s1', two, 'opposes'),
  );
  const { on, most } = ladderVoices(library);
  expect(on.get('s1')).toMatchObject({ favours: 1, opposes: 1, possible: 1, all: 2 });
  expect(most).toEqual({ favours: 1, opposes: 1, doubts: 0, open: 1 });
});

test('What voices stand against each other on is more contested than what many agree on', () => {
  const library = packOf(
    [rung(1), rung(2), rung(3)],
    said('s1', one, 'favours'),
    said('s1', two, 'opposes'),
    said('s2', one, 'likely'),
    said('s2', two, 'likely'),
    said('s2', three, 'likely'),
  );
  expect(mostContested(library)?.id).toBe('s1');
});

test('Where nobody is against anybody, the most voices count; then the highest rung', () => {
  const calm = packOf([rung(1), rung(2), rung(3)], said('s2', one, 'likely'));
  expect(mostContested(calm)?.id).toBe('s2');
  expect(mostContested(packOf([rung(1), rung(2)]))?.id).toBe('s2');
  expect(mostContested(packOf([]))).toBeUndefined();
});

test('The order of records is that of the rungs', () => {
  expect(ladderOrder([rung(1), rung(3, 's1')]).map(({ id }) => id)).toEqual(['s1', 's3']);
});
