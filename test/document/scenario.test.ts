/** What a scenario's page lets a hurried reader take away, on the shipped pack. */
import { describe, expect, test } from 'vitest';
import { allBlocks, type Language } from '../../src/document/document.ts';
import { scenarioLine, scenarioPage, scenarioText } from '../../src/document/scenario.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { markdownPage } from '../../src/render/markdown.ts';
import { spokenLines } from '../../src/render/spoken.ts';
import { rowsOf } from '../../src/render/terminal.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

const library = createLibrary(loadPack('.'));
const telling = { library, language: 'both' as Language, now: new Date('2026-11-24') };
const blocksOf = (id: string) => allBlocks(scenarioPage(library.scenario(id), telling));

const look = { theme: makeTheme(0), terms: [] };
/** The page at 80 columns, without the gutter. */
const rowsAt80 = (id: string) => blocksOf(id).flatMap((block) => rowsOf(block, 78, look));
/** What is in sight of it on a screen of 24 rows, which has four for the program. */
const firstScreen = (id: string) => rowsAt80(id).slice(0, 20).join('\n');
const page = (id: string) => rowsAt80(id).join('\n');
const spoken = (id: string) => blocksOf(id).flatMap(({ parts }) => spokenLines(parts, []));

describe('the first screen of a scenario answers', () => {
  test.each<[string, RegExp[]]>([
    [
      'seoul-weapons',
      [
        /SHOULD IT\? {3}nobody is for it or against it/,
        /nearest to “for”: Ukraine's president hopes/,
        /nearest to “against”: Putin threatens/,
        /WILL IT\? {3}possible 5 statements, 3 voices {3}nobody expects it or doubts it/,
        /\? Eric J\. Ballbach: /,
        /why: says the cooperation 'könnte' soften/,
        /What pushes .*Military cooperation/,
        /What holds back .*Putin's threat/,
      ],
    ],
    [
      'korean-observers',
      [/↑ Eric J\. Ballbach: He expects/, /possible 4 statements, 2 voices/, /\? a South Korean/],
    ],
    [
      'nato-ground-troops',
      [
        /▲ Gabrielius Landsbergis: /,
        /why: favours reconsidering/,
        /▼ Wolfgang Richter: /,
        /↓ Blick: /,
        /apart, its kind Western front-line troops: doubted 1: Liviu Horovitz/,
      ],
    ],
    [
      'us-direct-action',
      [
        /▲ Mike Turner: /,
        /on condition: if North Korean troops invade/,
        /why: favours serious consideration/,
        /nobody is against it/,
        /nearest to “against”: Horovitz/,
      ],
    ],
  ])('%s', (id, wanted) => {
    for (const one of wanted) expect(firstScreen(id)).toMatch(one);
  });

  test('and tells no side that nobody takes on a line of its own', () => {
    for (const { id } of library.data.scenarios) {
      expect(rowsAt80(id).filter((row) => /in these sources$/.test(row))).toEqual([]);
    }
  });
});

test('what has happened is not said to be expected by nobody', () => {
  expect(page('dprk-in-russia')).not.toMatch(/nobody (expects|holds)/);
  expect(firstScreen('dprk-in-russia')).toMatch(/has happened, as 8 statements report/);
  expect(spoken('dprk-in-russia').join('\n')).toMatch(/has happened, as 8 statements report/);
  const scenario = library.scenario('dprk-in-russia');
  expect(scenarioLine(scenario, telling)).toContain('has happened, as 8 statements report');
  expect(scenarioText(scenario, library)).toContain('has happened, as 8 statements report');
});

test('voices are counted, and a retelling is marked as one', () => {
  expect(page('korean-observers')).toContain('? Possible (4 statements, 2 voices)');
  expect(page('korean-observers').replace(/\s+/g, ' ')).toContain(
    'retells a South Korean government official, unnamed, listed here, too: not a voice of its own',
  );
  expect(scenarioLine(library.scenario('korean-observers'), telling)).toContain(
    'expected 1, possible 2, doubted 0; 5 statements with a stance, 0 without',
  );
});

test('a stance stands with its reason, on every side', () => {
  for (const { id } of library.data.scenarios) {
    const text = spoken(id).join('\n');
    for (const { stances } of library.bearingOn(id)) {
      for (const { value, why, condition } of stances) {
        if (value === 'none') continue;
        expect(text).toContain(`why: ${why}`);
        if (condition) expect(text).toContain(`on condition: ${condition}`);
      }
    }
  }
});

test('a kind names what it is a kind of, and that says what is said of it, not added up', () => {
  expect(firstScreen('western-front-troops')).toMatch(/A kind of +NATO ground troops/);
  expect(page('nato-ground-troops')).toMatch(/apart, its kind NATO peacekeepers: for 1: actors/);
  expect(page('nato-ground-troops')).toContain('what is said of them is not added up here');
});

test('no word is stronger than the hedge', () => {
  const text = spoken('korean-observers').join('\n');
  expect(text).toContain('expected: Eric J. Ballbach');
  expect(text).not.toMatch(/^(yes|maybe|no):/m);
});

test('a citation that is to be pasted has its reason with it', () => {
  const blocks = allBlocks(
    scenarioPage(library.scenario('nato-ground-troops'), { ...telling, isCited: true }),
  );
  const text = markdownPage(blocks);
  expect(text).toMatch(/In: Blick, Nov 2024\..*that troops should go he does not say/);
});
