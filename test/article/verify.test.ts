import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { runVerify } from '../../src/commands/verify.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { sha256 } from '../../src/pack/sha256.ts';
import { answer } from '../support/request.ts';

const pack = loadPack('test/fixtures/pack');
const QUOTE = 'Die Fähre muss auch im Winter fahren';
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-sources-'));
  cpSync('test/fixtures/sources', dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The failures after the article is rewritten. */
function failuresAfter(rewrite: (text: string) => string, data: PackData = pack) {
  const file = join(dir, 'seeblick.txt');
  writeFileSync(file, rewrite(readFileSync(file, 'utf8')));
  return verify(data, dir).failures;
}

/** The pack with one of its quotes, the ferry in winter, changed. */
function withQuote(change: Partial<{ exact: string; start: number; end: number }>): PackData {
  const data = structuredClone(pack);
  const statement = data.statements.find(({ id }) => id === 'soederstroem-winter')!;
  Object.assign(statement.quotes[0]!, change);
  return data;
}

/** A pack of one source, with a statement on a passage for each of some quotes. */
function packOf(text: string, exacts: readonly string[], start: number, end: number): PackData {
  const first = pack.statements[0]!;
  const span = { start: 0, end, sha256: sha256([...text].slice(0, end).join('')) };
  const file = { id: 'made', file: 'made.txt', type: 'book', language: 'en' };
  return {
    ...pack,
    pack: { ...pack.pack, mentioned: [] },
    figures: [],
    events: [],
    sources: [{ ...file, sha256: sha256(text) }],
    statements: exacts.map((exact, index) => ({
      ...first,
      id: `made-${index}`,
      source: 'made',
      span,
      quotes: [{ exact, start, end: start + exact.length }],
    })),
  };
}

function check(text: string, data: PackData): string[] {
  writeFileSync(join(dir, 'made.txt'), text);
  return verify(data, dir).failures.map(({ what }) => what);
}

describe('sources as they were read', () => {
  test('have nothing wrong', () => {
    const { sources, records, failures, extra, unchecked } = verify(pack, dir);
    expect(sources.map(({ state }) => state)).toEqual(['same', 'same']);
    expect({ failures, extra, unchecked }).toEqual({ failures: [], extra: [], unchecked: [] });
    const checked = records.find(({ id }) => id === 'soederstroem-winter');
    expect(checked).toMatchObject({
      isPassageSame: true,
      quotes: [{ exact: QUOTE, isAtPlace: true, isInMarks: true }],
    });
  });
});

describe('files', () => {
  test('missing: what it holds is not checked', () => {
    rmSync(join(dir, 'uferpost.txt'));
    const { failures, sources, unchecked } = verify(pack, dir);
    expect(failures).toEqual([
      {
        source: 'uferpost',
        what: 'file-missing',
        expected: 'uferpost.txt',
        found: 'no such file',
      },
    ]);
    expect(sources.map(({ state }) => state)).toEqual(['same', 'missing']);
    expect(unchecked.length).toBeGreaterThan(0);
  });

  test('under another name: missing, and where its text is', () => {
    renameSync(join(dir, 'uferpost.txt'), join(dir, 'other.txt'));
    const { failures, extra } = verify(pack, dir);
    expect(extra).toEqual(['other.txt']);
    expect(failures[0]?.found).toBe('no such file; its text is in other.txt');
  });

  test('extra: named, and no failure', () => {
    writeFileSync(join(dir, 'third.txt'), 'Ein dritter Artikel.');
    const { failures, extra } = verify(pack, dir);
    expect({ failures, extra }).toEqual({ failures: [], extra: ['third.txt'] });
  });

  test('hidden: of no interest', () => {
    writeFileSync(join(dir, '.DS_Store'), 'x');
    expect(verify(pack, dir).extra).toEqual([]);
  });

  test('changed only behind all that is quoted: the file fails, nothing else', () => {
    const failures = failuresAfter((text) => `${text} Ende.`);
    expect(failures.map(({ what }) => what)).toEqual(['file-changed']);
    expect(failures[0]?.expected).not.toBe(failures[0]?.found);
  });
});

describe('nothing is read but files of the folder', () => {
  const failureOf = (file: string) => {
    const data = structuredClone(pack);
    data.sources[0]!.file = file;
    const [failure] = verify(data, dir).failures;
    return [failure?.what, failure?.found];
  };
  beforeEach(() => {
    mkdirSync(join(dir, 'in'));
    writeFileSync(join(dir, 'secret.txt'), 'SECRET');
    for (const name of ['seeblick.txt', 'uferpost.txt']) {
      renameSync(join(dir, name), join(dir, 'in', name));
    }
    dir = join(dir, 'in');
  });
  afterEach(() => {
    dir = join(dir, '..');
  });

  const NO_NAME = 'is no name of a file; a source names its file without a folder';
  test.each([
    ['../secret.txt', NO_NAME],
    ['/etc/passwd', NO_NAME],
    ['..', NO_NAME],
    ['link', 'is a link that leaves the folder; put the file itself there'],
    ['folder', 'is no file'],
    ['pipe', 'is no file'],
    ['device', 'is a link that leaves the folder; put the file itself there'],
    ['loop', 'cannot be read (ELOOP)'],
  ])('%s', (file, found) => {
    symlinkSync('../secret.txt', join(dir, 'link'));
    symlinkSync('/dev/zero', join(dir, 'device'));
    symlinkSync('loop', join(dir, 'loop'));
    mkdirSync(join(dir, 'folder'));
    execFileSync('mkfifo', [join(dir, 'pipe')]);
    expect(failureOf(file)).toEqual(['file-refused', found]);
  });

  test('a link to another file of the folder is followed', () => {
    symlinkSync('seeblick.txt', join(dir, 'link'));
    expect(failureOf('link')).toEqual([undefined, undefined]);
  });
});

describe('quotes', () => {
  test('moved: the nearest place is told, in code points and as line and column', () => {
    const failures = failuresAfter((text) => `😀\n${text}`);
    const moved = failures.find(({ record }) => record === 'soederstroem-winter');
    expect(moved).toMatchObject({
      what: 'quote-moved',
      expected: `${QUOTE} at 25-61`,
      nearest: { start: 27, end: 63, line: 4, column: 2 },
    });
    const passage = failures.findLast(({ record }) => record === 'soederstroem-winter');
    expect(passage).toMatchObject({
      what: 'passage-altered',
      expected: expect.stringMatching(/^SHA-256 [0-9a-f]{64} at \d+-\d+$/),
      nearest: { start: 26, line: 4 },
    });
  });

  test('of several places, the nearest', () => {
    const failures = failuresAfter((text) => `«${QUOTE}» ${text} «${QUOTE}»`);
    expect(failures.find(({ what }) => what === 'quote-moved')?.nearest?.start).toBe(1);
  });

  test('in other letters: what stands there instead', () => {
    const failures = failuresAfter((text) => text.replace(QUOTE, QUOTE.replace('Fähre', 'FÄHRE')));
    expect(failures[1]).toMatchObject({
      what: 'quote-altered',
      found: 'Die FÄHRE muss auch im Winter fahren',
      nearest: { start: 25, end: 61 },
    });
  });

  test('nowhere: what stands at the place', () => {
    const failures = failuresAfter((text) => text.replace('Winter', 'Sommer'));
    expect(failures[1]).toMatchObject({
      what: 'quote-absent',
      found: 'Die Fähre muss auch im Sommer fahren',
    });
    expect(failures[1]).not.toHaveProperty('nearest');
  });

  test('outside the quotation marks of the source', () => {
    const failures = failuresAfter((text) => text.replace(`«${QUOTE}»`, `(${QUOTE})`));
    expect(failures[1]).toMatchObject({
      what: 'quote-outside-marks',
      expected: `${QUOTE} inside quotation marks`,
      found: `(${QUOTE})`,
    });
  });

  test('only part of what stands in the marks is inside them', () => {
    const data = withQuote({ exact: 'Die Fähre muss', end: 39 });
    expect(verify(data, dir).failures).toEqual([]);
  });

  test('across a closing mark is not inside them', () => {
    const exact = 'im Winter fahren»';
    const data = withQuote({ exact, start: 45, end: 62 });
    expect(verify(data, dir).failures.map(({ what }) => what)).toEqual(['quote-outside-marks']);
  });

  test('of punctuation alone are looked for once', () => {
    const data = withQuote({ exact: '!?', end: 27 });
    expect(verify(data, dir).failures.map(({ what }) => what)).toEqual(['quote-absent']);
  });

  test('cut inside a word', () => {
    const data = withQuote({ exact: 'Die Fähre muss auch im Wint', end: 52 });
    expect(verify(data, dir).failures).toMatchObject([{ what: 'quote-cut', found: 'Winter' }]);
  });

  test('cut inside the last word of a sentence: the word alone is told', () => {
    const text = 'Er sagte: «Das war im Winter.»';
    writeFileSync(join(dir, 'made.txt'), text);
    const { failures } = verify(packOf(text, ['im Wint'], 19, [...text].length), dir);
    expect(failures).toMatchObject([{ what: 'quote-cut', found: 'Winter' }]);
  });

  test.each([
    ['“It is a ‘fact’ now,” he said.', 'a ‘fact’ now', []],
    ['“It is a ‘fact’ now,” he said.', 'a ‘fact', ['quote-unpaired']],
    ['“It is "odd, but true,” he said.', 'is "odd', ['quote-unpaired']],
    ['He wrote "in 2024" and 5" or so.', 'in 2024', ['quote-unclear']],
    ['“ Spaced ”, he said.', 'Spaced ', ['quote-outside-marks']],
    ['‘I can’t,’ he said.', 'I can', ['quote-cut']],
    ['“It rose by 5.3 percent,” he said.', 'It rose by 5', ['quote-cut']],
    ['“He came.Nobody left,” she said.', 'He came', []],
    ['“It is well- known,” he said.', 'It is well', []],
    ['“It is well-known,” he said.', 'It is well', ['quote-cut']],
  ])('in %j: %j', (text, exact, expected) => {
    const start = text.indexOf(exact);
    expect(check(text, packOf(text, [exact], start, [...text].length))).toEqual(expected);
  });

  test('where opening and closing marks look alike, between two quotes is outside', () => {
    const text = readFileSync(join(dir, 'uferpost.txt'), 'utf8');
    writeFileSync(join(dir, 'uferpost.txt'), `"Ja", ${text.replace(/"/g, '')} "Nein"`);
    const { failures } = verify(pack, dir);
    expect(failures.map(({ what }) => what)).toContain('quote-moved');
    const data = structuredClone(pack);
    const quote = data.statements.find(({ source, quotes }) => source === 'uferpost' && quotes[0])!
      .quotes[0]!;
    Object.assign(quote, { start: 6, end: 6 + quote.exact.length });
    const outside = verify(data, dir).failures.map(({ what }) => what);
    expect(outside).toContain('quote-outside-marks');
  });
});

describe('in long texts', () => {
  test.each([
    ['a word that stands there 300,000 times', 'e'.repeat(300_000), 'e!', 10],
    ['a word that is quoted 3,000 times', 'He said “word” and so on. '.repeat(3000), 'word', 10],
    ['an altered passage of half the text', 'Some words of it. '.repeat(10_000), 'of it', 95_000],
  ])('%s is looked for', (_, text, exact, end) => {
    const data = packOf(text, [exact], 1, end);
    const [statement] = data.statements;
    statement!.span.sha256 = sha256('something else');
    expect(check(text, data)).toContain('passage-altered');
  });
});

describe('rungs verify', () => {
  test('tells what was expected and what stands there, with code 1', async () => {
    const file = join(dir, 'seeblick.txt');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Winter', 'Sommer'));
    const { text, code } = await answer(runVerify, { pack, sources: dir });
    expect(code).toBe(1);
    expect(text).toContain('seeblick (seeblick.txt): CHANGED');
    expect(text).toContain(`expected: ${QUOTE} at 25-61`);
    expect(text).toContain('found:    Die Fähre muss auch im Sommer fahren');
    expect(text).toMatch(/\d+ checks, 3 failed$/);
  });

  test('--json has every check', async () => {
    const { text, code } = await answer(runVerify, { pack, sources: dir, json: true });
    expect(code).toBe(0);
    const { failed, sources, records } = JSON.parse(text);
    expect([failed, sources.length]).toEqual([0, pack.sources.length]);
    expect(records.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(pack.statements.map(({ id }) => id)),
    );
  });

  test('an unreadable folder is wrong use', async () => {
    const call = answer(runVerify, { pack, sources: join(dir, 'none') });
    await expect(call).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('ENOENT'),
    });
  });
});
