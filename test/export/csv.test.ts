import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { COLUMNS, statementsCsv, toCsv } from '../../src/export/csv.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { HARBOUR } from '../support/harbour-pack.ts';

const opened = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: '\r\n' });

test('a row for each stance, and one for a statement without', () => {
  const { statements } = loadPack('.');
  const { text } = statementsCsv(createLibrary(loadPack('.')));
  const rows = opened(text);
  for (const { id, stances } of statements) {
    const own = rows.filter(({ statement }) => statement === id);
    expect(own).toHaveLength(Math.max(1, stances.length));
    expect(own.map(({ scenario, axis, value }) => [scenario, axis, value])).toEqual(
      stances.length > 0
        ? stances.map(({ scenario, axis, value }) => [scenario, axis, value])
        : [['', '', '']],
    );
  }
});

test('quotes are there to the character', () => {
  const data = loadPack('.');
  const rows = opened(statementsCsv(createLibrary(data)).text);
  for (const { id, quotes } of data.statements) {
    const row = rows.find(({ statement }) => statement === id);
    expect(row?.quotes).toBe(quotes.map(({ exact }) => exact).join(' … '));
  }
});

test('every column of a made-up statement', () => {
  const rows = opened(statementsCsv(createLibrary(HARBOUR)).text);
  expect(Object.keys(rows[0] ?? {})).toEqual([...COLUMNS]);
  const row = rows.find(({ statement }) => statement === 'weiss-alone');
  expect(row).toMatchObject({
    source: 'kurier',
    outlet: 'Küstenkurier',
    speakerName: 'Ulrich Weiß',
    speakerKind: 'expert',
    quotes: 'Der Winter wird lang.',
    form: 'direct',
  });
});

test('marks, line feeds and semicolons come back as they were', () => {
  const values = ['a "b" c', 'one\r\ntwo', 'x,y;z', ' padded ', '«ä»', ''];
  const { text } = toCsv(
    values.map((value) => ({ value })),
    ['value'],
  );
  expect(parse(text, { columns: true, record_delimiter: '\r\n' })).toEqual(
    values.map((value) => ({ value })),
  );
});

test.each(['=1+1', '+49 30', '-2', '@cmd', ' =1', '\t=1', '=HYPERLINK("x";"y")'])(
  'a spreadsheet does not run %j',
  (value) => {
    const csv = toCsv([{ value }], ['value']);
    expect(csv.defused).toBe(1);
    expect(opened(csv.text)).toEqual([{ value: `'${value}` }]);
  },
);

test.each(['＝1+1', '＋1', '－1', '＠x', ' ＝1'])('nor %j, in full width', (value) => {
  expect(opened(toCsv([{ value }], ['value']).text)).toEqual([{ value: `'${value}` }]);
});

test.each([
  ['x;=HYPERLINK(0)', "x;'=HYPERLINK(0)"],
  ['x; =1;y', "x;' =1;y"],
  ['one\n=1+1', "one\n'=1+1"],
  ['a\t@b', "a\t'@b"],
])('nor what is in %j where semicolons, tabs or lines part the cells', (value, changed) => {
  const { text, defused } = toCsv([{ id: 'a', value }], ['id', 'value']);
  expect([opened(text)[0]?.value, defused]).toEqual([changed, 1]);
  const cells = text.split(/[;\t\r\n]/);
  expect(cells.filter((cell) => /^["\s]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
});

test('numbers and plain text are left alone', () => {
  const csv = toCsv([{ a: 'a = b', b: 12, c: undefined }], ['a', 'b', 'c']);
  expect(csv).toEqual({ text: 'a,b,c\r\na = b,12,\r\n', defused: 0 });
});
