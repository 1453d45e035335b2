/** Blocks of a page by their keys: the names by which a selection is found again at any width. */
import { type Block, isRun, type Run } from '../document/document.ts';

/** Blocks or runs of them, each with the number of its first block. */
type Numbered = { content: Block | Run; first: number };

type BlockKeys = {
  key(index: number): string;
  indexOf(key: string): number | undefined;
};

/** The keys of a page. */
export function keysOf(parts: readonly Numbered[]): BlockKeys {
  let single: Map<string, number> | undefined;
  /** Blocks that are in no run. */
  const singles = (): Map<string, number> => {
    single ??= new Map(
      parts.flatMap(({ content, first }) =>
        isRun(content) ? [] : [[content.key, first] as const],
      ),
    );
    return single;
  };
  /** The last of the blocks whose keys have most of the beginning of a key in common with it. */
  const nearest = (key: string): number | undefined => {
    let [best, most] = [undefined as number | undefined, 0];
    for (const [one, index] of singles()) {
      const common = commonStart(one, key);
      if (common < most || common === 0) continue;
      [best, most] = [index, common];
    }
    return best;
  };
  return {
    key(index) {
      const part = parts.findLast(({ first }) => first <= index);
      if (!part) return '';
      const { content, first } = part;
      return isRun(content) ? content.key(index - first) : content.key;
    },
    indexOf(key) {
      const known = singles().get(key);
      if (known !== undefined) return known;
      for (const { content, first } of parts) {
        const index = isRun(content) ? content.indexOf(key) : undefined;
        if (index !== undefined) return first + index;
      }
      // A row of a section that has fewer rows now, or is part of another one at this width.
      return key.includes('/') ? nearest(key) : undefined;
    },
  };
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
