/** An event in words: as an answer, on a page of its own, in one string. */
import type { Library } from '../pack/library.ts';
import type { PackEvent } from '../pack/schema.ts';
import { dateLabel } from './dates.ts';
import {
  type Blocks,
  block,
  fact,
  factIf,
  heading,
  type Part,
  prose,
  SPACE,
  type Telling,
} from './document.ts';
import { sourceLabel } from './labels.ts';

/** Everything about an event. */
export function eventPage(event: PackEvent, { library }: Telling): Blocks {
  const { title, date, dateNote, place, source, note, statement } = event;
  return [
    block(
      'summary',
      heading('page', title, { aside: 'event', id: event.id }),
      SPACE,
      fact('When', dateNote ? `${dateLabel(date)} (${dateNote})` : dateLabel(date)),
      ...factIf('Where', place),
      fact('Source', sourceLabel(library.source(source))),
      ...factIf('Note', note),
      ...factIf('Statement', statement),
    ),
  ];
}

/** An event as the answer to a question. */
export function eventAnswer(event: PackEvent, { library }: Telling): Part[] {
  const place = [event.place, sourceLabel(library.source(event.source))].filter(Boolean);
  return [
    heading('entry', event.title, { aside: 'event' }),
    prose(`${dateLabel(event.date)}; ${place.join('; ')}`),
  ];
}

/** An event in one string. */
export function eventText({ title, date, place, source }: PackEvent, library: Library): string {
  const where = place ? `, ${place}` : '';
  return `${title} (${dateLabel(date)}${where}). In: ${sourceLabel(library.source(source))}.`;
}

/** An event in a list of names. */
export const eventLine = ({ date, title }: PackEvent): string => `${dateLabel(date)}: ${title}`;
