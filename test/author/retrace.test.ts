/** The way back through questions: what is asked again, what is offered, and what is kept. */
import { expect, test } from 'vitest';
import { BACK, type Prompt, Refused } from '../../src/author/prompt.ts';
import type { QuestionName } from '../../src/author/questions.ts';
import { type NamedAnswer, retracing } from '../../src/author/retrace.ts';

const [FIRST, SECOND, THIRD]: QuestionName[] = ['passage', 'speaker', 'summary'];

/** Questions asked in turn with some answers; all that is shown, offered and kept on the way. */
async function asking(
  answers: readonly string[],
  {
    before = [],
    isTerminal = true,
    run = inTurn,
  }: {
    before?: NamedAnswer[];
    isTerminal?: boolean;
    run?: (prompt: Prompt) => Promise<string[]>;
  } = {},
) {
  const left = [...answers];
  const shown: string[] = [];
  const kept: string[] = [];
  const prompt: Prompt = {
    isTerminal,
    say: (text) => shown.push(text),
    async ask({ name, typed }) {
      const answer = left.shift();
      if (answer === undefined) throw new Error('no answer is left');
      shown.push(typed === undefined ? `${name}?` : `${name}? ${typed}`);
      return answer;
    },
    close() {},
  };
  const keep = (all: readonly NamedAnswer[]) => kept.push(all.map(({ answer }) => answer).join());
  const result = await retracing(prompt, before, keep, run);
  expect(left).toEqual([]);
  return { result, shown, kept };
}

async function inTurn(prompt: Prompt, names = [FIRST, SECOND, THIRD]): Promise<string[]> {
  const all: string[] = [];
  for (const name of names as QuestionName[]) {
    prompt.say(`about ${name}`);
    all.push(await prompt.ask({ name, text: '' }));
  }
  return all;
}

test('each answer is kept with those before it', async () => {
  expect(await asking(['a', 'b', 'c'])).toEqual({
    result: ['a', 'b', 'c'],
    shown: ['about passage', 'passage?', 'about speaker', 'speaker?', 'about summary', 'summary?'],
    kept: ['a', 'a,b', 'a,b,c'],
  });
});

test('what is answered already is neither asked nor told again', async () => {
  const before = [
    { name: 'passage', answer: 'a' },
    { name: 'speaker', answer: 'b' },
  ];
  expect(await asking(['c'], { before })).toEqual({
    result: ['a', 'b', 'c'],
    shown: ['about summary', 'summary?'],
    kept: ['a,b,c'],
  });
  expect(before).toHaveLength(2);
});

test('back asks the question before, with its answer to be changed, and the next one as it was', async () => {
  const { result, shown, kept } = await asking(['a', 'b', BACK, BACK, 'A', 'B', 'C']);
  expect(result).toEqual(['A', 'B', 'C']);
  expect(shown.slice(5)).toEqual([
    'summary?',
    'about speaker',
    'speaker? b',
    'about passage',
    'passage? a',
    'about speaker',
    'speaker? b',
    'about summary',
    'summary?',
  ]);
  expect(kept).toEqual(['a', 'a,b', 'a', '', 'A', 'A,B', 'A,B,C']);
});

test('an answer is offered once', async () => {
  const { shown } = await asking(['a', BACK, 'A', 'b', BACK, 'B', 'c']);
  expect(shown.filter((text) => text.includes('?'))).toEqual([
    'passage?',
    'speaker?',
    'passage? a',
    'speaker?',
    'summary?',
    'speaker? b',
    'summary?',
  ]);
});

test('before the first question there is none', async () => {
  const { result, shown } = await asking([BACK, 'a', 'b', 'c']);
  expect(result).toEqual(['a', 'b', 'c']);
  expect(shown.slice(1, 4)).toEqual(['passage?', 'This is the first question.', 'about passage']);
});

test('answers that no longer fit are asked again, and offered where their question comes', async () => {
  const before = [
    { name: 'passage', answer: 'a' },
    { name: 'summary', answer: 'c' },
    { name: 'speaker', answer: 'b' },
  ];
  const { result, shown, kept } = await asking(['B', 'C'], { before });
  expect(result).toEqual(['a', 'B', 'C']);
  expect(shown.filter((text) => text.includes('?'))).toEqual(['speaker? b', 'summary? c']);
  expect(kept).toEqual(['a,B', 'a,B,C']);
});

test('an answer that was refused is forgotten, and not offered again', async () => {
  const run = async (prompt: Prompt) => {
    const first = await prompt.ask({ name: FIRST as QuestionName, text: '' });
    await prompt.ask({ name: SECOND as QuestionName, text: '' });
    prompt.forget?.();
    return [first, await prompt.ask({ name: SECOND as QuestionName, text: '' })];
  };
  const { result, shown, kept } = await asking(['a', 'wrong', 'b'], { run });
  expect(result).toEqual(['a', 'b']);
  expect(shown).toEqual(['passage?', 'speaker?', 'speaker?']);
  expect(kept).toEqual(['a', 'a,wrong', 'a', 'a,b']);
});

/** Two questions whose answers are found wrong together, unless the second is "good". */
const judged = async (prompt: Prompt) => {
  const all = await inTurn(prompt, [FIRST, SECOND]);
  if (all[1] !== 'good') throw new Refused('That does not fit.');
  return all;
};

test('where all answers together are refused, the last is asked again in a terminal', async () => {
  const { result, shown } = await asking(['a', 'bad', 'good'], { run: judged });
  expect(result).toEqual(['a', 'good']);
  expect(shown.slice(4)).toEqual(['That does not fit.', 'about speaker', 'speaker? bad']);
});

test('and nobody is asked again elsewhere', async () => {
  await expect(asking(['a', 'bad'], { run: judged, isTerminal: false })).rejects.toThrow(
    'That does not fit.',
  );
});

test('what is refused before any answer, and any other error, ends the questions', async () => {
  const refused = async () => Promise.reject(new Refused('no'));
  await expect(asking([], { run: refused })).rejects.toThrow('no');
  const broken = async (prompt: Prompt) => {
    await inTurn(prompt, [FIRST]);
    throw new TypeError('broken');
  };
  await expect(asking(['a'], { run: broken })).rejects.toThrow('broken');
});
