/**
 * An invented pack: a quarrel over a harbour, thirteen scenarios, with one of everything that a
 * view has to show.
 */
import type {
  PackData,
  Person,
  Scenario,
  Source,
  Stance,
  Statement,
} from '../../src/pack/schema.ts';

const sha256 = 'a1'.repeat(32);

function source(id: string, rest: Partial<Source>): Source {
  return { id, file: `${id}.txt`, sha256, type: 'article-newspaper', language: 'de', ...rest };
}

function person(id: string, name: string, kind: Person['kind'], rest: Partial<Person> = {}) {
  return { id, name, kind, aliases: [], roles: [], ...rest };
}

function scenario(rung: number, id: string, title: string, rest: Partial<Scenario> = {}): Scenario {
  return {
    id,
    rung,
    title,
    titles: { de: `Deutsch: ${title}` },
    proposition: `It happens: ${title.toLowerCase()}.`,
    actor: 'Northmark',
    status: 'Only mentioned',
    asOf: '2024-11',
    drivers: [],
    brakes: [],
    indicators: [],
    consequences: [],
    reported: [],
    nearest: [],
    silent: [],
    ...rest,
  };
}

let end = 0;
function statement(
  id: string,
  speaker: string,
  german: string | undefined,
  summary: string,
  rest: Partial<Statement>,
): Statement {
  const start = end + 10;
  end = start + 100;
  const quotes = german === undefined ? [] : [{ exact: german, start, end: start + german.length }];
  return {
    id,
    source: 'kurier',
    speaker,
    relayedBy: [],
    date: '2024-10-24',
    form: german === undefined ? 'indirect' : 'direct',
    quotes,
    span: { start, end, sha256 },
    summary,
    stances: [],
    ...rest,
  };
}

type Rest = { condition?: string; cue?: string };
const should = (scenario: string, value: 'favours' | 'opposes', why: string, rest: Rest = {}) =>
  ({ scenario, axis: 'normative', value, why, ...rest }) satisfies Stance;
const will = (
  scenario: string,
  value: 'certain' | 'likely' | 'possible' | 'unlikely' | 'excluded',
  why: string,
  rest: Rest = {},
) => ({ scenario, axis: 'predictive', value, why, ...rest }) satisfies Stance;
const neither = (scenario: string, why: string) =>
  ({ scenario, axis: 'none', value: 'none', why }) satisfies Stance;

const LONG_QUOTE =
  'Wer heute Schiffe in den Hafen schickt, der muss morgen erklären, weshalb er sie nicht wieder ' +
  'abziehen kann, und übermorgen, weshalb die Sicherheitsratsverhandlungen daran gescheitert sind, ' +
  'dass niemand rechtzeitig nein gesagt hat.';

export const HARBOUR: PackData = {
  pack: {
    format: 1,
    language: 'en',
    id: 'harbour',
    title: 'The harbour',
    description: 'An invented quarrel over a harbour.',
    asOf: '2024-10/2024-11',
    mentioned: [],
  },
  sources: [
    source('kurier', {
      'container-title': 'Küstenkurier',
      title: 'Streit um den Hafen',
      issued: '2024-11',
      language: 'de-CH',
      marks: '«»',
    }),
    source('bote', {
      'container-title': 'Morgenbote',
      issued: '2024-10-28',
      note: 'Without title',
    }),
    source('blatt', { type: 'webpage' }),
  ],
  people: [
    person('outlet-kurier', 'Küstenkurier', 'outlet'),
    person('agency', 'Nordagentur', 'outlet'),
    person('jonsen', 'Åse Jönsen', 'politician', {
      aliases: ['Aase Joensen', 'Jonsen'],
      roles: [
        { role: 'Foreign minister', affiliation: 'Government of Northmark', asOf: '2024-11' },
      ],
    }),
    person('weiss', 'Ulrich Weiß', 'expert', {
      roles: [{ role: 'Researcher', affiliation: 'Institute for Maritime Security' }],
    }),
    person('palmgren', 'Ida Palmgren', 'expert'),
    person('harbour-office', 'Harbour office', 'official', {
      roles: [{ role: 'Office of the harbour master' }],
    }),
    person('admiral', 'Per Holm', 'military', {
      roles: [{ role: 'Admiral', affiliation: 'Navy of Northmark' }],
    }),
    person('insider', 'a diplomat', 'anonymous'),
  ],
  scenarios: [
    scenario(1, 'observers', 'Observers at the harbour', {
      titles: { de: 'Beobachter im Hafen' },
      status: 'Agreed, none sent',
    }),
    scenario(2, 'aid', 'Aid convoys'),
    scenario(3, 'talks', 'Talks broken off'),
    scenario(4, 'sanctions', 'Sanctions on shipping'),
    scenario(5, 'patrols', 'Patrols outside the harbour', {
      titles: { de: 'Patrouillen vor dem Hafen' },
      proposition: 'Ships of Northmark patrol outside the harbour.',
      status: 'Considered by the navy',
    }),
    scenario(6, 'patrols-armed', 'Armed patrols', { variantOf: 'patrols' }),
    scenario(7, 'blockade', 'A blockade', {
      titles: { de: 'Eine Blockade' },
      proposition: 'Northmark closes the harbour to ships of the other side.',
      status: 'Demanded by one politician',
    }),
    scenario(8, 'mines', 'Mines in the strait'),
    scenario(9, 'landing', 'Troops land at the harbour', {
      titles: { de: 'Truppen landen im Hafen' },
      proposition: 'Northmark lands troops at the harbour, whatever their task.',
      actor: 'Northmark, alone or with others',
      status: 'Discussed, nothing decided',
      drivers: [
        { text: 'The patrols have changed nothing', by: 'jonsen', statement: 'jonsen-landing' },
        { text: 'Winter closes the land route' },
      ],
      brakes: [{ text: 'The risk of a wider war', by: 'weiss', statement: 'weiss-landing' }],
      indicators: [{ text: 'Ships gathering in the south', by: 'insider' }],
      consequences: [{ text: 'An end of all talks', statement: 'weiss-landing' }],
      silent: ['Who would command the troops', 'How long they would stay'],
    }),
    scenario(10, 'strikes', 'Strikes on the docks'),
    scenario(11, 'islands', 'The islands are taken'),
    scenario(12, 'alliance', 'The alliance joins in'),
    scenario(13, 'war', 'War along the whole coast', {
      titles: { de: 'Krieg an der ganzen Küste' },
      status: 'Feared by some',
    }),
  ],
  statements: [
    statement(
      'jonsen-landing',
      'jonsen',
      'Landen wir, besser spät als nie.',
      'She asks for troops.',
      {
        date: '[..2024-11]',
        dateNote: 'The article gives only its own month.',
        medium: 'X',
        translation: 'Let us land, better late than never.',
        context: 'Said of troops at the harbour.',
        stances: [
          should('landing', 'favours', "'besser spät als nie' asks for it", {
            condition: 'if the talks fail',
          }),
        ],
      },
    ),
    statement('weiss-landing', 'weiss', LONG_QUOTE, 'He warns of troops that cannot leave.', {
      translation:
        'Whoever sends ships into the harbour today must explain tomorrow why they cannot be ' +
        'withdrawn, and the day after why the talks in the security council failed because nobody ' +
        'said no in time.',
      stances: [
        should('landing', 'opposes', 'names only what speaks against it'),
        will('war', 'possible', 'does not rule it out', { cue: 'muss morgen erklären' }),
        neither('talks', 'mentions that they failed'),
      ],
    }),
    statement('admiral-ready', 'admiral', 'jederzeit bereit', 'The navy could land at any time.', {
      source: 'bote',
      form: 'mixed',
      date: '2024-10',
      relayedBy: ['agency'],
      translation: 'ready at any time',
      stances: [
        will('landing', 'likely', "'bereit' with a date"),
        should('patrols', 'favours', 'asks for more ships'),
      ],
    }),
    statement('insider-landing', 'insider', undefined, 'A landing is being prepared, he says.', {
      source: 'blatt',
      form: 'reported',
      date: 'XXXX',
      to: 'the Nordagentur',
      stances: [will('landing', 'certain', 'speaks of orders given')],
    }),
    statement(
      'palmgren-landing',
      'palmgren',
      'Das halte ich für möglich.',
      'She holds it possible.',
      {
        stances: [
          will('landing', 'possible', "'möglich'"),
          will('patrols', 'possible', "'möglich', said of both"),
          will('blockade', 'possible', "'möglich', said of all three"),
        ],
        translation: 'I hold that to be possible.',
      },
    ),
    statement(
      'weiss-doubt',
      'weiss',
      'Das wird nicht geschehen.',
      'He does not expect a landing.',
      {
        translation: 'That will not happen.',
        stances: [
          will('landing', 'unlikely', "'wird nicht'"),
          will('blockade', 'excluded', 'same'),
        ],
      },
    ),
    statement(
      'kurier-landing',
      'outlet-kurier',
      undefined,
      'The paper tells how loud the call is.',
      {
        form: 'authorial',
        stances: [neither('landing', 'describes a debate')],
      },
    ),
    statement(
      'office-observers',
      'harbour-office',
      'Wir erwarten Gäste.',
      'Observers are awaited.',
      {
        holder: 'jonsen',
        stances: [will('observers', 'certain', "'erwarten'")],
      },
    ),
    statement('jonsen-blockade', 'jonsen', 'Eine Blockade? Nein.', 'She wants no blockade.', {
      source: 'bote',
      translation: 'A blockade? No.',
      date: '2024-10-20/2024-10-24',
      stances: [should('blockade', 'opposes', "'Nein'")],
    }),
    statement('admiral-blockade', 'admiral', undefined, 'He would close the harbour at once.', {
      source: 'bote',
      stances: [should('blockade', 'favours', 'asks for it')],
    }),
    statement('weiss-alone', 'weiss', 'Der Winter wird lang.', 'He speaks of the winter.', {
      translation: 'The winter will be long.',
    }),
  ],
  figures: [
    {
      id: 'fig-ships',
      source: 'bote',
      value: 1200,
      comparator: 'about',
      unit: 'containers',
      counted: 'containers waiting at the quay',
      by: 'harbour-office',
      relayedBy: [],
      asOf: '2024-10',
      statement: 'office-observers',
      span: { start: 0, end: 10, sha256 },
    },
  ],
  events: [
    {
      id: 'ev-summit',
      title: 'A summit on the island',
      date: '2024-10-30',
      place: 'Sandholm',
      source: 'bote',
      span: { start: 0, end: 10, sha256 },
    },
  ],
  relations: [
    {
      id: 'rel-patrols-landing',
      from: 'patrols',
      to: 'landing',
      kind: 'makes-likelier',
      statement: 'jonsen-landing',
      why: 'patrols first, then troops',
    },
  ],
};
