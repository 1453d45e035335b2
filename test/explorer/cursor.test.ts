/** A cursor of keys: where it stands on other layouts of the same page, and on the same one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, run } from '../../src/document/document.ts';
import { cursorOf, START, selectedOn, standingOn } from '../../src/explorer/cursor.ts';
import {
  end,
  home,
  type Layout,
  layOut,
  page,
  reveal,
  type Standing,
  step,
  TOP,
} from '../../src/explorer/viewport.ts';

type Rows = { key: string; height: number; isStop?: boolean };

const blockOf = ({ key, isStop = true }: Rows): Block => ({
  key,
  parts: [],
  ...(isStop ? { target: { view: 'scenario', id: key } } : {}),
});

/** A page laid out: how high each block is at the width there is. */
function pageOf(rows: readonly Rows[]): Layout {
  const heights = new Map(rows.map(({ key, height }) => [key, height]));
  const lines = ({ key }: Block) => Array.from({ length: heights.get(key) ?? 0 }, () => key);
  return layOut(rows.map(blockOf), lines);
}

const anyRows = fc
  .array(fc.record({ height: fc.integer({ min: 1, max: 9 }), isStop: fc.boolean() }), {
    minLength: 1,
    maxLength: 15,
  })
  .map((list): Rows[] => list.map((one, index) => ({ ...one, key: `k${index}` })));
const MOVES: Record<string, (layout: Layout, at: Standing, height: number) => Standing> = {
  down: (layout, at, height) => step(layout, at, height, 1),
  up: (layout, at, height) => step(layout, at, height, -1),
  pageDown: (layout, at, height) => page(layout, at, height, 1),
  pageUp: (layout, at, height) => page(layout, at, height, -1),
  end: (layout, _, height) => end(layout, height),
};
const anyMoves = fc.array(fc.constantFrom(...Object.keys(MOVES)), { maxLength: 20 });
const anyHeight = fc.integer({ min: 1, max: 15 });

describe('a cursor', () => {
  it('stands on the same layout where it stood', () => {
    fc.assert(
      fc.property(anyRows, anyHeight, anyMoves, (rows, height, names) => {
        const layout = pageOf(rows);
        let standing = home(layout, height);
        for (const name of names) {
          standing = MOVES[name]?.(layout, standing, height) ?? standing;
          expect(standingOn(layout, cursorOf(layout, standing, height), height)).toEqual(standing);
        }
      }),
    );
  });

  it('selects the same block at every width, and in sight where it was', () => {
    fc.assert(
      fc.property(anyRows, anyHeight, anyHeight, anyMoves, (rows, height, other, names) => {
        const layout = pageOf(rows);
        const wide = pageOf(rows.map((row) => ({ ...row, height: Math.ceil(row.height / 2) })));
        let standing = home(layout, height);
        for (const name of names) standing = MOVES[name]?.(layout, standing, height) ?? standing;
        const cursor = cursorOf(layout, standing, height);
        const there = standingOn(wide, cursor, other);
        expect(wide.key(there.selected)).toBe(layout.key(standing.selected));
        if (cursor.anchor?.key !== cursor.selected) return;
        // Nothing needs to be moved for the selection to be in sight.
        const shown = reveal(wide, there, other);
        expect(cursor.anchor?.isWhole ? there : shown).toEqual(shown);
      }),
    );
  });

  it('keeps its row where it can', () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, height: 2 }));
    const layout = pageOf(rows);
    const standing = { selected: 8, top: { block: 6, line: 0 } };
    const cursor = cursorOf(layout, standing, 10);
    const narrow = pageOf(rows.map((row) => ({ ...row, height: 4 })));
    expect(standingOn(narrow, cursor, 10)).toEqual({ selected: 8, top: { block: 7, line: 0 } });
  });

  it('stands at the top of a page that it has never been on', () => {
    const layout = pageOf([
      { key: 'title', height: 1, isStop: false },
      { key: 'a', height: 1 },
    ]);
    expect(standingOn(layout, START, 5)).toEqual({ ...TOP, selected: 1 });
  });

  it('goes to the last row of a section that has fewer rows now, or that is part of another', () => {
    const rows = (...keys: string[]) => pageOf(keys.map((key) => ({ key, height: 1 })));
    const few = rows('for/0', 'against/0', 'against/1', 'after/0');
    expect(selectedOn(few, { selected: 'against/5' })).toBe(2);
    expect(selectedOn(few, { selected: 'for/expected/3' })).toBe(0);
    expect(selectedOn(few, { selected: 'gone' })).toBe(0);
  });

  it('is found among a hundred thousand blocks without making one', () => {
    let made = 0;
    const items = Array.from({ length: 100_000 }, (_, index) => `s${index}`);
    const many = run(
      items,
      (item) => item,
      () => {
        made += 1;
        return { parts: [] };
      },
    );
    const layout = layOut([many], () => ['line']);
    const before = made;
    expect(selectedOn(layout, { selected: 's70000' })).toBe(70_000);
    expect(made).toBe(before);
  });
});
