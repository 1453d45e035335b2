/** What a cell of the matrix opens and copies is what its mark means, on the shipped pack. */
import { describe, expect, test } from 'vitest';
import { allBlocks, type Language } from '../../src/document/document.ts';
import { gapText, matrixPage } from '../../src/document/matrix.ts';
import { parseAddress } from '../../src/explorer/address.ts';
import { matrixOf } from '../../src/findings/matrix.ts';
import { sidesOf } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { spokenLines } from '../../src/render/spoken.ts';
import { rowsOf } from '../../src/render/terminal.ts';
import { width } from '../../src/terminal/text.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { drive, makeWorld } from '../support/world.ts';

const world = makeWorld(loadPack('.'));
const { library } = world;
const telling = { library, language: 'both' as Language, now: world.now() };
const matrix = matrixOf(library, { rows: 'speakers', sort: 'kind' });

/** Marks and what opens: all cells in which somebody takes a position. */
const marked = matrix.scenarios.flatMap(({ id: scenario }, column) => {
  const { blocks } = matrixPage(
    { rows: 'speakers', sort: 'kind' },
    { first: 0, fit: matrix.scenarios.length, focus: column },
    telling,
  );
  const byKey = new Map(allBlocks(blocks).map((block) => [block.key, block]));
  return matrix.rows.flatMap((row) => {
    const cell = row.cells.get(scenario);
    if (!cell || ![...cell.sides].some((side) => side !== 'none')) return [];
    return [
      { name: `${row.id}/${scenario}`, scenario, cell, block: byKey.get(`person:${row.id}`) },
    ];
  });
});

describe('a cell with a mark', () => {
  test('there are some with several statements', () => {
    expect(marked.filter(({ cell }) => cell.statements.length > 1).length).toBeGreaterThan(10);
  });

  test.each(marked)('$name: Enter and y mean the mark', ({ scenario, cell, block }) => {
    const { target, record } = block ?? {};
    const id = record?.id ?? target?.id ?? '';
    const on = library.statement(id).stances.filter((stance) => stance.scenario === scenario);
    expect(sidesOf(on)).not.toEqual(['none']);
    expect(target?.view).toBe(cell.statements.length > 1 ? 'cell' : 'statement');
  });
});

test('a cell opens the list of its statements, the one that makes the mark first', () => {
  const column = matrix.scenarios.findIndex(({ id }) => id === 'nato-ground-troops');
  const d = drive('80x40', ['m'], world);
  for (let at = 0; at < column; at += 1) d.press(']');
  while (!d.selected.includes('Wolfgang Richter')) d.press('j');
  expect(d.press('y').effects).toEqual([
    { kind: 'copy', text: expect.stringContaining('unverantwortbar') },
  ]);
  d.press('j', 'k', 'enter');
  expect(d.place).toEqual({ view: 'cell', id: 'richter+nato-ground-troops' });
  expect(d.screen).toMatch(/▼ should it\? opposes it[\s\S]*· takes no position/);
  expect(d.press('enter').place).toEqual({ view: 'statement', id: 'richter-irresponsible' });
});

test('a row is told with the cell of the cross-hair first, and where nothing is said at the end', () => {
  const [first, second] = ['dprk-in-ukraine', 'dprk-at-kursk'].map((id) => {
    const focus = matrix.scenarios.findIndex((scenario) => scenario.id === id);
    const columns = { first: 0, fit: 22, focus };
    const { blocks } = matrixPage({ rows: 'speakers', sort: 'kind' }, columns, telling);
    const block = allBlocks(blocks).find(({ key }) => key === 'person:frank');
    return spokenLines(block?.parts ?? [], []);
  });
  expect(second).toEqual([
    'Rüdiger Frank, expert',
    'North Koreans at Kursk: will it? thinks it likely',
    'No position on North Koreans in Ukraine',
  ]);
  expect(first).toEqual(second);
});

test('the cell of the cross-hair is told below: its mark, or that there is none', () => {
  const d = drive('80x24', ['m'], world);
  while (!d.selected.includes('Wolfgang Richter')) d.press('j');
  expect(d.selected).toMatch(/Wolfgang Richter +┈┊┈.*▼.*▼\?/);
  expect(d.screen).toContain("Wolfgang Richter says nothing on Seoul's countermeasures");
  for (let at = 1; at < 11; at += 1) d.press(']');
  expect(d.screen).toMatch(
    /Wolfgang Richter: ▼ should it\? opposes it \(\d statements: Enter\) · /,
  );
  expect(d.screen.split('\n').find((line) => line.includes('Eric J. Ballbach'))).toContain('┊');
});

test('a cell has an address', () => {
  const address = 'cell:richter+nato-ground-troops';
  expect(parseAddress(address, library)).toEqual({
    view: 'cell',
    id: 'richter+nato-ground-troops',
  });
  expect(parseAddress('cell:nobody+1', library)).toHaveProperty('problem');
});

describe('the sides that nobody takes', () => {
  const { pinned } = matrixPage(
    { rows: 'speakers', sort: 'kind' },
    { first: 0, fit: matrix.scenarios.length, focus: 0 },
    telling,
  );

  test.each([false, true])('have signs of their own, ASCII: %s', (ascii) => {
    const theme = makeTheme(0, { ascii });
    const rows = rowsOf({ key: 'pinned', parts: pinned }, 120, { theme, terms: [] });
    const gaps = rows.find((row) => row.startsWith('nobody:')) ?? '';
    const cells = gaps.slice(gaps.search(/ {2,}/)).trim().split(/\s+/);
    const taken = ['favours', 'opposes', 'expects', 'doubts', 'possible'] as const;
    for (const cell of cells) expect(taken.map((side) => theme.glyph[side])).not.toContain(cell);
  });

  test('are explained above the matrix, where it does not scroll away', () => {
    const look = { theme: makeTheme(0), terms: [] };
    const rows = rowsOf({ key: 'pinned', parts: pinned }, 78, look);
    expect(rows).toContainEqual(expect.stringMatching(/^nobody: △ for ▽ against – both /));
    expect(rows.every((row) => width(row) <= 78)).toBe(true);
  });

  test('do not hold what has happened for what nobody expects', () => {
    expect(gapText('dprk-in-russia', library)).toBe(
      'has happened, as 8 statements report; somebody is against it or doubts it',
    );
  });
});
