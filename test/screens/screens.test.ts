/**
 * Whole screens: every tape of this folder is played, and its frames are those of the golden file
 * beside it. `npx vitest run test/screens -u` writes them; read what changed before you commit it.
 */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runPlay } from '../../src/commands/play.ts';
import { openPack } from '../../src/pack/open.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

const FOLDER = 'test/screens';
const shipped = openPack('.');
const tapes = readdirSync(FOLDER).filter((name) => name.endsWith('.tape'));

it.each(tapes)('%s', async (tape) => {
  const { text } = await runPlay({
    args: [`${FOLDER}/${tape}`],
    options: { color: 'auto', lang: 'both' },
    columns: 80,
    isFitted: false,
    theme: makeTheme(0),
    now: new Date(),
    pack: () => shipped,
  });
  await expect(`${text}\n`).toMatchFileSnapshot(tape.replace('.tape', '.txt'));
});
