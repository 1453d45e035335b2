/**
 * A frame of rows as they are. Ink takes every row of every frame apart into cells and joins them
 * again, so that boxes may overlap; a screen made of whole rows has nothing that could.
 */

/** What Ink wants done to the output, as far as it is looked at here. */
export type Operation =
  | { type: 'clip' | 'unclip' }
  | {
      type: 'write';
      x: number;
      y: number;
      text: string;
      transformers: readonly ((line: string, index: number) => string)[];
    };

/**
 * The output of a frame in which every write is one row from the left edge, and no two the same
 * row; undefined where it is not so, and Ink has to take cells.
 */
export function wholeRows(
  operations: readonly Operation[],
  height: number,
): { output: string; height: number } | undefined {
  const rows = new Array<string>(height).fill('');
  for (const operation of operations) {
    if (operation.type !== 'write') return undefined;
    const { x, y, text, transformers } = operation;
    if (x !== 0 || rows[y] !== '' || text.includes('\n')) return undefined;
    rows[y] = transformers.reduce((row, transform) => transform(row, 0), text).trimEnd();
  }
  return { output: rows.join('\n'), height };
}
