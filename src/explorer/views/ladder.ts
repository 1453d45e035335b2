/** The ladder: every scenario a line, where every session begins. */
import type { Library } from '../../pack/library.ts';
import { AXIS_QUESTIONS } from '../../view/labels.ts';
import { ladderHead, ladderLegend, ladderOrder, rungBlock, rungNote } from '../../view/ladder.ts';
import { toRung } from '../rung.ts';
import type { State } from '../state.ts';
import { type View, wordAlone, wordTitle } from './view.ts';

export type LadderPlace = { view: 'ladder' };

/** Where every way begins. */
export const HOME: LadderPlace = { view: 'ladder' };

export const ladder: View<LadderPlace, { marks: readonly string[] }> = {
  title: wordTitle,
  address: wordAlone(HOME),
  reads: (_place, { marks }) => ({ marks }),
  content({ marks }, columns, lit) {
    // Titles are not lit up: what was searched for is elsewhere.
    const look = { ...lit, terms: [] };
    const rungs = ladderOrder(look.library.data.scenarios);
    const blocks = rungs.map((rung) => rungBlock(rung, marks.includes(rung.id), look));
    return { blocks: [...blocks, ladderLegend(look)], pinned: ladderHead(columns, look) };
  },
  /** The ladder needs less room than what is read beside it. */
  width: (room) => Math.max(50, Math.min(60, Math.floor(room * 0.52))),
  footer: () => [
    'down',
    'open',
    'search',
    'mark',
    'compare',
    'matrix',
    'timeline',
    'figures',
    'people',
    'language',
    'copy',
    'help',
    'quit',
  ],
  actions: { rung: { run: toRung } },
  aside: ({ id }, columns, look) => rungNote(look.library.scenario(id), columns, look),
  spoken: {
    selected: ({ id }, _place, { marks }, library) => ({ instead: rungWords(id, marks, library) }),
  },
};

function rungWords(id: string, marks: State['marks'], library: Library): string[] {
  const { rung, title, variantOf } = library.scenario(id);
  const { favours, opposes, expects, possible, doubts } = library.tally(id);
  const kind = variantOf ? `, a kind of ${library.scenario(variantOf).title}` : '';
  return [
    `Rung ${rung}: ${title}${kind}${marks.includes(id) ? ', marked' : ''}`,
    `${AXIS_QUESTIONS.normative} ${favours} for, ${opposes} against.`,
    `${AXIS_QUESTIONS.predictive} ${expects} yes, ${possible} maybe, ${doubts} no.`,
  ];
}
