/**
 * Tasks of everyday, each a tape of this folder: it ends with what must be on the screen, and takes
 * no more keys than are stated here. Keys between `Hide` and `Show` lead to where a task begins.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseTape } from '../../src/play/tape.ts';
import { createPlayer, type Player } from '../screens/player.ts';

/** The most keys that each task may take, letters of a search among them. */
const BUDGET: Readonly<Record<string, number>> = {
  'who-is-against': 5,
  'copy-from-comparison': 12,
  'all-selenskyj-says': 7,
  'on-24-october': 11,
  'how-many-soldiers': 1,
  'experts-who-doubt': 2,
  'back-to-the-ladder': 1,
  'for-and-against-everywhere': 1,
  'others-of-the-source': 6,
  'share-a-place': 1,
  'five-quotes-as-a-page': 18,
};

/** How many keys of a tape are the task's own. */
function keysOf(tape: string): number {
  let isHidden = false;
  let keys = 0;
  for (const command of parseTape(readFileSync(tape, 'utf8')).commands) {
    if (command.kind === 'hide' || command.kind === 'show') isHidden = command.kind === 'hide';
    if (command.kind === 'keys' && !isHidden) keys += command.keys.length;
  }
  return keys;
}

let player: Player;
beforeAll(async () => {
  player = await createPlayer();
});

describe('tasks', () => {
  it('each has a tape and a budget', () => {
    const tapes = readdirSync('test/tasks').filter((name) => name.endsWith('.tape'));
    expect(tapes.map((name) => name.replace('.tape', '')).sort()).toEqual(
      Object.keys(BUDGET).sort(),
    );
  });

  it.each(Object.entries(BUDGET))('%s takes at most %i keys', async (name, most) => {
    const tape = `test/tasks/${name}.tape`;
    expect(keysOf(tape)).toBeLessThanOrEqual(most);
    // A `Wait` that is not met throws.
    await player.play(tape);
  });
});
