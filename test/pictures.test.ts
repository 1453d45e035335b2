import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runPlay } from '../src/commands/play.ts';
import { openPack } from '../src/pack/open.ts';
import { makeTheme } from '../src/terminal/theme.ts';

const FOLDER = 'docs/pictures';
const shipped = openPack('.');
const tapes = readdirSync(FOLDER).filter((name) => name.endsWith('.tape'));

test.each(tapes)('%s is what its picture shows; `npm run pictures` makes it anew', async (tape) => {
  const answer = await runPlay({
    args: [`${FOLDER}/${tape}`],
    options: {
      color: 'auto',
      lang: 'both',
      format: 'svg',
      golden: `${FOLDER}/${tape.replace('.tape', '.svg')}`,
    },
    columns: 80,
    isFitted: false,
    theme: makeTheme(0),
    now: new Date(),
    pack: () => shipped,
  });
  expect(answer).toEqual({ text: '' });
});
