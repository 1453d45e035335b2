/** The statements of a tape, from its tokens. What a tape means is told in tape.ts. */
import { extname } from 'node:path';
import { nearest } from '../pack/nearest.ts';
import { clean } from '../terminal/text.ts';
import type { Draft, TapeAction } from './draft.ts';
import { chordBytes, KEYS, keyBytes, MODIFIERS, type Modifier, VHS_KEYS } from './keys.ts';
import { readSetting, SETTING_FORMS, type SettingName } from './settings.ts';
import { type TapePosition, type Token, tokenize } from './tokens.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
const SCROLLS = ['ScrollUp', 'ScrollDown'];
const SETTING_NAMES = (
  'Shell FontFamily FontSize Framerate Height Width LetterSpacing LineHeight PlaybackSpeed ' +
  'Padding Theme TypingSpeed LoopOffset MarginFill Margin WindowBar WindowBarSize BorderRadius ' +
  'CursorBlink WaitPattern WaitTimeout'
).split(' ');
export const MOST_REPEATS = 10_000;

const NAME = /^(?=.{1,60}$)[\p{L}\p{N}][\p{L}\p{M}\p{N}._/ -]*(?<! )$/u;
const NAME_FORM = 'at most 60 letters, digits, blanks and . _ / -, a letter or digit first';

/** What is no key, by its first word. Settings give no action. */
const STATEMENTS: Readonly<Record<string, (parser: Parser) => TapeAction | undefined>> = {
  Type: (parser) => parser.type(),
  Sleep: (parser) => ({ kind: 'sleep', milliseconds: parser.duration('Sleep') }),
  Wait: (parser) => parser.wait(),
  Hide: () => ({ kind: 'hide' }),
  Show: () => ({ kind: 'show' }),
  Paste: () => ({ kind: 'paste' }),
  Copy: (parser) => ({ kind: 'copy', text: parser.strings('Copy') }),
  Screenshot: (parser) => ({ kind: 'screenshot', name: parser.name() }),
  Set: (parser) => parser.set(),
  Env: (parser) => parser.env(),
  Output: (parser) => parser.output(),
  Require: (parser) => parser.require(),
  Source: (parser) => parser.source(),
};

/** All words that begin a command, modifiers of keys too. */
export const COMMAND_NAMES = [...Object.keys(STATEMENTS), ...VHS_KEYS, ...MODIFIERS, ...SCROLLS];
const SUGGESTED = [...COMMAND_NAMES, 'Home'];
/** Words that are no strings without quotes. */
const RESERVED = new Set(
  [...COMMAND_NAMES, ...SETTING_NAMES, ...Object.keys(UNITS)].concat('em', 'px', 'true', 'false'),
);

/** Ends the reading of a statement; the rest of its line is passed over. */
class Fault extends Error {
  constructor(
    readonly at: TapePosition,
    message: string,
  ) {
    super(message);
  }
}

/** Reads tokens into a draft: commands, settings, and a problem for each line that has one. */
export class Parser {
  #index = 0;
  readonly #tokens: readonly Token[];
  readonly #draft: Draft;
  readonly #sourced: boolean;

  /** @param sourced whether the tape is one that another tape uses */
  constructor(tokens: readonly Token[], draft: Draft, sourced: boolean) {
    this.#tokens = tokens;
    this.#draft = draft;
    this.#sourced = sourced;
  }

  run(): void {
    for (let token = this.#tokens[0]; token; token = this.#tokens[this.#index]) {
      this.#index += 1;
      try {
        const action = this.#statement(token);
        if (action) this.#draft.commands.push({ ...action, at: token.at });
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        this.#draft.problems.push({ ...error.at, message: clean(error.message) });
        while (this.#peek()) this.#index += 1;
      }
    }
  }

  #statement(token: Token): TapeAction | undefined {
    if (token.type === 'comment') return this.#comment(token);
    if (token.type === 'broken') throw new Fault(token.at, brokenMessage(token.value));
    if (token.type === 'word') {
      if (Object.hasOwn(STATEMENTS, token.value)) return STATEMENTS[token.value]?.(this);
      const key = this.#key(token.value);
      if (key) return key;
    }
    throw new Fault(token.at, `${quote(token.value)} is no command${meant(token, SUGGESTED)}`);
  }

  /** A key with `@time` and count, or one held with others; undefined for a word that is none. */
  #key(word: string): TapeAction | undefined {
    if (isModifier(word)) return { kind: 'keys', keys: [this.#chord(word)] };
    const bytes = keyBytes(word);
    if (bytes === undefined && !SCROLLS.includes(word)) return undefined;
    this.#speed();
    const count = this.#peek()?.type === 'number' ? this.#count() : 1;
    // Scrolling moves the view over the scrollback, and a full screen has none.
    return { kind: 'keys', keys: bytes === undefined ? [] : Array(count).fill(bytes) };
  }

  #count(): number {
    const { value, at } = this.#next('a count is missing');
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1 && count <= MOST_REPEATS) return count;
    throw new Fault(at, `a count is a whole number from 1 to ${MOST_REPEATS}, not ${value}`);
  }

  #chord(first: Modifier): string {
    const modifiers = new Set([first]);
    for (;;) {
      const held = [...modifiers].join('+');
      if (!this.#take('+')) throw new Fault(this.#here(), `${held} needs "+" and a key`);
      const key = this.#next(`${held}+ needs a key`);
      if (key.type !== 'word' || !isModifier(key.value)) return this.#held(modifiers, key);
      modifiers.add(key.value);
    }
  }

  #held(modifiers: ReadonlySet<Modifier>, key: Token): string {
    const bytes = chordBytes(modifiers, key.value);
    if (bytes === undefined) {
      const names = [...modifiers].join('+');
      throw new Fault(key.at, `${names} cannot be held with ${quote(key.value)}`);
    }
    const next = this.#peek();
    if (next?.type !== 'number') return bytes;
    throw new Fault(next.at, 'a key with Ctrl, Alt or Shift takes no count: repeat the line');
  }

  type(): TapeAction {
    this.#speed();
    return { kind: 'keys', keys: [...this.strings('Type')] };
  }

  /** `@time`, on which nothing here depends. */
  #speed(): void {
    if (this.#take('@')) this.duration('@');
  }

  /** A time in milliseconds; a number without a unit is seconds. */
  duration(after: string): number {
    const { type, value, at } = this.#next(`${after} needs a time, such as 500ms`);
    const amount = Number(value);
    if (type !== 'number' || Number.isNaN(amount)) {
      throw new Fault(at, `${quote(value)} is no time: write it as 500ms, 2s or 1m`);
    }
    const unit = this.#peek()?.value ?? '';
    if (!Object.hasOwn(UNITS, unit)) return amount * 1000;
    this.#index += 1;
    return amount * (UNITS[unit] as number);
  }

  wait(): TapeAction {
    let scope: 'Line' | 'Screen' = 'Line';
    if (this.#take('+')) {
      const { value, at } = this.#next('Wait+ needs Line or Screen');
      if (value !== 'Line' && value !== 'Screen') {
        throw new Fault(at, `Wait+ needs Line or Screen, not ${quote(value)}`);
      }
      scope = value;
    }
    this.#speed();
    const next = this.#peek();
    if (next?.type === 'broken') throw new Fault(next.at, brokenMessage(next.value));
    const pattern = next?.type === 'regex' ? this.#regex() : this.#draft.waitPattern;
    return { kind: 'wait', scope, ...(pattern && { pattern }) };
  }

  #regex(): RegExp {
    const { type, value, at } = this.#next('WaitPattern needs a regular expression');
    if (type === 'broken') throw new Fault(at, brokenMessage(value));
    // Go writes flags into the expression.
    const flags = /^\(\?([ims]+)\)/.exec(value);
    try {
      return new RegExp(value.slice(flags?.[0].length ?? 0), [...new Set(flags?.[1])].join(''));
    } catch (error) {
      throw new Fault(at, (error as Error).message);
    }
  }

  set(): undefined {
    const setting = this.#next('Set needs a setting and a value');
    const name = setting.value;
    if (!SETTING_NAMES.includes(name)) {
      throw new Fault(setting.at, `${quote(name)} is no setting${meant(setting, SETTING_NAMES)}`);
    }
    if (name === 'WaitPattern') {
      this.#draft.waitPattern = this.#regex();
      return;
    }
    const value = this.#next(`Set ${name} needs a value`);
    if (value.type === 'broken') throw new Fault(value.at, brokenMessage(value.value));
    const hasUnit = value.type === 'number' && /^(ms|s|m|px|em|%)$/.test(this.#peek()?.value ?? '');
    if (hasUnit) this.#index += 1;
  }

  env(): undefined {
    const { value } = this.#next('Env needs a name and a string');
    this.#draft.env[value] = this.#string(`Env ${value}`);
  }

  output(): undefined {
    const { value, at } = this.#path('Output');
    if (extname(value) === '' && !value.endsWith('/')) {
      throw new Fault(at, `${quote(value)}: a file needs an extension, a folder a "/" at the end`);
    }
    // As in VHS: the tape that uses this one says where to write.
    if (!this.#sourced) this.#draft.outputs.push({ path: value, at });
  }

  /** VHS looks for a program; here there is only one. */
  require(): undefined {
    this.#string('Require');
  }

  source(): undefined {
    const at = this.#here();
    const path = this.path('Source', '.tape');
    if (this.#sourced) throw new Fault(at, 'a tape that another one uses cannot use a third');
    try {
      this.#draft.source(path);
    } catch (error) {
      throw new Fault(at, `cannot read ${quote(path)}: ${(error as Error).message}`);
    }
  }

  /** What a `Screenshot` calls a frame, once in a play; VHS asks for a .png. */
  name(): string {
    const { value, at } = this.#path('Screenshot');
    const name = value.replace(/\.png$/, '').normalize('NFC');
    if (!NAME.test(name))
      throw new Fault(at, `${quote(value)} is no name of a frame: ${NAME_FORM}`);
    const first = this.#draft.names.get(name);
    if (first) {
      const place = `${first.file}:${first.line}:${first.column}`;
      throw new Fault(at, `the frame of ${place} has the name ${quote(name)} already`);
    }
    this.#draft.names.set(name, at);
    return name;
  }

  /** A path with the one extension that VHS allows there. */
  path(command: string, extension: string): string {
    const { value, at } = this.#path(command);
    if (extname(value) === extension) return value;
    throw new Fault(at, `${command} needs a ${extension} file, not ${quote(value)}`);
  }

  #path(command: string): { value: string; at: TapePosition } {
    const at = this.#here();
    return { value: this.#string(command), at };
  }

  /** One or more strings on the line, with a space between them. */
  strings(command: string): string {
    const parts = [this.#string(command)];
    for (let token = this.#peek(); token && isString(token); token = this.#peek()) {
      parts.push(token.value);
      this.#index += 1;
    }
    return parts.join(' ');
  }

  #string(command: string): string {
    const token = this.#next(`${command} needs a string`);
    if (isString(token)) return token.value;
    if (token.type === 'broken') throw new Fault(token.at, brokenMessage(token.value));
    throw new Fault(token.at, `${command} needs a string: put ${token.value} in quotes`);
  }

  #comment(token: Token): TapeAction | undefined {
    const match = /^(\s*(size|lang|now|color|send):\s*)(.*?)\s*$/.exec(token.value);
    if (!match || !token.first) return undefined;
    const [, before = '', name, value = ''] = match;
    const at = { ...token.at, column: token.at.column + 1 + before.length };
    return name === 'send' ? this.#send(value, at) : this.#setting(name as SettingName, value, at);
  }

  #setting(name: SettingName, value: string, at: TapePosition): TapeAction | undefined {
    const setting = readSetting(name, value);
    if (!setting) throw new Fault(at, `${quote(value)} is no ${name}: ${SETTING_FORMS[name]}`);
    const hasBegun = this.#draft.commands.length > 0;
    if (hasBegun && 'columns' in setting) return { kind: 'resize', ...setting };
    if (hasBegun) throw new Fault(at, `${name} must be set before the first command`);
    Object.assign(this.#draft.settings, setting);
    return undefined;
  }

  #send(value: string, at: TapePosition): TapeAction {
    if (value.startsWith('"')) return { kind: 'keys', keys: [parseJsonString(value, at)] };
    const tokens = tokenize(value, at);
    const [name] = tokens;
    if (!name) throw new Fault(at, 'send needs a key or a JSON string');
    const parser = new Parser(tokens, this.#draft, this.#sourced);
    parser.#index = 1;
    const key = name.type === 'word' ? parser.#key(name.value) : undefined;
    if (!key) throw new Fault(name.at, `${quote(name.value)} is no key${meant(name, KEYS)}`);
    const more = parser.#peek();
    if (more) throw new Fault(more.at, `unexpected ${quote(more.value)} after the key`);
    return key;
  }

  /** The next token of the same line, comments apart. */
  #peek(): Token | undefined {
    const token = this.#tokens[this.#index];
    return token?.first || token?.type === 'comment' ? undefined : token;
  }

  /** Takes the next token of the line; `missing` says what should have stood there. */
  #next(missing: string): Token {
    const token = this.#peek();
    if (!token) throw new Fault(this.#here(), missing);
    this.#index += 1;
    return token;
  }

  #take(sign: string): boolean {
    const token = this.#peek();
    const found = token?.type === 'sign' && token.value === sign;
    if (found) this.#index += 1;
    return found;
  }

  /** The place of the next token of the line, or of the last one where there is no other. */
  #here(): TapePosition {
    return (this.#peek() ?? (this.#tokens[this.#index - 1] as Token)).at;
  }
}

const isModifier = (word: string): word is Modifier =>
  (MODIFIERS as readonly string[]).includes(word);

/** Whether VHS takes the token for a string: quoted, or a word that means nothing else. */
const isString = ({ type, value }: Token): boolean =>
  type === 'string' || (type === 'word' && !RESERVED.has(value));

const quote = (text: string): string => `"${text}"`;

function meant({ value }: Token, candidates: readonly string[]): string {
  const [best] = nearest(value, candidates, 1);
  return best === undefined ? '' : `: did you mean ${best}?`;
}

function brokenMessage(rest: string): string {
  const [start = ''] = rest;
  if (/["'`]/.test(start)) return 'this string is not closed on its line';
  if (start === '/') return 'this regular expression is not closed on its line';
  return start === '{' ? 'this "{" is not closed' : `${quote(start)} means nothing here`;
}

function parseJsonString(value: string, at: TapePosition): string {
  try {
    return JSON.parse(value) as string;
  } catch {
    throw new Fault(at, `this is no JSON string: ${value}`);
  }
}
