import { afterEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { type OpenSession, openInEmulator } from './session.ts';

const data = loadPack('test/fixtures/pack');
const open: OpenSession[] = [];

async function opened(columns: number, rows: number, keys = ''): Promise<OpenSession> {
  const session = await openInEmulator(data, { columns, rows });
  open.push(session);
  if (keys !== '') await session.type(keys);
  return session;
}

afterEach(async () => {
  for (const session of open.splice(0)) await session.close();
});

/** Sizes in no order, the smallest among them, this one last. */
function sizes(count: number, columns: number, rows: number): [number, number][] {
  const many = Array.from({ length: count - 2 }, (_, index): [number, number] => [
    1 + ((index * 37) % 120),
    1 + ((index * 17) % 40),
  ]);
  return [...many, [1, 1], [columns, rows]];
}

describe('after resizes', () => {
  // A page keeps what is selected in sight, and is scrolled by that: "g" shows its beginning.
  it.each([
    ['the ladder', 20, '', '', 120, 40],
    ['a scenario', 10, '1\r', 'g', 100, 30],
    ['a comparison', 10, ' j c', 'g', 80, 24],
    ['a search', 10, '/br', '', 130, 20],
    ['help', 5, '?', '', 60, 12],
    ['a message that it is too small', 5, '', '', 1, 1],
    ['a huge screen', 3, '', '', 500, 200],
  ])('the last frame is exact: %s, %i times', async (_, count, before, after, columns, rows) => {
    const session = await opened(90, 30, before);
    for (const [toColumns, toRows] of sizes(count, columns, rows))
      session.resize(toColumns, toRows);
    await session.type(after);
    const fresh = await opened(columns, rows, before + after);
    expect(session.rows()).toEqual(fresh.rows());
    expect(session.screen().cells).toEqual(fresh.screen().cells);
  });
});

describe('keys in one read', () => {
  it('count, in order', async () => {
    const slow = await opened(80, 24);
    for (const key of ['/', 'f', 'e', 'r', 'r', 'y', '\r']) await slow.type(key);
    const fast = await opened(80, 24, '/ferry\r');
    expect(fast.rows()).toEqual(slow.rows());
    expect(fast.rows()[0]).toContain('Search');
  });

  it('move as far as one by one', async () => {
    const slow = await opened(80, 24, '1\r');
    for (const key of 'jjjj') await slow.type(key);
    const fast = await opened(80, 24, '1\rjjjj');
    expect(fast.rows()).toEqual(slow.rows());
  });
});
