/** A pack in English about sources in five languages, from the first question to every export. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { CITATION_FORMATS, EXPORT_FORMS } from '../../src/cli/choices.ts';
import { COMMANDS } from '../../src/cli/table.ts';
import { VIEWS } from '../../src/explorer/views/table.ts';
import { languageOf } from '../../src/languages/languages.ts';
import { jsonSchemas } from '../../src/pack/json-schema.ts';
import { loadPack } from '../../src/pack/load.ts';
import { buildLindhaven } from '../support/build-lindhaven.ts';
import { call } from '../support/run.ts';

const LINDHAVEN = 'test/fixtures/lindhaven';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** The German of the shipped pack: its quotes and titles, and common words; no English ones. */
function germanWords(): Set<string> {
  const { sources, scenarios, statements } = loadPack('.');
  const german = [
    ...statements.flatMap(({ quotes }) => quotes.map(({ exact }) => exact)),
    ...scenarios.map(({ titles }) => titles?.de ?? ''),
    ...sources.map(({ title = '' }) => title),
    ...(languageOf('de')?.common ?? []),
  ];
  const english = [
    ...statements.flatMap(({ summary, translation = '' }) => [summary, translation]),
    ...scenarios.flatMap(({ title, proposition, status }) => [title, proposition, status]),
    ...Object.values(filesOf(LINDHAVEN)),
  ];
  const known = new Set(english.flatMap(wordsOf));
  return new Set(german.flatMap(wordsOf).filter((word) => !known.has(word)));
}

let german: Set<string> | undefined;
/** What is German in a text: words, labels, and what only the shipped pack knows. */
function germanIn(text: string): string[] {
  german ??= germanWords();
  const words = wordsOf(text).filter((word) => german?.has(word));
  return [...words, ...(text.match(/German|Deutsch|\bDE\b|titleDe|[„]|direct involvement/g) ?? [])];
}

let dir: string;
let asked: string[];
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-lindhaven-'));
  asked = await buildLindhaven(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
  );

describe('adding statements', () => {
  test('makes the pack that is in the repository', () => {
    expect(filesOf(dir)).toEqual(filesOf(LINDHAVEN));
  });

  test('asks nothing about German', () => {
    expect(asked.flatMap(germanIn)).toEqual([]);
  });

  test('tells the language of each article, and asks for a translation only of another', () => {
    const { sources } = loadPack(LINDHAVEN);
    expect(Object.fromEntries(sources.map(({ id, language }) => [id, language]))).toEqual({
      'harbour-herald': 'en',
      'the-evening-packet': 'en',
      'the-lindhaven-mail': 'en',
      quayside: 'en',
      'council-of-lindhaven': 'en',
      'le-courrier-du-port': 'fr',
      'portovyi-vestnik': 'ru',
      'gang-xin-wen': 'ja',
      'shyfh-lmyn': 'ar',
    });
    expect(asked.filter((text) => text.startsWith('Your translation'))).toHaveLength(6);
  });

  test('gives readable ids to names in any script', () => {
    const ids = loadPack(LINDHAVEN).people.map(({ id }) => id);
    expect(ids).toContain('anna-grigorenko');
    expect(ids.filter((id) => id.startsWith('new'))).toEqual([]);
  });

  test('stands between quotation marks of every kind, to the character', () => {
    expect(verify(loadPack(LINDHAVEN), join(LINDHAVEN, 'articles')).failures).toEqual([]);
    const quotes = new Map(
      loadPack(LINDHAVEN).statements.map((one) => [one.id, one.quotes.map(({ exact }) => exact)]),
    );
    expect(Object.fromEntries(quotes)).toEqual({
      'calder-ban': [
        'We have counted eleven near misses since the autumn.',
        'A ban at night is the least that the town must do.',
      ],
      'pike-needless': ['needless'],
      'whitlock-licence': [
        'A licence for every drone won’t stop anybody,',
        'It costs time.',
        'Still, I’d rather have a licence than a ban.',
      ],
      'company-licence': ['will most likely be in force by summer'],
      'pike-closing': [
        'I can’t see why we’d close the port to them,',
        'The pilots’ fears aren’t borne out by the figures.',
      ],
      'whitlock-mistake': [
        'a mistake',
        'It was never voted on,',
        'and whoever says it was ‘rushed through’ is being polite.',
      ],
      'pike-this-year': ['I would not rule out a ban, but it will not come this year.'],
      'vannier-mistake': [
        'Une interdiction de nuit serait une erreur',
        'Nous n’avons pas besoin d’une zone fermée, et personne ne la demande.',
      ],
      'lazarev-closing': ['Мы закроем порт для беспилотников, если не будет правил'],
      'grigorenko-unlikely': ['маловероятно'],
      'morikawa-necessary': ['夜間の飛行禁止は必要だ'],
      'kobayashi-rules': ['規制は夏までに進む可能性が高い'],
      'calder-night-ban': ['If the council waits until autumn, somebody will be hurt.'],
      'haddad-ban': ['لا بد من حظر الطيران ليلاً فوق الميناء', 'قد يصدر قبل الصيف'],
    });
  });
});

test('what counts as German is found in the shipped pack', async () => {
  const { out } = await call(['show', '11', '--data', '.']);
  expect(germanIn(out).length).toBeGreaterThan(30);
});

test('the schemas that editors show speak of no German', () => {
  expect(JSON.stringify(jsonSchemas())).not.toMatch(/German|Deutsch|titleDe|English/);
});

describe('a pack from nothing, by commands', () => {
  const pack = () => join(dir, 'pack');
  const add = async (kind: string, what: string, answers?: object): Promise<string> => {
    const file = join(dir, 'answers.json');
    if (answers) writeFileSync(file, JSON.stringify(answers));
    const given = answers ? ['--answers', file] : [];
    const { code, out, err } = await call(['add', kind, what, '--data', pack(), ...given]);
    expect([code, err.includes('rungs: ') ? err : '']).toEqual([0, '']);
    expect(germanIn(out + err)).toEqual([]);
    return out;
  };

  test('takes sources, people, scenarios and statements in any script', async () => {
    expect((await call(['init', '--empty', pack()])).code).toBe(0);
    const scenario = { actor: 'The council', status: 'Debated', proposition: 'No drone may fly.' };
    expect(await add('scenario', 'A ban at night', scenario)).toContain('a-ban-at-night');
    await add('source', `${LINDHAVEN}/articles/arabic.txt`);
    const person = { personKind: 'expert', personRole: 'Head of the pilots’ union' };
    expect(await add('person', 'ليلى حداد', person)).toMatch(/^Added lyla-hdd to /);
    const said = await add('statement', join(pack(), 'articles/arabic.txt'), {
      passage: 'قالت ليلى حداد … الصيف».',
      quotes: 'all',
      speaker: 'ليلى حداد',
      form: 'mixed',
      date: '2025-03',
      summary: 'She demands the ban.',
      translation: 'There must be a ban on flying over the port at night … may come before summer',
      stances: [
        {
          scenario: 'a-ban-at-night',
          axis: 'normative',
          value: 'favours',
          cue: 'لا بد',
          why: 'So.',
        },
      ],
    });
    expect(said).toContain('Verified against');
    for (const args of [
      ['check', pack(), '--sources', join(pack(), 'articles')],
      ['verify', '--data', pack(), '--sources', join(pack(), 'articles')],
      ['search', 'حظر', '--data', pack()],
      ['cite', 'lyla-hdd', '--data', pack()],
      ...EXPORT_FORMS.map((form) => ['export', form, '--data', pack()]),
    ]) {
      const { code, out } = await call(args);
      expect([args, code, germanIn(out)]).toEqual([args, 0, []]);
    }
  });
});

describe('the program', () => {
  const DATA = ['--data', LINDHAVEN];
  /** What is printed, where nothing is wrong and nothing German in it. */
  const printed = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await call([...DATA, ...args]);
    expect([code, err.includes('rungs: ') && !args.includes('export') ? err : '']).toEqual([0, '']);
    expect(germanIn(out)).toEqual([]);
    return out;
  };

  test('checks and verifies it, the hedges in the words of the sources too', async () => {
    const sources = ['--sources', `${LINDHAVEN}/articles`];
    expect(await printed('check', ...sources)).toMatch(/\n0 errors, 0 warnings\n$/);
    expect(await printed('check', ...sources)).not.toContain('without a translation');
    expect(await printed('verify', ...sources)).toContain(' 0 failed');
  });

  test.each([
    ['規制', '小林'],
    ['可能性', '小林'],
    ['飛行', '森川'],
    ['Grigorenko', 'Григоренко'],
    ['маловероятно', 'Григоренко'],
    ['zone fermée', 'Vannier'],
    ['حظر', 'ليلى حداد'],
    ['rather have a licence', 'Whitlock'],
    ['kind:company', 'Lindhaven Port Company'],
  ])('finds %s', async (words, found) => {
    expect(await printed('search', '--limit', '1', '--', words)).toContain(found);
  });

  test('cites in the marks of each source, our translation only where it is another language', async () => {
    expect(await printed('cite', 'calder-ban')).not.toContain('translation');
    expect(await printed('cite', 'vannier-mistake')).toMatch(
      /^«Une interdiction de nuit serait une erreur» … .*\(“A ban at night.*”, our translation\)/,
    );
    expect(await printed('cite', 'morikawa-necessary', '--lang', 'ja')).toMatch(
      /^「夜間の飛行禁止は必要だ」 — 森川/,
    );
    expect(await printed('cite', 'morikawa-necessary', '--lang', 'en')).toMatch(
      /^“A ban on flights/,
    );
  });

  test.each([
    ['list'],
    ...['scenarios', 'statements', 'people', 'sources', 'figures', 'events'].map((kind) => [
      'list',
      kind,
    ]),
    ['matrix'],
    ['matrix', '--rows', 'statements'],
    ['matrix', '--format', 'csv'],
    ['people'],
    ['figures'],
    ['timeline'],
    ['timeline', '--statements'],
    ['relations'],
    ['compare', 'night-ban', 'port-closed', 'drone-licence'],
    ['compare', 'night-ban', 'port-closed', '--format', 'markdown'],
    ['search', 'ban'],
    ['search', '--format', 'markdown', 'council waits'],
    ['search', '--short', 'who is for the ban at night'],
    ...['night-ban', 'haddad-ban', 'lindhaven-port-company', 'near-misses', 'hearing'].map((id) => [
      'show',
      id,
    ]),
    ['show', 'gang-xin-wen', '--format', 'markdown'],
    ...CITATION_FORMATS.map((form) => ['cite', 'haddad-ban', '--format', form]),
    ...EXPORT_FORMS.map((form) => ['export', form]),
    ['export', 'webannotation', '--sources', `${LINDHAVEN}/articles`],
  ])('%s %s has nothing German', async (...args) => {
    expect(await printed(...args)).not.toBe('');
  });

  test.each(COMMANDS.map(({ name }) => name))('rungs help %s speaks of no German', async (name) => {
    const { code, out } = await call(['help', ...(name === '' ? [] : [name])]);
    expect([code, out.match(/German|Deutsch/g)]).toEqual([0, null]);
  });

  test('and every view: the frames of its tape', () => {
    const frames = readFileSync('test/screens/lindhaven.txt', 'utf8');
    const names = [...frames.matchAll(/^── (.*?) ─+$/gm)].map(([, name = '']) => name);
    for (const view of Object.keys(VIEWS)) {
      const shown = { compare: 'comparison' }[view] ?? view;
      expect(names.some((name) => name.startsWith(shown))).toBe(true);
    }
    for (const more of ['palette', 'help', 'filter', 'ladder wide']) expect(names).toContain(more);
    expect(germanIn(frames)).toEqual([]);
  });

  test('uses the words that the pack sets', async () => {
    expect(await printed('show', 'lindhaven-port-company')).toContain('company');
    expect(await printed('matrix', '--kind', 'company')).toContain('Lindhaven Port Company');
  });

  test('refuses a language that nothing is in', async () => {
    const { code, err } = await call(['cite', 'calder-ban', '--lang', 'de', ...DATA]);
    expect([code, err]).toEqual([2, expect.stringContaining('"de" is no language here')]);
  });
});

test('experts are called few only where they are', async () => {
  const { out } = await call(['people', '--data', LINDHAVEN]);
  expect(out).toContain('EXPERT (4)');
  expect((await call(['people', '--data', '.'])).out).toContain('of 44 who speak: experts are few');
});
