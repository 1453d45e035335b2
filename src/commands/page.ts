import type { Block } from '../view/look.ts';

/** Blocks one under the other, without the blank lines at the end. */
export function pageText(blocks: readonly Block[], columns: number): string {
  return blocks
    .flatMap((block) => block.lines(columns))
    .join('\n')
    .trimEnd();
}
