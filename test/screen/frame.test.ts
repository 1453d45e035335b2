import { describe, expect, it, vi } from 'vitest';
import { frameRows } from '../../src/screen/frame/rows.ts';
import { styledWidth } from '../../src/terminal/text.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const bare = makeWorld();
const colours = makeWorld(undefined, { theme: makeTheme(2) });
const plain = (text: string) => text.replace(/\u001B\[[\d;]*m/g, '');

describe('the header', () => {
  const header = (size: string, keys: string[]) => drive(size, keys, bare).rows[0] ?? '';

  it('names the way, the pack and its age', () => {
    expect(header('120x40', ['9', 'enter', 'enter'])).toMatch(
      /^ rungs {2}Ladder › Troops land at the harbour › Åse Jönsen +3 sources {2}Oct–Nov 2024, 2 years ago {2}DE\+EN$/,
    );
  });

  it('gives up the beginning of the way first, then facts, and says so', () => {
    expect(header('80x24', ['9', 'enter', 'enter'])).toMatch(/^ rungs {2}… › Åse Jönsen /);
    expect(header('40x24', ['9', 'enter'])).toBe(' rungs  Troops land at the harbour');
  });

  it('tells the language and the marks', () => {
    expect(header('80x24', ['L'])).toMatch(/ DE$/);
    expect(header('80x24', ['L', 'L', 'space'])).toMatch(/● 1 marked .* EN$/);
  });
});

describe('what is beyond the window', () => {
  it('is counted at both ends', () => {
    const d = drive('80x24', ['9', 'enter'], bare);
    expect(d.rows.at(-2)).toMatch(/ ▾ \d+ more$/);
    expect(d.rows[1]).toBe('');
    d.press('pagedown');
    expect(d.rows[1]).toMatch(/ ▴ (\d+ )?more$/);
    d.press('G');
    expect(d.rows.at(-2)).not.toContain('▾');
  });

  it('is told also where nothing of it can be selected', () => {
    const d = drive('40x10', ['8', 'enter'], bare);
    expect(d.rows.at(-2)).toMatch(/ ▾ more$/);
  });
});

describe('the selection', () => {
  it('is marked by a character where the keys go, and nowhere else', () => {
    for (const size of ['80x24', '120x40', '200x50']) {
      for (const keys of [[], ['9', 'enter'], ['/', typed('hafen')], ['9', 'enter', 'enter']]) {
        const marks = drive(size, keys, bare).screen.match(/▸/g) ?? [];
        expect(marks).toHaveLength(1);
      }
    }
  });

  it('runs along all lines of a block', () => {
    const { rows } = drive('80x24', ['9', 'enter'], bare);
    const at = rows.findIndex((row) => row.startsWith('▸'));
    expect(rows.slice(at, at + 4).map((row) => row[0])).toEqual(['▸', '│', '│', ' ']);
  });

  it('is not shown on a text that leads nowhere', () => {
    expect(drive('80x24', ['/'], bare).screen).not.toContain('▸');
    expect(drive('80x24', ['8', 'enter'], bare).screen).not.toContain('▸');
  });
});

describe('panes', () => {
  it('stand beside each other with the line between them in one column', () => {
    for (const size of ['104x30', '120x40', '200x50']) {
      const { rows } = drive(size, ['9', 'enter'], colours);
      const body = rows.slice(1, -1).map(plain);
      // The first row is empty but for the line.
      const at = body[0]?.indexOf('│') ?? -1;
      expect(at).toBeGreaterThan(0);
      expect(body.filter((row) => row[at] !== '│')).toEqual([]);
    }
  });

  it.each([
    ['103x30', 1],
    ['104x30', 2],
    ['180x30', 3],
  ])('at %s there are %i', (size, count) => {
    const row = drive(size, ['9', 'enter'], bare).rows[1] ?? '';
    expect(row.split('│')).toHaveLength(count);
  });

  it('show what the selection would open', () => {
    const d = drive('120x40', ['9'], bare);
    expect(d.screen).toContain('Northmark lands troops at the harbour');
    expect(d.press('1').screen).toContain('Observers at the harbour  rung 1');
  });

  it('show the ladder alone where there is room for one, with a note on the rung', () => {
    const d = drive('80x40', ['9'], bare);
    expect(d.screen).toContain('Northmark lands troops at the harbour');
    expect(d.screen).toContain('So far: Discussed, nothing decided');
    expect(d.screen).not.toContain('WILL IT?');
  });
});

describe('colours', () => {
  it('change nothing but colours', () => {
    const keys = [
      ['9', 'enter', 'j'],
      ['/', typed('hafen')],
      ['9', 'space', '7', 'space', 'c'],
    ];
    for (const way of keys) {
      const painted = drive('120x40', way, colours).rows.map((row) => plain(row).trimEnd());
      // Without colours the caret of the search line is a character of its own.
      const dull = drive('120x40', way, bare).rows.map((row) => row.replace(/^(\/ \S+)_/, '$1 '));
      expect(painted.map((row) => row.replace(/\s+/g, ' '))).toEqual(
        dull.map((row) => row.replace(/\s+/g, ' ')),
      );
    }
  });

  it('are closed at the end of every row', () => {
    for (const way of [['9', 'enter', 'j'], ['/', typed('hafen')], ['?'], ['9', 'enter', 'y']]) {
      for (const row of drive('100x30', way, colours).rows) {
        const [opened, closed] = [/\u001B\[(?:[1-8]|[34]8)[;m]/g, /\u001B\[(?:2\d|[34]9)m/g].map(
          (pattern) => row.match(pattern)?.length ?? 0,
        );
        expect(opened === 0).toBe(closed === 0);
        expect(row).not.toMatch(/\u001B\[(?:[1-8]|[34]8;5;\d+)m[^\u001B]*$/);
      }
    }
  });

  it('light up what was searched for, also where the search led', () => {
    const match = colours.theme.match('Hafen');
    const d = drive('120x40', ['/', typed('hafen')], colours);
    expect(d.screen).toContain(match);
    expect(d.press('enter').screen).toContain(match);
  });
});

it('a frame has as many rows as the terminal and no wider ones, at any size', () => {
  const ways = [[], ['9', 'enter', 'y'], ['/', typed('hafen')], ['?', 'a'], ['c'], ['m'], ['t']];
  for (const way of ways) {
    const d = drive('80x24', way, colours);
    for (const size of ['1x1', '7x3', '39x10', '40x10', '40x11', '72x10', '104x12', '500x200']) {
      d.resize(size);
      const rows = frameRows(d.state, d.explorer, colours);
      expect(rows).toHaveLength(d.state.size.rows);
      expect(Math.max(...rows.map(styledWidth))).toBeLessThanOrEqual(d.state.size.columns);
    }
  }
});
