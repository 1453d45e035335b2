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
  /**
   * Of the blocks whose keys have most steps in common with a key (`section/row`), the one in the
   * nearest row.
   */
  const nearest = (key: string): number | undefined => {
    const path = key.split('/');
    let best: { index: number; common: number; far: number } | undefined;
    for (const [one, index] of singles()) {
      const steps = one.split('/');
      const differing = steps.findIndex((step, depth) => step !== path[depth]);
      const common = differing < 0 ? steps.length : differing;
      const far = Math.abs(Number(steps.at(-1)) - Number(path.at(-1))) || 0;
      if (common === 0 || common < (best?.common ?? 0)) continue;
      if (!best || common > best.common || far < best.far) best = { index, common, far };
    }
    return best?.index;
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
