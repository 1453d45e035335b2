/** Things side by side: how wide each is, and which of them fit. */
import type { CompareForm, CompareLayout } from '../document/compare.ts';
import { styledWidth } from '../terminal/text.ts';

/** Cells between two columns: a bar with a blank on either side. */
const SEPARATOR = 3;

/** `count` columns of equal width; what is left over goes to the last. */
export function widthsOf(count: number, columns: number): number[] {
  const room = columns - (count - 1) * SEPARATOR;
  const each = Math.floor(room / count);
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? room - each * (count - 1) : each,
  );
}

/** Rows of cells joined line by line. @param bar what stands before the n-th cell */
export function sideBySide(
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  bar: string | ((index: number) => string),
): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells.reduce((line, lines, index) => {
      const text = lines[row] ?? '';
      const gap = index === cells.length - 1 ? 0 : (widths[index] ?? 0) - styledWidth(text);
      const before = index === 0 ? '' : typeof bar === 'string' ? bar : bar(index);
      return line + before + text + ' '.repeat(Math.max(0, gap));
    }, ''),
  );
}

/** One column of German quotes that is narrower than this shows one language. */
const BOTH_LANGUAGES = 44;

/**
 * How so many scenarios are laid out in a width (measured with German quotes).
 *
 * @param columns width of the text; the explorer's screen is two cells wider
 */
export function compareLayout(scenarios: number, columns: number): CompareLayout {
  const bilingual = Math.floor((columns + SEPARATOR) / (BOTH_LANGUAGES + SEPARATOR));
  return { form: compareForm(scenarios, columns), bilingual };
}

function compareForm(scenarios: number, columns: number): CompareForm {
  if (columns < 70) return 'stacked';
  if (scenarios === 2) return columns >= 158 ? 'split' : 'columns';
  if (scenarios === 3) return columns >= 98 ? 'columns' : 'overview';
  return columns >= 158 ? 'columns' : 'overview';
}
