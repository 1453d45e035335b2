/**
 * Texts compared by their words and punctuation, whatever the typography: curly or straight marks,
 * kinds of dashes and spaces, an ellipsis or three points, composed or decomposed letters.
 */

/** A text in plain typography; each of its units knows where in the original it came from. */
export type Plain = { plain: string; starts: number[]; ends: number[] };

const REPLACED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'’‘‚‛ʼʹ′`´＇'].map((char) => [char, "'"])),
  ...Object.fromEntries([...'“”„‟«»″＂〝〞〟'].map((char) => [char, '"'])),
  '‹': "'",
  '›': "'",
  ...Object.fromEntries([...'‐‑‒–—―−﹣－'].map((char) => [char, '-'])),
  '…': '...',
};
// A function, as setting up a pattern with Unicode properties takes V8 a millisecond.
const ignored = () => /\p{Cf}|\uFE0E|\uFE0F/u;

/** A text in plain typography, with the way back. Offsets are UTF-16 indexes. */
export function plainTypography(text: string): Plain {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let end = 0;
  const isIgnored = ignored();
  for (let start = 0; start < text.length; start = end) {
    const char = String.fromCodePoint(text.codePointAt(start) as number);
    end = start + char.length;
    if (isIgnored.test(char)) continue;
    const isSpace = /\s/.test(char);
    if (isSpace && plain.endsWith(' ')) continue;
    const out = isSpace ? ' ' : (REPLACED[char] ?? char.normalize('NFD'));
    plain += out;
    for (let at = 0; at < out.length; at += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
  return { plain, starts, ends };
}
