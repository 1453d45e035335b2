import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/pack/problem.ts';
import { LIMITS, readPack } from '../../src/pack/read.ts';
import { packFolder } from './folder.ts';

/** What is told of a pack, its folder written as "pack". */
const told = (dir: string, limits: Partial<Record<keyof typeof LIMITS, number>> = {}) =>
  readPack(dir, { limits: { ...LIMITS, ...limits } }).problems.map((problem) =>
    formatProblem(problem).replaceAll(relative('', dir) || dir, 'pack'),
  );

describe('files', () => {
  it('are read from scenarios/, data/KIND.yaml and data/KIND/', () => {
    const person = (id: string) => `- id: ${id}\n  name: ${id}\n  kind: expert\n`;
    const dir = packFolder({
      'data/people.yaml': person('a'),
      'data/people/b.yaml': person('b'),
      'data/people/c.yml': person('c'),
      'data/people/notes.md': 'no YAML',
    });
    const { records, problems } = readPack(dir);
    expect(problems).toEqual([]);
    expect(records.map(({ kind, value }) => [kind, (value as { id: string }).id])).toEqual([
      ['pack', 'smallest'],
      ['scenarios', 'only'],
      ['people', 'b'],
      ['people', 'c'],
      ['people', 'a'],
    ]);
  });

  it('may be lists without an entry, and empty', () => {
    expect(told(packFolder({ 'data/people.yaml': '', 'data/events.yaml': '[]\n' }))).toEqual([]);
  });

  it('are missed where they are not', () => {
    expect(told('no/such/folder')).toEqual([
      'pack: does not exist; a pack is a folder with scenarios/ and data/ in it',
    ]);
    expect(told('package.json')).toEqual([
      'pack: is no folder; a pack is a folder with scenarios/ and data/ in it',
    ]);
    const nothing = packFolder({ 'data/pack.yaml': null, 'scenarios/only.yaml': null });
    expect(told(nothing)).toEqual([
      'pack/data/pack.yaml: is missing; it holds the id, title, description and asOf of the pack',
      'pack/scenarios: holds no scenario; write one as scenarios/ID.yaml',
    ]);
  });

  it('without YAML in them are a pack without scenarios', () => {
    const dir = mkdtempSync(join(tmpdir(), 'rungs-pack-'));
    writeFileSync(join(dir, 'readme.md'), 'Hello');
    mkdirSync(join(dir, 'scenario'));
    expect(told(dir)[1]).toBe(
      'pack/scenarios: holds no scenario; did you mean scenario/ to be it?',
    );
    rmSync(dir, { recursive: true });
  });

  it('are told when nobody reads them', () => {
    const dir = packFolder({ 'data/statement.yaml': '[]', 'data/other.yaml': '[]' });
    expect(told(dir)).toEqual([
      'pack/data/other.yaml: is not read; data/ holds pack.yaml, sources.yaml, people.yaml, statements.yaml, figures.yaml, events.yaml, relations.yaml',
      'pack/data/statement.yaml: is not read; did you mean statements.yaml?',
    ]);
  });

  it('must be files', () => {
    expect(told(packFolder({ 'scenarios/a.yaml/b': 'x' }))).toEqual([
      'pack/scenarios/a.yaml: is no file',
    ]);
  });

  it('must be readable', () => {
    const dir = packFolder();
    writeFileSync(join(dir, 'data/people.yaml'), '[]', { mode: 0 });
    expect(asNobody(dir, () => told(dir))).toEqual([
      'pack/data/people.yaml: cannot be read: no permission',
    ]);
  });
});

/** Root may read everything: for the time of an action it is nobody. */
function asNobody<Result>(dir: string, action: () => Result): Result {
  if (process.getuid?.() !== 0) return action();
  for (const folder of [join(dir, '..'), dir]) chmodSync(folder, 0o755);
  process.seteuid?.(65534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}

describe('links', () => {
  it('within the pack are followed', () => {
    const dir = packFolder({ 'data/people/real.yaml': '[]' });
    symlinkSync('people/real.yaml', join(dir, 'data/events.yaml'));
    expect(told(dir)).toEqual([]);
  });

  it('that leave the pack are refused, those of folders as well', () => {
    const dir = packFolder({ 'data/people': null });
    symlinkSync('/etc/hostname', join(dir, 'scenarios/host.yaml'));
    symlinkSync(join(process.cwd(), 'test/pack/smallest/scenarios'), join(dir, 'data/people'));
    const message = 'is a link that leaves the pack folder; put the file itself there';
    expect(told(dir)).toEqual([
      `pack/scenarios/host.yaml: ${message}`,
      `pack/data/people/only.yaml: ${message}`,
    ]);
  });

  it('that lead into a folder whose name only begins like that of the pack are refused', () => {
    const dir = packFolder();
    mkdirSync(`${dir}-private`);
    writeFileSync(`${dir}-private/secret.yaml`, '[]');
    symlinkSync(`${dir}-private/secret.yaml`, join(dir, 'data/events.yaml'));
    expect(told(dir)).toEqual([
      'pack/data/events.yaml: is a link that leaves the pack folder; put the file itself there',
    ]);
  });

  it('that lead nowhere or back to themselves are told', () => {
    const dir = packFolder();
    symlinkSync('nothing.yaml', join(dir, 'scenarios/gone.yaml'));
    symlinkSync('loop.yaml', join(dir, 'scenarios/loop.yaml'));
    expect(told(dir)).toEqual([
      'pack/scenarios/gone.yaml: is a link to nothing',
      'pack/scenarios/loop.yaml: is a link that leads back to itself',
    ]);
  });
});

describe('limits', () => {
  it('on the size of a file', () => {
    const dir = packFolder({ 'data/people.yaml': `# ${'x'.repeat(3000)}` });
    expect(told(dir, { fileBytes: 2000 })).toEqual([
      'pack/data/people.yaml: is too large: 1 MiB, and 1 MiB is the limit; split it',
    ]);
  });

  it('on the number of records', () => {
    const dir = packFolder({ 'data/people.yaml': '[1, 2, 3]', 'data/events.yaml': '[1]' });
    expect(told(dir, { records: 4 })).toEqual([
      'pack/data/people.yaml: brings the pack to more than 4 records; nothing after it was read',
    ]);
  });

  it('on depth', () => {
    const flow = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const block = `${'- '.repeat(5_000)}x`;
    for (const people of [flow, block]) {
      expect(told(packFolder({ 'data/people.yaml': people }))[0]).toMatch(
        /^pack\/data\/people.yaml(:1:\d+)?: is nested too deeply; no record needs that$/,
      );
    }
  });

  it('on aliases, those that multiply as well', () => {
    const bomb = ['- &a0 [x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      bomb.push(`- &a${level} [${`*a${level - 1},`.repeat(9)}]`);
    }
    const many = ['- &a x', ...Array.from({ length: 101 }, () => '- *a')];
    for (const lines of [bomb, many]) {
      expect(told(packFolder({ 'data/people.yaml': lines.join('\n') }))).toEqual([
        'pack/data/people.yaml: repeats values through aliases (*name) more than 100 times; write them out',
      ]);
    }
  });

  it('leave no way for an alias to hold itself', () => {
    expect(told(packFolder({ 'data/people.yaml': '- &a [*a]' }))).toEqual([
      'pack/data/people.yaml:1:7: *a repeats what it stands in, without end',
    ]);
    expect(told(packFolder({ 'data/people.yaml': '- *a' }))[0]).toBe(
      'pack/data/people.yaml: "*a" is an alias of nothing; a text that begins with * needs quotes',
    );
  });
});

describe('bytes that are no UTF-8', () => {
  it('are an error, at the first of them', () => {
    const latin1 = Buffer.from('- id: a\n  name: Müller\n  kind: expert\n', 'latin1');
    const dir = packFolder({ 'data/people.yaml': latin1 });
    expect(told(dir)).toEqual([
      'pack/data/people.yaml:2:10: byte 17 of the file is no UTF-8; save the file as UTF-8',
    ]);
    expect(readPack(dir).unreadIds).toEqual([{ kind: 'people', id: 'a' }]);
  });

  it('are told as UTF-16 where they are', () => {
    const utf16 = Buffer.from('\uFEFF- id: a\n  name: Müller\n  kind: expert\n', 'utf16le');
    expect(told(packFolder({ 'data/people.yaml': utf16 }))).toEqual([
      'pack/data/people.yaml: is UTF-16; save it as UTF-8',
    ]);
  });
});

describe('YAML', () => {
  it('with a tab before a field is told once, at the tab', () => {
    const people = '- id: a\n\tname: A\n\tkind: expert\n- id: b\n\tname: "B"\n\tkind: expert\n';
    expect(told(packFolder({ 'data/people.yaml': people }))).toEqual([
      'pack/data/people.yaml:2:1: is no YAML: indent with spaces, not with tabs',
    ]);
    const after = '- id: a\n  name: "x" y\n  note: >\n    \tz\n';
    expect(told(packFolder({ 'data/people.yaml': after }))[0]).not.toContain('tabs');
  });

  it('that is none tells its ids all the same, so that nothing else looks wrong', () => {
    const dir = packFolder({ 'data/people.yaml': '- id: a\n  name: "x" y\n-   id: "b"\n' });
    expect(readPack(dir).unreadIds).toEqual([
      { kind: 'people', id: 'a' },
      { kind: 'people', id: 'b' },
    ]);
  });

  it('cannot run or build anything through a tag', () => {
    const dir = packFolder({ 'data/people.yaml': '- !!js/function "x"\n- !ruby/object:X {}\n' });
    const { records, problems } = readPack(dir);
    expect(records.slice(2).map(({ value }) => value)).toEqual(['x', {}]);
    expect(problems.map(({ warning }) => warning)).toEqual([true, true]);
  });
});
