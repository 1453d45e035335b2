/** Asks on which scenarios a statement bears, and how. */

import { isConditional, languageName, languageOf } from '../languages/languages.ts';
import { resolve } from '../pack/naming.ts';
import type { Statement } from '../pack/schema.ts';
import { NORMATIVE, PREDICTIVE } from '../pack/values.ts';
import { askChoice, askText } from './prompt.ts';
import type { Walk } from './walk.ts';

type Stance = Statement['stances'][number];

/** On which scenarios it bears, until there are no more. */
export async function askStances(walk: Walk): Promise<Stance[]> {
  const stances: Stance[] = [];
  for (;;) {
    const scenario = await askScenario(walk, stances.length);
    if (scenario === undefined) return stances;
    stances.push(await askStance(walk, stances.length, scenario));
  }
}

async function askScenario({ prompt, library }: Walk, index: number) {
  const found = (text: string) => resolve(text, library, ['scenario']);
  const question = index > 0 ? 'On which other scenario' : 'On which scenario does it bear';
  const answer = await askText(
    prompt,
    `stances.${index}.scenario`,
    `${question} (id, rung or title)`,
    {
      isOptional: true,
      words: library.data.scenarios.map(({ id }) => id),
      problem: (text) => {
        const named = found(text);
        if (!('problem' in named)) return undefined;
        const near = named.nearest.length > 0 ? `; near: ${named.nearest.join(', ')}` : '';
        return `${named.problem}${near}. A new scenario is a new file in scenarios/.`;
      },
    },
  );
  const named = answer === '' ? undefined : found(answer);
  if (named === undefined || 'problem' in named) return undefined;
  const { title, proposition } = library.scenario(named.id);
  prompt.say(`${title}: ${proposition}`);
  return named.id;
}

/** What a condition begins with, in the language of the pack. */
function noCondition(tag: string): string {
  const words = languageOf(tag)?.conditions.split(', ').slice(0, 3).join(', ');
  return `A condition says that it is one, in ${languageName(tag)}: ${words} …`;
}

/** The words for an axis: no two begin alike, and `no` is none. */
const AXIS_ASKED = { should: 'normative', will: 'predictive', neither: 'none' } as const;
const AXIS_SAID = {
  normative: 'should',
  predictive: 'will',
  none: 'neither',
  no: 'neither',
} as const;

async function askStance({ prompt }: Walk, index: number, scenario: string): Promise<Stance> {
  prompt.say('Does it say whether it should happen (normative), or will (predictive)?');
  const words = ['should', 'will', 'neither'] as const;
  const said = await askChoice(
    prompt,
    `stances.${index}.axis`,
    'Axis',
    words,
    undefined,
    AXIS_SAID,
  );
  const axis = AXIS_ASKED[said];
  const value =
    axis === 'normative'
      ? await askChoice(prompt, `stances.${index}.value`, 'Stance', NORMATIVE)
      : axis === 'predictive'
        ? await askChoice(prompt, `stances.${index}.value`, 'Stance', PREDICTIVE)
        : 'none';
  const cue = await askText(
    prompt,
    `stances.${index}.cue`,
    'The hedge or verb it is read off, as in the article',
    { isOptional: true },
  );
  const why = await askText(
    prompt,
    `stances.${index}.why`,
    'Why, in one line that a sceptical reader could check',
  );
  const rest = { ...(cue && { cue }), why };
  return { scenario, axis, value, ...rest } as Stance;
}

/** Stances with the condition that each of them has. */
export async function askConditions(
  { prompt, library }: Walk,
  stances: readonly Stance[],
): Promise<Stance[]> {
  const { language } = library.data.pack;
  const asked: Stance[] = [];
  for (const [index, { scenario, axis, value, ...rest }] of stances.entries()) {
    const condition = await askText(
      prompt,
      `stances.${index}.condition`,
      `Under which condition ("if …"), on ${scenario}`,
      {
        isOptional: true,
        problem: (text) => (isConditional(text, language) ? undefined : noCondition(language)),
      },
    );
    asked.push({ scenario, axis, value, ...(condition && { condition }), ...rest } as Stance);
  }
  return asked;
}
