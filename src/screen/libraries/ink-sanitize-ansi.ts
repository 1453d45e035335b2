/**
 * Ink's cleaning of styled text, remembered: Ink asks for it twice for each text of each frame, and
 * most texts are those of the frame before. The build puts it in the place of Ink's own module.
 */
import sanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';

/** More texts than the largest screens have. */
const MOST = 1000;
const known = new Map<string, string>();

export default function sanitizeAnsiOnce(text: string): string {
  let clean = known.get(text);
  if (clean === undefined) {
    if (known.size >= MOST) known.clear();
    clean = sanitizeAnsi(text);
    known.set(text, clean);
  }
  return clean;
}
