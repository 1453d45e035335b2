import type { Block } from '../view/look.ts';

/** Blocks one under the other, without the blank lines at the end. */
export function pageText(blocks: readonly Block[], columns: number): string {
  return linesText(blocks.flatMap((block) => block.lines(columns)));
}

/** Lines as text to be pasted: without blanks at their ends, and blank lines at the end of all. */
export function linesText(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
