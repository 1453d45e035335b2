/** Words for a shell's command line. */

/** A word in single quotes: for POSIX shells and fish text, whatever is in it. */
export const quotedWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A word as it must be typed: in quotes only where a shell would not take it as it is. */
export const shellWord = (text: string): string =>
  /^[\w@%+:,./-]+$/.test(text) ? text : quotedWord(text);
