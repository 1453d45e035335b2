import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandError } from '../../src/cli/error.ts';
import type { Options } from '../../src/cli/options.ts';
import { runPlay } from '../../src/commands/play.ts';
import { answer } from '../support/request.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-play-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function tapeOf(text: string): string {
  const path = join(folder, 'a.tape');
  writeFileSync(path, text);
  return path;
}
const playTape = (text: string, options: Partial<Options> = {}) =>
  answer(runPlay, { args: [tapeOf(text)], color: 'auto', ...options });
const failure = (text: string, options: Partial<Options> = {}): Promise<CommandError> =>
  playTape(text, options).then(
    () => expect.unreachable(),
    (error: CommandError) => error,
  );

const LINE = '─'.repeat(80);
const fixture = 'Hide\nType "rungs --data test/fixtures/pack"\nEnter\nShow\n';

describe('what is printed', () => {
  it('is every frame with a line below, as VHS writes it', async () => {
    const { text, code } = await playTape('# size: 60x12\nDown\nHide\nDown\nShow');
    const lines = text.split('\n');
    expect(lines).toHaveLength(2 * 13);
    expect(lines[12]).toBe(LINE);
    expect(lines[0]).toMatch(/^ rungs {2}Ladder/);
    expect(code).toBeUndefined();
  });

  it('has colours and nothing else as ANSI, a picture of the last frame as SVG', async () => {
    const tape = '# size: 60x12\nDown';
    const ansi = (await playTape(tape, { format: 'ansi' })).text;
    expect(ansi).toMatch(/\u001B\[1;38;5;98m/);
    // The cells of a drawing keep their style to the end of the row.
    const plain = ansi.replace(/\u001B\[[\d;]*m/g, '').replace(/ +$/gm, '');
    expect(plain).toBe((await playTape(tape)).text);
    const svg = (await playTape(tape, { format: 'svg' })).text;
    expect(svg).toMatch(/^<svg .*<title>rungs · Ladder.*<\/svg>$/s);
  });

  it('goes to a file where one is named, and to those that the tape names', async () => {
    const tape = `Output "${folder}/x.gif"\nOutput "${folder}/deep/b.ascii"\nDown`;
    const { text } = await playTape(tape, { output: `${folder}/deep/b.ascii` });
    expect(text).toBe('');
    expect(existsSync(`${folder}/x.gif`)).toBe(false);
    expect(readFileSync(`${folder}/deep/b.ascii`, 'utf8')).toContain('Ladder');
    const refused = await failure('\nOutput ../x.txt');
    expect(refused.message).toMatch(/a\.tape:2:8: the tape writes to \.\.\/x\.txt, outside/);
    expect((await failure('Down', { output: folder })).message).toMatch(/cannot write .*EISDIR/);
  });
});

describe('the line that starts the program', () => {
  it('says which pack, where to begin, in which language and colours', async () => {
    const line = 'rungs --data test/fixtures/pack --at mueller-cost --lang de --color never';
    const { text } = await playTape(`Hide\nType "${line}"\nEnter\nShow\nSleep 1s`, {
      format: 'ansi',
    });
    expect(text).toContain('«kaum zu bezahlen»');
    expect(text).not.toContain('our translation');
    expect(text).not.toContain('\u001B');
  });

  it('gives way to the options of the call', async () => {
    const { text } = await playTape(`${fixture}Down`, {
      data: 'x',
      size: '50x11',
      lang: 'en',
      askedLang: 'en',
    });
    expect(text).toMatch(/^ rungs {2}Ladder .* EN\n/);
    expect(text.split('\n')).toHaveLength(2 * 12);
    expect(text).not.toContain('Ferry in winter');
  });

  it('wins over what the environment says', async () => {
    vi.stubEnv('RUNGS_DATA', 'x');
    const { text } = await playTape(`${fixture}Down`, { data: 'x' });
    expect(text).toContain('Ferry in winter');
    vi.unstubAllEnvs();
  });

  it('must open the explorer, in the way that a shell would', async () => {
    expect(await failure('Type "rungs list"\nEnter')).toMatchObject({
      code: 2,
      message: `${folder}/a.tape:1:1: a tape plays the explorer, not "rungs list"`,
    });
    expect(await failure('Type "rungs --dat x"\nEnter')).toMatchObject({ code: 2 });
    expect(await failure('Type "rungs --at nowhere-at-all"\nEnter')).toMatchObject({ code: 1 });
  });

  it('is not the only way to choose a language', async () => {
    expect((await playTape('# lang: de\nDown')).text).toMatch(/^.* DE\n/);
  });
});

describe('a golden file', () => {
  it('is told apart from the play on a page of the frames that changed', async () => {
    const [golden, report] = [join(folder, 'r.txt'), join(folder, 'r.html')];
    await playTape('Down', { golden, update: true });
    await playTape('Down', { golden, report });
    expect(readFileSync(report, 'utf8')).toContain('no frames changed');
    writeFileSync(golden, `<script>\n${readFileSync(golden, 'utf8')}`);
    expect(await playTape('Down', { golden, report })).toMatchObject({ code: 1 });
    const page = readFileSync(report, 'utf8');
    expect(page).toContain('1 frame changed');
    expect(page).toContain('<del>- &lt;script&gt;</del>');
    expect(page).not.toContain('<script');
    expect(await failure('Down', { golden, report: golden })).toMatchObject({ code: 2 });
    expect(await failure('Down', { report })).toMatchObject({ code: 2 });
  });

  it('keeps colours, and tells in signs which differ', async () => {
    const golden = join(folder, 'c.ansi');
    const colored = { golden, format: 'ansi', color: 'always' } as const;
    await playTape('Down', { ...colored, update: true });
    const kept = readFileSync(golden, 'utf8');
    writeFileSync(golden, kept.replace('\u001B[1m', '\u001B[3m'));
    const { text, code } = await playTape('Down', colored);
    expect(code).toBe(1);
    expect(text).toMatch(/^-.*‹3›/m);
    expect(text).toMatch(/^\+.*‹1›/m);
  });

  it('is written, found the same, and told where it differs', async () => {
    const golden = join(folder, 'golden', 'a.txt');
    expect(await playTape('Down', { golden })).toMatchObject({ code: 1, text: '' });
    expect(existsSync(golden)).toBe(false);
    expect(await playTape('Down', { golden, update: true })).not.toHaveProperty('code');
    expect(await playTape('Down', { golden })).toEqual({ text: '' });
    const { text, code, note } = await playTape('Down 2', { golden });
    expect(code).toBe(1);
    expect(text).toMatch(/^--- .*a\.txt\n\+\+\+ this play\n@@ .* @@ frame 1$/m);
    expect(text).toMatch(/^-▸/m);
    expect(text).toMatch(/^\+▸/m);
    expect(note).toBe(`the frames are not those of ${golden} (frame 1); --update writes them`);
  });

  it('tells the frames that differ, by the names that the tape gives', async () => {
    const golden = join(folder, 'named.txt');
    const named = (keys: string) =>
      `Hide\n${[1, 2, 3, 4, 5, 6].map((name) => `${keys}\nScreenshot "${name}"`).join('\n')}`;
    await playTape(named('Down'), { golden, update: true });
    const { text, note } = await playTape(named('Up'), { golden });
    expect(text).toMatch(/^@@ .* @@ frame 2, 2$/m);
    expect(note).toMatch(/\(frame 1, 1; .*; frame 5, 5; 1 more\)/);
  });

  it('can hold colours as letters, where a text sees none', async () => {
    const golden = join(folder, 's.txt');
    const styles = { golden, format: 'styles' } as const;
    await playTape('Down', { ...styles, update: true });
    expect(readFileSync(golden, 'utf8')).toMatch(/^ rungs .*\n aaaaa .*\n[\s\S]*^a: bold 98$/m);
    expect(await playTape('Down', styles)).toEqual({ text: '' });
    const { text } = await playTape('# color: none\nDown', styles);
    expect(text).toMatch(/^-a: bold 98$/m);
  });

  it('may hold a picture, and never harms the terminal', async () => {
    const golden = join(folder, 'a.svg');
    await playTape('Down', { golden, update: true, format: 'svg' });
    expect(readFileSync(golden, 'utf8')).toMatch(/^<svg /);
    writeFileSync(golden, '\u001B]0;title\u0007');
    const { text } = await playTape('Down', { golden });
    expect(text).toContain('-␛]0;title^G');
    expect(await failure('Down', { golden: folder })).toMatchObject({ code: 2 });
  });

  it('must be named to be updated', async () => {
    expect(await failure('Down', { update: true })).toMatchObject({ code: 2 });
  });
});

describe('what cannot be played', () => {
  it('is told with its place: a broken tape', async () => {
    const error = await failure('Down\nFoo\n  Sleep x\u001B');
    expect(error).toMatchObject({ code: 2, message: 'the tape cannot be played' });
    expect(error.details).toEqual([
      `${folder}/a.tape:2:1: "Foo" is no command`,
      `${folder}/a.tape:3:9: "x" is no time: write it as 500ms, 2s or 1m`,
    ]);
  });

  it('is told with the screen: a Wait that does not match, a key after the end', async () => {
    const waited = await failure('Down\nWait+Screen /zzz/');
    expect(waited).toMatchObject({ code: 1 });
    expect(waited.message).toBe(`${folder}/a.tape:2:1: the screen does not match /zzz/`);
    expect(waited.details[0]).toMatch(/^ rungs {2}Ladder/);
    const late = await failure('Type "q"\nDown');
    expect(late).toMatchObject({ code: 1 });
    expect(late.message).toContain('the program has ended (exit code 0)');
  });

  it('is told by its name: a tape or a size that is none', async () => {
    const missing = answer(runPlay, { args: ['nowhere.tape'] });
    await expect(missing).rejects.toMatchObject({
      code: 2,
      message: 'cannot read the tape nowhere.tape (ENOENT)',
    });
    expect(await failure('Down', { size: '80' })).toMatchObject({ code: 2 });
  });
});
