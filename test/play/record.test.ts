/** `--record` in a real pseudo-terminal, played back by `play`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShell, type Shell } from '../safety/shell.ts';
import { PROGRAM } from '../support/run.ts';

let folder: string;
let shell: Shell;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-record-'));
  shell = openShell({ XDG_STATE_HOME: folder, LC_ALL: 'C.UTF-8' });
});

afterAll(() => {
  shell.end();
  rmSync(folder, { recursive: true });
});

const rungs = (args: string) => `node ${PROGRAM} ${args}`;
const framesOf = (text: string) => text.split(/^─{80}\n/m);

it('a session is a tape afterwards that shows its last screen again', async () => {
  const tape = join(folder, 'session.tape');
  shell.type(
    `${rungs(`--data test/fixtures/pack --at bridge --record ${tape}`)}; echo "exit=$?"\n`,
  );
  await shell.shows(/The town builds a bridge over the narrows/);
  shell.type('/ferry\r');
  await shell.shows(/Demanded in the council/);
  shell.resize(100, 30);
  await shell.shows(/\(as of Oct 2024, .* ago\)/);
  shell.type('L');
  const last = await shell.shows(/ DE$/m);
  shell.type('\u0003');
  await shell.shows(/the session is in .*exit=130/s);
  expect(readFileSync(tape, 'utf8')).toContain(
    'Type "rungs --data test/fixtures/pack --at bridge"',
  );
  const again = await shell.run(`${rungs(`--record ${tape}`)}; echo "exit=$?"`);
  expect(again).toMatch(/session\.tape already; name a new file.*exit=2/s);
  const played = await shell.run(rungs(`play ${tape} --output ${folder}/played.txt`));
  expect(played).toBe('');
  const frames = framesOf(readFileSync(`${folder}/played.txt`, 'utf8'));
  expect(frames).toContain(`${last}\n`);
});

it('a tape that cannot be written is told before the session', async () => {
  const answer = await shell.run(
    `${rungs('--data test/fixtures/pack --record /nowhere/at/all.tape')}; echo "exit=$?"`,
  );
  expect(answer).toMatch(/rungs: cannot write \/nowhere\/at\/all\.tape \(ENOENT\)\s+exit=2/);
  expect(existsSync('/nowhere')).toBe(false);
});
