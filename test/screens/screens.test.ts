/**
 * Whole screens: every tape of this folder is played, and its frames are those of the golden file
 * beside it. `npx vitest run test/screens -u` writes them; read what changed before you commit it.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/commands/command.ts';
import { runPlay } from '../../src/commands/play.ts';
import { openPack } from '../../src/pack/open.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

const shipped = openPack('.');

const tapesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tape'));
const played = (tape: string, options: Partial<Options> = {}) =>
  runPlay({
    args: [tape],
    options: { color: 'auto', lang: 'both', ...options },
    columns: 80,
    isFitted: false,
    theme: makeTheme(0),
    now: new Date(),
    pack: () => shipped,
  });

describe('frames', () => {
  it.each(tapesIn('test/screens'))('%s', async (tape) => {
    const { text } = await played(`test/screens/${tape}`);
    await expect(`${text}\n`).toMatchFileSnapshot(tape.replace('.tape', '.txt'));
  });
});

describe('pictures of the documentation; `npm run pictures` makes them anew', () => {
  it.each(tapesIn('docs/pictures'))('%s', async (tape) => {
    const golden = `docs/pictures/${tape.replace('.tape', '.svg')}`;
    const answer = await played(`docs/pictures/${tape}`, { format: 'svg', golden });
    expect(answer).toEqual({ text: '' });
  });
});
