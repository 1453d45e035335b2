import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../../src/play/emulator.ts';
import { ATTACKS, hostilePack } from './hostile-pack.ts';
import { type OpenSession, openInEmulator } from './session.ts';

/** All that rungs means to send: styles, cursor, erasing, its modes, a copy. Never `ESC [3J`. */
const MEANT = new RegExp(
  [
    '\\u001B\\[[\\d;]*m',
    '\\u001B\\[\\d*[ABCDG]',
    '\\u001B\\[(?:\\d+;\\d+)?H',
    '\\u001B\\[[012]?[JK]',
    '\\u001B\\[\\?(?:25|1049|2004|2026)[hl]',
    '\\u001B\\]52;c;[\\w+/=]*\\u0007',
  ].join('|'),
  'g',
);
/** What is written from right to left, kept apart by rungs: opened, and closed at its end. */
const ISOLATED = /\u2068([\u0590-\u08FF](?:[^\u2066-\u2069]*[\u0590-\u08FF])?)\u2069/g;
const HARMFUL =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** A copy of a quote has all that stands in the source and does no harm. */
const KEPT = /\u00AD|[\u200B-\u200F]|\u061C|\uFE0F/gu;

const data = hostilePack();

/** Sees everything there is: every page, comparison, search, help, palette, copies. */
const VISIT: readonly string[] = [
  ...[1, 2, 3].flatMap((rung) => [`${rung} `, '\r', 'y', 'jjj', 'y', 'jjj', 'L', 'jjj', 'G', 'gj']),
  ...['hhh1\r', 'jj\r', 'y', 'jjjj', 'jjjj', '\r', 'jj', '\r', 'G', 'hhhhhh'],
  ...['c', 'y', 'jjj', 'jjj', 'jjj', '\r', 'h', '\u001B', 'm', 'jl', '\u001B'],
  ...['\u0015bridge', '\r', 'y', 'n', '\u001B', '\u001B', '?', 'zz', '\u001B', ':', 'q', '\u001B'],
];

/** Every attack as a query. */
const PASTE: readonly string[] = ATTACKS.map((attack) => `/\u0015\u001B[200~${attack}\u001B[201~`);

async function visit(session: OpenSession, all: readonly string[]): Promise<void> {
  for (const keys of all) await session.type(keys);
}

function expectHarmless(raw: string): void {
  const rest = raw
    .replaceAll(MEANT, '')
    .replaceAll(/[\r\n]/g, '')
    .replaceAll(ISOLATED, '$1');
  expect(rest.match(new RegExp(`.{0,40}${HARMFUL.source}.{0,40}`, 'u'))).toBeNull();
  for (const [, base64 = ''] of raw.matchAll(/\u001B\]52;c;([^\u0007]*)\u0007/g)) {
    const copied = Buffer.from(base64, 'base64').toString('utf8');
    // A line feed would end a line in a shell. A table has lines, but none that a shell runs.
    for (const line of copied.split('\n')) expect(line.replace(KEPT, '')).not.toMatch(HARMFUL);
    expect(copied).toMatch(/^(?:.*|(?:\|.*\|\n?)*)$/u);
  }
}

describe('a hostile pack', () => {
  it.each([
    [80, 24, [...VISIT, ...PASTE]],
    [150, 30, VISIT],
  ])('sends nothing that is not meant, at %i×%i', async (columns, rows, keys) => {
    const session = await openInEmulator(data, { columns, rows });
    await visit(session, keys);
    expect(session.screen()).toMatchObject({ alternate: true, cursor: { visible: false } });
    await session.close();
    expect(session.screen()).toMatchObject({ alternate: false, cursor: { visible: true } });
    expect(session.raw()).toContain('\u001B]52;c;');
    expectHarmless(session.raw());
  });

  it('sends nothing that is not meant to a screen reader, and draws no line', async () => {
    const env = { INK_SCREEN_READER: 'true' };
    const session = await openInEmulator(data, { columns: 80, rows: 24 }, { env });
    await visit(session, [...VISIT, ...PASTE]);
    await session.close();
    expectHarmless(session.raw());
    expect(session.raw()).not.toMatch(/[│─┼┊▸●]|\u001B\[\?1049h/);
  });

  it('leaves its words to be read', async () => {
    const session = await openInEmulator(data, { columns: 100, rows: 40 });
    const ladder = session.rows().join('\n');
    expect(ladder).toMatch(/A bridge .*end/);
    await session.close();
  });

  it.each(['6', '11'] as const)(
    'shifts no border, with the widths of Unicode %s',
    async (widths) => {
      const session = await openInEmulator(data, { columns: 130, rows: 40 }, { widths });
      for (const keys of ['2', '1', '\r', 'jjj', 'jjj', '\r', 'jj', 'hh', '/bridge', '\r']) {
        await session.type(keys);
        expect(unbroken(session.screen()), keys).toHaveLength(1);
      }
      await session.close();
    },
  );
});

/** Columns with a line from under the title to above the footer. */
function unbroken({ cells, columns }: Screen): number[] {
  const body = cells.slice(1, -1);
  return Array.from({ length: columns }, (_, column) => column).filter((column) =>
    body.every((row) => row[column]?.text === '│'),
  );
}

describe('random keys and pastes', () => {
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...'jkhlgGnNrcuysx[]/?:q123 \t\r\u001B\u007F') },
    fc.constantFrom(
      '\u001B[A',
      '\u001B[B',
      '\u001B[C',
      '\u001B[5~',
      '\u001B[6~',
      '\u001BOP',
      '\u0015',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'binary' }).map((text) => `\u001B[200~${text}\u001B[201~`),
    fc.constantFrom(...ATTACKS),
  );

  it('do no harm to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(key, { minLength: 20, maxLength: 40 }), async (keys) => {
        const session = await openInEmulator(data, { columns: 90, rows: 20 });
        for (const one of keys) await session.type(one);
        await session.close();
        expectHarmless(session.raw());
        expect(session.screen()).toMatchObject({ alternate: false, cursor: { visible: true } });
      }),
      { numRuns: 8 },
    );
  });
});
