/** The ladder: every scenario in one line, the most direct involvement on top. */
import {
  type BarSide,
  ladderRungs,
  ladderVoices,
  type Rung,
  type RungVoices,
} from '../findings/ladder.ts';
import type { Library } from '../pack/library.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  blockTo,
  chart,
  heading,
  type Part,
  prose,
  SPACE,
  type Telling,
} from './document.ts';
import { AXIS_QUESTIONS, among, ladderNote } from './labels.ts';

/** Short names of the sides that have bars. */
const BAR_NAMES: Record<BarSide, string> = {
  favours: 'for',
  opposes: 'against',
  expects: 'expected',
  possible: 'possible',
  doubts: 'doubted',
};

/** What the bars of the rungs below it show; a side is called what the pack calls it. */
export function ladderHead(library: Library): Part {
  const own = library.data.pack.sides ?? {};
  const names = Object.fromEntries(
    Object.entries(BAR_NAMES).map(([side, name]) => [side, own[side as BarSide] ?? name]),
  ) as Record<BarSide, string>;
  return chart({ draws: 'ladder-head', names, most: ladderVoices(library).most });
}

/** @param marks ids of the scenarios marked for comparison */
export function ladderPage({ library }: Telling, marks: readonly string[] = []): Blocks {
  const rungs = ladderRungs(library.data.scenarios);
  const hasKinds = rungs.some(({ tie }) => tie !== undefined);
  return [
    ...rungs.map((rung) => rungBlock(rung, marks.includes(rung.scenario.id), library)),
    block(
      'legend',
      SPACE,
      prose(aside(ladderNote(library))),
      ...(hasKinds
        ? [
            prose(
              aside(
                'A kind stands below what it is a kind of, whatever its number; its voices are its own and are not added up.',
              ),
            ),
          ]
        : []),
      prose(
        aside(`Whoever is quoted twice on a side is one voice. Empty: nobody ${among(library)}.`),
      ),
    ),
  ];
}

/** A rung: number, title, mark, and how many voices stand on which side. */
export function rungBlock({ scenario, tie }: Rung, isMarked: boolean, library: Library): Block {
  const { id, rung, title, variantOf, reported } = scenario;
  const { on, most } = ladderVoices(library);
  const voices = on.get(id) as RungVoices;
  const isReported = reported.length > 0;
  const kind = variantOf ? `, a kind of ${library.scenario(variantOf).title}` : '';
  const tied = tie === undefined ? {} : { tie };
  return blockTo({ view: 'scenario', id }, [
    chart(
      { draws: 'rung', rung, title, ...tied, isMarked, isReported, voices, most },
      heading('entry', `Rung ${rung}: ${title}${kind}${isMarked ? ', marked' : ''}`),
      ...voicesTold(voices, isReported),
    ),
  ]);
}

/** Both questions in words; a question that nobody answers takes few. */
function voicesTold(voices: RungVoices, isReported: boolean): Part[] {
  const { favours, opposes, expects, possible, doubts } = voices;
  const { normative, predictive } = AXIS_QUESTIONS;
  const should =
    favours + opposes === 0
      ? 'nobody takes a side.'
      : `Voices: ${favours} for, ${opposes} against.`;
  const will =
    expects + possible + doubts === 0
      ? isReported
        ? ''
        : 'nobody says.'
      : `Voices: ${expects} expect it, ${possible} hold it possible, ${doubts} doubt it.`;
  const so = isReported ? 'Reported as a fact.' : '';
  return [
    prose(`${normative} ${should}`),
    prose([predictive, so, will].filter((text) => text !== '').join(' ')),
  ];
}
