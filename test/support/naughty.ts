/** Text that breaks programs. */
import { readFileSync } from 'node:fs';

/** The Big List of Naughty Strings (Max Woolf, MIT). */
export const naughtyStrings: readonly string[] = JSON.parse(
  readFileSync('test/fixtures/naughty-strings/blns.json', 'utf8'),
);

/** Text whose width terminals measure differently, or is easily measured wrong; with its name. */
export const TRICKY_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['wide emoji', '😀'],
  ['a family joined by joiners', '👨‍👩‍👧‍👦'],
  ['a skin tone', '👍🏽'],
  ['a keycap', '1️⃣'],
  ['a flag', '🇨🇭'],
  ['half a flag', '🇨'],
  ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['a heart with a variation selector', '❤️'],
  ['an emoji as text', '⌚︎'],
  ['a new emoji', '🫨'],
  ['Devanagari', 'नमस्ते क्षत्रिय'],
  ['Tamil', 'நிறுவனம்'],
  ['Hangul', '한국어'],
  ['Hangul in jamo', '한국어'],
  ['half a Hangul syllable', 'ᄒ ᅡ ᆫ'],
  ['accents of their own', 'Se\u0301oul U\u0308ber'],
  ['many accents', 'Z̸̛̞a̶͇͝l̵̟̋g̷̙̈o̸͕̓'],
  ['an accent on nothing', '\u0301a'],
  ['Thai', 'กี่ สวัสดี ทำ'],
  ['Arabic', 'العربية ﷽'],
  ['Hebrew', 'שָׁלוֹם'],
  ['Japanese', '東京タワー ｶﾞ'],
  ['letters of full width', 'ＡＢＣ'],
  ['a new mark', 'а҇'],
  ['no character', '\uFFFF\u0378'],
  ['half a surrogate pair', '\uD800'],
];
