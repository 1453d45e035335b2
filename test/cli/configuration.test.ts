/** The configuration file, tried on the built program. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_EXAMPLE, configJsonSchema, readConfig } from '../../src/cli/configuration.ts';
import { call } from '../support/run.ts';

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rungs-config-'));
  file = join(home, 'rungs/config.yaml');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  call(args, { XDG_CONFIG_HOME: home, ...env });
const write = (text: string) => {
  mkdirSync(join(home, 'rungs'), { recursive: true });
  writeFileSync(file, text);
};

describe('the file', () => {
  test('is written as an example that changes nothing, once, with its schema', async () => {
    const before = (await run(['config', '--json'])).out;
    expect(await run(['config', '--example'])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file, 'utf8')).toBe(CONFIG_EXAMPLE);
    expect(JSON.parse(readFileSync(join(home, 'rungs/config.schema.json'), 'utf8'))).toEqual(
      configJsonSchema(),
    );
    expect(JSON.parse((await run(['config', '--json'])).out)).toEqual({
      ...JSON.parse(before),
      isThere: true,
    });
    expect(await run(['config', '--example'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('already'),
    });
  });

  test('says what the example says when its comments are taken away', async () => {
    write(CONFIG_EXAMPLE.replace(/^# (?=\w+: |keys:$| {2}\w+: )/gm, ''));
    expect(readConfig(file)).toEqual({
      language: 'both',
      languageAt: { file, line: 6, column: 11 },
      data: join(process.env.HOME ?? '', 'packs/strait'),
      sources: join(process.env.HOME ?? '', 'packs/strait/articles'),
      copy: '{quote} ({speaker}, {outlet}, {date})',
      clipboard: ['auto'],
      keys: { open: ['enter', 'o'], back: ['h', 'escape'] },
    });
  });

  test.each([
    ['langauge: de', '1:1: unknown setting "langauge"; did you mean language?'],
    ['sources: [a]', '1:10: "sources" '],
    ['copy: "{qoute}"', '1:7: "copy" has no field {qoute}; there are {quote}'],
    ['clipboard: []', '1:12: "clipboard" is empty'],
    ['language: 3', '1:11: "language" must be text'],
    ['keys: x', '1:7: "keys" is a list of actions with their keys'],
    ['packs: {a: b}', '1:8: "packs" is a folder, or a list of folders'],
    ['keys:\n  opne: o', '2:3: there is no action "opne"; did you mean "open"?'],
    ['keys:\n  open: [enter, ctrl-ctrl]', '"ctrl-ctrl" is no key'],
    ['- a', 'holds no settings'],
    ['language: [', 'config.yaml:1:'],
    ['a: &x [*x]', '1:8: *x repeats what it stands in, without end'],
    ['packs: /gone', '1:8: "packs" names no folder: there is no /gone'],
    ['packs:\n  - /\n  - gone', '3:5: "packs" names no folder'],
    ['language: xx', '1:11: "xx" is no language of this pack; there are both, original'],
  ])('%j: is refused with its place', async (text, message) => {
    write(text);
    const { code, out, err } = await run(['list']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(file);
    expect(err).toContain(message);
  });

  test('names a folder of articles that must be there where these are read', async () => {
    write('language: en\nsources: /gone\n');
    const refused = { code: 2, out: '', err: expect.stringContaining('2:10: "sources" names no') };
    for (const args of [['verify'], ['config'], ['taurus'], []]) {
      expect(await run(args)).toMatchObject(refused);
    }
    expect((await run(['list'])).code).toBe(0);
    expect((await run(['taurus', '--sources', '.'])).code).toBe(0);
    expect((await run(['taurus'], { RUNGS_SOURCES: '.' })).code).toBe(0);
  });

  test('is not held to what an option says otherwise', async () => {
    write('language: xx\npacks: /gone\n');
    expect(await run(['list', '--data', '.', '--lang', 'both'])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  test('that cannot be read is told', async () => {
    mkdirSync(file, { recursive: true });
    expect(await run(['list'])).toMatchObject({ code: 2, err: expect.stringContaining('EISDIR') });
  });
});

describe('what it says', () => {
  const pack = async () => {
    const dir = join(home, 'pack');
    expect((await run(['init', dir])).code).toBe(0);
    return dir;
  };

  test('is used, and the environment and options win over it', async () => {
    await pack();
    write('packs: ../pack\nsources: ../pack/articles\n');
    expect((await run(['list'])).out).toContain('tram');
    expect(await run(['verify'])).toMatchObject({ code: 0 });
    expect((await run(['list'], { RUNGS_DATA: process.cwd() })).out).toContain('taurus');
    expect((await run(['list', '--data', process.cwd()])).out).toContain('taurus');
  });

  test('is told with where it comes from', async () => {
    write('language: original\nkeys:\n  open: [enter, ctrl-o]\n');
    const { out } = await run(['config', '--data', '.']);
    expect(out).toContain('language: "original" # config.yaml');
    expect(out).toContain('packs: "." # --data');
    expect(out).toContain('open: ["enter", "ctrl-o"] # config.yaml');
    expect(parse(out)).toMatchObject({ language: 'original', keys: { open: ['enter', 'ctrl-o'] } });
    expect((await run(['cite', 'scholz-taurus-veto', '--lang', 'both'])).code).toBe(0);
  });

  test('takes a key from an action, which is told', async () => {
    write('keys:\n  matrix: [e]\n');
    const { out } = await run(['config']);
    expect(out).toContain('matrix: ["e"] # config.yaml');
    expect(out).toContain('edit: [] # no key: from the palette');
  });

  test('is nothing to a tape', async () => {
    await pack();
    const tape = join(home, 'a.tape');
    writeFileSync(tape, 'Down\n');
    const before = await run(['play', tape]);
    write('packs: ../pack\nlanguage: original\nkeys:\n  down: [ctrl-x]\n');
    expect(await run(['play', tape])).toEqual(before);
  });
});
