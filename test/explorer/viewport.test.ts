import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  type Block,
  type Blocks,
  plainText,
  prose,
  type Run,
  run,
} from '../../src/document/document.ts';
import {
  blocksOf,
  end,
  hasMore,
  home,
  type Layout,
  layOut,
  page,
  reveal,
  type Standing,
  settle,
  step,
  TOP,
  windowOf,
} from '../../src/explorer/viewport.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

/** A page from the heights of its blocks; those at `stops` can be selected. */
function pageOf(heights: readonly number[], stops: readonly number[]): Layout {
  const blocks = heights.map((height, index): Block => {
    const parts = Array.from({ length: height }, (_, line) => prose(`${index}.${line}`));
    const key = `${index}`;
    if (!stops.includes(index)) return { key, parts };
    return { key, parts, target: { view: 'scenario', id: `s${index}` } };
  });
  return layOut(blocks, linesOf);
}

/** A line for each part of a block. */
const linesOf = ({ parts }: Block): string[] =>
  parts.map((part) => (part.kind === 'prose' ? plainText(part.text) : ''));

/** The same blocks, but those that can be selected, one after the other, as runs. */
function inRuns(blocks: readonly Block[]): Blocks {
  const content: (Block | Run)[] = [];
  for (let from = 0; from < blocks.length; ) {
    const next = blocks.findIndex(({ target }, index) => index >= from && target === undefined);
    const stops = blocks.slice(from, next === -1 ? blocks.length : next);
    content.push(
      run(
        stops,
        ({ key }) => key,
        (block) => block,
      ),
    );
    if (next !== -1) content.push(blocks[next] as Block);
    from = next === -1 ? blocks.length : next + 1;
  }
  return content;
}

const visible = (layout: Layout, cursor: Standing, height: number) =>
  windowOf(layout, cursor, height).lines.map(({ text }) => text);
const at = (selected: number, block = 0, line = 0): Standing => ({
  selected,
  top: { block, line },
});

describe('settle', () => {
  const layout = pageOf([2, 2, 2, 2], [1, 2]);

  it('brings the selection to the next block that can be selected, or the one before', () => {
    expect(settle(layout, at(0), 3).selected).toBe(1);
    expect(settle(layout, at(3), 3).selected).toBe(2);
    expect(settle(layout, at(99), 3).selected).toBe(2);
    expect(settle(layout, at(-5), 3).selected).toBe(1);
  });

  it('keeps the window on the page', () => {
    expect(settle(layout, at(1, 3, 1), 3).top).toEqual({ block: 2, line: 1 });
    expect(settle(layout, at(1, 9, 9), 8).top).toEqual({ block: 0, line: 0 });
    expect(settle(layout, at(1, 1, 7), 2).top).toEqual({ block: 3, line: 0 });
  });

  it('scrolls a page without selectable blocks, and leaves an empty one alone', () => {
    expect(settle(pageOf([], []), at(4, 4, 4), 5)).toEqual(TOP);
    expect(settle(pageOf([3, 3], []), at(1, 1, 0), 2)).toEqual(at(0, 1, 0));
  });
});

describe('reveal', () => {
  const layout = pageOf([1, 3, 3, 3, 3], [1, 2, 3, 4]);

  it('scrolls as little as needed', () => {
    expect(reveal(layout, at(1), 7).top).toEqual({ block: 0, line: 0 });
    expect(reveal(layout, at(3), 7).top).toEqual({ block: 1, line: 2 });
    expect(reveal(layout, at(2, 4, 0), 3).top).toEqual({ block: 2, line: 0 });
  });

  it('shows the heading above a block that it scrolls up to', () => {
    expect(reveal(layout, at(1, 3, 0), 5).top).toEqual({ block: 0, line: 0 });
    expect(reveal(layout, at(1, 3, 0), 3).top).toEqual({ block: 1, line: 0 });
  });

  it('finds a block that is far away, either way', () => {
    const long = pageOf(Array(3000).fill(1), [...Array(3000).keys()]);
    expect(reveal(long, at(2500), 5).top).toEqual({ block: 2496, line: 0 });
    expect(reveal(long, at(10, 2500), 5).top).toEqual({ block: 10, line: 0 });
  });

  it('shows the beginning of a block taller than the window', () => {
    const tall = pageOf([2, 9, 2], [0, 1, 2]);
    expect(visible(tall, reveal(tall, at(1), 4), 4)).toEqual(['1.0', '1.1', '1.2', '1.3']);
  });
});

describe('step', () => {
  it('goes from one selectable block to the next and stops at both ends', () => {
    const layout = pageOf([1, 1, 1, 1], [0, 2, 3]);
    const down = [1, 2, 3].reduce<Standing[]>(
      (way) => [...way, step(layout, way.at(-1) as Standing, 4, 1)],
      [TOP],
    );
    expect(down.map(({ selected }) => selected)).toEqual([0, 2, 3, 3]);
    expect(step(layout, at(2), 4, -1).selected).toBe(0);
    expect(step(layout, at(0), 4, -1)).toEqual(at(0));
  });

  it('reads a block taller than the window to its end before it goes on', () => {
    const layout = pageOf([8, 1], [0, 1]);
    const once = step(layout, TOP, 4, 1);
    expect(once).toEqual(at(0, 0, 3));
    const twice = step(layout, once, 4, 1);
    expect(visible(layout, twice, 4)).toContain('0.7');
    expect(step(layout, twice, 4, 1).selected).toBe(1);
  });

  it('scrolls where there is nothing to select', () => {
    const layout = pageOf([20], []);
    expect(step(layout, TOP, 5, 1)).toEqual(at(0, 0, 3));
    expect(step(layout, at(0, 0, 14), 5, 1)).toEqual(at(0, 0, 15));
    expect(step(layout, at(0, 0, 2), 5, -1)).toEqual(at(0, 0, 0));
  });

  it('scrolls through lines between two selectable blocks that are far apart', () => {
    const layout = pageOf([1, 30, 1], [0, 2]);
    const once = step(layout, TOP, 5, 1);
    expect(once).toEqual(at(0, 1, 2));
  });

  it('does nothing on an empty page', () => {
    expect(step(pageOf([], []), TOP, 5, 1)).toEqual(TOP);
    expect(step(pageOf([], []), TOP, 5, -1)).toEqual(TOP);
  });
});

describe('page', () => {
  const layout = pageOf(Array(20).fill(1), [0, 1, 2, 5, 9, 13, 19]);

  it('moves by the window less a line, and the selection comes along', () => {
    expect(page(layout, TOP, 5, 1)).toEqual(at(5, 4));
    expect(page(layout, at(13, 12), 5, -1)).toEqual(at(9, 8));
  });

  it('ends at the last and the first selectable block', () => {
    expect(page(layout, at(13, 15), 5, 1)).toEqual(at(19, 15));
    expect(page(layout, at(2, 0), 5, -1)).toEqual(at(0, 0));
  });

  it('leaves nothing selected above that a step down would jump back to', () => {
    const gap = pageOf([1, 1, 1, 40, 1], [0, 1, 2, 4]);
    const below = page(gap, TOP, 5, 1);
    expect(below).toEqual(at(2, 3, 1));
    expect(step(gap, below, 5, 1).top).toEqual({ block: 3, line: 4 });
  });
});

describe('home and end', () => {
  const layout = pageOf([2, 1, 1, 1, 4], [1, 3]);

  it('show the first line and the last', () => {
    expect(home(layout, 3)).toEqual(at(1));
    expect(visible(layout, end(layout, 3), 3)).toEqual(['4.1', '4.2', '4.3']);
    expect(end(layout, 3).selected).toBe(3);
  });

  it('do nothing on an empty page', () => {
    expect(home(pageOf([], []), 3)).toEqual(TOP);
    expect(end(pageOf([], []), 3)).toEqual(TOP);
  });
});

describe('windowOf', () => {
  const layout = pageOf([1, 3, 1, 1, 1, 1], [1, 2, 4, 5]);

  it('gives the lines in sight and counts the selectable blocks beyond', () => {
    const { lines, above, below } = windowOf(layout, at(2, 1, 2), 3);
    expect(lines.map(({ text, block, line }) => [text, block, line])).toEqual([
      ['1.2', 1, 2],
      ['2.0', 2, 0],
      ['3.0', 3, 0],
    ]);
    expect([above, below]).toEqual([1, 2]);
  });

  it('counts a block that is cut at the lower edge as one below', () => {
    expect(windowOf(layout, at(1), 2)).toMatchObject({ above: 0, below: 4 });
    expect(windowOf(layout, at(1), 4)).toMatchObject({ above: 0, below: 3 });
  });

  it('is empty on an empty page', () => {
    expect(windowOf(pageOf([], []), TOP, 4)).toEqual({ lines: [], above: 0, below: 0 });
  });
});

it('hasMore tells whether lines lie below, selectable or not', () => {
  const layout = pageOf([1, 1, 3], [0]);
  expect(hasMore(layout, TOP, 4)).toBe(true);
  expect(hasMore(layout, TOP, 5)).toBe(false);
  expect(hasMore(layout, end(layout, 2), 2)).toBe(false);
});

describe('a page of many blocks', () => {
  const made = new Set<number>();
  const rows = run(
    Array.from({ length: 10_000 }, (_, index) => index),
    (index) => `s${index}`,
    (index) => {
      made.add(index);
      return { target: { view: 'scenario', id: `s${index}` }, parts: [prose('a'), prose('b')] };
    },
  );
  const layout = layOut([{ key: 'title', parts: [prose('title')] }, rows], linesOf);

  it('makes those at its end only for whoever goes there', () => {
    let cursor = home(layout, 20);
    for (let count = 0; count < 10; count += 1) cursor = step(layout, cursor, 20, 1);
    expect(windowOf(layout, cursor, 20)).toMatchObject({ above: 1, below: 9989 });
    expect(hasMore(layout, cursor, 20)).toBe(true);
    // The last one tells whether there is air at the end.
    expect([...made].filter((index) => index > 20)).toEqual([9999]);
  });

  it('makes only those in sight at its end', () => {
    windowOf(layout, end(layout, 20), 20);
    expect(made.size).toBeLessThan(40);
  });
});

describe('any page, any moves', () => {
  const anyPage = fc
    .array(fc.record({ height: fc.nat(12), isStop: fc.boolean() }), { maxLength: 20 })
    .map((blocks) =>
      pageOf(
        blocks.map(({ height }) => height),
        blocks.flatMap(({ isStop }, index) => (isStop ? [index] : [])),
      ),
    );
  /** Selectable blocks have something to see. */
  const anyRealPage = fc
    .array(fc.record({ height: fc.integer({ min: 1, max: 12 }), isStop: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    })
    .map((blocks) =>
      pageOf(
        blocks.map(({ height }) => height),
        blocks.flatMap(({ isStop }, index) => (isStop ? [index] : [])),
      ),
    );
  const height = fc.integer({ min: 1, max: 15 });
  const moves: Record<string, (layout: Layout, cursor: Standing, height: number) => Standing> = {
    down: (layout, cursor, rows) => step(layout, cursor, rows, 1),
    up: (layout, cursor, rows) => step(layout, cursor, rows, -1),
    pageDown: (layout, cursor, rows) => page(layout, cursor, rows, 1),
    pageUp: (layout, cursor, rows) => page(layout, cursor, rows, -1),
    home: (layout, _, rows) => home(layout, rows),
    end: (layout, _, rows) => end(layout, rows),
    reveal,
  };
  const total = (layout: Layout) =>
    blocksOf(layout).reduce((sum, _, index) => sum + layout.linesOf(index).length, 0);
  const lineNumber = ({ linesOf }: Layout, { top }: Standing) => {
    let number = top.line;
    for (let block = 0; block < top.block; block += 1) number += linesOf(block).length;
    return number;
  };

  it('are the same whether blocks are there or made when looked at', () => {
    const someMoves = fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 20 });
    fc.assert(
      fc.property(anyPage, height, someMoves, (layout, rows, names) => {
        const other = layOut(inRuns(blocksOf(layout)), linesOf);
        let cursor = TOP;
        for (const name of names) {
          cursor = moves[name]?.(layout, cursor, rows) as Standing;
          expect(settle(other, cursor, rows)).toEqual(cursor);
          expect(windowOf(other, cursor, rows)).toEqual(windowOf(layout, cursor, rows));
          expect(hasMore(other, cursor, rows)).toBe(hasMore(layout, cursor, rows));
        }
      }),
    );
  });

  it('keep the window full of lines of the page, and the selection on a block', () => {
    const someMoves = fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 40 });
    fc.assert(
      fc.property(anyPage, height, someMoves, (layout, rows, names) => {
        let cursor = TOP;
        for (const name of names) {
          cursor = moves[name]?.(layout, cursor, rows) as Standing;
          expect(settle(layout, cursor, rows)).toEqual(cursor);
          expect(windowOf(layout, cursor, rows).lines).toHaveLength(Math.min(rows, total(layout)));
          const block = layout.block(cursor.selected);
          if (blocksOf(layout).some(({ target }) => target)) expect(block?.target).toBeDefined();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('show every line when stepping from top to bottom, and again from bottom to top', () => {
    fc.assert(
      fc.property(anyRealPage, height, (layout, rows) => {
        for (const by of [1, -1] as const) {
          const seen = new Set<string>();
          let cursor = by === 1 ? home(layout, rows) : end(layout, rows);
          for (let count = 0; count < 400; count += 1) {
            for (const text of visible(layout, cursor, rows)) seen.add(text);
            cursor = step(layout, cursor, rows, by);
          }
          expect(seen.size).toBe(total(layout));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('stepping never scrolls against its direction, nor by more than a window', () => {
    fc.assert(
      fc.property(anyRealPage, height, fc.nat(60), (layout, rows, count) => {
        for (const by of [1, -1] as const) {
          let cursor = by === 1 ? home(layout, rows) : end(layout, rows);
          for (let at = 0; at < count; at += 1) {
            const next = step(layout, cursor, rows, by);
            const moved = (lineNumber(layout, next) - lineNumber(layout, cursor)) * by;
            expect(moved).toBeGreaterThanOrEqual(0);
            expect(moved).toBeLessThanOrEqual(rows);
            expect((next.selected - cursor.selected) * by).toBeGreaterThanOrEqual(0);
            cursor = next;
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('stepping down to the end and up again comes back to the beginning', () => {
    fc.assert(
      fc.property(anyRealPage, height, (layout, rows) => {
        const start = home(layout, rows);
        let cursor = start;
        for (let count = 0; count < 400; count += 1) cursor = step(layout, cursor, rows, 1);
        expect(hasMore(layout, cursor, rows)).toBe(false);
        expect(cursor.selected).toBe(end(layout, rows).selected);
        for (let count = 0; count < 400; count += 1) cursor = step(layout, cursor, rows, -1);
        expect(cursor).toEqual(start);
      }),
      { numRuns: 150 },
    );
  });

  it('one step up after one down selects the same block again', () => {
    const anyList = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(anyList, fc.integer({ min: 6, max: 15 }), fc.nat(18), (heights, rows, count) => {
        const layout = pageOf(heights, [...heights.keys()]);
        let cursor = home(layout, rows);
        for (let at = 0; at < Math.min(count, heights.length - 2); at += 1) {
          cursor = step(layout, cursor, rows, 1);
        }
        const down = step(layout, cursor, rows, 1);
        expect(down.selected).toBe(cursor.selected + 1);
        expect(step(layout, down, rows, -1).selected).toBe(cursor.selected);
      }),
    );
  });

  it('a page down and a page up show neighbouring lines with nothing left out', () => {
    fc.assert(
      fc.property(anyRealPage, height, (layout, rows) => {
        const seen = new Set<string>();
        let cursor = home(layout, rows);
        for (let count = 0; count < 300; count += 1) {
          for (const text of visible(layout, cursor, rows)) seen.add(text);
          cursor = page(layout, cursor, rows, 1);
        }
        expect(seen.size).toBe(total(layout));
        for (let count = 0; count < 300; count += 1) cursor = page(layout, cursor, rows, -1);
        expect(cursor).toEqual(home(layout, rows));
      }),
      { numRuns: 150 },
    );
  });

  it('the end shows the last line, and no move goes beyond it', () => {
    fc.assert(
      fc.property(anyRealPage, height, (layout, rows) => {
        const last = layout.count - 1;
        const shown = visible(layout, end(layout, rows), rows);
        expect(shown.at(-1)).toBe(layout.linesOf(last).at(-1));
      }),
    );
  });

  it('another width or height keeps the selection on its block', () => {
    fc.assert(
      fc.property(anyRealPage, height, height, fc.nat(40), (layout, rows, other, count) => {
        let cursor = home(layout, rows);
        for (let at = 0; at < count; at += 1) cursor = step(layout, cursor, rows, 1);
        const resized = settle(layout, cursor, other);
        expect(resized.selected).toBe(cursor.selected);
        expect(windowOf(layout, resized, other).lines).toHaveLength(Math.min(other, total(layout)));
      }),
    );
  });
});
