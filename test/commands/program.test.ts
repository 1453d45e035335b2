/** What people expect of a command, tried on the built program as a process. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { width } from '../../src/terminal/text.ts';
import { BARE, call, PROGRAM, rungs, shell } from '../support/run.ts';

const ESC = '\u001B';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Runs a line under a pseudo-terminal, as `script` gives one, with nothing set for colours. */
const onTerminal = (line: string, env: Record<string, string> = {}) =>
  shell(`script -qec '"${process.execPath}" "${PROGRAM}" ${line}' /dev/null`, env);

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['help'], ['help', 'search'], ['search', '--help']])(
    '%s %s: on stdout, examples first',
    (...args) => {
      const { code, out, err } = rungs(args);
      expect([code, err]).toEqual([0, '']);
      const first = out.indexOf('Examples:');
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(out.indexOf('Usage:'));
      expect(first).toBeLessThan(out.indexOf('Options:'));
    },
  );

  test('--version is one line', () => {
    expect(rungs(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('wrong use', () => {
  test.each([
    [['shwo'], 'did you mean show?'],
    [['serach', '--json', 'x'], 'did you mean search?'],
    [['search', '--jsno', 'x'], '--json'],
    [['--json', 'search', 'x'], 'behind a command'],
    [['--nonsense'], "unknown option '--nonsense'"],
    [['--toString'], "unknown option '--toString'"],
    [['--constructor', 'x'], "unknown option '--constructor'"],
    [['seach', 'taurus'], 'did you mean search?'],
    [['show', '--width=1e9', '1'], 'from 1 to 10000'],
    [['search'], 'words'],
    [['search', ''], 'empty'],
    [['search', '  '], 'empty'],
    [['search', 'x', '--limit', '0'], 'whole number'],
    [['search', 'x', '--format', 'pdf'], 'text, markdown'],
    [['search', 'speker:macron'], 'speaker:'],
    [['list', 'scenarioss'], 'did you mean scenarios?'],
    [['compare', 'taurus'], '2 to 4'],
    [['compare', 'taurus', '8'], '2 to 4'],
    [['completion', 'tcsh'], 'bash, zsh, fish'],
    [['completion', 'constructor'], 'bash, zsh, fish'],
    [['completion', '__proto__'], 'bash, zsh, fish'],
    [['completion', 'toString'], 'bash, zsh, fish'],
    [['help', 'shwo'], 'did you mean show?'],
    [['verify'], '--sources'],
    [['--data', '/nonexistent', 'list'], '/nonexistent'],
  ])('%j is told in one line on stderr, with code 2', async (args, hint) => {
    const { code, out, err } = await call(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n.*\n.*\n|^\s+at /);
  });
});

describe('words without a command', () => {
  test.each([
    [['taurus'], ['search', 'taurus']],
    [
      ['plan', 'B'],
      ['search', 'plan', 'B'],
    ],
    [
      ['--lang', 'original', 'speaker:macron', 'last', '--limit', '2'],
      ['search', '--lang', 'original', 'speaker:macron', 'last', '--limit', '2'],
    ],
    [['zzzz'], ['search', 'zzzz']],
  ])('%j are searched for', async (words, args) => {
    expect(await call(words)).toEqual(await call(args));
  });
});

describe('paths', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rungs-paths-'));
  const packAt = async (name: string, title: string) => {
    const dir = join(folder, name);
    expect((await call(['init', dir])).code).toBe(0);
    const file = join(dir, 'data/pack.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
    return dir;
  };
  const titleOf = async (dir: string) => (await call(['--data', dir])).out.split('\n')[0];

  test('name what they name, not what looks like it', async () => {
    const [decomposed, composed] = [await packAt('e\u0301', 'Two'), await packAt('\u00E9', 'One')];
    expect([await titleOf(decomposed), await titleOf(composed)]).toEqual(['Two', 'One']);
  });

  test.each([['a\tb'], ['zero\u200Bwidth'], ['esc\u001B[31m'], ['line\nfeed']])(
    'may be %j',
    async (name) => {
      const dir = await packAt(name, 'Odd');
      expect(await titleOf(dir)).toBe('Odd');
      const { out, code } = await call(['check', dir]);
      expect([code, out]).toEqual([0, expect.stringContaining('0 errors')]);
      const shown = await call(['init', dir]);
      expect(shown.code).toBe(2);
      expect(shown.out + shown.err + (await call(['check', dir, '--json'])).out).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/,
      );
    },
  );

  test('are told so that they can be pasted', async () => {
    const dir = join(folder, "it's a pack");
    const { out } = await call(['init', dir]);
    const line = /^ {2}rungs check (.*)$/m.exec(out)?.[1];
    expect(shell(`printf %s ${line}`).out).toBe(dir);
  });
});

test('of very many problems the first are told, and how many more there are', async () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'rungs-many-')), 'p');
  await call(['init', dir]);
  const wrong = Array.from({ length: 3000 }, (_, index) => `- id: x${index}\n`).join('');
  writeFileSync(join(dir, 'data/events.yaml'), wrong);
  for (const args of [
    ['check', dir],
    ['list', '--data', dir],
  ]) {
    const { code, out, err } = await call(args);
    expect(code).toBe(2);
    expect((out + err).split('\n').length).toBeLessThan(110);
    expect(out + err).toMatch(/^… and \d+ more$/m);
  }
});

describe('what is not found', () => {
  test.each([
    [['search', 'zzzz'], 'nothing found'],
    [['search', 'speaker:zzzz', 'seoul'], 'zzzz'],
    [['show', 'ballbach-obsevers'], 'nearest: ballbach-observers'],
    [['cite', 'tauru5'], 'nearest: taurus'],
    [['compare', 'taurus', 'zzzzzz'], 'there is no "zzzzzz"'],
    [['show', '99'], 'there is no "99"'],
    [['--at', 'tauruss'], 'nearest: taurus'],
  ])('%j: code 1 and one line', async (args, line) => {
    const { code, out, err } = await call(args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('queries', () => {
  test('search --json is JSON and nothing else', () => {
    const { code, out, err } = shell('rungs search seoul --json | jq -e "length > 0"');
    expect([code, out.trim(), err]).toEqual([0, 'true', '']);
  });

  test('after -- words may begin with a hyphen', () => {
    const { code, err } = rungs(['search', '--', '--zzzz']);
    expect([code, err]).toEqual([1, expect.stringContaining('nothing found: --zzzz')]);
  });

  test('10,000 characters are a query like any other', async () => {
    const { code, err } = await call(['search', 'x'.repeat(10_000)]);
    expect(code).toBe(1);
    expect(err.length).toBeLessThan(200);
  });

  test('control characters do not reach the terminal', () => {
    const { code, out, err } = rungs(['search', `zzzz${ESC}[31m\u0007${ESC}]0;title\u0007`]);
    expect(code).toBe(1);
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(err).toContain('␛[31m');
  });
});

describe('colour', () => {
  const hasColour = (text: string) => text.includes(`${ESC}[`);
  const COLOURS = new RegExp(`${ESC}\\[(3[0-8]|4[0-8]|9\\d|10\\d)[;m]`);

  test('none in a pipe', () => {
    const { code, out } = shell('rungs list | cat -v');
    expect([code, out.includes('^[')]).toEqual([0, false]);
  });
  test.each([
    ['on a terminal', {}, '', true],
    ['with an empty NO_COLOR', { NO_COLOR: '' }, '', true],
    ['with TERM=dumb', { TERM: 'dumb' }, '', false],
    ['with --color never', {}, '--color never', false],
    ['with --color always against NO_COLOR', { NO_COLOR: '1' }, '--color always', true],
  ])('%s', (_, env, option, expected) => {
    expect(hasColour(onTerminal(`list ${option}`, env).out)).toBe(expected);
  });
  test('none with NO_COLOR, but bold and dim', () => {
    expect(onTerminal('list').out).toMatch(COLOURS);
    const { out } = onTerminal('list', { NO_COLOR: '1' });
    expect(out).toContain(`${ESC}[1m`);
    expect(out).not.toMatch(COLOURS);
  });
  test.each([[{ FORCE_COLOR: '1' }], [{ CLICOLOR_FORCE: '1' }]])(
    '%j forces it in a pipe',
    (env) => {
      expect(hasColour(rungs(['list'], env).out)).toBe(true);
    },
  );
});

describe('where the explorer cannot open', () => {
  test.each([
    ['stdin is none', 'rungs </dev/null'],
    ['stdout is a pipe', 'rungs | cat'],
  ])('%s: an overview and a hint', (_, line) => {
    const { code, out, err } = shell(line);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('rungs --help');
    expect(out).not.toContain(ESC);
  });
  test('TERM=dumb: plain text', () => {
    const { code, out } = onTerminal('', { TERM: 'dumb' });
    expect(code).toBe(0);
    expect(out).toContain('rungs --help');
    expect(out).not.toContain(ESC);
  });
});

describe('where output goes', () => {
  test('a reader that leaves ends it silently', () => {
    const { code, out, err } = shell('rungs export json | head -1');
    expect([0, 141]).toContain(code);
    expect([out, err]).toEqual(['{\n', '']);
  });
  test('a full disk is said in one line', () => {
    const { code, err } = shell('rungs list > /dev/full');
    expect(code).not.toBe(0);
    expect(err).toMatch(/^rungs: .*no space.*\n$/i);
  });
  test('a closed stdout is no trace', () => {
    expect(shell('rungs list >&-').err).not.toMatch(/^\s+at /m);
  });
});

describe('width', () => {
  test.each([
    ['compare seoul-weapons taurus', 60],
    ['compare 1 2 3 4', 60],
    ['compare 1 2 3', 100],
    ['compare 1 2', 160],
    ['list', 60],
    ['list statements', 40],
    ['search seoul', 40],
    ['show 8', 40],
    ['--help', 60],
    ['help search', 40],
  ])('no line of %s is wider than %i', async (line, columns) => {
    const { code, out } = await call(line.split(' '), { COLUMNS: String(columns) });
    expect(code).toBe(0);
    expect(out.split('\n').filter((text) => width(text) > columns)).toEqual([]);
  });
  test('--width wins over COLUMNS', () => {
    const { out } = rungs(['show', '8', '--width', '50'], { COLUMNS: '90' });
    expect(Math.max(...out.split('\n').map(width))).toBe(50);
  });
});

test.each([['list'], ['compare 1 2'], ['show 8']])(
  'LC_ALL=C rungs %s: marks and borders are ASCII',
  (line) => {
    const { code, out } = rungs(line.split(' '), { LC_ALL: 'C', COLUMNS: '80' });
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\u2190-\u21FF\u2500-\u25FF·┊│─]/u);
  },
);

describe('completion', () => {
  test('bash takes it', () => {
    expect(shell('rungs completion bash | bash -n')).toEqual({ code: 0, out: '', err: '' });
  });
  test.each([['zsh'], ['fish']])('%s takes it, where it is installed', (name) => {
    const { code, err } = shell(
      `rungs completion ${name} > "$HOME/c" && if command -v ${name}; then ${name} -n "$HOME/c"; fi`,
    );
    expect([code, err]).toEqual([0, '']);
  });
  test.each([
    ['rungs sh', 1, 'show'],
    ['rungs show nato-gr', 2, 'nato-ground-troops'],
    ['rungs show ballb', 2, 'ballbach'],
    ['rungs compare taur', 2, 'taurus'],
    ['rungs search --form', 2, '--format'],
    ['rungs cite x --format bib', 4, 'bibtex'],
    ['rungs list peo', 2, 'people'],
  ])('in bash %j completes to %s', (line, at, expected) => {
    const { out } = shell(
      `source <(rungs completion bash); COMP_WORDS=(${line}); COMP_CWORD=${at}; _rungs; echo "\${COMPREPLY[@]}"`,
    );
    expect(out.trim().split(' ')).toContain(expected);
  });
});

test('nothing is written into the home folder but what XDG names', () => {
  const home = mkdtempSync(join(tmpdir(), 'rungs-home-'));
  for (const args of [['list'], ['search', 'seoul'], ['show', '8']]) {
    expect(rungs(args, { ...BARE, HOME: home }).code).toBe(0);
  }
  expect(readdirSync(home)).toEqual([]);
});
