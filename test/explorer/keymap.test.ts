import { describe, expect, it, vi } from 'vitest';
import { isBoundHere } from '../../src/explorer/dispatch.ts';
import {
  type ActionId,
  bindingOf,
  KEYMAP,
  keyLabel,
  keysLabel,
} from '../../src/explorer/keymap.ts';
import { filterBindings } from '../../src/explorer/overlays/bindings.ts';
import { paletteEntries } from '../../src/explorer/overlays/palette.ts';
import { styledWidth } from '../../src/terminal/text.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { type Driver, drive, type Keys, makeWorld, typed } from '../support/world.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

/** The keys that lead to each kind of place. */
const WAYS: Record<string, Keys> = {
  ladder: [],
  scenario: ['9', 'enter'],
  statement: ['9', 'enter', 'enter'],
  person: ['/', typed('ulrich kind:person'), 'enter'],
  source: ['/', typed('kind:source'), 'enter'],
  'search line': ['/', typed('hafen')],
  'search hits': ['/', typed('hafen'), 'tab'],
  hit: ['/', typed('hafen'), 'enter'],
  comparison: ['9', 'space', '7', 'space', '5', 'space', 'c'],
  matrix: ['m'],
  figures: ['f'],
  timeline: ['t'],
  people: ['p'],
  arrows: ['a'],
  help: ['?'],
  palette: [':'],
};
const world = makeWorld();
const visit = (place: string, size = '120x40') => drive(size, WAYS[place], world);
const PLACES = Object.keys(WAYS);
const isAt = ({ state }: Driver, id: ActionId) => isBoundHere(KEYMAP, state, id);

describe('the key table', () => {
  it('has each action once', () => {
    expect(new Set(KEYMAP.map(({ id }) => id)).size).toBe(KEYMAP.length);
    for (const { id } of KEYMAP) expect(bindingOf(KEYMAP, id).id).toBe(id);
  });

  it('has only actions that can be asked for everywhere', () => {
    for (const place of PLACES) {
      const { explorer, state } = visit(place);
      for (const { id } of KEYMAP) expect(() => explorer.whyNot(state, id)).not.toThrow();
    }
  });

  const all = PLACES.map((place) => visit(place));
  const everywhere = new Set(
    KEYMAP.map(({ id }) => id).filter((id) => all.every((one) => isAt(one, id))),
  );
  it.each(PLACES)('binds no key twice at: %s', (place) => {
    const d = visit(place);
    for (const general of [true, false]) {
      const bound = KEYMAP.filter(({ id }) => everywhere.has(id) === general && isAt(d, id));
      const keys = bound.flatMap((binding) => binding.keys);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it('has a title for each, and another one for each', () => {
    const titles = KEYMAP.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => !/^\p{Lu}/u.test(title))).toEqual([]);
  });
});

describe('labels', () => {
  it.each([
    ['ctrl-k', 'Ctrl-K'],
    ['escape', 'Esc'],
    ['down', '↓'],
    ['pagedown', 'PgDn'],
    ['f1', 'F1'],
    ['j', 'j'],
    ['G', 'G'],
  ])('%s is shown as %s', (key, shown) => {
    expect(keyLabel(key)).toBe(shown);
  });

  it('have no arrows where only ASCII can be shown', () => {
    const labels = KEYMAP.map((binding) => keysLabel(binding, true)).join();
    expect(labels).toMatch(/^[ -~]*$/);
  });

  it('show the digits as a range', () => {
    expect(keysLabel(bindingOf(KEYMAP, 'rung'))).toBe('0 … 9');
  });
});

describe('the footer', () => {
  const footerOf = (d: Driver) => d.rows.at(-1) ?? '';

  it.each(PLACES)('fits at every width and tells how to go on at: %s', (place) => {
    const d = visit(place);
    for (let columns = 40; columns <= 200; columns += columns < 80 ? 1 : 5) {
      const footer = footerOf(d.resize(`${columns}x24`));
      expect(footer.length).toBeLessThanOrEqual(columns);
      expect(footer).not.toContain('…');
      expect(footer).toMatch(/ help| back/);
      expect(footer).toMatch(/ quit| back/);
    }
  });

  it('fits in ASCII as well', () => {
    const ascii = makeWorld(undefined, { theme: makeTheme(2, { ascii: true }) });
    for (const keys of Object.values(WAYS)) {
      const d = drive('40x24', keys, ascii);
      expect(styledWidth(footerOf(d))).toBeLessThanOrEqual(40);
      expect(footerOf(d)).not.toContain('...');
    }
  });

  it.each(PLACES)('shows only keys that do something at: %s', (place) => {
    const d = visit(place);
    const shown = d.explorer.footer(d.state).filter(({ isOn }) => isOn);
    expect(shown.length).toBeGreaterThan(1);
    for (const { id } of shown) {
      const { keys } = bindingOf(KEYMAP, id);
      const key = (/typing/.test(place) ? undefined : keys[0]) ?? '';
      const used = visit(place);
      const before = used.screen;
      used.press(key);
      const isChanged = used.screen !== before || used.effects.length > 0;
      expect(isChanged, `${key} (${id})`).toBe(true);
    }
  });

  it('shows a key dim that can do nothing here, and does not hide it', () => {
    const colours = makeWorld(undefined, { theme: makeTheme(1) });
    const d = drive('120x40', ['/', typed('xqzvw'), 'tab'], colours);
    expect(footerOf(d)).toContain('\u001B[2mEnter open\u001B[22m');
    expect(footerOf(drive('120x40', ['/', typed('hafen'), 'tab'], colours))).not.toContain(
      '\u001B[2mEnter open',
    );
  });
});

describe('help and palette', () => {
  it('hold every binding; the palette all that is looked for by name', () => {
    expect(filterBindings(KEYMAP, '')).toHaveLength(KEYMAP.length);
    expect(filterBindings(KEYMAP, '  ')).toHaveLength(KEYMAP.length);
    const missing = KEYMAP.filter((binding) => !paletteEntries(KEYMAP, '').includes(binding));
    expect(missing.map(({ id }) => id)).toEqual([
      'down',
      'up',
      'page-down',
      'page-up',
      'home',
      'end',
      'open',
      'rung',
      'palette',
    ]);
  });

  it('find every binding by each of its keys, first by the key itself', () => {
    for (const binding of KEYMAP) {
      for (const key of binding.keys) {
        const found = filterBindings(KEYMAP, key);
        const last = found.indexOf(binding);
        const before = found.slice(0, last);
        expect(last, `${binding.id} by ${key}`).not.toBe(-1);
        expect(before.every(({ keys }) => keys.includes(key))).toBe(true);
      }
    }
  });

  it('find every action by its title first', () => {
    for (const binding of KEYMAP) {
      expect(filterBindings(KEYMAP, binding.title)[0]?.id).toBe(binding.id);
    }
  });
});
