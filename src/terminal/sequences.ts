/**
 * Cuts what a terminal sends into characters and control sequences, and names their keys (ECMA-48,
 * "XTerm Control Sequences", the kitty keyboard protocol; rxvt's and the Linux console's own).
 */
import { isShowable } from './text.ts';

/**
 * A key: `name` is what the key table uses ("j", "space", "enter", "up", "f1", "ctrl-k",
 * "alt-x", "paste"); `text` what it types, where it types something.
 */
export type Key = { name: string; text?: string };

/** A part of the input; answers of the terminal and unknown sequences have no keys. */
export type Piece = { bytes: string; keys: readonly Key[] };

type Pieces = {
  pieces: Piece[];
  /** What may be the beginning of a sequence. */
  held: string;
  /** The text ends within a string of the terminal's. */
  isAnswering: boolean;
  /** What follows the mark at which a paste begins, where there is one. */
  pasted?: string;
};

/** A string of the terminal's ends with BEL or ST; another control character ends it, too. */
const ANSWER = /[^\u0000-\u001F]*(?:\u0007|\u001B\\|(?=[\u0000-\u001A\u001C-\u001F]|\u001B[^\\]))/y;
/** What begins one: OSC, DCS, SOS, PM, APC. */
const ANSWER_START = /\u001B[\]PX^_]/y;
/** One that is broken off. */
const BROKEN = /\u001B\[(?:[ -?]+|(?=[^ -~]))/y;
const CSI = /(\u001B?)\u001B\[([0-?]*)([ -/]*)([@-~])/y;
/** A sequence for which something is still missing; no key has a longer one. */
const BEGINNING = /\u001B+(?:\[(?:[0-?]{0,64}[ -/]{0,2}|\[|M[^\u0000-\u001F]{0,2})|O\d?)?$/y;
const SS3 = /(\u001B?)\u001BO(\d?)([@-~])/y;
const LINUX = /\u001B\[\[([A-E])/y;
/** The old report of a mouse: button and place in a character each. */
const MOUSE = /\u001B\[M[^\u0000-\u001F]{3}/y;

/**
 * @param isAnswering the text goes on within a string of the terminal's
 * @param isAll nothing follows: what would be held is taken for what it is by itself
 */
export function splitInput(text: string, isAnswering = false, isAll = false): Pieces {
  const pieces: Piece[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const add = (length: number, ...keys: (Key | undefined)[]) => {
    const known = keys.filter((key) => key !== undefined);
    pieces.push({ bytes: text.slice(at, at + length), keys: known });
    at += length;
  };
  while (at < text.length) {
    if (isAnswering) {
      const end = match(ANSWER);
      if (!end) return { pieces, held: text.endsWith('\u001B') ? '\u001B' : '', isAnswering };
      at += end[0].length;
      isAnswering = false;
      continue;
    }
    if (text[at] !== '\u001B') {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      add(character.length, typed(character));
      continue;
    }
    if (!isAll && match(BEGINNING)) return { pieces, held: text.slice(at), isAnswering };
    const sequence = match(LINUX) ?? match(MOUSE) ?? match(CSI) ?? match(SS3);
    if (sequence) {
      const [all, ...parts] = sequence;
      if (all.endsWith('\u001B[200~')) {
        return { pieces, held: '', isAnswering, pasted: text.slice(at + all.length) };
      }
      add(all.length, keyOf(parts));
    } else if (match(ANSWER_START) && !(isAll && at + 2 === text.length)) {
      // Held for a moment: it may be a key with Alt.
      if (at + 2 === text.length) return { pieces, held: text.slice(at), isAnswering };
      at += 2;
      isAnswering = true;
    } else if (match(BROKEN)) add(BROKEN.lastIndex - at);
    else addEscape();
  }
  return { pieces, held: '', isAnswering };

  /** An Escape, or a character held with Alt, which comes with one before it. */
  function addEscape(): void {
    const next = text.codePointAt(at + 1);
    const character = next === undefined ? '\u001B' : String.fromCodePoint(next);
    // Signals are sent by those who are in a hurry: two keys in one read, and not one with Alt.
    if (/[\u0003\u001A\u001B]/.test(character)) add(1, { name: 'escape' });
    else add(1 + character.length, withAlt(character));
  }
}

/** A character as it is typed, control characters included. */
function typed(character: string): Key | undefined {
  if (character === ' ') return { name: 'space', text: ' ' };
  const control = controlName(character);
  if (control !== undefined) return { name: control };
  return isShowable(character) ? { name: character, text: character } : undefined;
}

/** A character held with Alt. */
function withAlt(character: string): Key | undefined {
  const control = controlName(character);
  if (control?.startsWith('ctrl-')) return { name: `ctrl-alt-${control.slice(5)}` };
  const name = control ?? typed(character)?.name;
  return name === undefined ? undefined : { name: `alt-${name.toLowerCase()}` };
}

const CONTROLS: Readonly<Record<string, string>> = {
  '\0': 'ctrl-space',
  '\t': 'tab',
  '\n': 'enter',
  '\r': 'enter',
  '\b': 'backspace',
  '\u007F': 'backspace',
  '\u001B': 'escape',
};

function controlName(character: string): string | undefined {
  if (character > '\u001F' && character !== '\u007F') return undefined;
  const letter = String.fromCharCode(character.charCodeAt(0) + 0x60);
  return CONTROLS[character] ?? (character <= '\u001A' ? `ctrl-${letter}` : undefined);
}

/** Keys by the last character of CSI and SS3 … */
const BY_LETTER = new Map(
  Object.entries({
    ...{ A: 'up', B: 'down', C: 'right', D: 'left', E: 'clear', F: 'end', H: 'home' },
    ...{ P: 'f1', Q: 'f2', R: 'f3', S: 'f4', Z: 'shift-tab' },
  }),
);
/** … and by the number before `~`. */
const BY_NUMBER = new Map(
  [
    'home insert delete end pageup pagedown home end',
    '11: f1 f2 f3 f4 f5',
    '17: f6 f7 f8 f9 f10',
    '23: f11 f12',
  ].flatMap((row) => {
    const [, from = '1', names = ''] = /^(?:(\d+): )?(.*)$/.exec(row) ?? [];
    return names.split(' ').map((name, index) => [Number(from) + index, name] as const);
  }),
);
const LINUX_KEYS = ['f1', 'f2', 'f3', 'f4', 'f5'];

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;

/** The key of a whole sequence, from the groups of the pattern that it matched. */
function keyOf(parts: readonly string[]): Key | undefined {
  if (parts.length === 0) return undefined;
  if (parts.length === 1)
    return { name: LINUX_KEYS['ABCDE'.indexOf(parts[0] as string)] as string };
  const meta = parts[0] === '' ? 0 : ALT;
  if (parts.length === 3) {
    const [, modifier = '', final = ''] = parts;
    return named(BY_LETTER.get(final) ?? lowerLetter(final), meta | bitsOf(modifier), CTRL, final);
  }
  const [, parameters = '', between, final = ''] = parts;
  // A private parameter or a character between: an answer, or a report of the mouse.
  if (between !== '' || /[<=>?]/.test(parameters)) return undefined;
  const [first = '', modifier = '', third = ''] = parameters.split(';');
  const [bits = '', event] = modifier.split(':');
  // kitty tells of released keys as well.
  if (event === '3') return undefined;
  const modifiers = meta | bitsOf(bits);
  const number = Number.parseInt(first, 10);
  if (final === 'u') return coded(baseOf(first, modifiers) ?? number, modifiers);
  if (final === '~' && number === 27) return coded(Number(third), modifiers);
  if (final === '~') return named(BY_NUMBER.get(number), modifiers);
  if (final === '^') return named(BY_NUMBER.get(number), modifiers | CTRL);
  if (final === '@') return named(BY_NUMBER.get(number), modifiers | CTRL | SHIFT);
  // Two numbers and an R are the place of the cursor, which somebody asked for.
  if (!/^(?:|1)$/.test(first) || third !== '') return undefined;
  return named(BY_LETTER.get(final) ?? lowerLetter(final), modifiers, SHIFT, final);
}

/** kitty tells the character of the same key in a Latin layout: Ctrl-C is Ctrl-C in Cyrillic, too. */
function baseOf(codes: string, modifiers: number): number | undefined {
  const [, , base] = codes.split(':');
  return base && modifiers & CTRL ? Number(base) : undefined;
}

/** rxvt tells a modifier with an arrow by a small letter. */
const lowerLetter = (final: string): string | undefined =>
  /[a-d]/.test(final) ? BY_LETTER.get(final.toUpperCase()) : undefined;

/** xterm's parameter is one more than the bits; those above Ctrl are locks. */
const bitsOf = (parameter: string): number =>
  Math.max(0, (Number.parseInt(parameter, 10) || 1) - 1) & (SHIFT | ALT | CTRL);

/** @param small the modifier that a small letter stands for */
function named(
  name: string | undefined,
  modifiers: number,
  small = 0,
  final = '',
): Key | undefined {
  if (name === undefined) return undefined;
  const all = modifiers | (/[a-d]/.test(final) ? small : 0);
  return { name: prefixOf(all) + name };
}

const prefixOf = (modifiers: number): string =>
  `${modifiers & CTRL ? 'ctrl-' : ''}${modifiers & ALT ? 'alt-' : ''}${modifiers & SHIFT ? 'shift-' : ''}`;

/** A key by the code point of its character, as kitty and xterm (modifyOtherKeys) tell it. */
function coded(code: number, modifiers: number): Key | undefined {
  // Keys without a character have numbers for private use.
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xe000 && code <= 0xf8ff)) return undefined;
  const character = String.fromCodePoint(code);
  const name = controlName(character);
  if (name !== undefined) return name.startsWith('ctrl-') ? { name } : named(name, modifiers);
  const key = typed(modifiers & SHIFT ? character.toUpperCase() : character);
  if (key === undefined || (modifiers & ~SHIFT) === 0) return key;
  const base = character === ' ' ? 'space' : character.toLowerCase();
  return { name: prefixOf(modifiers & ~SHIFT) + base };
}
