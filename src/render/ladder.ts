/** The ladder drawn: a scenario in one line, the voices on its sides as bars that grow from a line. */
import type { Chart } from '../document/charts.ts';
import type { Meaning } from '../document/document.ts';
import type { MostVoices, RungVoices } from '../findings/ladder.ts';
import type { Side } from '../pack/library.ts';
import { styledWidth, width } from '../terminal/text.ts';
import type { Theme } from '../terminal/theme.ts';
import { cell, filled, type Look, paintOf } from './styled.ts';

/** Cells of the number, the rung and the mark. */
const FRAME_CELLS = 6;
/** Where a row would leave less than this for the title, there are no bars. */
const LEAST_TITLE = 18;
/** A title that most have room in: what is left beyond it goes to the bars. */
const GOOD_TITLE = 32;
/** The longest bars, where there is little room and where there is more. */
const BAR_CELLS = { least: 5, most: 12 };
/** Without bars, the number of all voices under its head. */
const VOICES_CELLS = 8;
/** Cells between the two questions. */
const GAP = 2;

/** Cells of what stands left and right of the two lines, and of a voice. */
type Bars = { against: number; for: number; doubted: number; open: number; voice: number };

type Heads = Omit<Bars, 'voice'>;
/** Cells of the words above the bars where theirs do not fit. */
const CUT_HEADS: Heads = { against: 7, for: 3, doubted: 7, open: 11 };

/** How the bars lie in a width; undefined where there is no room for them. */
function barsIn(
  columns: number,
  { most, names }: { most: MostVoices; names: Record<Exclude<Side, 'none'>, string> },
): Bars | undefined {
  const longest = Math.max(1, most.opposes, most.favours, most.doubts, most.open);
  const heads: Heads = {
    against: width(names.opposes),
    for: width(names.favours),
    doubted: width(names.doubts),
    // A blank, what the bar is made of, a blank.
    open: 3 + Math.max(width(names.possible), width(names.expects)),
  };
  const fits = (cells: number, voice: number, head = heads): Bars => {
    const bar = (voices: number) =>
      voices === 0
        ? 0
        : Math.max(1, Math.round(Math.min(voices * voice, (voices * cells) / longest)));
    const digits = (voices: number) => (voices === 0 ? 0 : String(voices).length);
    return {
      against: Math.max(head.against, bar(most.opposes) + digits(most.opposes)),
      for: Math.max(head.for, bar(most.favours) + digits(most.favours)),
      doubted: Math.max(head.doubted, bar(most.doubts) + digits(most.doubts)),
      // A blank before a bar, and both numbers after it.
      open: Math.max(head.open, 1 + bar(most.open) + 2 * digits(most.open) + 1),
      voice: Math.min(voice, cells / longest),
    };
  };
  const wide = fits(BAR_CELLS.most, 2);
  if (columns - FRAME_CELLS - cellsOf(wide) >= GOOD_TITLE) return wide;
  // Longer words are cut before there are no bars.
  const narrow = [heads, CUT_HEADS].map((head) => fits(BAR_CELLS.least, 1, head));
  return narrow.find((bars) => columns - FRAME_CELLS - cellsOf(bars) >= LEAST_TITLE);
}

const cellsOf = (bars: Bars): number =>
  bars.against + bars.for + bars.doubted + bars.open + 2 + GAP;

/** Which question the bars answer, which side is where, and what a bar counts. */
export function ladderHead(
  { names, most }: Extract<Chart, { draws: 'ladder-head' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const bars = barsIn(columns, { most, names });
  if (!bars) {
    const left = filled('    too narrow for sides', columns - VOICES_CELLS, look);
    return [theme.dim(`${left}${'voices'.padStart(VOICES_CELLS)}`)];
  }
  const room = columns - cellsOf(bars);
  const { vertical } = theme.glyph;
  const unit = Number.isInteger(bars.voice)
    ? 'numbers count voices'
    : 'numbers: voices; bars to scale';
  const key = (side: 'possible' | 'expects') =>
    cell(` ${barGlyph(side, theme)} ${names[side]}`, bars.open, look);
  const questions = [
    ' '.repeat(Math.max(0, room + bars.against - 7)),
    'should it?'.padEnd(7 + 1 + bars.for + GAP + bars.doubted - 7),
    'will it? ',
  ].join('');
  const sides = [
    filled(`     ${unit}`, room, look),
    cell(names.opposes, bars.against, look, 'right'),
    vertical,
    cell(names.favours, bars.for, look) + ' '.repeat(GAP),
    cell(names.doubts, bars.doubted, look, 'right'),
    vertical,
  ].join('');
  return [
    theme.dim(`${questions.slice(0, columns - bars.open)}${key('possible')}`),
    theme.dim(`${sides}${key('expects')}`),
  ];
}

/** What a bar of a side is made of: where marks must be ASCII, the sign of the side. */
function barGlyph(side: Side, { glyph, isAscii }: Theme): string {
  if (isAscii && side !== 'none') return glyph[side];
  return side === 'possible' ? glyph.barOpen : glyph.bar;
}

/** Number, title, mark, bars. */
export function rung(
  chart: Extract<Chart, { draws: 'rung' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const bars = barsIn(columns, chart);
  const drawn = bars ? drawnBars(chart, bars, look) : countOf(chart, theme);
  const titleCells = columns - FRAME_CELLS - styledWidth(drawn);
  const mark = theme.accent(chart.isMarked ? theme.glyph.marked : ' ');
  const means = isContested(chart.voices) ? ('strong' as const) : undefined;
  return [rungHead(chart, titleCells + FRAME_CELLS - 1, look, means) + mark + drawn];
}

/** The number and the title of a rung in so many cells; a kind hangs on the one it is a kind of. */
export function rungHead(
  { rung: number, title, tie }: Pick<Extract<Chart, { draws: 'rung' }>, 'rung' | 'title' | 'tie'>,
  cells: number,
  look: Look,
  means?: Meaning,
): string {
  const { dim, glyph } = look.theme;
  const tied = tie && `${tie === 'last' ? glyph.branchEnd : glyph.branch}${glyph.horizontal}`;
  const lead = `${String(number).padStart(2)} ${dim(tied ?? glyph.rung)} `;
  const name = means ? { means, text: title } : title;
  return lead + filled(name, cells - styledWidth(lead), look);
}

/** Whether voices stand against each other on one of its questions. */
const isContested = ({ favours, opposes, expects, possible, doubts }: RungVoices): boolean =>
  (favours > 0 && opposes > 0) || (expects + possible > 0 && doubts > 0);

/** How many people are heard at all, where their sides cannot be shown. */
function countOf({ voices }: Extract<Chart, { draws: 'rung' }>, { dim }: Theme): string {
  const count = voices.all === 0 ? '' : String(voices.all);
  return dim(count.padStart(VOICES_CELLS));
}

/** A bar, and its number at the end that is away from the line. */
function drawnBars(
  { voices, isReported }: Extract<Chart, { draws: 'rung' }>,
  bars: Bars,
  { theme }: Look,
): string {
  const { dim } = theme;
  const bar = (side: Side): string => {
    const count = voices[side];
    const cells = count === 0 ? 0 : Math.max(1, Math.round(count * bars.voice));
    return paintOf(side, theme)(barGlyph(side, theme).repeat(cells));
  };
  const number = (side: Side): string =>
    voices[side] === 0 ? '' : paintOf(side, theme)(String(voices[side]));
  const left = (side: Side, cells: number) => {
    const text = number(side) + bar(side);
    return ' '.repeat(Math.max(0, cells - styledWidth(text))) + text;
  };
  const right = (text: string, cells: number) =>
    text + ' '.repeat(Math.max(0, cells - styledWidth(text)));
  const both = voices.possible > 0 && voices.expects > 0 ? dim('+') : '';
  const open = `${bar('possible')}${bar('expects')}${number('possible')}${both}${number('expects')}`;
  const said = open === '' && isReported ? dim('reported') : open;
  const line = dim(theme.glyph.vertical);
  return [
    left('opposes', bars.against),
    line,
    right(bar('favours') + number('favours'), bars.for + GAP),
    left('doubts', bars.doubted),
    line,
    right(` ${said}`, bars.open),
  ].join('');
}
