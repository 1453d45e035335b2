/** Commands that answer a question, run on the fixture pack without a process. */
import { describe, expect, test } from 'vitest';
import { LISTED } from '../../src/cli/choices.ts';
import { runCheck } from '../../src/commands/check.ts';
import { runCite } from '../../src/commands/cite.ts';
import { runCompare } from '../../src/commands/compare.ts';
import { runExport } from '../../src/commands/export.ts';
import { runList } from '../../src/commands/list.ts';
import { runSearch } from '../../src/commands/search.ts';
import { runShow } from '../../src/commands/show.ts';
import { parseAddress } from '../../src/explorer/address.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { answer } from '../support/request.ts';

const pack = loadPack('test/fixtures/pack');

/** What a command answers, as text. */
async function textOf(run: Parameters<typeof answer>[0], args: string[], options = {}) {
  return (await answer(run, { args, pack, ...options })).text;
}
const jsonOf = async (run: Parameters<typeof answer>[0], args: string[], options = {}) =>
  JSON.parse(await textOf(run, args, { json: true, ...options }));

describe('search', () => {
  test('a hit has all that a chat needs: words, translation, who, role, outlet, date', async () => {
    const shown = await textOf(runSearch, ['winter', 'söderström'], { limit: 1 });
    const text = shown.replace(/\s+/g, ' ');
    expect(text).toContain('«Die Fähre muss auch im Winter fahren»');
    expect(text).toContain('“The ferry has to run in winter as well” (our translation)');
    expect(text).toContain('Söderström');
    expect(text).toContain('Seeblick, 22 Oct 2024');
    expect(text).toContain('should it? favours it');
    expect(text).toContain('rungs show soederstroem-winter');
  });

  test('in JSON a hit needs no second call', async () => {
    const [hit] = await jsonOf(runSearch, ['kaum', 'bezahlen']);
    expect(hit).toMatchObject({
      type: 'statement',
      id: 'mueller-cost',
      title: expect.stringContaining('Müller: '),
      speaker: { id: 'mueller', name: expect.stringContaining('Müller') },
      role: expect.any(String),
      relayedBy: [{ id: 'nordfunk' }],
      form: 'mixed',
      date: '2024-10?',
      quotes: [{ exact: 'kaum zu bezahlen', start: 127, end: 143 }],
      translation: 'hardly affordable',
      summary: expect.any(String),
      stances: [
        { scenario: 'winter-ferry', axis: 'normative', value: 'opposes' },
        { scenario: 'winter-ferry', axis: 'predictive', value: 'unlikely' },
      ],
      source: { id: 'seeblick', 'container-title': 'Seeblick', issued: '2024-10-24' },
      matched: { how: 'exact', similar: [] },
    });
  });

  test('in JSON it is told how a mistyped word was found', async () => {
    const [hit] = await jsonOf(runSearch, ['söderstrom', 'wintter']);
    expect(hit.matched.how).toBe('similar');
    expect(hit.matched.similar[0]).toMatchObject({ asked: 'wintter', used: ['winter'] });
  });

  // The quote is «Die Fähre muss auch im Winter fahren».
  const HALF = ['"fähre muss im winter auch segeln"'];
  const LABEL = 'Not word for word in these sources; nearest: “Fähre muss ';
  const TOLD = 'given “auch segeln”, there nothing';
  test.each([
    ['for a terminal', { columns: 200, width: 200 }],
    ['in a pipe', { isFitted: false }],
    ['a line a hit', { short: true }],
    ['in Markdown', { format: 'markdown' }],
  ])('a half-remembered quote is shown with what differs, %s', async (_, options) => {
    const [first] = (await textOf(runSearch, HALF, options)).replaceAll('\\', '').split('\n');
    expect(first).toMatch(LABEL);
    expect(first).toContain('*auch* im Winter');
    expect(first).toContain(TOLD);
  });

  test('what differs in a half-remembered quote is told in JSON', async () => {
    const [{ matched }] = await jsonOf(runSearch, HALF);
    expect(matched).toMatchObject({
      how: 'near',
      nearest: [
        {
          asked: 'fähre muss im winter auch segeln',
          passage: 'Fähre muss auch im Winter',
          isQuote: true,
          differences: [
            { given: '', found: 'auch' },
            { given: 'auch segeln', found: '' },
          ],
          changed: [[11, 15]],
        },
      ],
    });
  });

  test('an answer takes a dozen lines at most unless more is asked for', async () => {
    const long = structuredClone(pack);
    for (const statement of long.statements)
      statement.translation = 'a long translation '.repeat(40);
    for (const query of ['ferry', 'söderström', 'winter', 'who is against the winter ferry']) {
      const text = await textOf(runSearch, [query], { pack: long });
      expect(text.split('\n').length, text).toBeLessThanOrEqual(12);
    }
    const asked = await textOf(runSearch, ['winter', 'söderström'], {
      pack: long,
      limit: 3,
    });
    expect(asked).toContain('a long translation');
  });

  test('what only an article tells is found in it, where the reader has it', async () => {
    const call = { args: ['ausgeschlossen'], pack: loadPack('test/fixtures/pack') };
    const { text } = await answer(runSearch, { ...call, sources: 'test/fixtures/sources' });
    expect(text.replace(/\s+/g, ' ')).toMatch(/in the article of .*: "Eine Brücke ist ausges/);
    expect((await answer(runSearch, call)).text).not.toContain('in the article of ');
  });

  test('nothing found is an empty array in JSON, and code 1', async () => {
    const found = await answer(runSearch, { args: ['zzzz'], pack, json: true });
    expect(found).toMatchObject({ text: '[]', code: 1 });
  });

  test('words that find something alone are told where all of them find nothing', async () => {
    const { note } = await answer(runSearch, { args: ['ferry', 'elephant'], pack });
    expect(note).toMatch(/^nothing found: ferry elephant; nearest: ferry \(\d+\)$/);
  });

  test('says how many more there are', async () => {
    expect(await textOf(runSearch, ['ferry'], { limit: 1 })).toMatch(/\d+ more: --limit \d+$/);
  });

  test('--lang translation shows our translation alone', async () => {
    const text = await textOf(runSearch, ['winter', 'söderström'], {
      limit: 1,
      lang: 'translation',
    });
    expect(text).not.toContain('Die Fähre');
    expect(text).toContain('The ferry has to run');
  });

  test('in Markdown each hit is an item, and nothing of it is markup', async () => {
    const text = await textOf(runSearch, ['kind:statement'], { format: 'markdown' });
    expect(text.split('\n').every((line) => line.startsWith('- '))).toBe(true);
    const data = structuredClone(pack);
    for (const statement of data.statements) statement.summary = '*a* [b](c) <d> `e` | #f';
    const escaped = await textOf(runSearch, ['town', 'bridge'], { format: 'markdown', pack: data });
    expect(escaped).toContain('\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\| \\#f');
  });
});

describe('show', () => {
  test.each([
    ['bridge', 'bridge'],
    ['1', 'the scenario on rung 1'],
    ['mueller', 'a person'],
    ['Jean-Luc Müller', 'a person by name'],
    ['seeblick', 'a source'],
    ['mueller-c', 'the beginning of an id'],
  ])('%s: %s', async (name) => {
    expect((await jsonOf(runShow, [name])).length).toBe(1);
    expect(await textOf(runShow, [name])).not.toBe('');
    expect(await textOf(runShow, [name], { format: 'markdown' })).not.toBe('');
  });

  test('every record of a pack can be shown, in every form', async () => {
    const { sources, people, scenarios, statements, figures, events } = pack;
    const ids = [sources, people, scenarios, statements, figures, events].flatMap((records) =>
      records.map(({ id }) => id),
    );
    const shown = await jsonOf(runShow, ids);
    expect(shown.map(({ id }: { id: string }) => id)).toEqual(ids);
    for (const id of ids) {
      for (const format of ['text', 'markdown']) {
        expect(await textOf(runShow, [id], { format })).not.toMatch(/^$|undefined|NaN|\[object/);
      }
    }
  });

  test('several beginnings are too many', async () => {
    const call = textOf(runShow, ['soederstroem-']);
    await expect(call).resolves.toContain('Söderström');
    await expect(textOf(runShow, ['s'])).rejects.toMatchObject({
      code: 1,
      message: expect.stringMatching(/^"s" can mean \d+ things: /),
    });
  });
});

describe('list', () => {
  test.each([['scenarios'], ['statements'], ['people'], ['sources'], ['figures'], ['events']])(
    '%s: one line each, the id first',
    async (kinds) => {
      const lines = (await textOf(runList, [kinds], { isFitted: false })).split('\n');
      const ids = (await jsonOf(runList, [kinds])).map(({ id }: { id: string }) => id);
      const listed = lines.map((line) => line.split(' ')[0]).filter((id) => id !== '');
      expect(listed).toEqual(ids);
      expect(ids.length).toBe(pack[kinds as 'people'].length);
    },
  );

  test('one of a kind is its kind; several kinds one after the other', async () => {
    expect(await textOf(runList, ['person'])).toBe(await textOf(runList, ['people']));
    const both = await jsonOf(runList, ['people', 'sources']);
    expect(both.length).toBe(pack.people.length + pack.sources.length);
  });
});

describe('compare', () => {
  test('in JSON has a cell for each scenario in each row', async () => {
    const { scenarios, aspects } = await jsonOf(runCompare, ['1', '2']);
    expect(scenarios.length).toBe(2);
    expect(aspects.length).toBeGreaterThan(3);
    for (const { cells } of aspects) expect(cells.length).toBe(2);
  });

  test.each([[60], [80], [120], [160]])('at %i columns no quote is cut', async (columns) => {
    const text = await textOf(runCompare, ['bridge', 'winter-ferry'], { columns });
    expect(text).not.toContain('more line');
    expect(text).toContain('SHARED SPEAKERS');
  });
});

test.each(LISTED)('the address of each of the %s opens where it is shown', async (kinds) => {
  const library = createLibrary(pack);
  const listed = await jsonOf(runList, [kinds]);
  expect(listed).not.toEqual([]);
  for (const { type, id, address } of listed) {
    const place = parseAddress(address, library);
    if (type === 'figure' || type === 'event') expect(place).not.toHaveProperty('problem');
    else expect(place).toMatchObject({ view: type, id });
  }
});

describe('cite', () => {
  test('in short, a statement has no notes; a person is told with the ids of what they said', async () => {
    expect(await textOf(runCite, ['mueller-cost'], { format: 'short' })).toMatch(
      /^«kaum zu bezahlen» \(“hardly affordable”, our translation\) — .*Müller, Seeblick, .*2024.*$/,
    );
    const text = await textOf(runCite, ['mueller'], { format: 'text' });
    expect(text).toContain('\n  mueller-cost: «kaum zu bezahlen»');
  });

  test('who is no publication is told with the ids that can be cited', async () => {
    await expect(textOf(runCite, ['mueller'], { format: 'bibtex' })).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('references: mueller-cost'),
    });
  });

  test('a statement as CSL-JSON carries its words as a note', async () => {
    expect(await jsonOf(runCite, ['soederstroem-winter'])).toEqual([
      {
        id: 'soederstroem-winter',
        type: 'article-newspaper',
        title: 'Streit um die Seefähre',
        'container-title': 'Seeblick',
        issued: { 'date-parts': [[2024, 10, 24]] },
        language: 'de-CH',
        note: await textOf(runCite, ['soederstroem-winter']),
      },
    ]);
  });

  test('a source without outlet and date leaves them out', async () => {
    expect(await jsonOf(runCite, ['uferpost'])).toEqual([
      { id: 'uferpost', type: 'webpage', language: 'de' },
    ]);
    expect(await textOf(runCite, ['uferpost'], { format: 'bibtex' })).toBe(
      '@misc{uferpost,\n  language = {de},\n}',
    );
  });

  test('BibTeX takes nothing of a text for a command', async () => {
    const data = structuredClone(pack);
    data.sources[0]!.title = '50 % & {more} \\for_$1 #~^';
    const text = await textOf(runCite, ['seeblick'], { format: 'bibtex', pack: data });
    expect(text).toContain(
      'title = {{50 \\% \\& \\textbraceleft{}more\\textbraceright{} \\textbackslash{}for\\_\\$1 \\#\\textasciitilde{}\\textasciicircum{}}}',
    );
    expect(text).toContain('month = oct');
  });

  test('a scenario can be pasted, but is no publication', async () => {
    expect(await textOf(runCite, ['bridge'])).toContain('(rung ');
    await expect(textOf(runCite, ['bridge'], { format: 'bibtex' })).rejects.toMatchObject({
      code: 2,
    });
  });
});

test('export json is the pack with the field names of the YAML', async () => {
  expect(JSON.parse(await textOf(runExport, ['json']))).toEqual(pack);
});

describe('check', () => {
  test('says what a pack holds and lacks', async () => {
    const { text, code = 0 } = await answer(runCheck, { args: ['test/fixtures/pack'], pack });
    expect(code).toBe(0);
    expect(text).toContain(`${pack.statements.length} statements`);
    expect(text).toMatch(/0 errors, \d+ warnings?$/);
  });

  test('in JSON names the gaps', async () => {
    const { counts, gaps } = await jsonOf(runCheck, ['test/fixtures/pack']);
    expect(counts.scenarios).toBe(pack.scenarios.length);
    expect(gaps.translationMissing).toEqual(
      pack.statements.flatMap(({ id, quotes, translation }) =>
        quotes.length > 0 && !translation ? [id] : [],
      ),
    );
  });

  test('a bad pack has code 2, and every problem a line', async () => {
    const { text, code } = await answer(runCheck, { args: ['test/fixtures/none'], pack });
    expect(code).toBe(2);
    expect(text).toMatch(/does not exist/);
  });
});
