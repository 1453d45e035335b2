/** The one table of views. What is asked of a place is asked of its view, here and nowhere else. */
import { article } from './article.ts';
import { cell } from './cell.ts';
import { compare } from './compare.ts';
import { figures } from './figures.ts';
import { ladder } from './ladder.ts';
import { matrix } from './matrix.ts';
import { people } from './people.ts';
import { proof } from './proof.ts';
import { person, scenario, source, statement } from './record.ts';
import { relations } from './relations.ts';
import { search } from './search.ts';
import { timeline } from './timeline.ts';
import { tray } from './tray.ts';
import type { View } from './view.ts';
import { waiting } from './waiting.ts';

export const VIEWS = {
  ladder,
  scenario,
  statement,
  person,
  source,
  article,
  search,
  compare,
  matrix,
  cell,
  proof,
  timeline,
  figures,
  people,
  relations,
  tray,
  waiting,
};

/** What can be looked at: plain data, one form a view. */
export type Place = { [Name in keyof typeof VIEWS]: PlaceOf<(typeof VIEWS)[Name]> }[ViewName];
export type ViewName = keyof typeof VIEWS;
type PlaceOf<V> = V extends View<infer P, infer _> ? P : never;

/** The view of a place. */
export function viewOf<P extends Place>({ view }: P): View<P> {
  return VIEWS[view] as unknown as View<P>;
}
