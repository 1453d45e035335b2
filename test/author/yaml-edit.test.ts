/** Changes of a file's values: nothing else in it changes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { editYaml, type YamlEdit } from '../../src/author/yaml-edit.ts';

const FILE = [
  '# head',
  '',
  '- id: a   # first',
  "  by: 'x'",
  '  all: [x, y, z] # three',
  '',
  '# between',
  '',
  '# of b',
  '- id: b',
  '  by: "x"',
  '  text: >-',
  '    folded',
  '    text',
  '- {id: c, by: x}',
  '',
  '- id: d',
  '  all:',
  '    - x',
  '    - y # last',
  '',
  '# tail',
  '',
].join('\n');

/** The lines that an edit takes away and puts in their place. */
function changed(edits: YamlEdit[], before = FILE): { gone: string[]; new: string[] } {
  const after = editYaml(before, edits);
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !now.includes(line)),
    new: now.filter((line) => !old.includes(line)),
  };
}

describe('a value', () => {
  test.each([
    [[0, 'by'], "  by: 'new-one'"],
    [[1, 'by'], '  by: "new-one"'],
    [[2, 'by'], '- {id: c, by: new-one}'],
    [[0, 'all', 1], '  all: [x, new-one, z] # three'],
    [[3, 'all', 1], '    - new-one # last'],
    [[0, 'id'], '- id: new-one   # first'],
  ] as const)('at %j changes its line alone', (path, line) => {
    expect(changed([{ path, set: 'new-one' }]).new).toEqual([line]);
  });

  test('that would be read as something else is put in quotation marks', () => {
    const after = editYaml(FILE, [{ path: [0, 'id'], set: '2024' }]);
    expect(parse(after)[0].id).toBe('2024');
  });

  test('in a text block is replaced, too', () => {
    const after = editYaml(FILE, [{ path: [1, 'text'], set: 'plain' }]);
    expect(parse(after)[1].text).toBe('plain');
    for (const comment of ['# head', '# between', '# of b', '# tail'])
      expect(after).toContain(comment);
  });
});

describe('an entry', () => {
  test('goes with the comment directly above it and the blank line below it', () => {
    expect(changed([{ path: [1], remove: true }])).toEqual({
      gone: ['# of b', '- id: b', '  by: "x"', '  text: >-', '    folded', '    text'],
      new: [],
    });
  });

  test('that is the first or the last one leaves the comments of the file', () => {
    const after = editYaml(FILE, [
      { path: [0], remove: true },
      { path: [3], remove: true },
    ]);
    expect(after).toBe(
      '# head\n\n# between\n\n# of b\n- id: b\n  by: "x"\n  text: >-\n    folded\n    text\n- {id: c, by: x}\n\n# tail\n',
    );
  });

  test.each([
    [0, '  all: [y, z] # three'],
    [2, '  all: [x, y] # three'],
  ])('number %i of a list in brackets goes alone', (index, line) => {
    expect(changed([{ path: [0, 'all', index], remove: true }]).new).toEqual([line]);
  });

  test('is added to lists of either kind, and to none', () => {
    expect(changed([{ path: [0, 'all'], append: ['a, b', 'c'] }]).new).toEqual([
      '  all: [x, y, z, "a, b", c] # three',
    ]);
    expect(changed([{ path: [3, 'all'], append: ['e', { f: 1 }] }]).new).toEqual([
      '    - e',
      '    - f: 1',
    ]);
    expect(changed([{ path: [1, 'all'], append: ['e'] }]).new).toEqual(['    - e']);
  });
});

test('whatever it is and however it is written, what is read is what was meant', () => {
  const id = fc.constantFrom(
    'a',
    'b',
    '2024',
    'null',
    'true',
    'x-y',
    "it's",
    '"q"',
    '- c',
    '# d',
    'e: f',
    '',
  );
  const record = fc.record(
    { id, by: id, all: fc.array(id, { maxLength: 3 }) },
    { requiredKeys: ['id'] },
  );
  const style = fc.record({
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom('block' as const, 'flow' as const, 'any' as const),
    defaultStringType: fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_DOUBLE' as const,
      'BLOCK_LITERAL' as const,
    ),
  });
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 2, maxLength: 4 }),
      style,
      id,
      fc.nat(3),
      (records, options, to, at) => {
        const index = at % records.length;
        const text = `# head\n${stringify(records, options)}`;
        // Not all that the library writes is YAML: an empty list below its key is none.
        fc.pre(parseDocument(text).errors.length === 0);
        const wanted = structuredClone(records);
        Object.assign(wanted[index] as object, {
          id: to,
          all: [...(wanted[index]?.all ?? []), to],
        });
        const [gone] = wanted.splice((index + 1) % records.length, 1);
        expect(gone).toBeDefined();
        const after = editYaml(text, [
          { path: [index, 'id'], set: to },
          { path: [index, 'all'], append: [to] },
          { path: [(index + 1) % records.length], remove: true },
        ]);
        expect(parse(after) ?? []).toEqual(wanted);
        expect(after).toContain('# head');
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});

test('what is no YAML is not touched', () => {
  expect(() => editYaml('- [', [{ path: [0], set: 'x' }])).toThrow('no YAML');
});
