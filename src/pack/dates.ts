/** The days that an EDTF date leaves open. */

/** The first and last month of each season, counted on into the next year. */
const SEASON_STARTS: Record<string, number> = { '21': 3, '22': 6, '23': 9, '24': 12 };
export const SEASON_ENDS: Record<string, number> = { '21': 5, '22': 8, '23': 11, '24': 14 };

/** First and last possible day, in milliseconds of UTC; an open end is absent. */
export type Bounds = { from?: number; to?: number };

/** The days an EDTF date leaves open; nothing at all for an undated one. */
export function dateBounds(edtf: string): Bounds {
  const [first = '', last = first] = edtf.replace(/[[\]]/g, '').split(/\.\.(?!$|\/)|\//);
  const isOpenStart = /^\[?\.\./.test(edtf) || first === '';
  const isOpenEnd = /\.\.\]?$/.test(edtf) || (edtf.endsWith('/') && edtf.length > 1);
  const from = isOpenStart ? undefined : firstDay(first);
  const to = isOpenEnd ? undefined : lastDay(last.replace(/^\.\./, '') || first);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

const PLAIN = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$/;

function firstDay(edtf: string): number | undefined {
  const [, year, text = '01', day = '01'] = PLAIN.exec(edtf.replace(/\.\.$|-XX/g, '')) ?? [];
  const month = SEASON_STARTS[text] ?? Number(text);
  return year === undefined ? undefined : Date.UTC(Number(year), month - 1, Number(day));
}

function lastDay(edtf: string): number | undefined {
  const [, year, text = '12', day] = PLAIN.exec(edtf.replaceAll('-XX', '')) ?? [];
  if (year === undefined) return undefined;
  const month = SEASON_ENDS[text] ?? Number(text);
  return day ? Date.UTC(Number(year), month - 1, Number(day)) : Date.UTC(Number(year), month, 0);
}
