/** Figures and events: what is counted, what happened, by whom and where it stands. */
import type { Library } from '../pack/library.ts';
import type { Figure, PackEvent } from '../pack/schema.ts';
import { asOfLabel, dateLabel } from './dates.ts';
import { sourceLabel } from './labels.ts';
import { type Block, type Look, prose, spread, still } from './look.ts';
import { fact } from './statement.ts';

const COMPARATORS: Record<Figure['comparator'], string> = {
  exactly: '',
  about: 'about',
  'more-than': 'more than',
  'at-least': 'at least',
  'up-to': 'up to',
  several: 'several',
  hundreds: 'hundreds of',
  thousands: 'thousands of',
};

/** "more than 10,000 soldiers". */
export function amountLabel({ comparator, value, unit }: Figure): string {
  return [COMPARATORS[comparator], value?.toLocaleString('en'), unit].filter(Boolean).join(' ');
}

/** "White House, relayed by Blick; as of 4 Nov 2024": who gives a number, and as of when. */
export function figureOrigin({ by, relayedBy, asOf }: Figure, library: Library): string {
  const relays = relayedBy.map((id) => library.person(id).name);
  const relayed = relays.length > 0 ? `, relayed by ${relays.join(', ')}` : '';
  return `${library.person(by).name}${relayed}; ${asOfLabel(asOf)}`;
}

/** Everything about a figure. */
export function figurePage(figure: Figure, look: Look): Block[] {
  const { library, theme } = look;
  const { counted, where, source, note, statement } = figure;
  return [
    still((columns) => [
      spread(amountLabel(figure), 'figure', columns, look, theme.accent, theme.dim),
      ...prose(counted, columns, look),
      '',
      ...(where ? fact('Where', where, columns, look) : []),
      ...fact('Given by', figureOrigin(figure, library), columns, look),
      ...fact('Source', sourceLabel(library.source(source)), columns, look),
      ...(note ? fact('Note', note, columns, look) : []),
      ...(statement ? fact('Statement', statement, columns, look) : []),
    ]),
  ];
}

/** Everything about an event. */
export function eventPage(event: PackEvent, look: Look): Block[] {
  const { library, theme } = look;
  const { title, date, dateNote, place, source, note, statement } = event;
  const when = dateNote ? `${dateLabel(date)} (${dateNote})` : dateLabel(date);
  return [
    still((columns) => [
      spread(title, 'event', columns, look, theme.accent, theme.dim),
      '',
      ...fact('When', when, columns, look),
      ...(place ? fact('Where', place, columns, look) : []),
      ...fact('Source', sourceLabel(library.source(source)), columns, look),
      ...(note ? fact('Note', note, columns, look) : []),
      ...(statement ? fact('Statement', statement, columns, look) : []),
    ]),
  ];
}
