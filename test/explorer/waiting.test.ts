/** The queue of what was brought in: read against its passage, accepted or rejected, one by one. */
import { describe, expect, it } from 'vitest';
import { openCopies } from '../../src/article/copies.ts';
import { loadPack } from '../../src/pack/load.ts';
import { drive, makeWorld } from '../support/world.ts';

const pack = loadPack('test/fixtures/pack');
const IDS = ['mueller-cost', 'town-bridge'];
const data = {
  ...pack,
  statements: pack.statements.map((one) =>
    IDS.includes(one.id) ? { ...one, unreviewed: true as const } : one,
  ),
};
const world = makeWorld(data, { copies: openCopies('test/fixtures/sources'), canSettle: true });

describe('what waits', () => {
  it('stands with its passage from the article', () => {
    const { screen } = drive('80x40', ['w'], world);
    expect(screen).toContain('2 statements wait to be accepted');
    expect(screen).toContain('entgegnete der Ökonom');
    expect(screen).toContain('Town of Seestadt');
    expect(screen).not.toContain('Söderström  ');
  });

  it('is written to the pack when accepted, and the next one is selected', () => {
    const queue = drive('80x40', ['w', '+'], world);
    expect(queue.effects).toEqual([{ kind: 'settle', verdict: 'accept', id: 'mueller-cost' }]);
    expect(queue.screen).toContain('Accepted: mueller-cost');
    expect(queue.screen).toContain('1 statement waits');
    expect(queue.press('-').effects.at(-1)).toEqual({
      kind: 'settle',
      verdict: 'reject',
      id: 'town-bridge',
    });
    expect(queue.screen).toContain('0 statements wait');
    expect(queue.press('+').screen).toContain('No statement waits.');
  });

  it('is brought back when it was rejected, and no more than once', () => {
    const queue = drive('80x40', ['w', '-'], world);
    expect(queue.screen).toContain('u brings it back');
    expect(queue.press('u').effects.at(-1)).toEqual({
      kind: 'settle',
      verdict: 'restore',
      id: 'mueller-cost',
    });
    expect(queue.screen).toContain('2 statements wait');
    expect(queue.press('u').screen).toContain('Nothing was taken away.');
  });

  it('is named by its key on the ladder, where something waits', () => {
    expect(drive('200x40', [], world).rows.at(-1)).toContain('w waiting');
    expect(drive('200x40').rows.at(-1)).not.toContain('waiting');
  });

  it('is opened in the editor, and stays until it is settled', () => {
    const queue = drive('80x40', ['w', 'e'], { ...world, editing: true });
    expect(queue.effects).toEqual([
      { kind: 'edit', record: { kind: 'statement', id: 'mueller-cost' } },
    ]);
    expect(queue.screen).toMatch(/\+ accept .*e edit .*- reject/);
    expect(queue.press('down').press('e').effects.at(-1)).toMatchObject({
      record: { id: 'town-bridge' },
    });
    expect(queue.screen).toContain('2 statements wait');
  });

  it('cannot be settled in a pack that is not one’s own', () => {
    const queue = drive('80x40', ['w', '+'], makeWorld(data));
    expect(queue.effects).toEqual([]);
    expect(queue.screen).toContain('a pack of your own');
  });
});
