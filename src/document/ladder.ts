/** The ladder: every scenario in one line, the most direct involvement on top. */
import type { Library } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
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
  sign,
  type Telling,
} from './document.ts';
import { AXIS_QUESTIONS, ladderNote } from './labels.ts';

/** Scenarios in the order of the screen: the highest rung first. */
export function ladderOrder(scenarios: readonly Scenario[]): Scenario[] {
  return scenarios.toSorted((a, b) => b.rung - a.rung);
}

/** What the columns of numbers count. */
export const LADDER_HEAD: Part = chart({ draws: 'ladder-head' });

/** @param marks ids of the scenarios marked for comparison */
export function ladderPage({ library }: Telling, marks: readonly string[] = []): Blocks {
  return [
    ...ladderOrder(library.data.scenarios).map((one) =>
      rungBlock(one, marks.includes(one.id), library),
    ),
    block('legend', SPACE, prose(aside(ladderNote(library))), {
      kind: 'legend',
      of: 'ladder',
      text: [
        'Numbers count statements, each on one of two questions; ',
        sign('none'),
        ' means none in these sources.',
      ],
    }),
  ];
}

/** A rung: number, title, mark, and how many statements stand on which side. */
export function rungBlock(scenario: Scenario, isMarked: boolean, library: Library): Block {
  const { id, rung, title, variantOf } = scenario;
  const tally = library.tally(id);
  const { favours, opposes, expects, possible, doubts } = tally;
  const kind = variantOf ? `, a kind of ${library.scenario(variantOf).title}` : '';
  return blockTo({ view: 'scenario', id }, [
    chart(
      { draws: 'rung', rung, title, isVariant: variantOf !== undefined, isMarked, tally },
      heading('entry', `Rung ${rung}: ${title}${kind}${isMarked ? ', marked' : ''}`),
      prose(`${AXIS_QUESTIONS.normative} ${favours} for, ${opposes} against.`),
      prose(
        `${AXIS_QUESTIONS.predictive} ${expects} expect it, ${possible} hold it possible, ${doubts} doubt it.`,
      ),
    ),
  ]);
}
