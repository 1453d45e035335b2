/** Changes that go through a whole pack, on real files: all of a change or nothing. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePack } from '../../src/author/change.ts';
import { accept, merge, move, remove, rename } from '../../src/author/restructure.ts';
import { loadPack } from '../../src/pack/load.ts';
import { BARE, call, PROGRAM } from '../support/run.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-change-'));
  for (const part of ['data', 'scenarios']) cpSync(part, join(dir, part), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** All files of the pack by their path, to the byte. */
const everything = (): Map<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(dir, path)).isFile())
      .map((path) => [path, readFileSync(join(dir, path), 'utf8')]),
  );

const lines = (texts: Map<string, string>): string[] => [...texts.values()].join('\n').split('\n');

/** Lines that are in one and not in the other, as often as they are. */
function lacking(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return some.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

describe('rename', () => {
  test.each([
    'taurus',
    'scholz',
    'blick',
    'richter-irresponsible',
    'rel-front-troops-nato',
    ...['figures', 'events'].map(
      (kind) => /id: (\S+)/.exec(readFileSync(`data/${kind}.yaml`, 'utf8'))?.[1] ?? '',
    ),
  ])('%s changes the lines that mention it, and nothing else', async (id) => {
    const before = everything();
    const { mentions, files } = changePack(dir, (texts) => rename(texts, id, 'another-id'));
    const after = everything();
    const gone = lacking(lines(before), lines(after));
    expect(gone.length).toBe(mentions + 1);
    expect(lacking(lines(after), lines(before))).toEqual(
      gone.map((line) => line.replaceAll(id, 'another-id')),
    );
    expect(files.every((path) => after.has(path))).toBe(true);
    expect(() => loadPack(dir)).not.toThrow();
  });

  test('takes the files with it that are named after the record', async () => {
    changePack(dir, (texts) => rename(texts, 'taurus', 'cruise-missiles'));
    changePack(dir, (texts) => rename(texts, 'blick', 'the-blick'));
    const paths = [...everything().keys()];
    expect(paths).toEqual(
      expect.arrayContaining(['scenarios/cruise-missiles.yaml', 'data/statements/the-blick.yaml']),
    );
    expect(paths).not.toContain('scenarios/taurus.yaml');
    expect(paths).not.toContain('data/statements/blick.yaml');
  });

  test.each([
    ['taurus', 'scholz', 'is taken'],
    ['tauruss', 'x', 'nearest: taurus'],
    ['taurus', 'Not An Id', 'lower-case'],
  ])('%s to %s: nothing is changed, and it is said why', async (id, to, message) => {
    const before = everything();
    expect(() => changePack(dir, (texts) => rename(texts, id, to))).toThrow(message);
    expect(everything()).toEqual(before);
  });
});

describe('merge', () => {
  test('gives one person what the other had', async () => {
    const before = loadPack(dir);
    const [one, into] = ['ballbach', 'frank'].map((id) =>
      before.people.find((person) => person.id === id),
    );
    if (!one || !into) throw new Error('the pack has other people now');
    changePack(dir, (texts) => merge(texts, one.id, into.id));
    const after = loadPack(dir);
    const kept = after.people.find(({ id }) => id === into.id);
    expect(after.people).toHaveLength(before.people.length - 1);
    expect(kept?.aliases).toEqual([...into.aliases, one.name, ...one.aliases]);
    expect(kept?.roles).toEqual([...into.roles, ...one.roles]);
    expect(JSON.stringify(after)).not.toContain(`"${one.id}"`);
    const said = (id: string, data = before) =>
      data.statements.filter(({ speaker }) => speaker === id).length;
    expect(said(into.id, after)).toBe(said(into.id) + said(one.id));
  });

  test('names nobody twice in a list', async () => {
    const file = join(dir, 'data/statements/blick.yaml');
    const relay = readFileSync(file, 'utf8').replace(
      /relayedBy: .*/,
      'relayedBy: [scholz, selenskyj]',
    );
    writeFileSync(file, relay);
    changePack(dir, (texts) => merge(texts, 'scholz', 'selenskyj'));
    expect(readFileSync(file, 'utf8')).toContain('relayedBy: [selenskyj]');
  });

  test('is of people alone, and of two', async () => {
    expect(() => changePack(dir, (texts) => merge(texts, 'taurus', 'scholz'))).toThrow('no person');
    expect(() => changePack(dir, (texts) => merge(texts, 'scholz', 'scholz'))).toThrow('itself');
  });
});

describe('remove', () => {
  test('says all that depends on a record, with its places, and changes nothing', async () => {
    const before = everything();
    const { code, out, err } = await call(['remove', 'scholz', '--data', dir]);
    expect([code, out]).toEqual([1, '']);
    const mentions = lines(before).filter(
      (line) => /: scholz$/.test(line) && !line.includes('id:'),
    );
    expect(err.trimEnd().split('\n').slice(1)).toHaveLength(mentions.length);
    expect(err).toMatch(/^scenarios\/\S+\.yaml:\d+:\d+: \S+ \(brakes\.by\)$/m);
    expect(everything()).toEqual(before);
  });

  test('takes a record with its lines, and a scenario with its file', async () => {
    changePack(dir, (texts) => remove(texts, 'rel-front-troops-nato'));
    expect(loadPack(dir).relations.map(({ id }) => id)).not.toContain('rel-front-troops-nato');
    cpSync('template', dir, { recursive: true, force: true });
    rmSync(join(dir, 'data'), { recursive: true });
    rmSync(join(dir, 'scenarios'), { recursive: true });
    cpSync('template', dir, { recursive: true });
    const lonely = readFileSync('template/scenarios/tram.yaml', 'utf8')
      .replace(/^id: .*/m, 'id: lonely')
      .replace(/^rung: .*/m, 'rung: 99');
    writeFileSync(join(dir, 'scenarios/lonely.yaml'), lonely);
    changePack(dir, (texts) => remove(texts, 'lonely'));
    expect(existsSync(join(dir, 'scenarios/lonely.yaml'))).toBe(false);
    expect(() => loadPack(dir)).not.toThrow();
  });
});

describe('the last of a kind', () => {
  const begun = join(tmpdir(), `rungs-last-${process.pid}`);
  const remaining = (kind: string) =>
    readFileSync(join(begun, 'data', `${kind}.yaml`), 'utf8').match(/^- id: .*/gm) ?? [];
  beforeEach(() => {
    rmSync(begun, { recursive: true, force: true });
    mkdirSync(join(begun, 'data/statements'), { recursive: true });
    mkdirSync(join(begun, 'scenarios'));
    writeFileSync(
      join(begun, 'data/pack.yaml'),
      'format: 1\nlanguage: en\nid: last\ntitle: Last\nasOf: 2024-05\ndescription: It.\n',
    );
    writeFileSync(
      join(begun, 'data/people.yaml'),
      '- id: lang\n  name: Ada Lang\n  kind: official\n',
    );
    const sha = 'a'.repeat(64);
    writeFileSync(
      join(begun, 'data/sources.yaml'),
      `- id: paper\n  file: paper.txt\n  sha256: ${sha}\n  type: webpage\n  language: en\n`,
    );
    writeFileSync(
      join(begun, 'data/statements/paper.yaml'),
      `- id: only\n  source: paper\n  speaker: lang\n  date: 2024-05\n  form: indirect\n  span: {start: 0, end: 3, sha256: ${sha}}\n  summary: So.\n`,
    );
    writeFileSync(
      join(begun, 'scenarios/pier.yaml'),
      'id: pier\nrung: 1\ntitle: A pier\nproposition: It is built.\nactor: They\nstatus: None\nasOf: 2024-05\n',
    );
  });
  afterEach(() => rmSync(begun, { recursive: true, force: true }));

  test('a scenario: refused, as a pack has one at least', async () => {
    expect(await call(['remove', 'pier', '--data', begun])).toMatchObject({
      code: 1,
      err: expect.stringContaining('"pier" is the last scenario'),
    });
    expect((await call(['check', begun])).code).toBe(0);
  });

  test('a source and a person that a statement needs: refused, and who needs it', async () => {
    for (const id of ['paper', 'lang']) {
      const { code, err } = await call(['remove', id, '--data', begun]);
      expect([code, err]).toEqual([1, expect.stringContaining('paper.yaml:')]);
    }
  });

  test('a statement, then its source and its person: the pack stays valid', async () => {
    for (const id of ['only', 'paper', 'lang']) {
      expect(await call(['remove', id, '--data', begun])).toMatchObject({ code: 0, err: '' });
      expect((await call(['check', begun])).code).toBe(0);
    }
    expect([remaining('sources'), remaining('people')]).toEqual([[], []]);
  });
});

describe('move', () => {
  const ladder = () => loadPack(dir).scenarios.map(({ id }) => id);

  test.each([
    ['taurus', 'nato-ground-troops', 'before'],
    ['taurus', 'nato-ground-troops', 'after'],
    ['north-korean-retaliation', 'taurus', 'before'],
    ['korean-observers', 'north-korean-retaliation', 'after'],
  ] as const)('%s %s %s changes rungs alone', async (id, beside, where) => {
    const before = everything();
    const wanted = ladder().filter((one) => one !== id);
    wanted.splice(wanted.indexOf(id === beside ? '' : beside) + (where === 'after' ? 1 : 0), 0, id);
    const order = { before, after: where };
    changePack(dir, (texts) => move(texts, id, beside, order.after));
    expect(ladder()).toEqual(wanted);
    const gone = lacking(lines(before), lines(everything()));
    expect(gone.every((line) => /^rung: \d+$/.test(line))).toBe(true);
  });

  test('must be told where to', async () => {
    expect(await call(['move', 'taurus', '--data', dir])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--before'),
    });
  });
});

describe('a change', () => {
  beforeEach(() => {
    rmSync(dir, { recursive: true });
    cpSync('template', dir, { recursive: true });
  });

  test('leaves nothing behind but what it changed', async () => {
    const before = [...everything().keys()];
    changePack(dir, (texts) => rename(texts, 'beispiel', 'expert'));
    expect([...everything().keys()]).toEqual(before);
  });

  test('that fails at the second file leaves the first as it was', async () => {
    mkdirSync(join(dir, 'scenarios/zz.yaml'));
    const before = everything();
    expect(() =>
      changePack(dir, (texts) => ({
        change: new Map([
          [
            'data/people.yaml',
            `${texts.find(({ path }) => path === 'data/people.yaml')?.text}# more\n`,
          ],
          [
            'scenarios/zz.yaml',
            readFileSync('template/scenarios/tram.yaml', 'utf8')
              .replace('id: tram', 'id: zz')
              .replace(/^rung: \d+/m, 'rung: 99'),
          ],
        ]),
        result: undefined,
      })),
    ).toThrow();
    expect(everything()).toEqual(before);
  });

  test('that was interrupted between two files is undone by check, and by the next change', async () => {
    for (const next of [
      ['check', dir],
      ['rename', 'beispiel', 'expert', '--data', dir],
    ]) {
      const people = readFileSync(join(dir, 'data/people.yaml'), 'utf8');
      writeFileSync(
        join(dir, '.rungs-undo'),
        JSON.stringify({ 'data/people.yaml': people, 'scenarios/new.yaml': null }),
      );
      writeFileSync(join(dir, 'data/people.yaml'), people.replace('id: muster', 'id: half'));
      writeFileSync(join(dir, 'scenarios/new.yaml'), 'id: half');
      expect((await call(['list', '--data', dir])).err).toContain('rungs check undoes it');
      expect((await call(next)).code).toBe(0);
      expect(() => loadPack(dir)).not.toThrow();
      expect(existsSync(join(dir, '.rungs-undo'))).toBe(false);
    }
  });

  test('that is killed at any time is whole or undone', async () => {
    const before = everything();
    for (let turn = 0; turn < 8; turn += 1) {
      const [from, to] = existsSync(join(dir, 'scenarios/tram.yaml'))
        ? ['tram', 'other']
        : ['other', 'tram'];
      const child = spawn(process.execPath, [PROGRAM, 'rename', from, to, '--data', dir], {
        env: BARE,
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      // Between the start of the program and the end of the change.
      while (!existsSync(join(dir, 'data/.lock')) && child.exitCode === null) await wait(1);
      await wait(turn * 8);
      child.kill('SIGKILL');
      await ended;
      expect((await call(['check', dir])).code).toBe(0);
      const paths = [...everything().keys()].filter((path) => !/(^|\/)\./.test(path));
      expect(paths).toHaveLength(before.size);
    }
  }, 120_000);

  test('waits for another one, and sees what that did', async () => {
    const ids = ['muster', 'beispiel', 'town'];
    const codes = await Promise.all(
      ids.map(
        (id) =>
          new Promise((resolve) => {
            spawn(process.execPath, [PROGRAM, 'rename', id, `${id}-x`, '--data', dir], {
              env: BARE,
              stdio: 'ignore',
            }).on('exit', resolve);
          }),
      ),
    );
    expect(codes).toEqual(ids.map(() => 0));
    expect(loadPack(dir).people.map(({ id }) => id)).toEqual(
      expect.arrayContaining(ids.map((id) => `${id}-x`)),
    );
  }, 120_000);

  test('is refused where the pack is wrong already, with its problems', async () => {
    writeFileSync(join(dir, 'data/events.yaml'), '- id: x\n');
    const before = everything();
    const { code, err } = await call(['rename', 'beispiel', 'expert', '--data', dir]);
    expect([code, err]).toEqual([2, expect.stringContaining('data/events.yaml:1:')]);
    expect(err).not.toContain('rungs-trial');
    expect(everything()).toEqual(before);
  });

  test('in a folder that is none is told', async () => {
    const { code, err } = await call(['rename', 'a', 'b', '--data', join(dir, 'none')]);
    expect([code, err]).toEqual([2, expect.stringContaining('none')]);
  });
});

test('those who add at once all add, but not the same twice; the pack is valid', async () => {
  const pack = join(dir, 'pack');
  expect((await call(['init', pack])).code).toBe(0);
  const about = ['kaum … vorstellbar', '', 'beispiel'];
  const stance = ['', 'tram', 'predictive', 'unlikely', '', 'He says so.', '', ''];
  const answers = (summary: string) => `${[...about, summary, ...stance].join('\n')}\n`;
  const runs = Array.from(
    { length: 4 },
    (_, index) =>
      new Promise<number | null>((resolve) => {
        const child = spawn(
          process.execPath,
          [PROGRAM, 'add', 'statement', join(pack, 'articles/example-gazette.txt'), '--data', pack],
          { env: BARE, stdio: ['pipe', 'ignore', 'ignore'] },
        );
        child.stdin.end(answers(`Hardly so. ${index % 3}`));
        child.on('exit', resolve);
      }),
  );
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
  expect((await call(['check', pack])).code).toBe(0);
  const added = loadPack(pack).statements.filter(({ summary }) => /^Hardly so\. /.test(summary));
  expect(added.map(({ summary }) => summary.slice(-1)).sort()).toEqual(['0', '1', '2']);
}, 120_000);

describe('accept', () => {
  const file = () => join(dir, 'data/statements/blick.yaml');
  const wait = (field: string) => {
    const text = readFileSync(file(), 'utf8');
    writeFileSync(file(), text.replace(/^- id: (\S+)\n/m, `- id: $1\n  ${field}\n`));
    return { text, id: /^- id: (\S+)$/m.exec(text)?.[1] ?? '' };
  };

  test('takes the mark off and nothing else', () => {
    const { text, id } = wait('unreviewed: true # from a colleague');
    changePack(dir, (files) => accept(files, [id, id]));
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('refuses what does not wait, and leaves the rest as it was', () => {
    const { id } = wait('unreviewed: true');
    const before = everything();
    const refused = () => changePack(dir, (files) => accept(files, [id, 'taurus']));
    expect(refused).toThrow('"taurus" does not wait to be accepted');
    expect(everything()).toEqual(before);
  });
});
