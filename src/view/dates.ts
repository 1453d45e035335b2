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
  const since = /^\[([^,\]]+)\.\.\]$/.exec(edtf) ?? /^([^/]+)\/(?:\.\.)?$/.exec(edtf);
  if (since?.[1]) return `since ${dateLabel(since[1])}`;
  const interval = /^([^/.]+)\/([^/.]+)$/.exec(edtf);
  if (interval?.[1] && interval[2]) return joinDates(interval[1], interval[2]);
  return plainLabel(edtf);
}

function joinDates(from: string, to: string): string {
  const [first, last] = [plainLabel(from), plainLabel(to)];
  const year = ` ${to.slice(0, 4)}`;
  return first.endsWith(year) && last.endsWith(year) && first !== last
    ? `${first.slice(0, -year.length)}–${last}`
    : `${first} – ${last}`;
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
