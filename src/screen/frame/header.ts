/** The first row: where one is, and what the pack is and how old. */

import { agoLabel, dateLabel } from '../../document/dates.ts';
import { plural } from '../../document/document.ts';
import { languageMark } from '../../document/labels.ts';
import { titleOf } from '../../explorer/pages.ts';
import type { State, World } from '../../explorer/state.ts';
import { shorten, width } from '../../terminal/text.ts';
import type { Glyphs } from '../../terminal/theme.ts';

/** `way` stands at the left, `facts` at the right, a cell from the edge. */
export type HeaderPart = { way: string; facts: string };

/** Where one is at the left, what the pack is and how old at the right. */
export function header(state: State, world: World): HeaderPart {
  const { theme, library } = world;
  const { columns } = state.size;
  const { pack, sources } = library.data;
  const ago = agoLabel(pack.asOf, world.now());
  const language = languageMark(state.language, library);
  const marks = state.marks.length > 0 ? `${theme.glyph.marked} ${state.marks.length} marked` : '';
  const asOf = `${dateLabel(pack.asOf)}${ago ? `, ${ago}` : ''}`;
  const outdated = state.isOutdated ? ['files broken'] : [];
  const facts = [marks, plural(sources.length, 'source'), asOf, language].filter(Boolean);
  const titles = state.trail.map(({ place }) => titleOf(place, library));
  const name = ' rungs  ';
  const least = Math.min(width(titles.at(-1) ?? ''), columns - name.length) + 3;
  const right = [facts, facts.slice(-2), facts.slice(-1), []]
    .map((list) => [...outdated, ...list])
    .find((list) => width(list.join('  ')) + name.length + least <= columns);
  const end = (right ?? []).join('  ');
  const [way, place] = fitTrail(titles, columns - name.length - width(end) - 3, theme.glyph);
  return {
    way: theme.accent(name) + theme.dim(way) + theme.strong(place),
    facts: theme.dim(end),
  };
}

/** The way one came and the place one is at; the beginning of the way gives room first. */
function fitTrail(
  titles: readonly string[],
  room: number,
  { ellipsis, step }: Glyphs,
): [string, string] {
  const last = shorten(titles.at(-1) ?? '', room, ellipsis);
  const arrow = ` ${step} `;
  let way = '';
  for (const title of titles.slice(0, -1).reverse()) {
    const longer = `${title}${arrow}${way}`;
    if (width(longer) + width(last) > room) {
      const short = `${ellipsis}${arrow}${way}`;
      return width(short) + width(last) <= room ? [short, last] : [way, last];
    }
    way = longer;
  }
  return [way, last];
}
