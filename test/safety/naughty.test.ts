import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { State } from '../../src/explorer/state.ts';
import { initialState } from '../../src/explorer/state.ts';
import { createExplorer } from '../../src/explorer/update.ts';
import { loadPack } from '../../src/pack/load.ts';
import { frameRows } from '../../src/screen/frame/rows.ts';
import { clean, disarm, styledWidth } from '../../src/terminal/text.ts';
import { packFolder } from '../pack/folder.ts';
import { naughtyStrings } from '../support/naughty.ts';
import { answered, makeWorld } from '../support/world.ts';

const strings = naughtyStrings.filter((text) => text.trim() !== '');
const sha256 = '0'.repeat(64);
const size = { columns: 100, rows: 30 };

/** A pack with every naughty string as title, name, quote, translation and summary. */
function naughtyPack(): string {
  const info = {
    format: 1,
    language: 'en',
    id: 'naughty',
    title: strings[0],
    description: strings[1],
    asOf: '2024',
  };
  const sources = [
    {
      id: 'source',
      file: strings[2],
      sha256,
      type: 'x',
      'container-title': strings[3],
      language: 'en',
    },
  ];
  const people = strings.map((name, index) => ({ id: `p${index}`, name, kind: 'expert' }));
  const statements = strings.map((text, index) => ({
    id: `s${index}`,
    source: 'source',
    speaker: `p${index}`,
    date: '2024',
    form: 'direct',
    quotes: [{ exact: text, start: 0, end: [...text].length }],
    span: { start: 0, end: 10_000, sha256 },
    summary: text,
    translation: text,
    stances: [{ scenario: `c${index % 40}`, axis: 'normative', value: 'favours', why: text }],
  }));
  const scenarios = strings.slice(0, 40).map((text, index) => ({
    ...{ id: `c${index}`, rung: index + 1, title: text, titles: { de: strings.at(-index - 1) } },
    ...{ proposition: text, actor: text, status: text, asOf: '2024', silent: [text] },
  }));
  return packFolder({
    'data/pack.yaml': stringify(info),
    'data/sources.yaml': stringify(sources),
    'data/people.yaml': stringify(people),
    'data/statements.yaml': stringify(statements),
    'scenarios/only.yaml': null,
    ...Object.fromEntries(
      scenarios.map((scenario) => [`scenarios/${scenario.id}.yaml`, stringify(scenario)]),
    ),
  });
}

const world = makeWorld(loadPack(naughtyPack()));
const explorer = createExplorer(world);

function expectFits(state: State): void {
  const rows = frameRows(state, explorer, world);
  expect(rows).toHaveLength(size.rows);
  for (const row of rows) {
    expect(row).not.toMatch(/[\u0000-\u001A\u001C-\u001F\u007F-\u009F]/);
    expect(styledWidth(row)).toBeLessThanOrEqual(size.columns);
  }
}

describe('naughty strings', () => {
  it('come through a pack as they are, made safe', () => {
    const { statements, people } = world.library.data;
    expect(people.map(({ name }) => name)).toEqual(strings.map((text) => clean(text.trim())));
    expect(statements.map(({ quotes }) => quotes[0]?.exact)).toEqual(strings.map(disarm));
  });

  it('fit their rows on every page', () => {
    for (const view of ['scenario', 'statement', 'person'] as const) {
      const count = view === 'scenario' ? 40 : strings.length;
      const letter = { scenario: 'c', statement: 's', person: 'p' }[view];
      for (let index = 0; index < count; index += view === 'scenario' ? 1 : 4) {
        expectFits(initialState(size, { place: { view, id: `${letter}${index}` } }));
      }
    }
  });

  it('are searched for without harm', () => {
    for (const [index, text] of strings.entries()) {
      const query = clean(text);
      const { hits, total } = world.search.find(query, { limit: Number.POSITIVE_INFINITY });
      const found = hits.map(({ type, id }) => `${type} ${id}`);
      expect(new Set(found).size, query).toBe(total);
      if (index % 8 !== 0) continue;
      let state = explorer.press(initialState(size), { name: '/', text: '/' }).state;
      const typed = explorer.press(state, { name: 'paste', text: query });
      state = answered(typed, explorer, world).state;
      expectFits(explorer.press(state, { name: 'enter' }).state);
    }
  });
});
