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
import { AXIS_QUESTIONS, among, ladderNote, sideWord } from './labels.ts';

/** What the bars of the rungs below it show. */
export function ladderHead(library: Library): Part {
  return chart({
    draws: 'ladder-head',
    names: barNames(library),
    most: ladderVoices(library).most,
  });
}

const barNames = (library: Library): Record<BarSide, string> => ({
  favours: sideWord('favours', library),
  opposes: sideWord('opposes', library),
  expects: sideWord('expects', library),
  possible: sideWord('possible', library),
  doubts: sideWord('doubts', library),
});

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
  const names = barNames(library);
  const kind = variantOf ? `, a kind of ${library.scenario(variantOf).title}` : '';
  const tied = tie === undefined ? {} : { tie };
  return blockTo({ view: 'scenario', id }, [
    chart(
      { draws: 'rung', rung, title, ...tied, isMarked, isReported, voices, most, names },
      heading('entry', `Rung ${rung}: ${title}${kind}${isMarked ? ', marked' : ''}`),
      ...voicesTold(voices, isReported, names),
    ),
  ]);
}

/** Both questions in words; a question that nobody answers takes few. */
function voicesTold(
  voices: RungVoices,
  isReported: boolean,
  names: Record<BarSide, string>,
): Part[] {
  const { favours, opposes, expects, possible, doubts } = voices;
  const { normative, predictive } = AXIS_QUESTIONS;
  const should =
    favours + opposes === 0
      ? 'nobody takes a side.'
      : `Voices: ${favours} ${names.favours}, ${opposes} ${names.opposes}.`;
  const will =
    expects + possible + doubts === 0
      ? isReported
        ? ''
        : 'nobody says.'
      : `Voices: ${expects} ${names.expects}, ${possible} ${names.possible}, ${doubts} ${names.doubts}.`;
  const so = isReported ? 'Reported as a fact.' : '';
  return [
    prose(`${normative} ${should}`),
    prose([predictive, so, will].filter((text) => text !== '').join(' ')),
  ];
}
