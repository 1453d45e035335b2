import { describe, expect, it } from 'vitest';
import type { TapeCommand } from '../../src/play/draft.ts';
import { parseTape, TapeError } from '../../src/play/tape.ts';

const NAME_FORM = 'at most 60 letters, digits, blanks and . _ / -, a letter or digit first';
const commandsOf = (text: string): Omit<TapeCommand, 'at'>[] =>
  parseTape(text).commands.map(({ at: _, ...action }) => action);
const keysOf = (text: string): string[] =>
  parseTape(text).commands.flatMap((command) => (command.kind === 'keys' ? command.keys : []));
const problemsOf = (text: string, options?: Parameters<typeof parseTape>[1]): string[] => {
  try {
    parseTape(text, options);
  } catch (error) {
    if (error instanceof TapeError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('keys', () => {
  it.each([
    ['Enter', '\r'],
    ['Escape', '\u001B'],
    ['Tab', '\t'],
    ['Space', ' '],
    ['Backspace', '\u007F'],
    ['Delete', '\u001B[3~'],
    ['Insert', '\u001B[2~'],
    ['Up', '\u001B[A'],
    ['Down', '\u001B[B'],
    ['Left', '\u001B[D'],
    ['Right', '\u001B[C'],
    ['Home', '\u001B[H'],
    ['End', '\u001B[F'],
    ['PageUp', '\u001B[5~'],
    ['PageDown', '\u001B[6~'],
    ['F1', '\u001BOP'],
    ['F12', '\u001B[24~'],
    ['Ctrl+C', '\u0003'],
    ['Ctrl+k', '\u000B'],
    ['Ctrl+@', '\0'],
    ['Ctrl+]', '\u001D'],
    ['Ctrl+\\', '\u001C'],
    ['Ctrl+-', '\u001F'],
    ['Ctrl+Space', '\0'],
    ['Ctrl+Enter', '\r'],
    ['Ctrl+Backspace', '\b'],
    ['Ctrl+Left', '\u001B[1;5D'],
    ['Ctrl+Alt+X', '\u001B\u0018'],
    ['Ctrl+Shift+O', '\u000F'],
    ['Ctrl+Alt+Shift+Up', '\u001B[1;8A'],
    ['Alt+x', '\u001Bx'],
    ['Alt+s', '\u001Bs'],
    ['Alt+"/"', '\u001B/'],
    ['Alt+Enter', '\u001B\r'],
    ['Alt+PageUp', '\u001B[5;3~'],
    ['Shift+a', 'A'],
    ['Shift+Tab', '\u001B[Z'],
    ['Shift+F1', '\u001B[1;2P'],
    ['# send: F1', '\u001BOP'],
    ['# send: Ctrl+Right', '\u001B[1;5C'],
    ['# send: "\\u001b[<0;3;4M\\n"', '\u001B[<0;3;4M\n'],
  ])('%s sends its bytes', (text, bytes) => expect(keysOf(text)).toEqual([bytes]));

  it('takes counts and times', () => {
    expect(keysOf('Down 3')).toEqual(Array(3).fill('\u001B[B'));
    expect(keysOf('Tab@.5 2\nTab@100ms 2\n# send: Home 2')).toHaveLength(6);
  });

  it('sends typed text character by character', () => {
    expect(keysOf('Type@10ms "a한😀"')).toEqual(['a', '한', '😀']);
    expect(keysOf(`Type 'a"b' plain \`c'd\``).join('')).toBe(`a"b plain c'd`);
  });

  it('sends nothing to scroll the view', () => {
    expect(commandsOf('ScrollUp 3')).toEqual([{ kind: 'keys', keys: [] }]);
  });

  it('reads several commands on a line', () => {
    expect(keysOf('Type "hi" Enter Down 2 Ctrl+C # a comment')).toHaveLength(6);
  });
});

describe('other commands', () => {
  it('reads times with and without units', () => {
    const times = commandsOf('Sleep 1\nSleep 500ms\nSleep .5\nSleep 0.5s\nSleep 2m');
    expect(times.map((command) => 'milliseconds' in command && command.milliseconds)).toEqual([
      1000, 500, 500, 500, 120_000,
    ]);
  });

  it('reads waits', () => {
    expect(commandsOf('Wait+Screen@5s /a\\/b/')).toEqual([
      { kind: 'wait', scope: 'Screen', pattern: /a\/b/ },
    ]);
    expect(commandsOf('Wait\nSet WaitPattern /(?i)x/\nWait')).toEqual([
      { kind: 'wait', scope: 'Line' },
      { kind: 'wait', scope: 'Line', pattern: /x/i },
    ]);
  });

  it('reads the rest', () => {
    expect(commandsOf('Hide\nShow\nCopy "a" "b"\nPaste\nScreenshot x.png')).toEqual([
      { kind: 'hide' },
      { kind: 'show' },
      { kind: 'copy', text: 'a b' },
      { kind: 'paste' },
      { kind: 'screenshot', name: 'x' },
    ]);
    const { env, outputs } = parseTape('Env A "1"\nOutput a.gif\nOutput "/b/c.txt"\nOutput d/');
    const paths = outputs.map(({ path }) => path);
    expect({ env, paths }).toEqual({ env: { A: '1' }, paths: ['a.gif', '/b/c.txt', 'd/'] });
  });

  it('ignores every setting of VHS', () => {
    const text = `Set Shell "fish"
Set FontSize 22
Set Theme { "name": "Whimsy",
  "black": "#535178" }
Set Theme "Catppuccin Mocha"
Set TypingSpeed .1
Set TypingSpeed 10ms
Set LoopOffset 20.99%
Set CursorBlink false
Set MarginFill "#674EFF"
Set WindowBar Colorful
Set WaitTimeout 1m
Require echo`;
    expect(parseTape(text).commands).toEqual([]);
  });

  it('puts a sourced tape in its place', () => {
    const readSource = (path: string) => `Type "${path}"\nOutput x.gif`;
    const tape = parseTape('Enter\nSource ./a.tape\nTab', { readSource });
    expect(tape.commands.map((command) => command.at)).toEqual([
      { file: 'tape', line: 1, column: 1 },
      { file: './a.tape', line: 1, column: 1 },
      { file: 'tape', line: 3, column: 1 },
    ]);
    expect(tape.outputs).toEqual([]);
  });

  it('parts the line that starts the program', () => {
    const tape = parseTape('Hide\nType "npx rungs --data x"\nSleep 1s\nEnter\nShow\nType "j"');
    expect(tape.launch?.args).toEqual(['--data', 'x']);
    expect(tape.commands.map(({ kind }) => kind)).toEqual(['hide', 'sleep', 'show', 'keys']);
    expect(parseTape('Type "rungs"\nEnter').launch?.args).toEqual([]);
    expect(parseTape(`Type "rungs --at 'search:a b' --data=\`x y\`"\nEnter`).launch?.args).toEqual([
      '--at',
      'search:a b',
      '--data=`x',
      'y`',
    ]);
    expect(parseTape('Type "node bin/rungs.js"\nEnter').launch?.args).toEqual([]);
    expect(parseTape('Type "npm start -- --at 3"\nEnter').launch?.args).toEqual(['--at', '3']);
    expect(parseTape('Type "/rungs-like"\nEnter').launch).toBeUndefined();
    expect(parseTape('Type "rungs"\nTab').launch).toBeUndefined();
  });
});

describe('settings in comments', () => {
  it('reads them, and no others', () => {
    const text =
      '\uFEFF# size: 100x30\r\n#lang: de\r\n# now: 2026-11-22\r\n# color: none\r\n# note: hi';
    expect(parseTape(text)).toMatchObject({
      settings: { columns: 100, rows: 30, lang: 'de', now: new Date('2026-11-22'), color: 'none' },
      commands: [],
    });
    expect(parseTape('# now: 2026-11-22T10:15Z').settings.now).toEqual(
      new Date('2026-11-22T10:15:00Z'),
    );
  });

  it('resizes after the first command', () => {
    const tape = parseTape('Enter\n# size: 10x5');
    expect(tape.settings).toMatchObject({ columns: 80, rows: 24 });
    expect(tape.commands[1]).toMatchObject({ kind: 'resize', columns: 10, rows: 5 });
  });

  it.each(['# size: 80', '# size: 0x5', '# size: 80x9999', '# lang: German', '# color: red'])(
    '%s is an error',
    (text) => expect(problemsOf(text)[0]).toMatch(/^tape:1:\d+: ".*" is no (size|lang|color): /),
  );
  it.each(['2026-02-30', '2026-13-01', 'noon', '2026-01-01T25:00'])('no such time: %s', (time) =>
    expect(problemsOf(`# now: ${time}`)).toHaveLength(1),
  );
});

describe('errors', () => {
  it.each([
    ['Foo', '1:1: "Foo" is no command'],
    ['\n  Dwon 3', '2:3: "Dwon" is no command: did you mean Down?'],
    ['enter', '1:1: "enter" is no command: did you mean Enter?'],
    ['Set FontSiz 3', '1:5: "FontSiz" is no setting: did you mean FontSize?'],
    ['Set Theme', '1:5: Set Theme needs a value'],
    ['Type Enter', '1:6: Type needs a string: put Enter in quotes'],
    ['Type', '1:1: Type needs a string'],
    ['Type "한" "open', '1:10: this string is not closed on its line'],
    ['Sleep soon', '1:7: "soon" is no time: write it as 500ms, 2s or 1m'],
    ['Sleep 1.2.3', '1:7: "1.2.3" is no time: write it as 500ms, 2s or 1m'],
    ['Down 0', '1:6: a count is a whole number from 1 to 10000, not 0'],
    ['Down 1.5', '1:6: a count is a whole number from 1 to 10000, not 1.5'],
    ['Ctrl+C 2', '1:8: a key with Ctrl, Alt or Shift takes no count: repeat the line'],
    ['Ctrl', '1:1: Ctrl needs "+" and a key'],
    ['Ctrl+', '1:5: Ctrl+ needs a key'],
    ['Ctrl+Foo', '1:6: Ctrl cannot be held with "Foo"'],
    ['# send: Ctrl', '1:9: Ctrl needs "+" and a key'],
    ['# send: F13', '1:9: "F13" is no key: did you mean F1?'],
    ['# send: F1 F2', '1:12: unexpected "F2" after the key'],
    ['# send: "x', '1:9: this is no JSON string: "x'],
    ['Wait+Word /x/', '1:6: Wait+ needs Line or Screen, not "Word"'],
    ['Wait /x', '1:6: this regular expression is not closed on its line'],
    ['Output x', '1:8: "x": a file needs an extension, a folder a "/" at the end'],
    ['Screenshot "-x"', `1:12: "-x" is no name of a frame: ${NAME_FORM}`],
    ['Screenshot "<b>"', `1:12: "<b>" is no name of a frame: ${NAME_FORM}`],
    [
      `Screenshot ${'x'.repeat(61)}`,
      `1:12: "${'x'.repeat(61)}" is no name of a frame: ${NAME_FORM}`,
    ],
    ['Screenshot x\nScreenshot x.png', '2:12: the frame of tape:1:12 has the name "x" already'],
    ['Source x.txt', '1:8: Source needs a .tape file, not "x.txt"'],
    ['Enter\n# lang: de', '2:9: lang must be set before the first command'],
    ['日本', '1:1: "日" means nothing here'],
  ])('%j', (text, message) => expect(problemsOf(text)).toEqual([`tape:${message}`]));

  it('reports all of a tape, one for a line', () => {
    expect(problemsOf('Foo bar baz\nEnter\nSleep x\nType "a" 3')).toHaveLength(3);
  });

  it('says where in a sourced tape', () => {
    const readSource = () => 'Enter\nFoo\nSource b.tape';
    expect(problemsOf('Source a.tape', { file: 'm.tape', readSource })).toEqual([
      'a.tape:2:1: "Foo" is no command',
      'a.tape:3:8: a tape that another one uses cannot use a third',
    ]);
    expect(problemsOf('Source nowhere-at-all.tape')[0]).toMatch(/^tape:1:8: cannot read/);
  });

  it('names a broken regular expression', () => {
    expect(problemsOf('Wait /(/')[0]).toMatch(/^tape:1:6: Invalid regular expression/);
  });

  it('never repeats an escape sequence of the tape', () => {
    const [message = ''] = problemsOf('Output "\u001B]52;c;eA==\u0007"');
    expect(message).toContain('␛]52');
    expect(message).not.toMatch(/[\u0000-\u001F]/);
  });
});
