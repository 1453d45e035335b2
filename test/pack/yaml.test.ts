import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Fault, readExactly, readYaml, YAML_LIMITS, type Yaml } from '../../src/pack/yaml.ts';

const isWrong = (read: Yaml | Fault[]): read is Fault[] => Array.isArray(read);
/** What both say of a text: its value, or that there is none. */
const said = (read: Yaml | Fault[]) => (isWrong(read) ? 'is wrong' : { value: read.value });
/** All paths into a value. */
function pathsIn(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (value === null || typeof value !== 'object') return [path];
  const inside = Object.entries(value).flatMap(([key, entry]) =>
    pathsIn(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inside];
}

/** Both parsers on a text, and where they say its values stand. */
function expectAgreement(text: string): void {
  const quick = readYaml(text);
  const exact = readExactly(text, YAML_LIMITS);
  expect(said(quick), text).toEqual(said(exact));
  if (isWrong(quick) || isWrong(exact)) {
    expect(quick, text).toEqual(exact);
    return;
  }
  for (const path of [...pathsIn(exact.value).slice(0, 12), ['nothing'], [0, 'nothing']]) {
    for (const at of ['key', 'value'] as const) {
      expect(quick.place(path, at), `${at} of ${path.join('.')} in\n${text}`).toEqual(
        exact.place(path, at),
      );
    }
  }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.lorem({ mode: 'sentences' }),
  fc
    .array(
      fc.constantFrom(
        'Wort',
        ' ',
        '\n',
        '„so“',
        "'",
        '"',
        ': ',
        ' #',
        '- ',
        '---',
        '&a',
        '*b',
        '!x',
        '%',
        '@',
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '2024-10-24',
    '2024-10?',
    '1_000',
    '0x1f',
    '0x1g',
    '1x0',
    '20xx',
    '-1e5',
    '7fa',
    '.5',
    'yes',
    'No',
    'null',
    '~',
    '',
    'a: b',
    '12:30',
  ),
);
const scalar = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double(),
);
const fields = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(
    fc.constantFrom('id', 'summary', 'quotes', 'start', 'date', 'why', 'y', 'name of'),
    value,
  );
const record = fields(
  fc.oneof(scalar, fc.array(fields(scalar), { maxLength: 3 }), fc.array(text, { maxLength: 3 })),
);
const style = fc.record({
  lineWidth: fc.constantFrom(20, 80, 0),
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ),
  defaultKeyType: fc.constant('PLAIN'),
  collectionStyle: fc.constantFrom('any', 'block', 'any', 'flow'),
} as const);
const written = fc
  .tuple(
    fc.oneof(fc.array(record, { maxLength: 4 }), record),
    style,
    fc.constantFrom('', '# head\n', '---\n', '\n'),
    fc.boolean(),
  )
  .map(([value, options, head, isWindows]) => {
    const yaml = head + stringify(value, { ...options, aliasDuplicateObjects: false } as never);
    return isWindows ? yaml.replaceAll('\n', '\r\n') : yaml;
  });

const FRAGMENTS = (
  'a|b: |key: |- |  |    |\n|\n|\n  |\n- |\n    - |"|"x y"|\'|: |,|:|#c| # c|>-|>|[|[a, b]|]|{|}|{a: 1}|? |~|1|0x1|1_0|.5|' +
  '2024-10-24|true|No|null|ä „x“|-|--- |\n---\n|\n...|&a |*a|!t |<<: |%YAML 1.2|"\\u00e9"|\r\n|@|`|&|*|!|x: y|- - a|a: b: c|' +
  '\n\n|\n \n|id: x|text\n  more|http://x|12:30|"k": v|"k":v|[a: b]|{a, b: c}|{a:1}|- a\n  b|-\n  a|-a|?x|key:\n- a|key:\n  - a|' +
  '"\n|\n"|\n\'|}\n|x #y|x#y|\t|\uFEFF|\u2028|\u0085|__proto__: 1|constructor: 1'
)
  .split('|')
  .concat(
    '|\n  t\n',
    'k: |\n   t\n  t\n',
    'k: |2\n    t\n',
    '>+\n  a\n\n   b\n\n',
    'k: >-\n  a\n  b\n',
  );
const RUNS = { numRuns: Number(process.env.RUNGS_RUNS ?? 50) };

describe('both parsers agree', () => {
  it('on the shipped pack, and on where everything stands in it', () => {
    for (const file of ['data/people.yaml', 'data/pack.yaml', 'scenarios/taurus.yaml'])
      expectAgreement(readFileSync(file, 'utf8'));
  });

  it.each(['20xx', '7fa', '3.inf', '0'])(
    'on the text %s, which is a number in no dialect or in all, without the exact one',
    (word) => {
      const source = `- id: ${word}\n`;
      expect(said(readYaml(source, { ...YAML_LIMITS, exact: 4 }))).toEqual(
        said(readExactly(source, YAML_LIMITS)),
      );
    },
  );

  it.each([
    ['in brackets below an empty line', '\n[{id: a}, {id: b}]\n'],
    ['in brackets over several lines', '\n[\n  {id: a},\n  {id: b}]\n'],
    ['in brackets, a text in it with a hyphen at its line', '["a\n - b\n c", d]\n'],
    ['of lists below their hyphens', '-\n  - a\n-\n  - b\n  - c\n'],
    ['with a comment behind a hyphen', '- # - x\n  # - y\n  - a\n- b\n'],
    ['indented below a head', '---\n# head\n\n  -\n    id: a\n  - id: b\n'],
    ['with empty entries', '\n-\n- a\n-\n-\n- - b\n-\n'],
  ])('on a list %s', (_, source) => {
    expectAgreement(source);
  });

  it('on what is written in our form, in any style', () => {
    fc.assert(fc.property(written, expectAgreement), RUNS);
  });

  it('on what is written in our form, with a slip of the hand', () => {
    const slip = fc.tuple(written, fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...FRAGMENTS, ''));
    fc.assert(
      fc.property(slip, ([yaml, at, removed, added]) => {
        const where = at % (yaml.length + 1);
        expectAgreement(yaml.slice(0, where) + added + yaml.slice(where + removed));
      }),
      RUNS,
    );
  });

  it('on what hostile hands write', () => {
    const hostile = fc
      .array(fc.constantFrom(...FRAGMENTS), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(hostile, expectAgreement), RUNS);
  });
});

describe('limits', () => {
  const MANY = 60_000;
  const lines = (line: (number: number) => string, count = MANY) =>
    Array.from({ length: count }, (_, number) => line(number)).join('');

  it.each<
    [string, string, Omit<Fault, 'message'> & { message: RegExp }, { [limit: string]: number }?]
  >([
    [
      'aliases of many anchors',
      lines((n) => `- &a${n} x\n`) + lines((n) => `- *a${n}\n`),
      { line: 201, column: 9, message: /more than 100 times/ },
    ],
    [
      'anchors alone',
      lines((n) => `- &a${n} x\n`),
      { line: 201, column: 9, message: /more than 100 times/ },
    ],
    [
      'fields of one record',
      `- id: a\n${lines((n) => `  f${n}: x\n`)}`,
      { line: 1001, column: 3, message: /field after 1000 of one record/ },
    ],
    [
      'entries of one list',
      lines(() => '- a\n', 10_001),
      { line: 10_001, column: 3, message: /entry after 10000 of one list/ },
      { entries: 10_000 },
    ],
    ['brackets', '['.repeat(100_000), { line: 1, message: /nested too deeply/ }],
    ['lists in lists', `${'- '.repeat(100_000)}x`, { line: 1, message: /nested too deeply/ }],
    [
      'mappings',
      lines((n) => `${' '.repeat(n)}a:\n`, 1000),
      { line: 100, message: /nested too deeply/ },
    ],
    [
      'brackets that are never closed, after a mistake',
      `"a" b\n${'['.repeat(100_000)}`,
      { message: /nested too deeply/ },
    ],
    [
      'fields that stand twice, among many',
      `- id: a\n${lines((n) => `  f${n}: x\n`, 900)}  f1: x\n`,
      { line: 902, column: 3, message: /a field stands here for the second time/ },
    ],
    [
      'a mistake in a large file',
      `${lines((n) => `- id: a${n}\n`, 20_000)}- id: "x" y\n${lines((n) => `- id: b${n}\n`)}`,
      { line: 20_001, column: 11, message: /text after a closing quote/ },
      { exact: 2 ** 17 },
    ],
    [
      'marks on one character, escaped too',
      `- id: a\n  title: "e${'\\u0301'.repeat(65)}"\n`,
      { line: 2, column: 10, message: /a character with more than 64 accents/ },
    ],
    [
      'a text that nobody reads',
      `- id: a\n  title: ${'x'.repeat(1_000_001)}\n`,
      { line: 2, column: 10, message: /longer than 1000000 characters/ },
    ],
  ])('are told of %s', (_, source, fault, limits = {}) => {
    const read = readYaml(source, { ...YAML_LIMITS, ...limits });
    expect(isWrong(read) ? read : 'nothing wrong').toMatchObject([
      { ...fault, message: expect.stringMatching(fault.message) },
    ]);
  });

  it('a large file that only the exact parser could read is refused', () => {
    const read = readYaml(`- &a x\n${lines((n) => `- id: a${n}\n`, 100_000)}`);
    expect(read).toEqual([
      { message: expect.stringMatching(/^is larger than 1 MiB and has anchors/) },
    ]);
  });

  it('a place in a large file is found without reading all of it', () => {
    const read = readYaml(`# head\n${lines((n) => `- id: a${n}\n  name: x\n`, 50_000)}`) as Yaml;
    expect(read.place([49_999, 'name'], 'value')).toEqual({ line: 100_001, column: 9 });
    expect(read.place([49_999, 'name'], 'key')).toEqual({ line: 100_001, column: 3 });
  });
});

it('a field may bear the name of a prototype, and is only a field', () => {
  const read = readYaml('- __proto__: {a: 1}\n  constructor: x\n') as Yaml;
  const [value] = read.value as [object];
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
  expect((value as { a?: number }).a).toBeUndefined();
});
