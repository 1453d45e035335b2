/**
 * A frame of texts that do not overlap. Ink takes every text of every frame apart into cells and
 * joins the cells again, so that boxes may lie over each other; ours never do.
 */
import { graphemes, isNarrow, isShowable, width, withoutStyles } from '../../terminal/text.ts';

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

/** A styled text in its row, from a column up to another. */
type Piece = { start: number; end: number; text: string };

/**
 * The rows of a frame as one text, or undefined where it takes cells: a text lies over another or
 * reaches out of the frame, is clipped, or holds what Ink would not show as it is.
 *
 * @param size of the frame, in cells
 */
export function joinWrites(
  operations: readonly Operation[],
  { columns, rows }: { columns: number; rows: number },
): string | undefined {
  const pieces = Array.from({ length: rows }, (): Piece[] => []);
  for (const operation of operations) {
    const piece = pieceOf(operation);
    if (!piece || piece.start < 0 || piece.end > columns) return undefined;
    const row = pieces[piece.y];
    if (!row) return undefined;
    row.push(piece);
  }
  const joined = pieces.map(joinRow);
  return joined.includes(undefined) ? undefined : joined.join('\n');
}

function pieceOf(operation: Operation): (Piece & { y: number }) | undefined {
  if (operation.type !== 'write') return undefined;
  const { x, y, transformers } = operation;
  const text = transformers.reduce((line, transform) => transform(line, 0), operation.text);
  const plain = withoutStyles(text);
  if (!isShownAsIs(plain)) return undefined;
  // A style that is left open would go on in the next text.
  const closed = plain === text ? text : `${text}\u001B[0m`;
  return { start: x, end: x + width(plain), y, text: closed };
}

/** Whether Ink puts a text into cells character by character, changing and leaving out nothing. */
function isShownAsIs(plain: string): boolean {
  if (isNarrow(plain)) return true;
  if (!isShowable(plain) || plain.includes('\n')) return false;
  return [...graphemes(plain)].every(({ cells }) => cells > 0);
}

/** The texts of a row at their columns; undefined where one lies over another. */
function joinRow(pieces: Piece[]): string | undefined {
  pieces.sort((a, b) => a.start - b.start);
  let row = '';
  let column = 0;
  for (const { start, end, text } of pieces) {
    if (start < column) return undefined;
    row += ' '.repeat(start - column) + text;
    column = end;
  }
  return row.trimEnd();
}
