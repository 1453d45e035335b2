import chalk from 'chalk';
import { renderToString } from 'ink';
import { render } from 'ink-testing-library';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { frameOf } from '../../src/screen/frame/frame.ts';
import { Screen } from '../../src/screen/screen.tsx';
import { makeTheme } from '../../src/terminal/theme.ts';
import { type Driver, drive, type Keys, makeWorld, typed } from '../support/world.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

// Ink paints with chalk's own instance; our rows are painted already.
const level = chalk.level;
beforeAll(() => {
  chalk.level = 0;
});
afterAll(() => {
  chalk.level = level;
});

const screenOf = ({ state, explorer, world }: Driver) => (
  <Screen frame={frameOf(state, explorer, world)} />
);

const WAYS: Record<string, Keys> = {
  ladder: [],
  scenario: ['9', 'enter', 'j'],
  search: ['/', typed('hafen')],
  comparison: ['9', 'space', '7', 'space', 'c'],
  help: ['?', typed('copy')],
  notice: ['9', 'enter', 'y'],
  'too small': [],
};

it.each(Object.keys(WAYS))('draws the rows of a frame as they are: %s', (name) => {
  const sizes = name === 'too small' ? ['30x5', '39x40'] : ['40x10', '80x24', '120x40', '200x50'];
  for (const size of sizes) {
    const d = drive(size, WAYS[name], makeWorld(undefined, { theme: makeTheme(2) }));
    const { columns, rows } = d.state.size;
    const shown = renderToString(screenOf(d), { columns }).split('\n');
    expect(shown).toHaveLength(rows);
    const plain = (row: string) => row.replace(/\u001B\[[\d;]*m/g, '').trimEnd();
    expect(shown.map(plain)).toEqual(d.rows.map(plain));
  }
});

it('draws the next state over the last one', () => {
  const d = drive('80x24');
  const { lastFrame, rerender, unmount } = render(screenOf(d));
  expect(lastFrame()).toContain('▸  9 ┊ Troops land at the harbour');
  d.press('9', 'enter').resize('60x12');
  rerender(screenOf(d));
  expect(lastFrame()).toContain('▸ ▲ Åse Jönsen');
  expect(lastFrame()?.split('\n')).toHaveLength(12);
  unmount();
});
