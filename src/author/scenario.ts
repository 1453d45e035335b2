/** Asks for a scenario: what would happen, by whom, how far it has got, and its rung. */
import type { Library } from '../pack/library.ts';
import { scenarioSchema } from '../pack/schema.ts';
import { askText, type Prompt } from './prompt.ts';
import { askId, byField, type NewRecord, takenIds, type Walk } from './walk.ts';

/** @returns the scenario to be added; nothing is written here. @throws Refused, Unanswered */
export async function askScenario(
  prompt: Prompt,
  title: string,
  library: Library,
  columns: number,
): Promise<NewRecord[]> {
  const walk: Walk = { prompt, library, ids: takenIds(library), added: [], columns };
  const { shape } = scenarioSchema;
  const rungs = library.data.scenarios.map(({ rung }) => rung);
  const proposition = await askText(
    prompt,
    'proposition',
    'What exactly would happen, in one sentence',
  );
  const actor = await askText(prompt, 'actor', 'Who would do it');
  const status = await askText(prompt, 'status', 'How far it has got', {
    fallback: 'Not reported',
  });
  const asOf = await askText(prompt, 'asOf', 'As of (EDTF, such as 2024-11)', {
    fallback: library.data.pack.asOf,
    problem: byField(shape.asOf),
  });
  const rung = await askText(prompt, 'rung', 'Rung (the lowest is 1)', {
    fallback: String(Math.max(0, ...rungs) + 1),
    problem: (answer) =>
      rungs.includes(Number(answer))
        ? `Rung ${answer} is taken; rungs that are free begin at ${Math.max(0, ...rungs) + 1}.`
        : Number(answer) >= 1 && Number.isInteger(Number(answer))
          ? undefined
          : `"${answer}" is no rung: a whole number from 1 on.`,
  });
  const id = await askId(walk, 'id', 'Id of the scenario', title);
  const record = { id, rung: Number(rung), title, proposition, actor, status, asOf };
  return [{ kind: 'scenarios', record }];
}
