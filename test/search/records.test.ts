import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/pack/fold.ts';
import { buildRecords, LEVELS } from '../../src/search/records.ts';
import { fixture } from './fixture.ts';

const records = buildRecords(fixture);
const record = (id: string) => {
  const found = records.find((each) => each.id === id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
};

describe('buildRecords', () => {
  it('makes a record of everything but relations, as plain JSON', () => {
    expect(records.map(({ id }) => id)).toEqual(
      [
        fixture.scenarios,
        fixture.people,
        fixture.statements,
        fixture.figures,
        fixture.events,
        fixture.sources,
      ].flatMap((list) => list.map(({ id }) => id)),
    );
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
  });

  it('folds one line a level', () => {
    for (const { text } of records) {
      const lines = text.split('\n');
      expect(lines).toHaveLength(LEVELS.length);
      expect(lines).toEqual(lines.map(foldText));
    }
  });

  it('puts into a statement its speaker, outlet and scenarios', () => {
    const { text, title, facets } = record('ballbach-weapons');
    for (const part of [
      'eric j ballbach',
      'sudkorea konnte km sam',
      'morning paper',
      'western ground troops',
      'swp',
    ]) {
      expect(text).toContain(part);
    }
    expect(title).toBe('Eric J. Ballbach: He can imagine that weapons are delivered.');
    expect(facets.kind).toEqual(['statement', 'expert']);
  });

  it('knows other ways to write a word', () => {
    expect(record('ballbach-weapons').forms).toMatchObject({
      kmsam: 'km sam',
      suedkorea: 'sudkorea',
      koennte: 'konnte',
    });
    expect(record('kim-threat').forms).toBeUndefined();
  });

  it('names figures', () => {
    expect(record('fig-soldiers').title).toBe('about 10,000 soldiers: soldiers who arrived');
    expect(record('fig-some').title).toBe('thousands of soldiers: all of them');
  });
});
