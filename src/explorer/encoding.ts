/** Text as a part of an address: what a shell or a chat takes for its own is percent-encoded (RFC 3986). */
import { clean } from '../terminal/text.ts';

/**
 * All but letters, digits and the marks that no shell takes for its own. A function, as setting up a
 * pattern with Unicode properties takes V8 a millisecond.
 */
const encoded = () => /[^\p{L}\p{M}\p{N}:,._-]/gu;

export function encode(text: string): string {
  return text.replace(encoded(), (mark) =>
    [...Buffer.from(mark, 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/** Text that was never encoded, such as "100%", stays as it is; control characters become visible. */
export function decode(text: string): string {
  try {
    return clean(decodeURIComponent(text));
  } catch {
    return clean(text);
  }
}
