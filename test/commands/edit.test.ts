/** A record in an editor: at which line of which file, and what editors are told of it. */
import { chmodSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { editorArguments, editorIn, editRecord } from '../../src/commands/edit.ts';
import type { NamedKind } from '../../src/pack/naming.ts';

describe('the editor', () => {
  it('is VISUAL before EDITOR; an empty one is none', () => {
    expect(editorIn({ VISUAL: 'code -w', EDITOR: 'vi' })).toBe('code -w');
    expect(editorIn({ VISUAL: ' ', EDITOR: 'vi' })).toBe('vi');
    expect(editorIn({})).toBeUndefined();
  });

  const place = { file: 'data/a b.yaml', line: 12 };
  it.each([
    ['vi', ['+12', 'data/a b.yaml']],
    ['/usr/bin/nvim -u NONE', ['+12', 'data/a b.yaml']],
    ['"/opt/my tools/vim" -n', ['+12', 'data/a b.yaml']],
    ['nano', ['+12', 'data/a b.yaml']],
    ['emacs -nw', ['+12', 'data/a b.yaml']],
    ['emacsclient -t -a ""', ['+12', 'data/a b.yaml']],
    ['kak', ['+12', 'data/a b.yaml']],
    ['micro', ['+12', 'data/a b.yaml']],
    ['hx', ['data/a b.yaml:12']],
    ['code', ['--wait', '--goto', 'data/a b.yaml:12']],
    ['subl -n', ['--wait', 'data/a b.yaml:12']],
    ['ed', ['data/a b.yaml']],
    ['constructor', ['data/a b.yaml']],
  ])('%s is told the line as it takes it', (editor, words) => {
    expect(editorArguments(editor, place)).toEqual(words);
  });
});

describe('a record', () => {
  let dir: string;
  let got: string;
  let editor: string;
  beforeAll(() => {
    dir = join(mkdtempSync(join(tmpdir(), 'rungs edit $(x)-')), 'pack');
    cpSync('test/fixtures/pack', dir, { recursive: true });
    got = join(dir, 'got');
    editor = join(dir, 'vi');
    writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > "${got.replaceAll('$', '\\$')}"\n`);
    chmodSync(editor, 0o755);
  });
  const edit = (kind: NamedKind, id: string, command = `'${editor}' -n`) =>
    editRecord([dir], { kind, id }, command, [0, 1, 2]);
  /** The line of the file that the editor was sent to. */
  const opened = () => {
    const [line = '', file = ''] = readFileSync(got, 'utf8').trim().split('\n').slice(-2);
    return readFileSync(file, 'utf8').split('\n')[Number(line.slice(1)) - 1];
  };

  it.each([
    ['scenario', 'footbridge', 'id: footbridge'],
    ['statement', 'mueller-cost', '- id: mueller-cost'],
    ['person', 'town', '- id: town'],
  ] as const)('%s %s is opened where it is written', async (kind, id, line) => {
    expect(await edit(kind, id)).toBeUndefined();
    expect(opened()).toBe(line);
  });

  it('that is not there any more is told', async () => {
    expect(await edit('scenario', 'footbridg', 'true')).toMatchObject({
      title: expect.stringContaining('do not hold it any more'),
      tone: 'warn',
    });
  });

  it.each([
    ['exit 3 #', 'exit failed: exit code 3.'],
    ['no-such-editor', 'no-such-editor failed: it is not installed.'],
  ])('with an editor that fails (%s) tells why and where', async (command, title) => {
    expect(await edit('scenario', 'footbridge', command)).toMatchObject({
      title,
      text: expect.stringMatching(/footbridge\.yaml:2$/),
    });
  });
});
