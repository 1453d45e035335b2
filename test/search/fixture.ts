/** A small pack with one of everything that the search has to tell apart. */
import type { PackData, Person, Scenario, Statement } from '../../src/pack/schema.ts';

const span = { start: 0, end: 1, sha256: '0'.repeat(64) };

const person = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  id,
  name,
  aliases: [],
  kind: 'politician',
  roles: [],
  ...rest,
});

const scenario = (id: string, rung: number, title: string, titleDe: string): Scenario => ({
  id,
  rung,
  title,
  titles: { de: titleDe },
  proposition: `It happens: ${title}`,
  actor: 'somebody',
  status: 'discussed',
  asOf: '2024-11',
  drivers: [],
  brakes: [],
  indicators: [],
  consequences: [],
  silent: [],
  reported: [],
  nearest: [],
});

const statement = (
  id: string,
  speaker: string,
  summary: string,
  rest: Partial<Statement> = {},
): Statement => ({
  id,
  source: 'paper',
  speaker,
  relayedBy: [],
  date: '2024-10-24',
  form: 'direct',
  quotes: [],
  span,
  summary,
  stances: [],
  ...rest,
});

const quote = (exact: string) => ({ exact, start: 0, end: exact.length });

export const fixture: PackData = {
  pack: {
    ...{ format: 1, language: 'en', id: 'fixture', title: 'Fixture' },
    ...{ description: 'For tests', asOf: '2024', mentioned: [] },
  },
  sources: [
    {
      id: 'paper',
      file: 'paper.txt',
      sha256: '0'.repeat(64),
      type: 'article-newspaper',
      'container-title': 'Morning Paper',
      language: 'de',
    },
    { id: 'site', file: 'site.txt', sha256: '0'.repeat(64), type: 'webpage', language: 'de' },
  ],
  people: [
    person('ballbach', 'Eric J. Ballbach', {
      kind: 'expert',
      roles: [{ role: 'Korea expert', affiliation: 'Stiftung Wissenschaft und Politik' }],
    }),
    person('selenskyj', 'Wolodymyr Selenskyj', { aliases: ['Volodymyr Zelensky', 'Selenski'] }),
    person('frank', 'Rüdiger Frank', { kind: 'expert' }),
    person('kim-yo-jong', 'Kim Yo Jong', { kind: 'official' }),
  ],
  scenarios: [
    scenario('seoul-weapons', 1, 'Weapons from Seoul', 'Waffen aus Südkorea'),
    scenario('ground-troops', 2, 'Western ground troops', 'Westliche Bodentruppen'),
  ],
  statements: [
    statement('ballbach-weapons', 'ballbach', 'He can imagine that weapons are delivered.', {
      quotes: [quote('Südkorea könnte KM-SAM liefern')],
      stances: [
        { scenario: 'seoul-weapons', axis: 'predictive', value: 'possible', why: 'could' },
        { scenario: 'ground-troops', axis: 'normative', value: 'opposes', why: 'warns' },
      ],
    }),
    statement('selenskyj-talks', 'selenskyj', 'Weapons will be a topic of the talks.', {
      source: 'site',
      form: 'mixed',
      quotes: [quote('Wir werden über Waffen reden')],
      translation: 'We will talk about weapons',
      stances: [{ scenario: 'seoul-weapons', axis: 'none', value: 'none', why: 'only talk' }],
    }),
    statement('kim-threat', 'kim-yo-jong', 'She threatens revenge for the usual reasons.', {
      quotes: [quote('Vergeltung und Rache')],
      stances: [
        { scenario: 'ground-troops', axis: 'predictive', value: 'unlikely', why: 'a threat' },
      ],
    }),
  ],
  figures: [
    {
      id: 'fig-soldiers',
      source: 'paper',
      value: 10_000,
      comparator: 'about',
      unit: 'soldiers',
      counted: 'soldiers who arrived',
      by: 'selenskyj',
      relayedBy: [],
      asOf: '2024-10',
      span,
    },
    {
      id: 'fig-some',
      source: 'site',
      comparator: 'thousands',
      unit: 'soldiers',
      counted: 'all of them',
      by: 'frank',
      relayedBy: [],
      asOf: '2024-10',
      span,
    },
  ],
  events: [{ id: 'ev-visit', title: 'A visit to Kyiv', date: '2024-11', source: 'site', span }],
  relations: [],
};
