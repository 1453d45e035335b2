/** The passage of a statement, read from the reader's own copy of the source. */
import { surroundings } from '../article/surroundings.ts';
import type { Text } from '../article/text.ts';
import type { Statement } from '../pack/schema.ts';
import { clean } from '../terminal/text.ts';
import { type Look, markedProse, prose } from './look.ts';

/** What stands around a statement in its source, the quoted words (or the span) lit up. */
export function passageLines(statement: Statement, columns: number, look: Look): string[] {
  const { library, theme, copies } = look;
  if (!copies) {
    const hint =
      'Start rungs with --sources DIR (or RUNGS_SOURCES) to read it here, from your own copy of the articles.';
    return prose(hint, columns, look, { paint: theme.dim });
  }
  const copy = copies(library.source(statement.source));
  if ('problem' in copy) return prose(copy.problem, columns, look, { paint: theme.warn });
  const { span, quotes } = statement;
  const { start: from, end: to } = surroundings(copy.text, span);
  const marked = quotes.length > 0 ? quotes : [span];
  const { text, marks } = assemble(copy.text, from, to, marked);
  const { ellipsis } = theme.glyph;
  const lines = markedProse(text, marks, columns, look, { indent: 2 });
  if (from > 0) lines.unshift(`  ${ellipsis}`);
  if (to < copy.text.length) lines.push(`  ${ellipsis}`);
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

type Part = { start: number; end: number };

/** The text between two code points, cleaned piece by piece so that the marks stay on it. */
function assemble(source: Text, from: number, to: number, marked: readonly Part[]) {
  let text = '';
  let at = from;
  const marks: [number, number][] = [];
  const add = (end: number) => {
    text += clean(source.slice({ start: at, end }));
    at = end;
  };
  for (const { start, end } of marked.toSorted((a, b) => a.start - b.start)) {
    add(start);
    const begin = text.length;
    add(end);
    marks.push([begin, text.length]);
  }
  add(to);
  return { text, marks };
}
