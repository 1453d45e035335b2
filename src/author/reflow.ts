/** Joins lines that were broken to a width, as in mails and in what is taken from a PDF. */

/** Words after which a hyphen at the end of a line stays: "Nord- und Südkorea". */
const KEEPS_HYPHEN = /^(?:und|oder|bis|sowie|bzw|and|or|to|et|ou|y|o|e)\b/;
/** A line shorter than the widest by more than a fifth ends a paragraph, if a sentence ends with it. */
const FULL = 0.8;

/**
 * A text with its hard line breaks joined and words parted by a hyphen mended; paragraphs, with an
 * empty line between them, stay. A text whose lines are paragraphs stays as it is.
 */
export function reflow(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\f/g, '\n').split('\n');
  const widths = lines.map((line) => line.trimEnd().length).filter((width) => width > 0);
  const widest = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.95)] ?? 0;
  const isBroken = widest <= 120 && broken(lines) >= 0.5;
  if (!isBroken) return lines.map((line) => line.trimEnd()).join('\n');
  const paragraphs: string[] = [];
  let current = '';
  const flush = () => {
    if (current !== '') paragraphs.push(current);
    current = '';
  };
  for (const line of lines.map((one) => one.trim())) {
    if (line === '') flush();
    else {
      current = joined(current, line, text);
      if (line.length < widest * FULL && /[.!?…:]["”“»’')]*$/.test(line)) flush();
    }
  }
  flush();
  return paragraphs.join('\n\n');
}

/** The share of lines right above another one that end in the middle of a sentence. */
function broken(lines: readonly string[]): number {
  let [inner, open] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (lines[index + 1] ?? '').trim() === '') continue;
    inner += 1;
    if (!/[.!?…:]["”“»’')]*\s*$/.test(line)) open += 1;
  }
  return inner < 3 ? 0 : open / inner;
}

function joined(before: string, line: string, text: string): string {
  if (before === '') return line;
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + line;
  const [, first] = /(\p{L}+)[-‐]$/u.exec(before) ?? [];
  const [rest] = /^\p{Ll}+/u.exec(line) ?? [];
  if (!first || !rest)
    return before.endsWith('-') && /^\p{L}/u.test(line) && first
      ? before + line
      : `${before} ${line}`;
  if (KEEPS_HYPHEN.test(line)) return `${before} ${line}`;
  // A hyphen that stands in the same word elsewhere is the word's own.
  return text.includes(`${first}-${rest}`) ? before + line : before.slice(0, -1) + line;
}
