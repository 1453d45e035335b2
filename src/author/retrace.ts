/**
 * Questions with a way back: all answers are written down, and to go back, or on from where somebody
 * was interrupted, the questions are asked again and answered from there.
 */
import { BACK, type Prompt, Refused } from './prompt.ts';

/** An answer by the name of its question. */
export type NamedAnswer = { name: string; answer: string };

/** Unwinds the questions, to be asked again up to the one before. */
class Back extends Error {}

/**
 * Runs questions. What they ask has to follow from their answers alone.
 *
 * @param before answers that are given already; what they belong to is asked silently
 * @param keep is told all answers after each of them
 */
export async function retracing<T>(
  prompt: Prompt,
  before: readonly NamedAnswer[],
  keep: (answers: readonly NamedAnswer[]) => void,
  run: (prompt: Prompt) => Promise<T>,
): Promise<T> {
  const given = [...before];
  /** Answers that somebody went back from, or that no longer fit, to be offered again. */
  const earlier = new Map<string, string>();
  const takeBack = (from: number) => {
    for (const { name, answer } of given.splice(from)) earlier.set(name, answer);
  };
  for (;;) {
    let at = 0;
    const traced: Prompt = {
      ...prompt,
      say(text) {
        if (at >= given.length) prompt.say(text);
      },
      forget() {
        at -= 1;
        const wrong = given[at];
        takeBack(at);
        if (wrong) earlier.delete(wrong.name);
        keep(given);
      },
      async ask(question) {
        const next = given[at];
        if (next?.name === question.name) {
          at += 1;
          return next.answer;
        }
        takeBack(at);
        const typed = earlier.get(question.name);
        const answer = await prompt.ask({ ...question, ...(typed && { typed }) });
        if (answer === BACK) throw new Back();
        earlier.delete(question.name);
        given.push({ name: question.name, answer });
        at += 1;
        keep(given);
        return answer;
      },
    };
    try {
      return await run(traced);
    } catch (error) {
      // What only the last answer showed to be wrong is mended from there.
      const isWrong = error instanceof Refused && prompt.isTerminal && given.length > 0;
      if (!(error instanceof Back || isWrong)) throw error;
      if (isWrong) prompt.say((error as Refused).message);
      if (given.length === 0) prompt.say('This is the first question.');
      takeBack(Math.max(0, given.length - 1));
      keep(given);
    }
  }
}
