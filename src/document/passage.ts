/** The passage of a statement, read from the reader's own copy of the source. */
import { surroundings } from '../article/surroundings.ts';
import type { Text as Article } from '../article/text.ts';
import type { Statement } from '../pack/schema.ts';
import { clean } from '../terminal/text.ts';
import { aside, type Part, prose, sign, type Telling, type Words } from './document.ts';

/** Where the articles are not at hand: how to bring them. */
export const NO_COPIES =
  'Start rungs with --sources DIR (or RUNGS_SOURCES) to read it here, from your own copy of the articles.';

/** What stands around a statement in its source, the quoted words (or the span) marked. */
export function passageParts(statement: Statement, { library, copies }: Telling): Part[] {
  if (!copies) return [prose(aside(NO_COPIES))];
  const copy = copies(library.source(statement.source));
  if ('problem' in copy) return [prose({ means: 'warning', text: copy.problem })];
  const { span, quotes } = statement;
  const { start: from, end: to } = surroundings(copy.text, span);
  const gap = prose(sign('ellipsis'), { isInset: true });
  return [
    ...(from > 0 ? [gap] : []),
    prose(marked(copy.text, from, to, quotes.length > 0 ? quotes : [span]), { isInset: true }),
    ...(to < copy.text.length ? [gap] : []),
  ];
}

/** The text between two code points, cleaned piece by piece so that the marks stay on it. */
function marked(
  article: Article,
  from: number,
  to: number,
  ranges: readonly { start: number; end: number }[],
): Words {
  const text = (start: number, end: number) => clean(article.slice({ start, end }));
  const parts: Words[] = [];
  let at = from;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    parts.push(text(at, start), { means: 'marked', text: text(start, end) });
    at = end;
  }
  return [...parts, text(at, to)];
}
