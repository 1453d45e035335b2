/** Adding a record to a file of a pack: all that is in it stays as it is, to the byte. */
import { isDeepStrictEqual } from 'node:util';
import { Document, isSeq, parseDocument, Scalar, visit, YAMLSeq } from 'yaml';

/** The text of a file of records with more at its end. @throws where it holds no list */
export function withRecords(text: string, records: readonly object[]): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const before: unknown = document.toJS() ?? [];
  if (document.errors.length > 0 || !Array.isArray(before)) throw new Error('holds no list');
  const after = [...before, ...records];
  const appended = appendText(text, document, records);
  if (isDeepStrictEqual(parsed(appended), after)) return appended;
  // A list in brackets, or one with an end mark: written anew, with its comments.
  const list = isSeq(document.contents) ? document.contents : new YAMLSeq();
  list.flow = false;
  list.items.push(...records.map(recordNode));
  return Object.assign(document, { contents: list }).toString(YAML_STYLE);
}

/** How YAML is laid out that is new. */
export const YAML_STYLE = { lineWidth: 100, indentSeq: true } as const;

function parsed(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

/** The records as text below what there is, as far to the right as the others are. */
function appendText(
  text: string,
  document: ReturnType<typeof parseDocument>,
  records: readonly object[],
): string {
  const [first] = isSeq(document.contents) ? document.contents.items : [];
  const at = (first as { range?: [number, number, number] } | undefined)?.range?.[0];
  const line = at === undefined ? '' : text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const indent = ' '.repeat(Math.max(0, line.indexOf('-')));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const added = records
    .map((record) => new Document([recordNode(record)]).toString(YAML_STYLE))
    .join('\n')
    .replace(/^(?=.)/gm, indent)
    .replaceAll('\n', newline);
  const kept = text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
  return kept + (kept === '' ? '' : newline) + added;
}

/** A record as a node: quotes in quotation marks, so that no space or mark in them is lost. */
function recordNode(record: object) {
  const node = new Document(record).contents;
  visit(node, {
    Pair(_, pair) {
      const isQuote = (pair.key as Scalar | null)?.value === 'exact';
      if (isQuote && pair.value instanceof Scalar) pair.value.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return node as NonNullable<typeof node>;
}

/** The text of a file that holds one record, such as a scenario. */
export const asText = (record: object): string => new Document(record).toString(YAML_STYLE);
