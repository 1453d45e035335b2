/** Keys by the names that tapes use, and the bytes that a terminal sends for them (xterm's). */

const NAMED: Readonly<Record<string, string>> = {
  Enter: '\r',
  Escape: '\u001B',
  Tab: '\t',
  Space: ' ',
  Backspace: '\u007F',
  Delete: '\u001B[3~',
  Insert: '\u001B[2~',
  Up: '\u001B[A',
  Down: '\u001B[B',
  Right: '\u001B[C',
  Left: '\u001B[D',
  End: '\u001B[F',
  PageUp: '\u001B[5~',
  PageDown: '\u001B[6~',
};

/** Keys that VHS has no word for. A tape that VHS must also read names them in a `# send:` line. */
const BEYOND_VHS: Readonly<Record<string, string>> = {
  Home: '\u001B[H',
  F1: '\u001BOP',
  F2: '\u001BOQ',
  F3: '\u001BOR',
  F4: '\u001BOS',
  F5: '\u001B[15~',
  F6: '\u001B[17~',
  F7: '\u001B[18~',
  F8: '\u001B[19~',
  F9: '\u001B[20~',
  F10: '\u001B[21~',
  F11: '\u001B[23~',
  F12: '\u001B[24~',
};

const ALL = new Map(Object.entries({ ...NAMED, ...BEYOND_VHS }));

export const VHS_KEYS: readonly string[] = Object.keys(NAMED);
export const KEYS: readonly string[] = [...ALL.keys()];
export const MODIFIERS = ['Ctrl', 'Alt', 'Shift'] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** The bytes of a named key, or undefined for a name that is none. */
export const keyBytes = (name: string): string | undefined => ALL.get(name);

/**
 * The bytes of a key held together with modifiers.
 * @param key a key's name or one character
 * @returns undefined where no terminal sends such a thing
 */
export function chordBytes(modifiers: ReadonlySet<Modifier>, key: string): string | undefined {
  const plain = keyBytes(key);
  if (plain?.startsWith('\u001B') && plain.length > 1) return modified(plain, modifiers);
  if (plain === undefined && [...key].length !== 1) return undefined;
  let bytes = plain ?? key;
  if (modifiers.has('Shift')) bytes = key === 'Tab' ? '\u001B[Z' : bytes.toUpperCase();
  if (!modifiers.has('Ctrl')) return modifiers.has('Alt') ? `\u001B${bytes}` : bytes;
  const control = controlByte(bytes);
  return control !== undefined && modifiers.has('Alt') ? `\u001B${control}` : control;
}

/** A function key with xterm's modifier parameter: 1, plus 1 Shift, plus 2 Alt, plus 4 Ctrl. */
function modified(plain: string, modifiers: ReadonlySet<Modifier>): string {
  const parameter =
    1 +
    (modifiers.has('Shift') ? 1 : 0) +
    (modifiers.has('Alt') ? 2 : 0) +
    (modifiers.has('Ctrl') ? 4 : 0);
  const final = plain.slice(-1);
  const number = final === '~' ? plain.slice(2, -1) : '1';
  return `\u001B[${number};${parameter}${final}`;
}

function controlByte(bytes: string): string | undefined {
  if (/^[a-z@[\\\]^_]$/i.test(bytes)) return String.fromCharCode(bytes.charCodeAt(0) & 0x1f);
  return { '-': '\u001F', '/': '\u001F', ' ': '\0', '\u007F': '\b', '\r': '\r' }[bytes];
}
