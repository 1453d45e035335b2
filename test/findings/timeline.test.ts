/** The axis of days: room where things happen, and nothing moved past anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, type Dated, shareOf } from '../../src/findings/timeline.ts';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(text);
const dated = (from: string, to = from) =>
  ({ bounds: { from: day(from), to: day(to) } }) as unknown as Dated;

describe('axisOf', () => {
  it('knows no axis where no end is known', () => {
    expect(axisOf([])).toBeUndefined();
    expect(axisOf([{ bounds: { from: day('2024-10-24') } } as Dated])).toBeUndefined();
  });

  it('takes as many records as there may be', () => {
    const many = Array.from({ length: 200_000 }, () => dated('2024-10-24'));
    expect(axisOf(many)?.length).toBe(2);
  });

  it('gives busy days more room than quiet months', () => {
    const axis = axisOf([
      dated('2024-06-01', '2024-06-30'),
      ...['2024-10-21', '2024-10-24', '2024-11-01', '2024-11-02', '2024-11-04'].map((on) =>
        dated(on),
      ),
    ]);
    const share = (text: string) => shareOf(day(text), axis ?? []);
    expect(share('2024-11-04') - share('2024-10-21')).toBeGreaterThan(
      2 * (share('2024-10-21') - share('2024-06-30')),
    );
    expect(axis?.filter(({ isBreak }) => isBreak).map((stop) => stop.day)).toEqual([
      day('2024-10-21'),
    ]);
  });

  it('begins at 0, ends at 1, and keeps the order of days', () => {
    const some = fc.array(fc.integer({ min: 0, max: 190 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, (offsets) => {
        const days = offsets.map((offset) => day('2024-01-01') + offset * DAY);
        const axis = axisOf(days.map((on) => ({ bounds: { from: on, to: on } }) as Dated)) ?? [];
        const shares = days.toSorted((a, b) => a - b).map((on) => shareOf(on, axis));
        expect([axis[0]?.share, axis.at(-1)?.share]).toEqual([0, 1]);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(new Set(shares).size).toBe(new Set(days).size);
        expect(shareOf(day('2023-01-01'), axis)).toBe(0);
        expect(shareOf(day('2025-01-01'), axis)).toBe(1);
      }),
    );
  });
});
