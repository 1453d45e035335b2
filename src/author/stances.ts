/** Asks on which scenarios a statement bears, and how. */

import { isConditional, languageName, languageOf } from '../languages/languages.ts';
import { resolve } from '../pack/naming.ts';
import type { Statement } from '../pack/schema.ts';
import { AXES, NORMATIVE, PREDICTIVE } from '../pack/values.ts';
import { askChoice, askText } from './prompt.ts';
import type { Walk } from './walk.ts';

type Stance = Statement['stances'][number];

/** On which scenarios it bears, until there are no more. */
export async function askStances(walk: Walk): Promise<{ stances?: Stance[] }> {
  const stances: Stance[] = [];
  for (;;) {
    const scenario = await askScenario(walk, stances.length > 0);
    if (scenario === undefined) return stances.length > 0 ? { stances } : {};
    stances.push(await askStance(walk, scenario));
  }
}

async function askScenario({ prompt, library }: Walk, isMore: boolean) {
  const found = (text: string) => resolve(text, library, ['scenario']);
  const question = isMore ? 'On which other scenario' : 'On which scenario does it bear';
  const answer = await askText(prompt, `${question} (id, rung or title)`, {
    isOptional: true,
    words: library.data.scenarios.map(({ id }) => id),
    problem: (text) => {
      const named = found(text);
      if (!('problem' in named)) return undefined;
      const near = named.nearest.length > 0 ? `; near: ${named.nearest.join(', ')}` : '';
      return `${named.problem}${near}. A new scenario is a new file in scenarios/.`;
    },
  });
  const named = answer === '' ? undefined : found(answer);
  if (named === undefined || 'problem' in named) return undefined;
  const { title, proposition } = library.scenario(named.id);
  prompt.say(`${title}: ${proposition}`);
  return named.id;
}

/** What a condition begins with, in the language of the pack. */
function noCondition(tag: string): string {
  const words = languageOf(tag)?.conditions.slice(0, 3).join(', ');
  return `A condition says that it is one, in ${languageName(tag)}: ${words} …`;
}

async function askStance({ prompt, library }: Walk, scenario: string): Promise<Stance> {
  const { language } = library.data.pack;
  prompt.say('normative: should it happen? predictive: will it happen? none: it says neither.');
  const axis = await askChoice(prompt, 'Axis', AXES);
  const value =
    axis === 'normative'
      ? await askChoice(prompt, 'Stance', NORMATIVE)
      : axis === 'predictive'
        ? await askChoice(prompt, 'Stance', PREDICTIVE)
        : 'none';
  const condition = await askText(prompt, 'Under which condition ("if …")', {
    isOptional: true,
    problem: (text) => (isConditional(text, language) ? undefined : noCondition(language)),
  });
  const cue = await askText(prompt, 'The hedge or verb it is read off, as in the article', {
    isOptional: true,
  });
  const why = await askText(prompt, 'Why, in one line that a sceptical reader could check');
  const rest = { ...(condition && { condition }), ...(cue && { cue }), why };
  return { scenario, axis, value, ...rest } as Stance;
}
