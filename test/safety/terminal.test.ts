/** The terminal is left whole, whatever happens: seen by a shell in a pseudo-terminal. */
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FATAL } from '../../src/terminal/session.ts';
import { PROGRAM } from '../support/run.ts';
import { bundlePrograms, openShell, removeFolder, type Shell } from './shell.ts';

let folder: string;
let shell: Shell;
let modes: string;

beforeAll(async () => {
  folder = await bundlePrograms({ faulty: 'test/safety/program.ts' });
});

afterAll(() => removeFolder(folder));

beforeEach(async () => {
  shell = openShell({ RUNGS_DATA: 'test/fixtures/pack', XDG_STATE_HOME: folder });
  modes = await shell.run('stty -a');
  expect(modes).toContain(' icanon');
});

afterEach(() => shell.end());

const LADDER = /Ladder.*Ferry in winter.*quit/s;

let pid: number;

/** Starts a program and waits for its first frame. */
async function start(program = `${PROGRAM} --fresh`): Promise<void> {
  shell.type(`sh -c 'echo pid=$$; exec node ${program}'; echo "exit=$?"\n`);
  await shell.shows(LADDER);
  pid = Number(/.*pid=(\d+)/s.exec(shell.bytes())?.[1]);
  expect(shell.emulator.screen()).toMatchObject({ alternate: true, cursor: { visible: false } });
  expect(shell.emulator.bracketedPaste).toBe(true);
}

/** The terminal is as it was before. */
async function expectWhole(): Promise<void> {
  expect(shell.emulator.screen()).toMatchObject({ alternate: false, cursor: { visible: true } });
  expect(shell.emulator.bracketedPaste).toBe(false);
  expect(await shell.run('stty -a')).toBe(modes);
}

describe('the terminal is whole after', () => {
  it.each([
    ['q', 'q', 0],
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-C while typing', '/x\u0003', 130],
  ])('%s', async (_, keys, code) => {
    await start();
    shell.type(keys);
    await shell.shows(new RegExp(`exit=${code}`));
    await expectWhole();
  });

  it.each(FATAL)('%s', async (name) => {
    await start();
    process.kill(pid, name);
    await shell.shows(new RegExp(`exit=${128 + constants.signals[name]}`));
    await expectWhole();
    expect(shell.bytes()).not.toContain('Debugger');
  });

  it.each([
    ['a paste that is never closed', '\u001B[200~abc'],
    ['an answer that is never ended', '\u001B]11;rgb:'],
    ['an Escape in the same read', '\u001B'],
  ])('Ctrl-C after %s', async (_, bytes) => {
    await start();
    shell.type(`${bytes}\u0003`);
    await shell.shows(/exit=130/);
    await expectWhole();
  });

  it.each(['component', 'update', 'promise', 'timer'])('an error in %s', async (place) => {
    await start(`${folder}/faulty.mjs ${place}`);
    shell.type('y');
    const text = await shell.shows(/exit=1/);
    expect(text).toContain(`caught: thrown in ${place}`);
    await expectWhole();
  });
});

describe('stopped', () => {
  it.each([
    ['by Ctrl-Z', () => shell.type('\u001A')],
    ['from outside', () => process.kill(pid, 'SIGTSTP')],
  ])('%s and continued, it is where it was', async (_, stop) => {
    await start();
    shell.type('jj\r');
    const before = await shell.shows(/Who would/);
    stop();
    await shell.shows(/Stopped.*exit=148/s);
    await expectWhole();
    shell.type('fg; echo "exit=$?"\n');
    expect(await shell.shows(/Who would/)).toBe(before);
    expect(shell.emulator.screen()).toMatchObject({ alternate: true, cursor: { visible: false } });
    expect(shell.emulator.bracketedPaste).toBe(true);
    shell.type('q');
    await shell.shows(/exit=0/);
    await expectWhole();
  });
});

describe('in a real terminal', () => {
  it('it ends when the terminal goes away', async () => {
    await start();
    expect(process.kill(pid, 0)).toBe(true);
    shell.end();
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 60_000);
  });

  it('what is typed ahead counts, in order', async () => {
    shell.type(`node ${PROGRAM} --fresh; echo "exit=$?"\n`);
    shell.type('/ferry\rjjjj');
    await shell.shows(/Search › Ferry in winter/);
    shell.type('q');
    await shell.shows(/exit=0/);
    await expectWhole();
  });

  it('200 resizes leave it alive, and the last frame exact', async () => {
    shell.resize(100, 30);
    await start();
    const before = await shell.shows(LADDER);
    for (let index = 0; index < 199; index += 1) {
      shell.resize(1 + ((index * 37) % 200), 1 + ((index * 17) % 60));
      if (index % 10 === 0) await wait(10);
    }
    shell.resize(100, 30);
    await vi.waitFor(async () => expect(await shell.shows(/./)).toBe(before), 60_000);
    shell.type('q');
    await shell.shows(/exit=0/);
  });
});
