import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Answer, Request } from '../../src/commands/command.ts';
import { runCompare } from '../../src/commands/compare.ts';
import { runFigures } from '../../src/commands/figures.ts';
import { runMatrix } from '../../src/commands/matrix.ts';
import { runPeople } from '../../src/commands/people.ts';
import { runRelations } from '../../src/commands/relations.ts';
import { runTimeline } from '../../src/commands/timeline.ts';
import { loadPack } from '../../src/pack/load.ts';
import { width } from '../../src/terminal/text.ts';
import { HARBOUR } from '../support/harbour-pack.ts';
import { answer } from '../support/request.ts';

const COMMANDS: [string, (request: Request) => Promise<Answer>][] = [
  ['matrix', runMatrix],
  ['figures', runFigures],
  ['timeline', runTimeline],
  ['people', runPeople],
  ['relations', runRelations],
];
const shipped = loadPack('.');
const json = async (run: (request: Request) => Promise<Answer>, call = {}) =>
  JSON.parse((await answer(run, { json: true, ...call })).text);

describe.each(COMMANDS)('%s', (_, run) => {
  test.each([40, 80, 120])('fits %i columns', async (columns) => {
    for (const pack of [HARBOUR, shipped]) {
      const { text } = await answer(run, { columns, pack });
      const wide = text.split('\n').filter((line) => width(line) > columns);
      expect(wide).toEqual([]);
    }
  });

  test('has no blanks at the ends of lines', async () => {
    const { text } = await answer(run, { pack: shipped });
    expect(text.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

describe('matrix', () => {
  test('at 80 columns every scenario has its column, the digits of its rung below each other', async () => {
    const { text } = await answer(runMatrix, { pack: shipped });
    const lines = text.split('\n');
    const heads = lines.flatMap((line, index) =>
      line.startsWith('rung ') ? [{ tens: lines[index - 1] ?? '', ones: line }] : [],
    );
    expect(heads.length).toBe(1);
    const rungs = heads.flatMap(({ tens, ones }) =>
      [...ones.matchAll(/\d/g)].map(({ index, 0: one }) => Number((tens[index] ?? '') + one)),
    );
    expect(rungs).toEqual(shipped.scenarios.map(({ rung }) => rung).sort((a, b) => a - b));
    for (const { title } of shipped.scenarios) expect(text).toContain(`  ${title}: `);
    expect(text).toContain('Gabrielius Landsbergis');
  });

  test('chooses rows, kind and order', async () => {
    const { text } = await answer(runMatrix, { rows: 'statements', kind: 'expert', sort: 'name' });
    const experts = HARBOUR.people.filter(({ kind }) => kind === 'expert').map(({ id }) => id);
    const held = HARBOUR.statements.filter(
      ({ speaker, holder, stances }) => stances.length > 0 && experts.includes(holder ?? speaker),
    );
    expect(text.split('\n')[0]).toContain(`${held.length} statement`);
    expect(text.split('\n')[0]).toContain('by name, expert only');
  });

  test('as CSV and as JSON says the same', async () => {
    const { text } = await answer(runMatrix, { format: 'csv' });
    const table: Record<string, string>[] = parse(text, { columns: true });
    const { rows, scenarios } = await json(runMatrix);
    expect(table.map(({ id }) => id)).toEqual(rows.map(({ id }: { id: string }) => id));
    for (const [index, row] of table.entries()) {
      for (const { id } of scenarios) {
        const sides = rows[index].cells[id]?.sides ?? [];
        expect(row[`on ${id}`]).toBe(sides.join('; '));
      }
    }
  });
});

test('figures of different units are different groups', async () => {
  const groups = await json(runFigures, { pack: shipped });
  const units = new Set(shipped.figures.map(({ unit }) => unit));
  expect(groups.map(({ unit }: { unit: string }) => unit).sort()).toEqual([...units].sort());
  expect(groups.flatMap(({ figures }: { figures: unknown[] }) => figures)).toHaveLength(
    shipped.figures.length,
  );
});

describe('timeline', () => {
  test('tells the first and the last possible day', async () => {
    expect(await json(runTimeline)).toEqual([
      {
        id: 'ev-summit',
        kind: 'event',
        date: '2024-10-30',
        title: 'A summit on the island (Sandholm)',
        address: 'timeline',
        from: '2024-10-30',
        to: '2024-10-30',
      },
    ]);
  });

  test('holds statements when asked', async () => {
    const records = await json(runTimeline, { statements: true });
    const told = HARBOUR.statements.filter(({ form }) => form !== 'authorial');
    expect(records).toHaveLength(HARBOUR.events.length + told.length);
  });
});

test('people as JSON have their role and what they say on what', async () => {
  const people = await json(runPeople);
  expect(people.find(({ id }: { id: string }) => id === 'jonsen')).toMatchObject({
    name: 'Åse Jönsen',
    kind: 'politician',
    role: 'Foreign minister, Government of Northmark',
    on: expect.arrayContaining([expect.objectContaining({ sides: expect.any(Array) })]),
  });
});

test('relations as JSON are told in a sentence too', async () => {
  const relations = await json(runRelations);
  expect(relations).toHaveLength(HARBOUR.relations.length);
  expect(relations[0]).toMatchObject({ from: 'patrols', to: 'landing', kind: 'makes-likelier' });
  expect(relations[0].sentence).toMatch(/would make likelier: .*, says Åse Jönsen$/);
});

test('in a pipe a paragraph is one line, and tables keep their width', async () => {
  const { text } = await answer(runFigures, { columns: 40, isFitted: false, pack: shipped });
  expect(text.split('\n').some((line) => width(line) > 80)).toBe(true);
  const compared = await answer(runCompare, {
    columns: 80,
    isFitted: false,
    pack: shipped,
    args: ['taurus', 'nato-ground-troops'],
  });
  expect(compared.text.split('\n').filter((line) => /[│|]/.test(line) && width(line) > 80)).toEqual(
    [],
  );
});
