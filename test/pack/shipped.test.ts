/** What the shipped pack must say, and must not: facts of the articles that it once told wrongly. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createLibrary, sideOf } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';

const data = loadPack('.');
const library = createLibrary(data);
const { scenario, statement, person, event } = library;
const relation = (id: string) => data.relations.find((one) => one.id === id);
const everything = JSON.stringify(data);
const factors = data.scenarios.flatMap(({ drivers, brakes, indicators, consequences }) => [
  ...drivers,
  ...brakes,
  ...indicators,
  ...consequences,
]);

describe('nothing is told that no article says', () => {
  test('whose navy ships they were', () => {
    for (const text of [
      statement('seoul-intelligence-elite').summary,
      event('ev-vladivostok').title,
    ]) {
      expect(text).toMatch(/navy ships/i);
      expect(text).not.toMatch(/North's navy|North Korean navy/);
    }
  });

  test('that Putin named North Korea', () => {
    expect(relation('rel-seoul-weapons-putin')?.statement).toBe('t-online-blackmail');
    const his = [...factors, ...data.relations].filter(
      (one) => one.statement === 'putin-arms-threat',
    );
    expect(JSON.stringify(his)).not.toMatch(/North/);
  });

  test('that the place of US action is open', () => {
    expect(scenario('us-direct-action').silent.join()).toContain("'in Ukraine'");
  });

  test('that the North tests nuclear weapons', () => {
    expect(statement('t-online-no-surprise').summary).toContain('nuclear programme');
    expect(everything).not.toMatch(/nuclear and missile tests/);
  });

  test('that shipments began on a day', () => {
    expect(event('ev-containers').title).not.toMatch(/begin/);
    expect(event('ev-containers').title).toContain('intelligence');
  });

  test('that the cooperation that Ballbach names is the soldiers', () => {
    const fromTroops = data.relations.filter(({ from }) => from === 'dprk-in-russia');
    expect(fromTroops.map((one) => one.statement)).not.toContain('ballbach-principle');
  });
});

describe('hedges are neither raised nor lowered', () => {
  test('what could strengthen air defence, could', () => {
    expect(statement('blick-seoul-air-defence').summary).toMatch(/could noticeably/);
  });

  test('soldiers at the front would be captured', () => {
    expect(statement('t-online-reserve').summary).toMatch(
      /at the front some would also be captured/,
    );
    expect(JSON.stringify(scenario('dprk-in-ukraine').brakes)).toMatch(/at the front .*would/);
  });

  test('an unnamed official holds observers possible; considered is a headline', () => {
    expect(scenario('korean-observers').status).toMatch(/Possible, says an unnamed official/);
  });

  test('to invade is more than to enter', () => {
    expect(statement('turner-direct-action').translation).toMatch(/invade/);
    const about = [
      statement('turner-direct-action'),
      relation('rel-entry-us-action'),
      scenario('us-direct-action'),
    ];
    expect(JSON.stringify(about)).not.toMatch(/\benter/);
  });
});

describe("a call in nobody's mouth", () => {
  test('is a statement of the outlet that tells it, for voices without a name', () => {
    const { speaker, holder, quotes } = statement('blick-send-your-troops');
    expect([speaker, person(holder ?? '').kind, quotes]).toEqual(['outlet-blick', 'anonymous', []]);
    expect(scenario('nato-ground-troops').silent.join()).toMatch(/Anybody named who demands/);
  });
});

describe('who says it', () => {
  test.each([
    ['seoul-countermeasures', 'yoon-countermeasures', 'outlet-t-online'],
    ['seoul-weapons', 'yoon-countermeasures', 'outlet-t-online'],
    ['north-korean-retaliation', 'kim-yo-jong-dogs', 'outlet-t-online'],
    ['north-korean-retaliation', 'kim-yo-jong-revenge', 'outlet-t-online'],
    ['taurus', 'scholz-taurus-veto', 'outlet-worldscope'],
  ])("on %s what %s is taken to mean is the outlet's account", (id, from, by) => {
    const { drivers, indicators, consequences } = scenario(id);
    const told = [...drivers, ...indicators, ...consequences].filter(
      (one) => one.statement === from,
    );
    expect(new Set(told.map((one) => one.by))).toEqual(new Set([by]));
  });

  test('Trudeau is named where his view is told by an office', () => {
    const told = factors.filter((one) => one.statement === 'trudeau-security');
    expect(told).toHaveLength(2);
    for (const { text } of told) expect(text).toMatch(/Trudeau/);
    expect(relation('rel-deployment-indo-pacific')?.why).toMatch(/Trudeau/);
  });

  test('no article has NATO itself send troops', () => {
    expect(scenario('nato-ground-troops').status).toMatch(/no article has NATO itself send/);
  });
});

describe('what can be counted', () => {
  test('what has happened is reported, and not held possible', () => {
    expect(scenario('dprk-in-russia').reported).toContain('t-online-satellite');
    const values = library
      .bearingOn('dprk-in-russia')
      .flatMap(({ stances }) => stances.map(sideOf));
    expect(values).not.toContain('possible');
  });

  test('retellings name what they retell', () => {
    const retold = data.statements
      .filter(({ retells }) => retells)
      .map(({ id, retells }) => [id, retells]);
    expect(Object.fromEntries(retold)).toEqual({
      '20min-soldiers-too': 'seoul-official-personnel',
      '20min-open-to-weapons': 'seoul-circles-weapons',
      '20min-staff-too': 'seoul-official-personnel',
      'blick-others-restrained': 'horovitz-front-troops',
    });
  });

  test('each of the four main scenarios answers on each side, or names what comes nearest', () => {
    const empty = [
      'seoul-weapons',
      'korean-observers',
      'nato-ground-troops',
      'us-direct-action',
    ].flatMap((id) =>
      (['favours', 'opposes', 'expects', 'doubts'] as const)
        .filter((side) => library.tally(id)[side] === 0)
        .filter((side) => !scenario(id).nearest.some((near) => near.side === side))
        .map((side) => `${id}: ${side}`),
    );
    // Nobody comes near to being against observers, or to doubting US action.
    expect(empty).toEqual(['korean-observers: opposes', 'us-direct-action: doubts']);
  });

  test('the weapons talked about are not called unknown', () => {
    expect(scenario('seoul-weapons').silent.join()).toContain('Which of the weapons talked about');
    expect(scenario('seoul-countermeasures').status).toMatch(/weapons .* staff/);
  });
});

describe('words', () => {
  test('of foreign speakers are marked where the German may be a translation, none of experts', () => {
    const marked = data.statements.filter((one) => one.mayBeTranslated);
    const speakers = new Set(marked.map(({ holder, speaker }) => holder ?? speaker));
    for (const id of [
      'austin',
      'turner',
      'landsbergis',
      'terhas',
      'rutte',
      'kim-yo-jong',
      'putin',
      'choe',
      'yoon',
      'trudeau',
    ]) {
      expect(speakers, id).toContain(id);
    }
    expect([...speakers].filter((id) => person(id).kind === 'expert')).toEqual([]);
    expect(marked.every(({ quotes }) => quotes.length > 0)).toBe(true);
  });

  test.each([
    ['scholz-taurus-veto', 'Taurus'],
    ['selenskyj-taurus', 'Taurus'],
    ['ukraine-10000', 'North Korean soldiers'],
    ['seoul-intelligence-1500', 'North Korean soldiers'],
    ['scholz-nato-invitation', 'NATO'],
    ['terhas-effect', 'ground troops'],
    ['frank-stop-at-border', 'Kursk'],
  ])('of %s name their object, so that a citation stands alone', (id, object) => {
    expect(statement(id).summary).toContain(object);
  });

  test('none is headed by a pronoun', () => {
    const headed = data.statements.filter(({ summary }) => /^(He|She|It) has\b/.test(summary));
    expect(headed.map(({ id }) => id)).toEqual([]);
  });

  test('of the articles stand in no title of ours', () => {
    expect(data.pack.mentioned.map((one) => one.titles?.de).join('\n')).not.toContain(
      'Waffen gegen Ziele',
    );
  });
});

describe('names', () => {
  test.each(['choe', 'terhas', 'kovalenko', 'cmilyte-nielsen', 'selenskyj', 'putin'])(
    'as %s is spelled here are flagged, with the usual spelling',
    (id) => {
      expect(person(id).note).toMatch(/usually/);
    },
  );

  test.each([
    ['Andriy Kovalenko', 'kovalenko'],
    ['NIS', 'seoul-intelligence'],
    ['Choe Son Hui', 'choe'],
    ['Riho Terras', 'terhas'],
  ])('%s finds %s', (spelling, id) => {
    expect(person(id).aliases).toContain(spelling);
  });

  test.each(['Sergei Lavrov', 'Sergey Lavrov'])('%s finds who met him', (spelling) => {
    const found = [...data.statements, ...data.events].filter(({ keywords }) =>
      keywords?.includes(spelling),
    );
    expect(found.map(({ id }) => id)).toEqual(['choe-at-russias-side', 'ev-choe-lavrov']);
  });
});

describe('keywords', () => {
  const { sources, people, scenarios, statements, figures, events } = data;

  test('stand on every record, none twice', () => {
    for (const { id, keywords } of [
      ...sources,
      ...people,
      ...scenarios,
      ...statements,
      ...figures,
      ...events,
    ]) {
      expect(keywords?.length, id).toBeGreaterThan(1);
      expect(new Set(keywords).size, id).toBe(keywords?.length);
    }
  });

  test.each([
    ['Außenminister', 'baerbock'],
    ['Bundeskanzler', 'scholz'],
    ['Luftabwehr', 'western-air-defence'],
    ['Satellitenbilder', 't-online-satellite'],
    ['Kriegsgefangene', 'seoul-official-personnel'],
    ['Atomwaffen', 'north-korean-retaliation'],
    ['Söldner', 't-online-unmeasured-escalation'],
    ['Raketen', 'taurus'],
    ['dritter Weltkrieg', 'europe-wide-war'],
  ])('%s leads to %s', (word, id) => {
    const found = [...people, ...scenarios, ...statements].find((one) => one.id === id);
    expect(found?.keywords).toContain(word);
  });
});

test('every statement is named in the reading against the articles', () => {
  const readings = readFileSync('docs/readings.md', 'utf8');
  const section = readings.slice(readings.indexOf('## Read again, as an opponent'));
  expect(data.statements.filter(({ id }) => !section.includes(`\`${id}\``))).toEqual([]);
  expect(readings).toContain(`holds ${data.statements.length} statements`);
});
