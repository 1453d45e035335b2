/** Questions and answers, in a terminal or line by line from a pipe. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { clean } from '../terminal/text.ts';
import type { QuestionName } from './questions.ts';

/** The input ended, or was interrupted, before all was answered. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** An answer that cannot be taken, where nobody is there to be asked again. */
export class Refused extends Error {
  override name = 'Refused';
}

/** A question, with the name by which it is answered from a file and kept. */
type Asking = {
  name: QuestionName;
  text: string;
  /** What Tab completes to. */
  words?: readonly string[];
  /** What stands in the line already, to be changed or taken. */
  typed?: string;
};

export type Prompt = {
  /** Whether somebody sits there who can be asked again. */
  isTerminal: boolean;
  say(text: string): void;
  ask(question: Asking): Promise<string>;
  /** The last answer could not be taken. */
  forget?(): void;
  /** Where the last answer stands, for a message. */
  place?(): string;
  close(): void;
};

/** Answered instead of an answer, it leads to the question before. */
export const BACK = '<';
/** A key that is not followed by others is known to be Esc after as long. */
const ESCAPE_MS = 50;

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
    escapeCodeTimeout: ESCAPE_MS,
  });
  const goBack = (_: string | undefined, key: { name?: string } | undefined) => {
    if (key?.name !== 'escape') return;
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    lines.write(`${BACK}\n`);
  };
  if (isTerminal) input.on('keypress', goBack);
  const answers = lines[Symbol.asyncIterator]();
  lines.on('SIGINT', () => {
    // What is said next stands below the question.
    output.write('\n');
    lines.close();
  });
  return {
    isTerminal,
    say: (text) => output.write(`${text}\n`),
    async ask({ text, words = [], typed }) {
      completions = words;
      if (isTerminal) {
        lines.setPrompt(`${text} `);
        lines.prompt();
        if (typed) lines.write(typed);
      }
      const { value, done } = await answers.next();
      if (done) throw new Unanswered(text);
      const answer = clean(value).trim();
      if (!isTerminal) output.write(`${text} ${answer}\n`);
      return answer;
    },
    close() {
      input.off('keypress', goBack);
      lines.close();
    },
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
  name: QuestionName,
  question: string,
  { fallback, isOptional = false, words = [], problem }: TextOptions = {},
): Promise<string> {
  const hint = fallback ? ` (Enter: ${fallback})` : isOptional ? ' (Enter: none)' : '';
  for (;;) {
    const answer =
      (await prompt.ask({ name, text: `${question}${hint}:`, words })) || (fallback ?? '');
    if (answer === '' && isOptional) return '';
    const wrong = answer === '' ? 'An answer is needed.' : problem?.(answer);
    if (wrong === undefined) return answer;
    refuse(prompt, wrong);
  }
}

/** Says what is wrong where it can be asked again. @throws Refused else */
export function refuse(prompt: Prompt, wrong: string): void {
  if (!prompt.isTerminal) throw new Refused(wrong);
  prompt.forget?.();
  prompt.say(wrong);
}

/**
 * One of several words, by the word, a beginning that only it has, or its number.
 *
 * @param also other words for some of them, taken as they are
 */
export async function askChoice<T extends string>(
  prompt: Prompt,
  name: QuestionName,
  question: string,
  choices: readonly T[],
  fallback?: T,
  also: Readonly<Record<string, T>> = {},
): Promise<T> {
  const listed = choices.map((choice, index) => `${index + 1} ${choice}`).join(', ');
  const chosen = (answer: string): T | undefined => {
    const word = choices.find((choice) => choice === answer) ?? choices[Number(answer) - 1];
    const begun = choices.filter((choice) => choice.startsWith(answer.toLowerCase()));
    if (word ?? Object.hasOwn(also, answer)) return word ?? also[answer];
    return begun.length === 1 ? begun[0] : undefined;
  };
  const answer = await askText(prompt, name, `${question} (${listed})`, {
    ...(fallback && { fallback }),
    words: choices,
    problem: (text) => (chosen(text) ? undefined : `"${text}" is none of ${choices.join(', ')}.`),
  });
  return chosen(answer) as T;
}

/** Yes or no; Enter is what `fallback` says, without one it has to be said. */
export async function askYes(
  prompt: Prompt,
  name: QuestionName,
  question: string,
  fallback?: 'yes' | 'no',
): Promise<boolean> {
  return (await askChoice(prompt, name, question, ['yes', 'no'], fallback)) === 'yes';
}
