/** Leaving with something: what is chosen, copied and edited, in a real terminal and on a real disk. */
import { chmodSync, cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM, rungs } from '../support/run.ts';
import { openShell, type Shell } from './shell.ts';

let dir: string;
let shell: Shell;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-leaving-'));
  cpSync('test/fixtures/pack', join(dir, 'pack'), { recursive: true });
  // As editors do, it takes Ctrl-C for itself.
  mkProgram('vi', `trap '' INT; echo "$@" > ${dir}/edited; echo editing; cat`);
  mkProgram('xclip', `cat > ${dir}/copied`);
  shell = openShell({
    RUNGS_DATA: join(dir, 'pack'),
    XDG_STATE_HOME: dir,
    PATH: `${dir}:${process.env.PATH}`,
    DISPLAY: ':7',
    VISUAL: 'vi',
  });
});

afterEach(() => shell.end());

function mkProgram(name: string, body: string): void {
  writeFileSync(join(dir, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(dir, name), 0o755);
}

const written = (name: string) => readFileSync(join(dir, name), 'utf8');
const LADDER = /Ladder.*Ferry in winter.*(quit|choose)/s;

async function start(options = '', keys = ''): Promise<void> {
  const line = `node ${PROGRAM} --fresh ${options}`;
  shell.type(options ? `out=$(${line}); echo "exit=$? [$out]"\n` : `${line}; echo "exit=$?"\n`);
  await shell.shows(LADDER);
  shell.type(keys);
}

describe('--print', () => {
  it.each([
    ['', /exit=0 \[bridge\]/],
    ['=quote', /exit=0 \[A bridge.*\(rung 2/],
    ['=json', /"town-bridge",.*\}\]/s],
  ])('%s prints the record that is selected when q is pressed', async (form, text) => {
    await start(`--print${form}`, '2q');
    await shell.shows(text);
    expect(shell.emulator.screen()).toMatchObject({ alternate: false, cursor: { visible: true } });
  });

  it('prints nothing at Ctrl-C', async () => {
    await start('--print', '2\u0003');
    await shell.shows(/exit=130 \[\]/);
  });

  it('prints nothing where nothing is selected', async () => {
    await start('--print', 'B');
    await shell.shows(/› Tray/);
    shell.type('q');
    await shell.shows(/no record was selected.*exit=1 \[\]/s);
  });

  it('is refused without a terminal, with a form that is none, and with a tape', () => {
    expect(rungs(['--print'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/terminal/),
    });
    expect(rungs(['--print=yaml'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/id, quote, json/),
    });
    expect(rungs(['--print', '--record', join(dir, 'a.tape')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/do not go together/),
    });
  });
});

describe('y', () => {
  it('copies with a program where one works, and says with which', async () => {
    await start('', '2y');
    await shell.shows(/Copied with xclip:/);
    expect(written('copied')).toMatch(/^A bridge.*\(rung 2/);
    expect(shell.bytes()).not.toContain('\u001B]52');
  });

  it('lets the program read the text where q follows at once', async () => {
    mkProgram('xclip', `sleep 0.3; cat > ${dir}/copied`);
    await start('', '2yq');
    await shell.shows(/exit=0/);
    expect(written('copied')).toMatch(/^A bridge/);
  });

  it('falls back to the terminal, and says why', async () => {
    mkProgram('xclip', 'exit 4');
    mkProgram('xsel', 'exit 5');
    await start('', '2y');
    await shell.shows(/Not copied by a program \(xclip: exit code 4, xsel: exit code 5\)/);
    expect(shell.emulator.clipboard).toMatch(/^A bridge/);
  });
});

describe('e', () => {
  it('hands the terminal over, and takes it back where one was', async () => {
    await start('', '2\r');
    const before = await shell.shows(/Who would/);
    shell.type('e');
    await shell.shows(/editing/);
    expect(shell.emulator.screen()).toMatchObject({ alternate: false, cursor: { visible: true } });
    shell.type('\u0003typed in the editor\n\u0004');
    expect(await shell.shows(/Who would/)).toBe(before);
    expect(written('edited')).toMatch(/^\+\d+ .*statements\.yaml\n$/);
    expect(shell.emulator.screen()).toMatchObject({ alternate: true, cursor: { visible: false } });
    shell.type('q');
    await shell.shows(/exit=0/);
  });

  it('tells of an editor that failed', async () => {
    mkProgram('vi', 'exit 3');
    await start('', '2e');
    await shell.shows(/vi failed: exit code 3\..*bridge\.yaml:1/s);
  });

  it('says why it does nothing', async () => {
    shell.type('unset VISUAL\n');
    await start('', '2e');
    await shell.shows(/No editor is named: set VISUAL or EDITOR/);
    shell.type('q');
    await shell.shows(/exit=0/);
    shell.type('clear; unset RUNGS_DATA\n');
    shell.type(`node ${PROGRAM} --fresh\n`);
    await shell.shows(/Ladder.*quit/s);
    shell.type('e');
    await shell.shows(/Only the files of a pack of your own can be edited/);
  });
});

describe('a pack that changes on disk', () => {
  const scenario = () => join(dir, 'pack/scenarios/bridge.yaml');
  /** As editors do it: a new file takes the place of the old one. */
  const put = (text: string) => {
    writeFileSync(`${scenario()}~`, text);
    renameSync(`${scenario()}~`, scenario());
  };

  it('is read again, the place kept; a broken one is told with its place, and the last whole one stays', async () => {
    await start('', '2\r');
    await shell.shows(/Ladder › A bridge/);
    const text = written('pack/scenarios/bridge.yaml');
    put(text.replace(/title: .*/, 'title: A bridge for walkers'));
    await shell.shows(/› A bridge for walkers.*changed on disk and was read again/s);
    put(text.replace(/title: .*/, 'titel: A bridge'));
    const broken = await shell.shows(/files of the pack are broken/);
    expect(broken).toMatch(/A bridge for walkers +files broken/);
    expect(broken).toMatch(/bridge\.yaml:1:1: "title" is\s+missing/);
    shell.type('q');
    await shell.shows(/exit=0/);
  });

  it('that loses what is in sight leads back to what it still holds', async () => {
    await start('', '2\r');
    await shell.shows(/Ladder › A bridge/);
    put(written('pack/scenarios/bridge.yaml').replace('id: bridge', 'id: new-bridge'));
    await shell.shows(/broken|no longer in it/);
  });
});
