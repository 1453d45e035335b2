/** The timeline: what happened, and was said, when. */
import { timelinePage } from '../../document/timeline.ts';
import { TIMELINE_SHOWS, type TimelineShow } from '../../findings/timeline.ts';
import { cycled } from '../cycled.ts';
import { changed } from '../trail.ts';
import { to } from '../updates.ts';
import { type View, wordTitle } from './view.ts';

type TimelinePlace = { view: 'timeline'; show: TimelineShow };

const [EVENTS, ALL] = TIMELINE_SHOWS;
const TIMELINE: TimelinePlace = { view: 'timeline', show: EVENTS };

export const timeline: View<TimelinePlace, { show: TimelineShow }> = {
  title: wordTitle,
  address: {
    word: 'timeline',
    format: ({ show }) => (show === EVENTS ? '' : 'all'),
    parse(rest) {
      if (rest === '') return TIMELINE;
      if (rest === 'all') return { ...TIMELINE, show: ALL };
      return {
        problem: `a timeline is timeline or timeline:all, not "timeline:${rest}"`,
        nearest: [],
      };
    },
  },
  reads: ({ show }) => ({ show }),
  content: ({ show }, _columns, telling) => timelinePage(show, telling),
  panes: (columns) => (columns >= 160 ? 2 : 1),
  footer: () => ['down', 'open', 'back', 'rows', 'put-aside', 'search', 'help', 'quit'],
  actions: {
    rows: {
      run: ({ state }, place) =>
        to(changed(state, { ...place, show: cycled(TIMELINE_SHOWS, place.show) })),
    },
  },
  overview: TIMELINE,
};
