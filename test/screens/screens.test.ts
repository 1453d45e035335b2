/**
 * Whole screens: every tape of this folder is played, and its frames are those of the golden file
 * beside it. `npx vitest run test/screens -u` writes them; read what changed before you commit it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPlayer, type Player } from './player.ts';

let player: Player;
beforeAll(async () => {
  player = await createPlayer();
});

const tapesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tape'));

describe('frames', () => {
  it.each(tapesIn('test/screens'))('%s', async (tape) => {
    const format = tape === 'styles.tape' ? 'styles' : 'text';
    const { text } = await player.play(`test/screens/${tape}`, { format });
    await expect(`${text}\n`).toMatchFileSnapshot(tape.replace('.tape', '.txt'));
  });
});

describe('pictures of the documentation; `npm run pictures` makes them anew', () => {
  it('are all shown on their page', () => {
    const page = readFileSync('docs/pictures/README.md', 'utf8');
    const shown = [...page.matchAll(/\((.*)\.svg\)/g)].map(([, name]) => `${name}.tape`);
    expect(shown.sort()).toEqual(tapesIn('docs/pictures').sort());
  });

  it.each(tapesIn('docs/pictures'))('%s', async (tape) => {
    const golden = `docs/pictures/${tape.replace('.tape', '.svg')}`;
    expect(await player.play(`docs/pictures/${tape}`, { format: 'svg', golden })).toEqual({
      text: '',
    });
  });
});
