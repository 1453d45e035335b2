/** Writes what happened at a terminal as a tape that makes it happen again. */
import { StringDecoder } from 'node:string_decoder';
import { chordBytes, KEYS, keyBytes, VHS_KEYS } from './keys.ts';
import { MOST_REPEATS } from './parser.ts';
import type { Settings, Size } from './settings.ts';

/** A piece of input in the bytes of the terminal, or a new size of it. */
export type Recorded = string | Size;

/** Takes down what comes in at a terminal. */
export type Recorder = {
  input(bytes: Uint8Array): void;
  resize(size: Size): void;
  /** All of it so far, a paste in one piece. */
  events(): Recorded[];
};

/** @param size the terminal's at the beginning */
export function createRecorder(size: Size): Recorder {
  const decoder = new StringDecoder('utf8');
  const events: Recorded[] = [];
  let last = size;
  return {
    input(bytes) {
      const text = decoder.write(bytes as Buffer);
      if (text !== '') events.push(text);
    },
    resize({ columns, rows }) {
      if (columns === last.columns && rows === last.rows) return;
      last = { columns, rows };
      events.push(last);
    },
    events: () => [...events],
  };
}

/** `typed` joins with its neighbours, `key` counts up, `line` is a statement as it stands. */
type Statement = { kind: 'typed' | 'key' | 'line'; text: string };
type Group = Statement & { count: number };

/**
 * Pasted text, several Escapes and what comes with them, an escape sequence, a key held with Alt,
 * or one character.
 */
const PIECE =
  /\u001B\[200~[\s\S]*?\u001B\[201~|\u001B{2,}(?:\[[0-9;?<]*[ -/]*[@-~]|O[@-~]|[^\u001B])|\u001B\[[0-9;?<]*[ -/]*[@-~]|\u001BO[@-~]|\u001B[^\u001B]|[\s\S]/gu;
const PASTED = /^\u001B\[200~(.+)\u001B\[201~$/su;
// A function, as setting up the pattern would be paid at every start of the explorer.
const isPrintable = (text: string): boolean => /^[^\p{Cc}\p{Cs}]+$/u.test(text);

const CHORDS = new Map([
  ['\u001B[Z', 'Shift+Tab'],
  ['\u001B\r', 'Alt+Enter'],
  ['\u001B\t', 'Alt+Tab'],
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ@[\\]^-'].map(
    (key) => [chordBytes(new Set(['Ctrl']), key) as string, `Ctrl+${key}`] as const,
  ),
]);
const KEY_NAMES = new Map(KEYS.map((name) => [keyBytes(name), name]));

/**
 * A tape that sends the same bytes again, and that VHS can read too: what it has no words for stands
 * in `# send:` comments.
 * @param events what came in, in order
 * @param settings what the tape shall start with
 * @param launch the line that starts the program in a shell
 * @param env the environment it needs beyond the settings
 */
export function recordTape(
  events: Iterable<Recorded>,
  settings: Settings,
  launch = 'rungs',
  env: Readonly<Record<string, string>> = {},
): string {
  const groups: Group[] = [];
  for (const event of events) for (const statement of statementsOf(event)) add(groups, statement);
  const { columns, rows, lang, now, color } = settings;
  const lines = [
    `# size: ${columns}x${rows}`,
    `# lang: ${lang}`,
    `# now: ${now.toISOString().slice(0, 19)}Z`,
    `# color: ${color}`,
    ...Object.entries(env).map(([name, value]) => `Env ${name} ${quoted(value)}`),
    'Hide',
    ...typeLines(launch),
    'Enter',
    'Show',
    ...groups.flatMap(linesOf),
  ];
  return `${lines.join('\n')}\n`;
}

function statementsOf(event: Recorded): Statement[] {
  if (typeof event === 'string') return (event.match(PIECE) ?? []).map(statementOf);
  return [{ kind: 'line', text: `# size: ${event.columns}x${event.rows}` }];
}

function statementOf(piece: string): Statement {
  if (isPrintable(piece)) return { kind: 'typed', text: piece };
  const name = KEY_NAMES.get(piece);
  if (name !== undefined) return { kind: 'key', text: name };
  return {
    kind: 'line',
    text: CHORDS.get(piece) ?? altLine(piece) ?? pasteLines(piece) ?? sendLine(piece),
  };
}

/** A key held with Alt, or with Ctrl and Alt. */
function altLine(piece: string): string | undefined {
  const key = piece.slice(1);
  if (piece[0] !== '\u001B' || [...key].length !== 1) return undefined;
  // VHS reads a lone s or m as a unit of time.
  if (/^[a-ln-rt-z]$/i.test(key)) return `Alt+${key}`;
  if (isPrintable(key)) return `Alt+${quoted(key)}`;
  return CHORDS.get(key)?.replace('Ctrl+', 'Ctrl+Alt+');
}

function pasteLines(piece: string): string | undefined {
  const [, text = ''] = PASTED.exec(piece) ?? [];
  const string = isPrintable(text) ? quoted(text) : undefined;
  return string && `Copy ${string}\nPaste`;
}

const sendLine = (piece: string): string => {
  const asCode = (character: string) => `\\u00${character.charCodeAt(0).toString(16)}`;
  return `# send: ${JSON.stringify(piece).replace(/[\u007F-\u009F]/g, asCode)}`;
};

function add(groups: Group[], { kind, text }: Statement): void {
  const last = groups.at(-1);
  const isSame = last?.kind === kind && last.text === text && last.count < MOST_REPEATS;
  if (kind === 'typed' && last?.kind === 'typed') last.text += text;
  else if (kind === 'key' && isSame) last.count += 1;
  else groups.push({ kind, text, count: 1 });
}

function linesOf({ kind, text, count }: Group): string[] {
  if (kind === 'line') return [text];
  if (kind === 'typed') return typeLines(text);
  const command = count > 1 ? `${text} ${count}` : text;
  return [VHS_KEYS.includes(text) ? command : `# send: ${command}`];
}

/** `Type` commands for a text: one, or more where it has all three kinds of quotes in it. */
function typeLines(text: string): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const ends = [...QUOTES].map((quote) =>
      rest.includes(quote) ? rest.indexOf(quote) : rest.length,
    );
    const part = rest.slice(0, Math.max(...ends));
    lines.push(`Type ${quoted(part)}`);
    rest = rest.slice(part.length);
  }
  return lines;
}

const QUOTES = '"\'`';

/** Text in quotes that are not in it, as tapes have no escapes; undefined where all three are. */
function quoted(text: string): string | undefined {
  const quote = [...QUOTES].find((candidate) => !text.includes(candidate));
  return quote && quote + text + quote;
}
