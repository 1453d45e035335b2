/** A figure in words, alone and among those of its unit: who says how many, of what, as of when. */
import { figureAxes } from '../findings/figures.ts';
import type { Library } from '../pack/library.ts';
import { numberLabel } from '../pack/numbers.ts';
import type { Figure } from '../pack/schema.ts';
import { asOfLabel, dateLabel } from './dates.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  chart,
  fact,
  factIf,
  heading,
  type Part,
  prose,
  type Run,
  run,
  SPACE,
  section,
  sign,
  type Telling,
  whereSaid,
} from './document.ts';
import { noneText, outletLabel, sourceLabel } from './labels.ts';

const COMPARATORS: Record<NonNullable<Figure['comparator']>, string> = {
  exactly: 'exactly',
  about: 'about',
  'more-than': 'more than',
  'at-least': 'at least',
  'up-to': 'up to',
  several: 'several',
  hundreds: 'hundreds of',
  thousands: 'thousands of',
};

/** "more than 10,000 soldiers". */
export function amountLabel(figure: Figure): string {
  return [numberIn(figure), figure.unit].filter(Boolean).join(' ');
}

/** "more than 10,000". */
function numberIn({ comparator, value }: Figure): string {
  return [comparator && COMPARATORS[comparator], value !== undefined && numberLabel(value)]
    .filter(Boolean)
    .join(' ');
}

/** "White House, relayed by Blick; as of 4 Nov 2024": who gives a number, and as of when. */
export function figureOrigin({ by, relayedBy, asOf }: Figure, library: Library): string {
  const relays = relayedBy.map((id) => library.person(id).name);
  const relayed = relays.length > 0 ? `, relayed by ${relays.join(', ')}` : '';
  return `${library.person(by).name}${relayed}; ${asOfLabel(asOf)}`;
}

/** "Hanna Weiss, 4 Nov 2024". */
export function figureBy({ by, asOf }: Figure, library: Library): string {
  return `${library.person(by).name}, ${dateLabel(asOf)}`;
}

/** Everything about a figure. */
export function figurePage(figure: Figure, { library }: Telling): Blocks {
  const { counted, where, source, note, statement } = figure;
  return [
    block(
      'summary',
      heading('page', amountLabel(figure), { aside: 'figure', id: figure.id }),
      prose(counted),
      SPACE,
      ...factIf('Where', where),
      fact('Given by', figureOrigin(figure, library)),
      fact('Source', sourceLabel(library.source(source))),
      ...factIf('Note', note),
      ...factIf('Statement', statement),
    ),
  ];
}

/** A figure as the answer to a question. */
export function figureAnswer(figure: Figure, { library }: Telling): Part[] {
  const where = figure.where ? ` (${figure.where})` : '';
  const source = sourceLabel(library.source(figure.source));
  return [
    heading('entry', amountLabel(figure), { aside: 'figure' }),
    prose(figure.counted + where),
    prose(aside(`${figureOrigin(figure, library)}; ${source}`)),
  ];
}

/** A figure in one string. */
export function figureText(figure: Figure, library: Library): string {
  const { counted, where, source } = figure;
  const place = where ? ` (${where})` : '';
  const from = `${figureOrigin(figure, library)}. In: ${sourceLabel(library.source(source))}.`;
  return `${amountLabel(figure)}: ${counted}${place} — ${from}`;
}

/** A figure in a list of names. */
export function figureLine(figure: Figure, { library }: Telling): string {
  return `${amountLabel(figure)}: ${figure.counted} (${figureBy(figure, library)})`;
}

/**
 * All figures, by unit, each where it lies on the axis of its unit.
 *
 * @param brief what exactly each counts is told of the selected one alone, by its key; of the first
 *   one where no key is given
 */
export function figuresPage(
  { library }: Telling,
  brief?: { selected?: string | undefined },
): Blocks {
  const axes = figureAxes(library.data.figures);
  if (axes.length === 0) return [block('nothing', prose(noneText('figure', library)))];
  const first = axes[0]?.series[0]?.[1][0];
  const selected = brief?.selected ?? (first && keyOf(first));
  const blocks = axes.flatMap(({ unit, series }): (Block | Run)[] => {
    const all = series.flatMap(([, figures]) => figures);
    const largest = Math.max(...all.map(({ value }) => value ?? 0));
    const most = all.length > 1 ? largest : 0;
    return [
      section(`${unit} (${series[0]?.[1].length ?? 0})`),
      ...(most > 0 ? [block(`scale:${unit}`, chart({ draws: 'scale', most }))] : []),
      ...series.flatMap(([kind, figures], index) => [
        ...(index > 0
          ? [
              block(
                `kind:${kind}`,
                SPACE,
                heading('group', kind, { notes: [String(figures.length)] }),
              ),
            ]
          : []),
        run(figures, keyOf, (figure) =>
          figureBlock(figure, most, !brief || keyOf(figure) === selected, library),
        ),
      ]),
      block(`end:${unit}`, SPACE),
    ];
  });
  const about =
    'Each figure counts something of its own, at a time of its own: set side by side, not added up, none is chosen. A kind of a unit is drawn on the same axis, apart.';
  return brief
    ? [...blocks, block('about', prose(aside(about)))]
    : [block('about', prose(aside(about)), SPACE), ...blocks];
}

const keyOf = ({ id }: Figure): string => `figure:${id}`;

function figureBlock(figure: Figure, most: number, isTold: boolean, library: Library): Block {
  const { id, counted, where, note } = figure;
  const label = amountLabel(figure);
  // The unit stands above.
  const number = numberIn(figure);
  const by = figureBy(figure, library);
  const source = outletLabel(library.source(figure.source));
  const isInset = true;
  const what = [counted, where].filter(Boolean).join('; ');
  const words = [
    prose([figureOrigin(figure, library), ' ', sign('bullet'), ` in ${source}`], { isInset }),
    prose(aside(what), { isInset }),
    ...(note ? [prose(aside(note), { isInset } as const)] : []),
  ];
  const told = [heading('entry', label), ...(isTold ? [] : [prose(what), prose(by)])];
  return {
    key: keyOf(figure),
    target: whereSaid(figure),
    record: { kind: 'figure', id },
    parts: [
      chart({ draws: 'amount', number: number || label, by, most, figure }, ...told),
      ...(isTold ? [...words, SPACE] : []),
    ],
  };
}
