/** Cuts a tape into tokens, as VHS does, but with every token at its place. */

/** A place in a tape; line and column (in characters) count from 1. */
export type TapePosition = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

type TokenType = 'word' | 'string' | 'number' | 'regex' | 'json' | 'sign' | 'comment' | 'broken';

export type Token = {
  readonly type: TokenType;
  /** Without quotes, slashes or `#`. */
  readonly value: string;
  readonly at: TapePosition;
  /** Whether it is the first of its line. */
  readonly first: boolean;
};

/** Sticky, tried in order; the value is the group that took part. The last takes what is left. */
const RULES: readonly (readonly [TokenType | 'blank', RegExp])[] = [
  ['blank', /(\s+)/y],
  ['comment', /#([^\r\n]*)/y],
  ['string', /"([^"\r\n]*)"|'([^'\r\n]*)'|`([^`\r\n]*)`/y],
  ['regex', /\/((?:\\.|[^/\\\r\n])*)\//y],
  ['json', /(\{[^}]*\})/y],
  ['number', /(\d[\d.]*|\.\d[\d.]*)/y],
  ['word', /([A-Za-z.][\w./%-]*)/y],
  ['sign', /([@+=%[\]^\\-])/y],
  ['broken', /([^\r\n]+)/y],
];

/**
 * The tokens of a tape. What is none comes as one `broken` token that takes the rest of its line.
 * @param start where the text begins, when it is a part of a file
 */
export function tokenize(text: string, start: TapePosition): Token[] {
  const tokens: Token[] = [];
  let { line, column } = start;
  let first = true;
  for (let index = 0; index < text.length; ) {
    const [type, value, source] = nextToken(text, index);
    if (type !== 'blank')
      tokens.push({ type, value, at: { file: start.file, line, column }, first });
    const lines = source.split('\n');
    if (lines.length > 1) column = 1;
    first = type === 'blank' && (first || lines.length > 1);
    line += lines.length - 1;
    column += [...(lines.at(-1) as string)].length;
    index += source.length;
  }
  return tokens;
}

function nextToken(text: string, index: number): [TokenType | 'blank', string, string] {
  for (const [type, rule] of RULES) {
    rule.lastIndex = index;
    const match = rule.exec(text);
    if (match) return [type, match.slice(1).find((group) => group !== undefined) ?? '', match[0]];
  }
  throw new Error(`no token at ${index}`);
}
