/** Completions in the shells they are for: what Tab and Enter make of a line, as a program gets it. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BARE, PROGRAM, shell } from '../support/run.ts';

/** Folders that a shell must quote, each with a first letter of its own. */
const FOLDERS = [
  'a blank',
  "b'quote",
  'c"double',
  'd$HOME',
  'e*glob?[x]',
  'f;touch PWNED;',
  'g$(touch PWNED)',
  'h`touch PWNED`',
  'i&touch PWNED&',
  'j\\back',
  'kümlaut',
  '(touch PWNED)',
];

/** How each shell starts with nothing of the user's but our completions. */
const SHELLS = {
  bash: { args: ['--norc', '--noprofile', '-i'], load: 'source <(rungs completion bash)' },
  zsh: {
    args: ['-f', '-i'],
    load: 'autoload -U compinit && compinit -u -D && source <(rungs completion zsh)',
  },
  fish: { args: ['--no-config', '-i'], load: 'rungs completion fish | source' },
};

const isThere = (name: string): boolean => shell(`command -v ${name}`).code === 0;
const folder = mkdtempSync(join(tmpdir(), 'rungs-completion-'));
const heard = join(folder, 'heard');

/** A `rungs` that completes as the real one does, and otherwise only notes what it was given. */
const PROBE = `#!/bin/sh
case "$*" in
  completion*|*--color\\ never*) exec "${process.execPath}" "${PROGRAM}" "$@" ;;
esac
exec "${process.execPath}" -e 'require("fs").writeFileSync(process.env.HEARD + ".part", JSON.stringify(process.argv.slice(1)));require("fs").renameSync(process.env.HEARD + ".part", process.env.HEARD)' -- "$@"
`;

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/rungs'), PROBE);
  chmodSync(join(folder, 'bin/rungs'), 0o755);
  mkdirSync(join(folder, 'work'));
  for (const name of FOLDERS) mkdirSync(join(folder, 'work', name));
  writeFileSync(join(folder, 'work/my tape.tape'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(SHELLS))('in %s', (name, { args, load }) => {
  let pty: IPty;
  let shown = '';

  async function until<T>(read: () => T | undefined): Promise<T> {
    for (let turn = 0; turn < 3000; turn += 1) {
      const found = read();
      if (found !== undefined) return found;
      await wait(10);
    }
    throw new Error(`waited in vain; the terminal got:\n${shown}`);
  }

  /** Types keys, Enter last; the arguments that the program was given. */
  async function typed(keys: string): Promise<string[]> {
    rmSync(heard, { force: true });
    pty.write(`${keys}\r`);
    const text = await until(() => (existsSync(heard) ? readFileSync(heard, 'utf8') : undefined));
    return JSON.parse(text);
  }

  beforeAll(async () => {
    if (!isThere(name)) return;
    pty = spawn(name, args, {
      name: 'xterm',
      cols: 100,
      rows: 30,
      cwd: join(folder, 'work'),
      env: { ...BARE, PATH: `${join(folder, 'bin')}:${BARE.PATH}`, HEARD: heard },
    });
    pty.onData((data) => {
      shown += data;
    });
    pty.write(`${load}; echo loa''ded\r`);
    await until(() => /^loaded/m.exec(shown) ?? undefined);
  }, 60_000);
  afterAll(() => pty?.kill('SIGKILL'));

  test.skipIf(!isThere(name)).each(FOLDERS)(
    'the folder %s arrives as it is',
    async (path) => {
      const [start = ''] = path;
      const lead = start === '(' ? "'('" : start;
      const given = await typed(`rungs list --data ${lead}\t`);
      expect(given.map((word) => word.replace(/\/$/, ''))).toEqual(['list', '--data', path]);
      expect(existsSync(join(folder, 'work/PWNED'))).toBe(false);
    },
    60_000,
  );

  test.skipIf(!isThere(name)).each([
    ['rungs sho\t', ['show']],
    ['rungs show nato-gr\t', ['show', 'nato-ground-troops']],
    ['rungs compare taurus seoul-of\t', ['compare', 'taurus', 'seoul-offensive-weapons']],
    ['rungs cite x --format bib\t', ['cite', 'x', '--format', 'bibtex']],
    ['rungs list peo\t', ['list', 'people']],
    ['rungs search --form\tmark\t', ['search', '--format', 'markdown']],
    ['rungs export --lang de mark\ttaur\t', ['export', '--lang', 'de', 'markdown', 'taurus']],
    ['rungs play my\t', ['play', 'my tape.tape']],
    ['rungs --lang=o\t list', ['--lang=original', 'list']],
    ['rungs help rel\t', ['help', 'relations']],
  ])(
    '%j becomes %j',
    async (keys, expected) => {
      expect(await typed(keys)).toEqual(expected);
    },
    60_000,
  );

  test.skipIf(!isThere(name))(
    'ids are those of the pack on the line',
    async () => {
      const template = new URL('../../template', import.meta.url).pathname;
      const given = await typed(`rungs show --data ${template} tra\t`);
      expect(given).toEqual(['show', '--data', template, 'tram']);
    },
    60_000,
  );
});

test('ids carry no colours, whatever the environment asks for', () => {
  const { out } = shell(
    'source <(rungs completion bash); COMP_WORDS=(rungs show taur); COMP_CWORD=2; _rungs; echo "$COMPREPLY"',
    { FORCE_COLOR: '1', CLICOLOR_FORCE: '1' },
  );
  expect(out).toBe('taurus\n');
});
