import chalk from 'chalk';
import { render } from 'ink-testing-library';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Screen } from '../../src/screen/screen.tsx';
import { makeTheme } from '../../src/terminal/theme.ts';
import { drive, makeWorld } from '../support/world.ts';

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

const WAYS: Record<string, string[]> = {
  ladder: [],
  scenario: ['9', 'enter', 'j'],
  search: ['/', 'hafen'],
  comparison: ['9', 'space', '7', 'space', 'c'],
  help: ['?', 'copy'],
  notice: ['9', 'enter', 'y'],
  'too small': [],
};

it.each(Object.keys(WAYS))('draws the rows of a frame as they are: %s', (name) => {
  for (const theme of [makeTheme(0), makeTheme(2)]) {
    const d = drive(
      name === 'too small' ? '30x5' : '80x24',
      WAYS[name],
      makeWorld(undefined, { theme }),
    );
    const { lastFrame, unmount } = render(
      <Screen state={d.state} explorer={d.explorer} world={d.world} />,
    );
    const shown = (lastFrame() ?? '').split('\n');
    expect(shown).toHaveLength(d.state.size.rows);
    const plain = (row: string) => row.replace(/\u001B\[[\d;]*m/g, '').trimEnd();
    expect(shown.map(plain)).toEqual(d.rows.map(plain));
    unmount();
  }
});

it('draws the next state over the last one', () => {
  const d = drive('80x24');
  const { lastFrame, rerender, unmount } = render(
    <Screen state={d.state} explorer={d.explorer} world={d.world} />,
  );
  expect(lastFrame()).toContain('▸ 13 ┊ War along the whole coast');
  d.press('9', 'enter').resize('60x12');
  rerender(<Screen state={d.state} explorer={d.explorer} world={d.world} />);
  expect(lastFrame()).toContain('▸ Åse Jönsen');
  expect(lastFrame()?.split('\n')).toHaveLength(12);
  unmount();
});
