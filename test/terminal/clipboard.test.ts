/** Copying: which ways there are, and which of them is taken, with programs made for it on PATH. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clipboardIn, copyText } from '../../src/terminal/clipboard.ts';

const programsOf = (env: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
  clipboardIn(env, undefined, platform).programs.map(({ command: [name] }) => name);

describe('the ways from the environment', () => {
  it.each<[string, Record<string, string>, NodeJS.Platform, string[]]>([
    ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', ['wl-copy']],
    ['X', { DISPLAY: ':0' }, 'linux', ['xclip', 'xsel']],
    ['both', { WAYLAND_DISPLAY: 'w', DISPLAY: ':0' }, 'linux', ['wl-copy', 'xclip', 'xsel']],
    ['macOS', {}, 'darwin', ['pbcopy']],
    ['WSL', { WSL_DISTRO_NAME: 'Debian' }, 'linux', ['clip.exe']],
    ['tmux', { TMUX: '/tmp/tmux-0/default,1,0' }, 'linux', ['tmux']],
    ['SSH', { DISPLAY: ':10', SSH_CONNECTION: '1 2 3 4' }, 'linux', []],
    ['SSH from macOS', { SSH_TTY: '/dev/ttys001' }, 'darwin', []],
    ['tmux over SSH', { DISPLAY: ':0', SSH_TTY: '/dev/pts/1', TMUX: 'x' }, 'linux', ['tmux']],
    ['nothing', {}, 'linux', []],
  ])('%s', (_, env, platform, programs) => {
    expect(programsOf(env, platform)).toEqual(programs);
  });

  it('are the terminal alone, or a command, where the user says so', () => {
    const env = { WAYLAND_DISPLAY: 'w', TERM: 'xterm' };
    expect(clipboardIn(env, ['osc52'])).toEqual({ programs: [], isInTerminal: true });
    expect(clipboardIn(env, ['put', '-x']).programs).toEqual([{ command: ['put', '-x'] }]);
  });

  it.each(['linux', 'dumb'])('leave out a terminal that is %s', (TERM) => {
    expect(clipboardIn({ TERM }).isInTerminal).toBe(false);
  });
});

describe('copying', () => {
  const { PATH = '' } = process.env;
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'rungs-clipboard-'));
    process.env.PATH = dir + delimiter + PATH;
  });
  afterEach(() => {
    process.env.PATH = PATH;
  });
  const program = (name: string, body: string) => {
    writeFileSync(join(dir, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(dir, name), 0o755);
  };
  const got = () => readFileSync(join(dir, 'got'));
  const taking = (name: string) =>
    program(name, `echo "$0 $@" > '${dir}/called'; cat > '${dir}/got'`);
  /** The outcome, and what the terminal was sent. */
  const copy = async (text: string, env: Record<string, string>, asked?: string[]) => {
    const written: string[] = [];
    const clipboard = clipboardIn(env, asked, 'linux');
    const copying = await copyText(text, clipboard, (sequence) => written.push(sequence));
    return { ...copying, written };
  };
  const TEXT = '«Wir landen.» ‘x’ $(touch hacked) `id`; \n☃';
  const OSC = `\u001B]52;c;${Buffer.from(TEXT).toString('base64')}\u0007`;

  it('gives a program the text to read, to the byte', async () => {
    taking('wl-copy');
    const { way, failures, written } = await copy(TEXT, { WAYLAND_DISPLAY: 'w' });
    expect({ way, failures, written }).toEqual({ way: 'wl-copy', failures: [], written: [] });
    expect(got().toString()).toBe(TEXT);
    expect(readFileSync(join(dir, 'called'), 'utf8')).toContain('wl-copy --type text/plain');
    expect(existsSync('hacked')).toBe(false);
  });

  it('gives Windows what it reads as Unicode', async () => {
    taking('clip.exe');
    await copy(TEXT, { WSL_DISTRO_NAME: 'Debian' });
    expect(got().toString('utf16le')).toBe(TEXT);
  });

  it('waits for no program that stays to hand the text out', async () => {
    program('xclip', `cat > '${dir}/got'; sleep 30 & exit 0`);
    expect((await copy(TEXT, { DISPLAY: ':0' })).way).toBe('xclip');
  });

  it('goes on to the next where one fails, and to the terminal at last', async () => {
    program('wl-copy', 'exit 1');
    taking('xclip');
    const env = { WAYLAND_DISPLAY: 'w', DISPLAY: ':0' };
    expect(await copy(TEXT, env)).toMatchObject({
      way: 'xclip',
      failures: ['wl-copy: exit code 1'],
      written: [],
    });
    program('xclip', 'kill -9 $$');
    program('xsel', 'exit 3');
    expect(await copy(TEXT, env)).toEqual({
      way: 'terminal',
      failures: ['wl-copy: exit code 1', 'xclip: signal 9', 'xsel: exit code 3'],
      written: [OSC],
    });
  });

  it('gives up a program that does not answer', async () => {
    program('xclip', 'exec sleep 60');
    program('xsel', 'exit 1');
    const { way, failures } = await copy('a'.repeat(1_000_000), { DISPLAY: ':0' });
    expect({ way, failures }).toEqual({
      way: 'terminal',
      failures: ['xclip: did not answer', 'xsel: exit code 1'],
    });
  });

  it('says nothing of what is not installed, unless it was asked for', async () => {
    process.env.PATH = dir;
    expect(await copy(TEXT, { DISPLAY: ':0' })).toEqual({
      way: 'terminal',
      failures: [],
      written: [OSC],
    });
    const { failures } = await copy(TEXT, {}, ['put-it-there']);
    expect(failures).toEqual(['put-it-there: is not installed']);
  });

  it('tells that nothing took it', async () => {
    expect(await copy(TEXT, { TERM: 'linux' })).toEqual({
      way: undefined,
      failures: [],
      written: [],
    });
  });
});
