/**
 * A made-up quarrel told by articles in five languages, with every kind of quotation mark: what
 * somebody would answer to `rungs add statement` for each. test/fixtures/lindhaven holds the articles,
 * and the pack that comes of it.
 */

/** What is answered, by the beginning of the question; what is not here is left empty. */
export type Answers = Record<string, string>;

type Told = {
  article: string;
  /** What is said of the source when it is new. */
  source?: { outlet: string; title: string; issued: string };
  passage: string;
  quotes?: string;
  speaker: { name: string; kind?: string; role?: string };
  form: string;
  date?: string;
  summary: string;
  translation?: string;
  stance: { scenario: string; axis: string; value: string; cue: string; why: string };
  condition?: string;
  id: string;
};

export const INFO = `format: 1
id: lindhaven
title: Drones over the port of Lindhaven
language: en
description: A made-up quarrel in nine made-up texts, of which five are in English.
asOf: 2025-03
ladder: 1 binds the fewest.
kinds:
  company: company
`;

const scenario = (
  id: string,
  rung: number,
  title: string,
  proposition: string,
  status: string,
  more = '',
) =>
  `id: ${id}\nrung: ${rung}\ntitle: ${title}\nproposition: ${proposition}\nactor: The council\nstatus: ${status}\nasOf: 2025-03\n${more}`;

/** The files of the pack that are written by hand. */
export const BY_HAND: Readonly<Record<string, string>> = {
  'data/pack.yaml': INFO,
  'scenarios/drone-licence.yaml': scenario(
    'drone-licence',
    1,
    'A licence for drones',
    'Every drone needs a licence.',
    'Planned',
    'titles: { fr: Un permis pour les drones, ja: ドローンの規制 }\n',
  ),
  'scenarios/night-ban.yaml': scenario(
    'night-ban',
    2,
    'A ban at night',
    'No drone may fly over the port at night.',
    'Debated in the council',
  ),
  'scenarios/port-closed.yaml': scenario(
    'port-closed',
    3,
    'The port closed to drones',
    'No drone may fly there at all.',
    'Threatened',
    'titles: { ru: Порт закрыт для беспилотников, ar: إغلاق الميناء أمام المسيّرات }\n',
  ),
};

export const TOLD: readonly Told[] = [
  {
    article: 'straight.txt',
    source: { outlet: 'Harbour Herald', title: 'Drones over the quay', issued: '2025-03-03' },
    passage: '"We have counted … must do."',
    quotes: 'all',
    speaker: { name: 'Ruth Calder', kind: 'official', role: 'Harbour master' },
    form: 'direct',
    summary: 'She wants a ban at night, after eleven near misses.',
    stance: {
      scenario: 'night-ban',
      axis: 'normative',
      value: 'favours',
      cue: 'must',
      why: 'calls a ban the least that the town must do',
    },
    id: 'calder-ban',
  },
  {
    article: 'straight.txt',
    passage: 'Councillor Owen … for figures.',
    quotes: 'all',
    speaker: { name: 'Owen Pike', kind: 'politician', role: 'Councillor' },
    form: 'mixed',
    summary: 'He finds the ban needless.',
    stance: {
      scenario: 'night-ban',
      axis: 'normative',
      value: 'opposes',
      cue: 'needless',
      why: 'calls the plan needless',
    },
    id: 'pike-needless',
  },
  {
    article: 'curly.txt',
    source: { outlet: 'The Evening Packet', title: 'Who is to fly?', issued: '2025-03-05' },
    passage: '“A licence for … a ban.”',
    quotes: 'all',
    speaker: { name: 'Dana Whitlock', kind: 'expert', role: 'Surveyor' },
    form: 'direct',
    summary: 'She prefers a licence to a ban.',
    stance: {
      scenario: 'drone-licence',
      axis: 'normative',
      value: 'favours',
      cue: 'rather',
      why: 'would rather have it than a ban',
    },
    id: 'whitlock-licence',
  },
  {
    article: 'curly.txt',
    passage: 'Lindhaven Port Company … by summer”.',
    quotes: 'all',
    speaker: { name: 'Lindhaven Port Company', kind: 'company' },
    form: 'mixed',
    summary: 'The company expects the licence by summer.',
    stance: {
      scenario: 'drone-licence',
      axis: 'predictive',
      value: 'likely',
      cue: 'most likely',
      why: 'says most likely',
    },
    id: 'company-licence',
  },
  {
    article: 'single.txt',
    source: { outlet: 'The Lindhaven Mail', title: 'Pilots and their fears', issued: '2025-03-07' },
    passage: '‘I can’t see … figures.’',
    quotes: 'all',
    speaker: { name: 'Owen Pike' },
    form: 'direct',
    summary: 'He sees no reason to close the port.',
    stance: {
      scenario: 'port-closed',
      axis: 'normative',
      value: 'opposes',
      cue: 'can’t see why',
      why: 'sees no reason for it',
    },
    id: 'pike-closing',
  },
  {
    article: 'mixed.txt',
    source: { outlet: 'Quayside', title: 'A vote that was none', issued: '2025-03-11' },
    passage: 'Dana Whitlock called … polite."',
    quotes: 'all',
    speaker: { name: 'Dana Whitlock' },
    form: 'mixed',
    summary: 'She calls the closing a mistake on which nobody voted.',
    stance: {
      scenario: 'port-closed',
      axis: 'normative',
      value: 'opposes',
      cue: 'a mistake',
      why: 'calls it a mistake',
    },
    id: 'whitlock-mistake',
  },
  {
    article: 'transcript.txt',
    source: {
      outlet: 'Council of Lindhaven',
      title: 'Hearing of 6 March 2025',
      issued: '2025-03-06',
    },
    passage: 'I would not … this year.',
    quotes: 'all',
    speaker: { name: 'Owen Pike' },
    form: 'direct',
    summary: 'He expects no ban this year, though he would not rule one out.',
    stance: {
      scenario: 'night-ban',
      axis: 'predictive',
      value: 'unlikely',
      cue: 'will not come this year',
      why: 'says that it will not come this year; later he leaves open',
    },
    id: 'pike-this-year',
  },
  {
    article: 'french.txt',
    source: {
      outlet: 'Le Courrier du port',
      title: 'Les drones au-dessus des quais',
      issued: '2025-03-10',
    },
    passage: 'Une interdiction de … demande.',
    quotes: 'all',
    speaker: { name: 'Claire Vannier', kind: 'politician', role: 'Minister of ports' },
    form: 'direct',
    summary: 'She thinks a ban at night a mistake, and a closed zone needless.',
    translation:
      'A ban at night would be a mistake … We do not need a closed zone, and nobody asks for one.',
    stance: {
      scenario: 'night-ban',
      axis: 'normative',
      value: 'opposes',
      cue: 'erreur',
      why: 'calls it a mistake',
    },
    id: 'vannier-mistake',
  },
  {
    article: 'russian.txt',
    source: { outlet: 'Портовый вестник', title: 'Беспилотники над портом', issued: '2025-03-12' },
    passage: 'Мы закроем порт … Лазарев.',
    quotes: 'all',
    speaker: { name: 'Пётр Лазарев', kind: 'official', role: 'Head of the port' },
    form: 'direct',
    summary: 'He announces that the port will be closed to drones unless there are rules.',
    translation: 'We shall close the port to drones if there are no rules',
    stance: {
      scenario: 'port-closed',
      axis: 'predictive',
      value: 'certain',
      cue: 'закроем',
      why: 'announces it as his own act',
    },
    condition: 'if there are no rules',
    id: 'lazarev-closing',
  },
  {
    article: 'russian.txt',
    passage: 'Эксперт Анна … маловероятно».',
    quotes: 'all',
    speaker: { name: 'Анна Григоренко', kind: 'expert', role: 'Expert' },
    form: 'mixed',
    summary: 'She thinks it unlikely that the port is closed.',
    translation: 'unlikely',
    stance: {
      scenario: 'port-closed',
      axis: 'predictive',
      value: 'unlikely',
      cue: 'маловероятно',
      why: 'says unlikely',
    },
    id: 'grigorenko-unlikely',
  },
  {
    article: 'japanese.txt',
    source: { outlet: '港新聞', title: '港とドローン', issued: '2025-03-13' },
    passage: '森川市長は「夜間の飛行禁止は必要だ」と述べた。',
    quotes: 'all',
    speaker: { name: '森川', kind: 'politician', role: 'Mayor' },
    form: 'direct',
    summary: 'The mayor holds a ban at night to be necessary.',
    translation: 'A ban on flights at night is necessary',
    stance: {
      scenario: 'night-ban',
      axis: 'normative',
      value: 'favours',
      cue: '必要だ',
      why: 'calls it necessary',
    },
    id: 'morikawa-necessary',
  },
  {
    article: 'japanese.txt',
    passage: '専門家の小林氏は「規制は夏までに進む可能性が高い」と予測した。',
    quotes: 'all',
    speaker: { name: '小林', kind: 'expert', role: 'Expert' },
    form: 'direct',
    summary: 'He expects that rules move ahead by summer.',
    translation: 'It is very possible that regulation moves ahead by summer',
    stance: {
      scenario: 'drone-licence',
      axis: 'predictive',
      value: 'likely',
      cue: '可能性が高い',
      why: 'says that it is very possible',
    },
    id: 'kobayashi-rules',
  },
  {
    article: 'arabic.txt',
    source: {
      outlet: 'صحيفة الميناء',
      title: 'الطائرات المسيّرة فوق الميناء',
      issued: '2025-03-14',
    },
    passage: 'قالت ليلى حداد … الصيف».',
    quotes: 'all',
    speaker: { name: 'ليلى حداد', kind: 'expert', role: 'Head of the pilots’ union' },
    form: 'mixed',
    summary: 'She demands the ban at night; the decision may come before summer.',
    translation: 'There must be a ban on flying over the port at night … may come before summer',
    stance: {
      scenario: 'night-ban',
      axis: 'normative',
      value: 'favours',
      cue: 'لا بد',
      why: 'says that there is no way round it',
    },
    id: 'haddad-ban',
  },
];

const head = (kind: string) => `# Brought in by hand: ${kind}.\n\n`;

/** The files that are written by hand once the statements stand. */
export const BY_HAND_THEN: Readonly<Record<string, string>> = {
  'data/events.yaml': `${head('what happened')}- id: council-argues
  title: The council argues over the drones
  date: "2025-03-03"
  dateNote: "'On 3 March 2025'"
  place: Lindhaven
  source: harbour-herald
  span: { start: 22, end: 101, sha256: f1e246d421b36b31396372061199b747c31c67214a5b21104cff096f297f454c }
- id: hearing
  title: The council hears the harbour master
  date: "2025-03-06"
  source: council-of-lindhaven
  span: { start: 0, end: 45, sha256: b219f0d709f7fbd555dd52a3949cd2be78b79752ea3cb018044553ce15ae7480 }
`,
  'data/figures.yaml': `${head('how many')}- id: near-misses
  source: harbour-herald
  value: 11
  unit: near misses
  counted: near misses of drones and ships since the autumn
  by: ruth-calder
  asOf: 2025-03
  statement: calder-ban
  span: { start: 251, end: 304, sha256: 42def70e283dbbff70b95d97ac9aea9a2e56015b79f5b7b8d29a9e1e6ae719dd }
`,
  'data/relations.yaml': `${head('what would bring what')}- id: licence-instead-of-closing
  from: drone-licence
  to: port-closed
  kind: makes-less-likely
  statement: lazarev-closing
  why: would close it only if there are no rules
`,
};

/** What comes in by `rungs import`, and waits to be accepted. */
export const DRAFTS = [
  {
    article: 'transcript.txt',
    passage: 'MS CALDER: It … be hurt.',
    quote: 'If the council waits until autumn, somebody will be hurt.',
    speaker: 'Ruth Calder',
    scenario: 'night-ban',
    axis: 'normative',
    value: 'favours',
    cue: 'will be hurt',
    why: 'warns of what comes without it',
    summary: 'She says that the port needs the ban, and soon.',
  },
];

/** The answers to the questions of `rungs add statement` for one statement. */
export function answersFor(told: Told): Answers {
  const { source, speaker, stance } = told;
  return {
    Outlet: source?.outlet ?? '',
    Title: source?.title ?? '',
    Issued: source?.issued ?? '',
    Passage: told.passage,
    'Words of the speaker': told.quotes ?? '',
    'Speaker (': speaker.name,
    'Add "': 'yes',
    'What kind of person?': speaker.kind ?? '',
    'Role at that time': speaker.role ?? '',
    'More about it?': 'yes',
    'When was it said?': told.date ?? '',
    Form: told.form,
    'What was said': told.summary,
    'Your translation': told.translation ?? '',
    'On which scenario': stance.scenario,
    Axis: stance.axis,
    Stance: stance.value,
    'Under which condition': told.condition ?? '',
    'The hedge or verb': stance.cue,
    'Why, in one line': stance.why,
    'Id of the statement': told.id,
  };
}
