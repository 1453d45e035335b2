/** `rungs verify`: every quote held against the reader's own copies of the articles. */

import { type Failure, type Verification, verify } from '../article/verify.ts';
import { CommandError } from '../cli/error.ts';
import { createLibrary } from '../pack/library.ts';
import { clean } from '../terminal/text.ts';
import { type Look, plural, prose } from '../view/look.ts';
import { type Answer, jsonText, lookOf, proseColumns, type Request } from './command.ts';

/** Holds every quote of the pack against the reader's own copies of the articles. */
export async function runVerify(request: Request): Promise<Answer> {
  const { sources: dir, json } = request.options;
  if (dir === undefined) {
    throw new CommandError('verify needs your copies of the articles: --sources DIR', 2);
  }
  const { data } = await request.pack();
  const result = tryVerify(dir, () => verify(data, dir));
  const code = result.failures.length === 0 ? 0 : 1;
  if (json) return { text: jsonText({ ...counts(result), ...result }), code };
  const look = lookOf(request, createLibrary(data));
  return { text: report(result, proseColumns(request), look).join('\n'), code };
}

function tryVerify(dir: string, run: () => Verification): Verification {
  try {
    return run();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(`cannot read the folder ${dir} (${code})`, 2);
  }
}

function counts({ sources, records, failures, unchecked }: Verification) {
  const quotes = records.flatMap((record) => record.quotes);
  return {
    checked: { sources: sources.length, records: records.length, quotes: quotes.length },
    failed: failures.length,
    notChecked: unchecked.length,
  };
}

const STATES = { same: 'as it was read', changed: 'CHANGED', missing: 'MISSING' } as const;

const WHAT: Record<Failure['what'], string> = {
  'file-missing': 'the file is missing',
  'file-refused': 'the file is not read',
  'file-changed': 'the file has changed',
  'quote-moved': 'the quote stands elsewhere',
  'quote-altered': 'the quote stands there in other letters',
  'quote-absent': 'the quote stands nowhere in this source',
  'quote-outside-marks': "the quote is not inside the source's quotation marks",
  'quote-cut': 'the quote begins or ends inside a word',
  'quote-unpaired': 'the quote holds a quotation mark without its partner',
  'quote-unclear': 'the quotation marks around the quote cannot be told apart',
  'passage-altered': 'the passage has changed',
};

function report(result: Verification, columns: number, look: Look): string[] {
  const { sources, extra, records, unchecked, failures } = result;
  const { theme } = look;
  const lines = sources.flatMap(({ id, file, state }) => {
    const own = records.filter(({ source }) => source === id);
    const quotes = own.flatMap((record) => record.quotes).length;
    const held =
      state === 'missing' ? '' : `; ${plural(own.length, 'passage')}, ${plural(quotes, 'quote')}`;
    const paint = state === 'same' ? theme.yes : theme.warn;
    return prose(`${id} (${clean(file)}): ${STATES[state]}${held}`, columns, look, { paint });
  });
  for (const name of extra) {
    lines.push(...prose(`extra file, of no source: ${clean(name)}`, columns, look));
  }
  for (const failure of failures) lines.push('', ...failureLines(failure, columns, look));
  const { checked, failed, notChecked } = counts(result);
  const missing = notChecked > 0 ? `, ${plural(unchecked.length, 'passage')} not checked` : '';
  const total = checked.sources + checked.records + checked.quotes;
  lines.push('', `${plural(total, 'check')}, ${failed} failed${missing}`);
  return lines;
}

function failureLines(
  { source, record, what, expected, found, nearest }: Failure,
  columns: number,
  look: Look,
): string[] {
  const name = record ? `${record} in ${source}` : source;
  const fields = [
    ['expected: ', expected],
    ['found:    ', found],
    [
      'nearest:  ',
      nearest && `${nearest.start}-${nearest.end} (line ${nearest.line}, column ${nearest.column})`,
    ],
  ] as const;
  return [
    ...prose(`FAILED ${name}: ${WHAT[what]}`, columns, look, { paint: look.theme.warn }),
    ...fields.flatMap(([lead, text]) =>
      text ? prose(text, columns, look, { lead, indent: 2 }) : [],
    ),
  ];
}
