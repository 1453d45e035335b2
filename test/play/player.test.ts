import { describe, expect, it } from 'vitest';
import { ansiOf, textOf } from '../../src/play/emulator.ts';
import { goldenText } from '../../src/play/golden.ts';
import {
  type Frame,
  PlayError,
  type PlayOptions,
  play,
  type StartProgram,
} from '../../src/play/player.ts';
import { parseTape } from '../../src/play/tape.ts';
import { startFake } from './fake.ts';

const playText = (text: string, options?: PlayOptions) => play(parseTape(text), startFake, options);
const ansiRows = (frame?: Frame) => ansiOf(frame?.runs ?? []);
const errorOf = (text: string) =>
  playText(text).then(
    () => undefined,
    (error: unknown) => error as PlayError,
  );

describe('frames', () => {
  it('are the screens after each command that is not hidden', async () => {
    const { frames } = await playText(
      'Down 2\nHide\nUp\nShow\nSet FontSize 3\nSleep 1s\nType "jj"',
    );
    const selected = frames.map(({ text }) => text.findIndex((row) => row.startsWith('>')));
    expect(selected).toEqual([2, 1, 1, 3]);
    expect(frames.map(({ at }) => at.line)).toEqual([1, 4, 6, 7]);
    expect(frames[0]?.text).toHaveLength(24);
    expect(ansiRows(frames[0])[2]).toBe('\u001B[1;38;5;134m> 한국어 서울\u001B[0m');
  });

  it('have the name that a Screenshot gives: those before it, or where that is hidden, its own', async () => {
    const { frames } = await playText(
      'Down\nScreenshot one.png\nDown\nHide\nUp\nScreenshot "two 2"\nScreenshot three\nShow',
    );
    const selected = frames.map(({ text }) => text.findIndex((row) => row.startsWith('>')));
    expect(frames.map(({ name }, index) => [name, selected[index]])).toEqual([
      ['one', 1],
      [undefined, 2],
      ['two 2', 1],
      ['three', 1],
      [undefined, 1],
    ]);
  });

  it('include the last screen even if it is hidden', async () => {
    const { frames, screen, exitCode } = await playText('Hide\nDown');
    expect(frames).toEqual([]);
    expect(textOf(screen)[1]).toBe('> Erweiterung');
    expect(exitCode).toBeUndefined();
  });

  it('are the same whenever they are made', async () => {
    const tape = '# size: 60x10\nDown 3\nType "kk"\nSleep 2s\n# size: 40x8\nEnter\nCtrl+C';
    const texts = await Promise.all(Array.from({ length: 20 }, () => playText(tape)));
    const goldens = texts.map(({ frames }) => goldenText(frames) + frames.map(ansiRows));
    expect(new Set(goldens).size).toBe(1);
  });
});

describe('the program', () => {
  it('finds the settings of the tape', async () => {
    const tape = '# size: 50x9\n# now: 2026-11-22T10:00Z\n# color: none\nSleep 1.5s\nEnter';
    const { frames } = await playText(tape);
    expect(frames[1]?.text[6]).toBe('50x9 en_US.UTF-8 2026-11-22T10:00:01.500Z');
    expect(ansiRows(frames[1])[0]).toBe('> Ballbach');
  });

  it('is started with the size and environment of the options, unless Env says otherwise', async () => {
    const options = { size: { columns: 45, rows: 8 }, env: { LANG: 'x', NO_COLOR: '1' } };
    const { screen, frames } = await playText('# size: 50x9\nEnv LANG "y"\nEnter', options);
    expect(textOf(screen)[6]).toMatch(/^45x8 y /);
    expect(ansiRows(frames[0])[0]).toBe('> Ballbach');
  });

  it('is resized', async () => {
    const { screen } = await playText('Enter\n# size: 48x7');
    expect(screen).toMatchObject({ columns: 48, rows: 7 });
    expect(textOf(screen)[6]).toMatch(/^48x7/);
  });

  it('gets pastes in brackets, from the tape or from what it copied', async () => {
    const { frames } = await playText('Copy "a b"\nPaste\nType "y"\nPaste');
    expect(JSON.parse(frames[1]?.text[5] ?? '')).toBe('\u001B[200~a b\u001B[201~');
    expect(JSON.parse(frames[3]?.text[5] ?? '')).toBe('\u001B[200~copied\rü\u001B[201~');
  });

  it('gets nothing from an empty clipboard', async () => {
    const { frames } = await playText('Type "x"\nPaste');
    expect(frames[1]?.text).toEqual(frames[0]?.text);
  });

  it('can end, and what it leaves is a frame', async () => {
    const { frames, screen, exitCode } = await playText('Ctrl+C\nSleep 1s\n# size: 10x5');
    expect(exitCode).toBe(130);
    expect(frames[0]?.text[0]).toBe('bye');
    expect(screen).toMatchObject({ alternate: false, cursor: { visible: true }, columns: 10 });
  });

  it('is stopped at the end, also after an error', async () => {
    const stops: string[] = [];
    const start: StartProgram = (terminal) => {
      const driven = startFake(terminal);
      return { ...driven, stop: () => stops.push('stop') };
    };
    await play(parseTape('Enter'), start);
    await expect(play(parseTape('Wait /no/'), start)).rejects.toThrow(PlayError);
    await play(parseTape('Type "q"'), start);
    expect(stops).toHaveLength(2);
  });

  it('passes its own errors on', async () => {
    const start: StartProgram = (terminal) => ({
      ...startFake(terminal),
      exited: Promise.reject(new Error('boom')),
    });
    await expect(play(parseTape('Enter'), start)).rejects.toThrow('boom');
  });
});

describe('errors', () => {
  it('says which Wait did not match, and what was there', async () => {
    const error = await errorOf('Down\nWait+Screen /> Erw/\nWait+Screen /> Ball/');
    expect(error?.message).toBe('tape:3:1: the screen does not match /> Ball/');
    expect(error?.text[1]).toBe('> Erweiterung');
  });

  it("looks at the cursor's line alone, or at the whole screen", async () => {
    await playText('Wait /80x24/\nWait+Screen /^> Ball/\nWait');
    expect((await errorOf('Wait /Ballbach/'))?.message).toMatch("the cursor's line does not match");
  });

  it('says which key came too late', async () => {
    const error = await errorOf('Enter\nType "aqb"');
    expect(error?.message).toBe('tape:2:1: the program has ended (exit code 0): no more keys');
  });
});
