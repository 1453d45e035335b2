/** Commands, their errors and their arguments: nothing acts on the terminal. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ATTACKS, writeHostilePack } from './hostile-pack.ts';
import { bundlePrograms, removeFolder } from './shell.ts';

let folder: string;
let pack: string;

beforeAll(async () => {
  folder = await bundlePrograms({ main: 'src/main.ts' });
  pack = writeHostilePack();
}, 30_000);

afterAll(() => {
  removeFolder(folder);
  rmSync(pack, { recursive: true });
});

const HARMFUL =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
/** Commands write styles and nothing else. */
const STYLE = /\u001B\[[\d;]*m/g;

/** All that a command writes, styles forced and taken out. */
function written(args: readonly string[], env: Record<string, string> = {}): string {
  const result = spawnSync(process.execPath, [join(folder, 'main.mjs'), ...args], {
    env: { PATH: '', RUNGS_DATA: pack, XDG_STATE_HOME: folder, FORCE_COLOR: '1', ...env },
    encoding: 'utf8',
  });
  expect(result.error).toBeUndefined();
  return (result.stdout + result.stderr).replaceAll(STYLE, '');
}

vi.setConfig({ testTimeout: 20_000 });

describe('a hostile pack in commands', () => {
  it.each([
    ['list', 'people', '--json'],
    ['show', 'bridge'],
    ['show', 'soederstroem-winter'],
    ['search', 'bridge'],
    ['timeline'],
  ])('%s %s', (...args) => {
    const text = written(args);
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(HARMFUL);
  });
});

describe('hostile', () => {
  const attack = ATTACKS.filter((text) => !text.includes('\u0000')).join(' ');

  it.each([
    ['arguments', ['show', attack], {}],
    ['commands', [attack], {}],
    ['names of folders', ['list', '--data', attack], {}],
    ['environment, with the trace', ['list'], { RUNGS_DATA: attack, RUNGS_DEBUG: '1' }],
    ['queries', ['search', attack], {}],
  ])('%s are shown harmless', (_, args, env) => {
    const text = written(args, env);
    expect(text).not.toBe('');
    expect(text).not.toMatch(HARMFUL);
  });
});
