/** What a tape fixes before the program starts, in comments that VHS passes over. */
import { LANGUAGES } from '../document/document.ts';

export const COLORS = ['none', '16', '256', 'truecolor'] as const;

/** Size of a terminal in cells. */
export type Size = { readonly columns: number; readonly rows: number };

export type Settings = Size & {
  /** In which language the explorer shows quotes at first. */
  readonly lang: string;
  /** The virtual clock's first reading. */
  readonly now: Date;
  readonly color: (typeof COLORS)[number];
};

export const DEFAULTS: Settings = {
  columns: 80,
  rows: 24,
  lang: 'both',
  now: new Date('2026-01-01T00:00:00Z'),
  color: '256',
};

const MOST_CELLS = 1000;

/** One of `LANGUAGES`, or the tag of a language. */
const LANGUAGE = new RegExp(`^(?:${LANGUAGES.join('|')}|[a-z]{2,3}(?:-[A-Za-z0-9]+)*)$`);

/** What a value must look like, by the name of its setting; for messages. */
export const SETTING_FORMS = {
  size: `columns x rows, such as 80x24, at most ${MOST_CELLS} each`,
  lang: LANGUAGES.join(', '),
  now: 'a date such as 2026-11-22 or 2026-11-22T10:00Z',
  color: COLORS.join(', '),
} as const;

export type SettingName = keyof typeof SETTING_FORMS;

/** Reads the value of a setting; undefined where it has not the form that `SETTING_FORMS` says. */
export function readSetting(
  name: SettingName,
  value: string,
): Size | Partial<Omit<Settings, keyof Size>> | undefined {
  if (name === 'size') return readSize(value);
  if (name === 'lang') {
    return LANGUAGE.test(value) ? { lang: value } : undefined;
  }
  if (name === 'now') return readTime(value);
  const color = COLORS.find((known) => known === value);
  return color && { color };
}

/** Reads `120x40`; undefined where it is no size that a terminal can have. */
export function readSize(value: string): Size | undefined {
  const [columns = 0, rows = 0] = (/^(\d+)x(\d+)$/.exec(value) ?? []).slice(1).map(Number);
  const fits = (cells: number) => cells >= 1 && cells <= MOST_CELLS;
  return fits(columns) && fits(rows) ? { columns, rows } : undefined;
}

function readTime(value: string): { now: Date } | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?Z?)?$/.exec(value);
  if (!match) return undefined;
  const [, day = '', time = '00:00', seconds = ':00'] = match;
  const now = new Date(`${day}T${time}${seconds}Z`);
  // Date rolls the 30th of February over into March.
  const exists = !Number.isNaN(now.getTime()) && now.toISOString().startsWith(`${day}T${time}`);
  return exists ? { now } : undefined;
}

/** The environment in which a program finds these settings, as any terminal would say them. */
export function environmentOf(settings: Settings): Record<string, string> {
  const color: Record<Settings['color'], Record<string, string>> = {
    none: { TERM: 'xterm-256color', NO_COLOR: '1' },
    16: { TERM: 'xterm' },
    256: { TERM: 'xterm-256color' },
    truecolor: { TERM: 'xterm-256color', COLORTERM: 'truecolor' },
  };
  return { ...color[settings.color], LANG: 'en_US.UTF-8', TZ: 'UTC' };
}
