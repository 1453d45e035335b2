/** Blocks and lines as the text that a command prints. */
import { type Blocks, isRun } from '../view/look.ts';

/** Blocks one under the other, without the blank lines at the end. */
export function pageText(content: Blocks, columns: number): string {
  const blocks = content.flatMap((one) =>
    isRun(one) ? Array.from({ length: one.count }, (_, index) => one.block(index)) : one,
  );
  return linesText(blocks.flatMap((block) => block.lines(columns)));
}

/** Lines as text to be pasted: without blanks at their ends, and blank lines at the end of all. */
export function linesText(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
