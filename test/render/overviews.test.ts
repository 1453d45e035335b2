/** What the overviews of the shipped pack draw at a size, where more than words must be right. */
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { drive, makeWorld } from '../support/world.ts';

const world = makeWorld(loadPack('.'));
const rowsOf = (size: string, ...keys: string[]) => drive(size, keys, world).screen.split('\n');

describe('the timeline', () => {
  const rows = rowsOf('120x40', 't');

  it('has the year, months and days of what happens, and is broken where nothing does', () => {
    const months = rows.findIndex((row) => /2024 Jun +Oct +Nov/.test(row));
    expect(months).toBeGreaterThan(0);
    expect(rows[months + 1]).toMatch(/not to scale.* 1 .*\/\/ 1 +21 +24 +31 +2 +4/);
  });

  it('lets an open end fade, in place of a line as long as the axis', () => {
    const open = rows.find((row) => row.includes('24 Oct 2024 or')) ?? '';
    expect(open).toMatch(/\[····$/);
    expect(rows.find((row) => row.includes('by 24 Oct 2024'))).toMatch(/ {20}····\]$/);
  });

  it('cuts no date', () => {
    expect(rows.join('\n')).toMatch(/24 Oct 2024 or .*\n +later/);
    expect(rows.every((row) => !row.slice(0, 18).includes('…'))).toBe(true);
  });

  it('says at 42 columns that the axis is left out', () => {
    expect(rowsOf('42x24', 't').join('\n')).toContain('too narrow for the axis of days');
  });
});

describe('the matrix', () => {
  it('shows every rung at 80 columns, and where it cannot, which it shows', () => {
    const at80 = rowsOf('80x24', 'm').find((row) => row.includes('  rung ')) ?? '';
    expect(at80.match(/\d/g)?.length).toBe(22);
    expect(rowsOf('42x24', 'm').join('\n')).toMatch(/rungs 1–7 of 22 /);
  });

  it('names all rungs at its end', () => {
    expect(rowsOf('80x24', 'm', 'end').join('\n')).toMatch(/1 Seoul's countermeasures · 2 NATO/);
  });
});

describe('relations', () => {
  it('tell the claims of the selected rung below the arrows, whatever the height', () => {
    const d = drive('80x24', ['a'], world);
    expect(d.screen).toContain('No arrow begins or ends here.');
    while (!d.selected.includes('North Koreans in Ukraine')) d.press('j');
    expect(d.screen).toContain('c  would make likelier: Direct US action (Mike Turner)');
    expect(d.screen).toMatch(/^ +a +b +c /m);
  });
});

describe('the hits of a search', () => {
  /** Who and when, at the right end of a line, on the pages of this pack. */
  const NOTE = /(?:20\d\d|undated|rung \d+)$/;
  it.each([
    ['ground troops', 13],
    ['how many soldiers', 9],
  ])('%s: %i or more at 24 rows, twice as many as with two lines and air each', (asked, least) => {
    const rows = rowsOf('80x24', '/', ...asked).slice(3);
    expect(rows.filter((row) => NOTE.test(row.trim())).length).toBeGreaterThanOrEqual(least);
  });
});

describe('four compared', () => {
  it('show the bars of all sides at once, and no more than a dash where nobody is', () => {
    const keys = ['5', '10', '11', '18'].flatMap((rung) => [...rung, 'space']);
    const rows = rowsOf('80x24', ...keys, 'c');
    const first = rows.findIndex((row) => row.startsWith('  ▲'));
    expect(rows.slice(first, first + 5)).toEqual([
      expect.stringMatching(/▲ – +│ ▲ – +│ ▲▲ 2 +│ ▲▲ 2/),
      expect.stringMatching(/▼ – +│ ▼ – +│ ▼ 1 +│ ▼ –/),
      expect.stringMatching(/↑ – +│ ↑ 1 +│ ↑ – +│ ↑ –/),
      expect.stringMatching(/\?\?\? 3 +│ \?\? 2 +│ \? – +│ \? 1/),
      expect.stringMatching(/↓ – +│ ↓ – +│ ↓ 1 +│ ↓ –/),
    ]);
    expect(rows.join('\n')).not.toContain('1 of 4');
  });
});

describe('people', () => {
  it('have whole names and a strip of every rung at 80 columns', () => {
    const rows = rowsOf('80x24', 'p');
    expect(rows.join('\n')).toMatch(/South Korea's national security council +\d/);
    expect(rows.find((row) => row.includes('Rüdiger Frank'))).toMatch(/ 3 {3}·{13}↑–·{7}$/);
    expect(rows.join('\n')).toMatch(/◆ one side here, the other elsewhere +11111/);
  });
});
