/** Questions and answers, in a terminal or line by line from a pipe. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { clean } from '../terminal/text.ts';

/** The input ended, or was interrupted, before all was answered. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** An answer that cannot be taken, where nobody is there to be asked again. */
export class Refused extends Error {
  override name = 'Refused';
}

export type Prompt = {
  /** Whether somebody sits there who can be asked again. */
  isTerminal: boolean;
  say(text: string): void;
  /** @param words what Tab completes to */
  ask(question: string, words?: readonly string[]): Promise<string>;
  close(): void;
};

type Input = Readable & { isTTY?: boolean };
type Output = Writable & { isTTY?: boolean };

/** @param output where questions are written; what comes of it all goes elsewhere */
export function openPrompt(input: Input, output: Output): Prompt {
  const isTerminal = input.isTTY === true && output.isTTY === true;
  let completions: readonly string[] = [];
  const lines = createInterface({
    input,
    output: isTerminal ? output : undefined,
    terminal: isTerminal,
    completer: (line: string) => [completed(line, completions), line],
  });
  const answers = lines[Symbol.asyncIterator]();
  lines.on('SIGINT', () => lines.close());
  return {
    isTerminal,
    say: (text) => output.write(`${text}\n`),
    async ask(question, words = []) {
      completions = words;
      if (isTerminal) {
        lines.setPrompt(`${question} `);
        lines.prompt();
      }
      const { value, done } = await answers.next();
      if (done) throw new Unanswered(question);
      const answer = clean(value).trim();
      if (!isTerminal) output.write(`${question} ${answer}\n`);
      return answer;
    },
    close: () => lines.close(),
  };
}

function completed(line: string, words: readonly string[]): string[] {
  const begun = line.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(begun));
}

export type TextOptions = {
  /** Taken for an empty answer; without it, an empty answer is none. */
  fallback?: string;
  /** An empty answer is an answer. */
  isOptional?: boolean;
  words?: readonly string[];
  /** What is wrong with an answer, in a sentence; undefined where nothing is. */
  problem?: (answer: string) => string | undefined;
};

/** A text that can be taken. @throws Refused, Unanswered */
export async function askText(
  prompt: Prompt,
  question: string,
  { fallback, isOptional = false, words = [], problem }: TextOptions = {},
): Promise<string> {
  const hint = fallback ? ` (Enter: ${fallback})` : isOptional ? ' (Enter: none)' : '';
  for (;;) {
    const answer = (await prompt.ask(`${question}${hint}:`, words)) || (fallback ?? '');
    if (answer === '' && isOptional) return '';
    const wrong = answer === '' ? 'An answer is needed.' : problem?.(answer);
    if (wrong === undefined) return answer;
    refuse(prompt, wrong);
  }
}

/** Says what is wrong where it can be asked again. @throws Refused else */
export function refuse(prompt: Prompt, wrong: string): void {
  if (!prompt.isTerminal) throw new Refused(wrong);
  prompt.say(wrong);
}

/** One of several words, by the word, a beginning that only it has, or its number. */
export async function askChoice<T extends string>(
  prompt: Prompt,
  question: string,
  choices: readonly T[],
  fallback?: T,
): Promise<T> {
  const listed = choices.map((choice, index) => `${index + 1} ${choice}`).join(', ');
  const chosen = (answer: string): T | undefined => {
    const word = choices.find((choice) => choice === answer) ?? choices[Number(answer) - 1];
    const begun = choices.filter((choice) => choice.startsWith(answer.toLowerCase()));
    return word ?? (begun.length === 1 ? begun[0] : undefined);
  };
  const answer = await askText(prompt, `${question} (${listed})`, {
    ...(fallback && { fallback }),
    words: choices,
    problem: (text) => (chosen(text) ? undefined : `"${text}" is none of ${choices.join(', ')}.`),
  });
  return chosen(answer) as T;
}

/** Yes or no; Enter is yes. */
export async function askYes(prompt: Prompt, question: string): Promise<boolean> {
  return (await askChoice(prompt, question, ['yes', 'no'], 'yes')) === 'yes';
}
