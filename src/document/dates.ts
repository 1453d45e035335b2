/** EDTF dates in words, as precise as they are and never more. */
import { SEASON_ENDS } from '../pack/dates.ts';

export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const SEASONS: Record<string, string> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
};

/** "24 Oct 2024", "Nov 2024", "by Nov 2024", "about 2024", "Oct–Nov 2024", "undated". */
export function dateLabel(edtf: string): string {
  if (!/[^\dX?~%-]/.test(edtf)) return plainLabel(edtf);
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
 * How long ago a date was, counted from its latest possible day, in units no finer than the date
 * itself: "today", "3 weeks ago", "2 years ago". Undefined where it names no year or is not over.
 */
export function agoLabel(edtf: string, now: Date): string | undefined {
  const last = [...edtf.matchAll(/(\d{4})(?:-(\d\d))?(?:-(\d\d))?/g)].at(-1);
  if (!last) return undefined;
  const [, year, monthText = '12', day] = last;
  const month = SEASON_ENDS[monthText] ?? Number(monthText);
  const months = (now.getUTCFullYear() - Number(year)) * 12 + now.getUTCMonth() + 1 - month;
  if (last[2] === undefined) return ago(now.getUTCFullYear() - Number(year), 'year');
  // Whole years: two and a half are not three.
  if (months >= 24) return ago(Math.floor(months / 12), 'year');
  if (!day) return ago(months, 'month');
  const days = Math.floor((now.getTime() - Date.UTC(Number(year), month - 1, Number(day))) / DAY);
  if (days === 0) return 'today';
  if (days < 14) return ago(days, 'day');
  return days < 60 ? ago(Math.round(days / 7), 'week') : ago(Math.round(days / 30.44), 'month');
}

const DAY = 86_400_000;

function ago(count: number, unit: string): string | undefined {
  if (count < 1) return undefined;
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
