/** `rungs verify`: every quote held against the reader's own copies of the articles. */

import { type Failure, type Verification, verify } from '../article/verify.ts';
import { CommandError } from '../cli/error.ts';
import { type Part, plural, prose, SPACE } from '../document/document.ts';
import { partRows } from '../render/terminal.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, lookOf, proseColumns, type Request } from './command.ts';

/** Holds every quote of the pack against the reader's own copies of the articles. */
export async function runVerify(request: Request): Promise<Answer> {
  const { articles, sources: dir = articles, json } = request.options;
  if (dir === undefined) {
    throw new CommandError('verify needs your copies of the articles: --sources DIR', 2);
  }
  const { data } = await request.pack();
  const result = tryVerify(dir, () => verify(data, dir));
  const code = result.failures.length === 0 ? 0 : 1;
  if (json) return { text: jsonText({ ...counts(result), ...result }), code };
  const parts = report(result);
  return { text: partRows(parts, proseColumns(request), lookOf(request)).join('\n'), code };
}

/** @throws CommandError where the folder cannot be read */
export function tryVerify(dir: string, run: () => Verification): Verification {
  try {
    return run();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(`cannot read the folder ${dir} (${code})`, 2);
  }
}

/** How much was checked, and how much of it failed. */
export function counts({ sources, records, failures, unchecked }: Verification) {
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

function report(result: Verification): Part[] {
  const { sources, extra, records, unchecked, failures } = result;
  const parts: Part[] = sources.map(({ id, file, state }) => {
    const own = records.filter(({ source }) => source === id);
    const quotes = own.flatMap((record) => record.quotes).length;
    const held =
      state === 'missing' ? '' : `; ${plural(own.length, 'passage')}, ${plural(quotes, 'quote')}`;
    const means = state === 'same' ? 'fine' : 'warning';
    return prose({ means, text: `${id} (${clean(file)}): ${STATES[state]}${held}` });
  });
  for (const name of extra) parts.push(prose(`extra file, of no source: ${clean(name)}`));
  for (const failure of failures) parts.push(SPACE, ...failureParts(failure));
  const { checked, failed, notChecked } = counts(result);
  const missing = notChecked > 0 ? `, ${plural(unchecked.length, 'passage')} not checked` : '';
  const total = checked.sources + checked.records + checked.quotes;
  return [...parts, SPACE, prose(`${plural(total, 'check')}, ${failed} failed${missing}`)];
}

function failureParts({ source, record, what, expected, found, nearest }: Failure): Part[] {
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
    prose({ means: 'warning', text: `FAILED ${name}: ${WHAT[what]}` }),
    ...fields.flatMap(([lead, text]) => (text ? [prose(text, { lead, isInset: true })] : [])),
  ];
}
