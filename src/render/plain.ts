/** Documents as text to be read, piped or pasted from a command. */
import { allBlocks, type Blocks } from '../document/document.ts';
import { type Look, rowsOf } from './terminal.ts';

/** Blocks one under the other: without blanks at the ends of lines, and blank lines at the end. */
export function plainPage(blocks: Blocks, columns: number, look: Look): string {
  return linesText(allBlocks(blocks).flatMap((block) => rowsOf(block, columns, look)));
}

/** Lines as text: without blanks at their ends, and blank lines at the end of all. */
function linesText(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
