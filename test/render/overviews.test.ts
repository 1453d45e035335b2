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
    while (!d.selected.includes('North Koreans in Ukraine')) d.press('j');
    expect(d.screen).toContain('c  would make likelier: Direct US action (Mike Turner)');
    expect(d.screen).toMatch(/^ +a +b +c /m);
  });
});
