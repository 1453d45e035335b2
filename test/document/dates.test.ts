import { describe, expect, it } from 'vitest';
import { agoLabel, dateLabel } from '../../src/document/dates.ts';
import { dateBounds } from '../../src/pack/dates.ts';

describe('dateLabel', () => {
  it.each([
    ['2024-10-24', '24 Oct 2024'],
    ['2024-10-01', '1 Oct 2024'],
    ['2024-11', 'Nov 2024'],
    ['2024', '2024'],
    ['202X', '2020s'],
    ['2024-XX', '2024'],
    ['2024-11-XX', 'Nov 2024'],
    ['2024-23', 'autumn 2024'],
    ['2024-10?', 'Oct 2024?'],
    ['2024~', 'about 2024'],
    ['2024-10-24%', '24 Oct 2024?'],
    ['[..2024-11]', 'by Nov 2024'],
    ['../2024-11', 'by Nov 2024'],
    ['/2024-11', 'by Nov 2024'],
    ['[2024-10-24..]', '24 Oct 2024 or later'],
    ['2024-10/..', 'since Oct 2024'],
    ['2024-10/', 'since Oct 2024'],
    ['2024-10/2024-11', 'Oct–Nov 2024'],
    ['2024-10-20/2024-10-24', '20–24 Oct 2024'],
    ['2024-10-28/2024-11-02', '28 Oct–2 Nov 2024'],
    ['2023-12/2024-01', 'Dec 2023 – Jan 2024'],
    ['2023/2024', '2023 – 2024'],
    ['2024-10~/2024-11', 'about Oct 2024 – Nov 2024'],
    ['XXXX', 'undated'],
    ['XXXX-XX', 'undated'],
    ['-0500', '-0500'],
    ['', ''],
  ])('says %j as %j', (edtf, label) => {
    expect(dateLabel(edtf)).toBe(label);
  });
});

describe('dateBounds', () => {
  const days = (edtf: string) => {
    const { from, to } = dateBounds(edtf);
    const day = (time?: number) => time && new Date(time).toISOString().slice(0, 10);
    return [day(from), day(to)];
  };
  it.each([
    ['2024-10-24', '2024-10-24', '2024-10-24'],
    ['2024-11', '2024-11-01', '2024-11-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-11-XX', '2024-11-01', '2024-11-30'],
    ['2024-23', '2024-09-01', '2024-11-30'],
    ['2024-24', '2024-12-01', '2025-02-28'],
    ['2024-10~', '2024-10-01', '2024-10-31'],
    ['[..2024-11]', undefined, '2024-11-30'],
    ['[2024-10-24..]', '2024-10-24', undefined],
    ['2024-10/..', '2024-10-01', undefined],
    ['2024-10/2024-11', '2024-10-01', '2024-11-30'],
    ['XXXX', undefined, undefined],
  ])('%s lies from %s to %s', (edtf, from, to) => {
    expect(days(edtf)).toEqual([from, to]);
  });
});

describe('agoLabel', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', '1 day ago'],
    ['2026-11-09', '13 days ago'],
    ['2026-11-08', '2 weeks ago'],
    ['2026-10', '1 month ago'],
    ['2025-11', '12 months ago'],
    ['2025', '1 year ago'],
    ['2026-10-23', '4 weeks ago'],
    ['2026-09-01', '3 months ago'],
    ['2025-11-22', '12 months ago'],
    ['2025-01-02', '23 months ago'],
    ['2024-12-15', '23 months ago'],
    ['2024-11', '2 years ago'],
    ['2024-10/2024-11', '2 years ago'],
    ['2024', '2 years ago'],
    ['[..2024-11]', '2 years ago'],
    ['2024-11~', '2 years ago'],
    ['2024-23', '2 years ago'],
    ['1950', '76 years ago'],
  ])('%s was %s', (edtf, label) => {
    expect(agoLabel(edtf, now)).toBe(label);
  });

  it.each(['XXXX', '202X', '2026-12', '2026-11', '2026', '2030-01-01', ''])(
    'says nothing of %j, which is not over or names no year',
    (edtf) => {
      expect(agoLabel(edtf, now)).toBeUndefined();
    },
  );
});

it('rounds no time ago up to a year that is not over', () => {
  expect(agoLabel('2024-05', new Date('2026-11-24'))).toBe('2 years ago');
  expect(agoLabel('2024-12', new Date('2026-11-24'))).toBe('23 months ago');
});
