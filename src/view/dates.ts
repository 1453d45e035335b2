/** EDTF dates in words, as precise as they are and never more. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SEASONS: Record<string, string> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
};

/** "24 Oct 2024", "Nov 2024", "by Nov 2024", "about 2024", "Oct–Nov 2024", "undated". */
export function dateLabel(edtf: string): string {
  const until = /^\[\.\.([^,\]]+)\]$/.exec(edtf) ?? /^(?:\.\.)?\/([^/]+)$/.exec(edtf);
  if (until?.[1]) return `by ${dateLabel(until[1])}`;
  const later = /^\[([^,\]]+)\.\.\]$/.exec(edtf);
  if (later?.[1]) return `${dateLabel(later[1])} or later`;
  const since = /^([^/]+)\/(?:\.\.)?$/.exec(edtf);
  if (since?.[1]) return `since ${dateLabel(since[1])}`;
  const oneOf = /^\[([^,\]]+)\.\.([^,\]]+)\]$/.exec(edtf);
  if (oneOf?.[1] && oneOf[2]) return joinDates(oneOf[1], oneOf[2]);
  const interval = /^([^/.]+)\/([^/.]+)$/.exec(edtf);
  if (interval?.[1] && interval[2]) return joinDates(interval[1], interval[2]);
  return plainLabel(edtf);
}

/** "as of Nov 2024", "by 24 Oct 2024". */
export function asOfLabel(edtf: string): string {
  const label = dateLabel(edtf);
  return label.startsWith('by ') || label === 'undated' ? label : `as of ${label}`;
}

/** Two dates as a range; what they share at the end is said once: "21–24 Oct 2024". */
function joinDates(from: string, to: string): string {
  const first = plainLabel(from).split(' ');
  const last = plainLabel(to).split(' ');
  if (first.length !== last.length) return `${first.join(' ')} – ${last.join(' ')}`;
  let shared = 0;
  while (shared < first.length - 1 && first.at(-1 - shared) === last.at(-1 - shared)) shared += 1;
  const begin = first.slice(0, first.length - shared).join(' ');
  return `${begin}${shared > 0 ? '–' : ' – '}${last.join(' ')}`;
}

function plainLabel(edtf: string): string {
  const match = /^(\d{4}|[\dX]{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]?)$/.exec(edtf);
  if (!match?.[1]) return edtf;
  const [, year, month, day, mark] = match;
  if (year === 'XXXX') return 'undated';
  const yearText = year.endsWith('X') ? `${year.replaceAll('X', '0')}s` : year;
  const monthText = month && (SEASONS[month] ?? MONTHS[Number(month) - 1]);
  const dayText = monthText && day && day !== 'XX' ? String(Number(day)) : undefined;
  const text = [dayText, monthText, yearText].filter(Boolean).join(' ');
  if (mark === '~') return `about ${text}`;
  return mark === '' ? text : `${text}?`;
}

/**
 * How long ago a date was, counted from its latest possible day: "today", "3 weeks ago",
 * "2 years ago". Undefined where the date names no year.
 */
export function agoLabel(edtf: string, now: Date): string | undefined {
  const last = [...edtf.matchAll(/(\d{4})(?:-(\d\d))?(?:-(\d\d))?/g)].at(-1);
  if (!last) return undefined;
  const [, year, month, day] = last;
  const end = Date.UTC(
    Number(year),
    month ? Number(month) - (day ? 1 : 0) : 12,
    day ? Number(day) : 0,
  );
  const days = Math.floor((now.getTime() - end) / 86_400_000);
  if (days < 0) return undefined;
  if (days < 1) return 'today';
  const [count, unit] =
    days < 14
      ? [days, 'day']
      : days < 60
        ? [Math.round(days / 7), 'week']
        : days < 700
          ? [Math.round(days / 30.44), 'month']
          : [Math.round(days / 365.25), 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

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
  const [, year, month = '01', day = '01'] = PLAIN.exec(edtf.replace(/\.\.$/, '')) ?? [];
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function lastDay(edtf: string): number | undefined {
  const [, year, month, day] = PLAIN.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  if (day) return Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Date.UTC(Number(year), month ? Number(month) : 12, 0);
}
