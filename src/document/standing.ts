/** How many stand where on a scenario, in words: voices, statements, and sides that nobody takes. */
import { heardOn, reportedOn, voicesOn } from '../findings/voices.ts';
import type { Library, Side } from '../pack/library.ts';
import { plural, type Words } from './document.ts';
import { eitherVerb, SIDE_ORDER, sideVerb, sideWord } from './labels.ts';

type Taken = Exclude<Side, 'none'>;

export const AXIS_SIDES = {
  normative: ['favours', 'opposes'],
  predictive: ['expects', 'possible', 'doubts'],
} as const satisfies Record<string, readonly Taken[]>;
export type AxisName = keyof typeof AXIS_SIDES;

/** "2 voices", or where somebody speaks twice or retells another, "5 statements, 4 voices". */
export function voicesText(scenario: string, side: Side, library: Library): string {
  const { statements, voices } = heardOn(scenario, side, library);
  const told = plural(voices.length, 'voice');
  if (statements.length === voices.length) return told;
  return `${plural(statements.length, 'statement')}, ${told}`;
}

/** "has happened, as 8 statements report"; undefined where that is not reported. */
export function reportedText(scenario: string, library: Library): string | undefined {
  const { length } = reportedOn(scenario, library).statements;
  if (length === 0) return undefined;
  return `has happened, as ${plural(length, 'statement')} ${length === 1 ? 'reports' : 'report'}`;
}

/** Of these sides those that nobody takes; who sees a thing happen need not expect it. */
export function untaken<S extends Side>(
  scenario: string,
  sides: readonly S[],
  library: Library,
): S[] {
  const isReported = library.scenario(scenario).reported.length > 0;
  return sides.filter((side) => {
    const isAnswered = isReported && (side === 'expects' || side === 'possible');
    return !isAnswered && library.onSide(scenario, side).length === 0;
  });
}

/** "nobody expects it or doubts it"; undefined where somebody takes each of these sides. */
function nobodyText(
  scenario: string,
  sides: readonly Taken[],
  library: Library,
): string | undefined {
  const none = untaken(scenario, sides, library);
  if (none.length === 0) return undefined;
  return `nobody ${eitherVerb(...none.map((side) => sideVerb(side, library)))}`;
}

/** What is said on an axis in short: the voices on each side, and the sides that nobody takes. */
export function axisNotes(scenario: string, axis: AxisName, library: Library): Words[] {
  const sides: readonly Taken[] = AXIS_SIDES[axis];
  const reported = axis === 'predictive' ? reportedText(scenario, library) : undefined;
  const taken = sides
    .filter((side) => library.onSide(scenario, side).length > 0)
    .map((side): Words => {
      const title = sideWord(side, library);
      return { means: side, text: `${title} ${voicesText(scenario, side, library)}` };
    });
  const nobody = nobodyText(scenario, sides, library);
  return [
    ...(reported ? [{ means: 'expects' as const, text: reported }] : []),
    ...taken,
    ...(nobody ? [{ means: 'aside' as const, text: nobody }] : []),
  ];
}

/**
 * How many voices stand on which side, both sides of a question also where nobody is: "voices for
 * 0, against 0; expected 0, possible 3, doubted 0; 5 statements take a side, 10 do not".
 */
export function tallyText(scenario: string, library: Library): string {
  const voices = voicesOn(scenario, library);
  const count = (side: Side) => `${sideWord(side, library)} ${voices[side]}`;
  const all = library.bearingOn(scenario).length;
  const neutral = library.tally(scenario).none;
  const reported = reportedText(scenario, library);
  return [
    `voices ${AXIS_SIDES.normative.map(count).join(', ')}`,
    ...(reported ? [reported] : []),
    AXIS_SIDES.predictive.map(count).join(', '),
    `${plural(all - neutral, 'statement')} with a stance, ${neutral} without`,
  ].join('; ');
}

/** Who stands on which side, in few words: "for 1 (Landsbergis); doubted 2 (Horovitz and 1 other)". */
export function namesText(scenario: string, library: Library): string {
  const sides = SIDE_ORDER.filter(
    (side) => side !== 'none' && library.onSide(scenario, side).length > 0,
  );
  const told = sides.map((side) => {
    const [first = '', ...others] = heardOn(scenario, side, library).voices;
    const { name } = library.person(first);
    const more = others.length > 0 ? ` and ${plural(others.length, 'other')}` : '';
    return `${sideWord(side, library)} ${others.length + 1}: ${name}${more}`;
  });
  const reported = reportedText(scenario, library);
  if (reported) told.unshift(reported);
  return told.length > 0 ? told.join('; ') : 'nobody takes a side';
}
