/** What the pages look like: snapshots to be read, and rules that hold for all of them. */
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../src/document/document.ts';
import { START } from '../../src/explorer/cursor.ts';
import { fieldWith } from '../../src/explorer/field.ts';
import { activeQuery, createPages } from '../../src/explorer/pages.ts';
import { initialState, type Place, type State } from '../../src/explorer/state.ts';
import { blocksOf } from '../../src/explorer/viewport.ts';
import { searchPlace } from '../../src/explorer/views/search.ts';
import { styledWidth } from '../../src/terminal/text.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { makeWorld } from '../support/world.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const world = makeWorld();
const search = (text: string): Place => searchPlace(fieldWith(text));

/** A whole page, pinned lines and all, as it is at a width. */
function pageText(place: Place, columns: number, language: Language = 'both', at = world): string {
  const ladder = initialState({ columns, rows: 24 });
  const trail: State['trail'] = [...ladder.trail, { place, cursor: START }];
  const query = activeQuery({ ...ladder, trail });
  const found = { query, result: at.search.find(query) };
  const page = createPages(at).page({ ...ladder, trail, language, found }, place, columns);
  const lines = blocksOf(page.layout).flatMap((_, index) => page.layout.linesOf(index));
  return [...page.pinned, ...lines].map((line) => line.trimEnd()).join('\n');
}

const PLACES: Record<string, Place> = {
  ladder: { view: 'ladder' },
  scenario: { view: 'scenario', id: 'landing' },
  'scenario-gap': { view: 'scenario', id: 'mines' },
  'scenario-kind': { view: 'scenario', id: 'patrols-armed' },
  statement: { view: 'statement', id: 'weiss-landing' },
  'statement-told': { view: 'statement', id: 'insider-landing' },
  'statement-relayed': { view: 'statement', id: 'admiral-ready' },
  'statement-for-another': { view: 'statement', id: 'office-observers' },
  person: { view: 'person', id: 'weiss' },
  'person-relays': { view: 'person', id: 'agency' },
  source: { view: 'source', id: 'kurier' },
  'source-unnamed': { view: 'source', id: 'blatt' },
  'search-empty': search(''),
  search: search('hafen'),
  'search-similar': search('blokade'),
  'search-nothing': search('xqzvw'),
  'search-wrong-filter': search('speeker:jonsen'),
  'compare-two': { view: 'compare', ids: ['landing', 'blockade'], column: 0 },
  'compare-three': { view: 'compare', ids: ['landing', 'blockade', 'patrols'], column: 1 },
};
const OVERVIEWS: Place[] = [
  { view: 'matrix', column: 0, rows: 'speakers', sort: 'kind' },
  { view: 'matrix', column: 2, rows: 'statements', sort: 'name' },
  { view: 'figures' },
  { view: 'timeline', show: 'events' },
  { view: 'timeline', show: 'events and statements' },
  { view: 'people' },
  { view: 'relations' },
];

describe('pages', () => {
  const shown = Object.entries(PLACES).flatMap(([name, place]) =>
    [40, 80, 120].map((columns) => ({ name, place, columns })),
  );
  it.each(shown)('$name at $columns columns', async ({ name, place, columns }) => {
    // The text is narrower than the screen by the gutter.
    const text = pageText(place, columns - 2);
    await expect(`${text}\n`).toMatchFileSnapshot(`snapshots/${name}-${columns}.txt`);
  });

  it.each(['original', 'translation'] as const)('a scenario in %s', async (language) => {
    const text = pageText(PLACES.scenario as Place, 78, language);
    await expect(`${text}\n`).toMatchFileSnapshot(`snapshots/scenario-80-${language}.txt`);
  });

  it.each(['original', 'translation'] as const)('a statement in %s', async (language) => {
    const text = pageText(PLACES.statement as Place, 78, language);
    await expect(`${text}\n`).toMatchFileSnapshot(`snapshots/statement-80-${language}.txt`);
  });
});

describe('every page', () => {
  const all = [...Object.values(PLACES), ...OVERVIEWS];
  const themes = [makeTheme(0), makeTheme(0, { ascii: true }), makeTheme(3)];
  const languages = ['both', 'original', 'translation'] as const;

  it('has no line wider than it was asked for', () => {
    for (const [index, theme] of themes.entries()) {
      const at = { ...world, theme };
      for (const place of all) {
        for (const columns of [38, 41, 50, 69, 70, 78, 100, 118, 158, 198]) {
          const text = pageText(place, columns, languages[index], at);
          const wide = text.split('\n').filter((line) => styledWidth(line) > columns);
          expect(wide, `${JSON.stringify(place)} at ${columns}`).toEqual([]);
        }
      }
    }
  });

  it('is told in ASCII where nothing else can be shown, but for the texts themselves', () => {
    const at = { ...world, theme: makeTheme(0, { ascii: true }) };
    const texts = JSON.stringify(world.library.data);
    for (const place of all) {
      const other = [...pageText(place, 118, 'both', at)].filter(
        (letter) => letter > '~' && !texts.includes(letter) && !/[–“”„…·]/.test(letter),
      );
      expect(other, JSON.stringify(place)).toEqual([]);
    }
  });

  it('marks each translation as ours, and each telling as that', () => {
    for (const { id, translation, quotes } of world.library.data.statements) {
      const text = pageText({ view: 'statement', id }, 78);
      if (translation !== undefined) expect(text).toContain('our translation');
      if (quotes.length === 0) expect(text).toContain('told in our words');
    }
  });

  it('with nothing on it says so', () => {
    const { data } = world.library;
    const empty = makeWorld({ ...data, figures: [], events: [], relations: [], statements: [] });
    for (const place of OVERVIEWS) {
      const text = pageText(place, 78, 'both', empty);
      expect(text, JSON.stringify(place)).toMatch(/\b(no|none|nothing|nobody)\b/i);
    }
  });

  it('leaves out no word of a quote', () => {
    for (const { id, quotes } of world.library.data.statements) {
      const text = pageText({ view: 'statement', id }, 38).replace(/\s+/g, ' ');
      for (const { exact } of quotes) expect(text).toContain(exact);
    }
  });
});
