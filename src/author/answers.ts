/** Answers by the names of their questions, from a file: for scripts, in any order. */
import { nearestHint } from '../pack/nearest.ts';
import { formatProblem, type Problem } from '../pack/problem.ts';
import { readYaml } from '../pack/yaml.ts';
import { clean } from '../terminal/text.ts';
import type { Prompt } from './prompt.ts';
import { OF_STANCE, QUESTIONS } from './questions.ts';

/** A file that holds no answers; a problem a line, with its place. */
export class NoAnswers extends Error {
  override name = 'NoAnswers';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}

type NamedAnswers = Prompt & {
  /** The names of answers that no question asked for, with their places. */
  unasked(): string[];
};

type Told = { answer: string; place: string };

/**
 * A prompt that answers from YAML or JSON. A question that has no answer there gets an empty one.
 *
 * @param file the name of the file, for messages
 * @throws NoAnswers
 */
export function answersFrom(
  text: string,
  file: string,
  kind: keyof typeof QUESTIONS,
): NamedAnswers {
  const answers = readAnswers(text, file, kind);
  const asked = new Set<string>();
  let place = file;
  return {
    isTerminal: false,
    say() {},
    async ask({ name }) {
      asked.add(name);
      const told = answers.get(name);
      place = told?.place ?? `${file}: ${name}`;
      // What lies behind it is in the file, or has an answer that is taken else.
      return told?.answer ?? (name === 'more' ? 'yes' : '');
    },
    place: () => place,
    unasked: () => [...answers].flatMap(([name, told]) => (asked.has(name) ? [] : [told.place])),
    close() {},
  };
}

function readAnswers(text: string, file: string, kind: keyof typeof QUESTIONS): Map<string, Told> {
  const yaml = readYaml(text);
  if (Array.isArray(yaml)) throw new NoAnswers(yaml.map((fault) => ({ file, ...fault })));
  const problems: Problem[] = [];
  const answers = new Map<string, Told>();
  const report = (path: PropertyKey[], at: 'key' | 'value', message: string) =>
    problems.push({ file, ...yaml.place(path, at), message });

  const take = (path: PropertyKey[], name: string, value: unknown) => {
    const answer = scalar(value);
    if (answer === undefined)
      return report(path, 'value', `${name} is one text, number, or yes/no`);
    const { line, column } = yaml.place(path, 'value');
    answers.set(name, { answer, place: `${file}:${line}:${column}: ${path.join('.')}` });
  };
  const takeFields = (path: PropertyKey[], value: object, names: readonly string[], to = '') => {
    for (const [name, field] of Object.entries(value)) {
      if (names.includes(name)) take([...path, name], to + name, field);
      else
        report(
          [...path, name],
          'key',
          `no question is named "${name}"; ${nearestHint(name, names)}`,
        );
    }
  };

  const { value } = yaml;
  if (!isMapping(value)) {
    throw new NoAnswers([
      { file, line: 1, column: 1, message: 'is no mapping of names to answers' },
    ]);
  }
  const { stances, ...rest } = value;
  const isStatement = kind === 'statement';
  if (isStatement && stances !== undefined) {
    const list = Array.isArray(stances) ? stances : [stances];
    for (const [index, stance] of list.entries()) {
      const path = Array.isArray(stances) ? ['stances', index] : ['stances'];
      if (isMapping(stance)) takeFields(path, stance, OF_STANCE, `stances.${index}.`);
      else report(path, 'value', `a stance has ${OF_STANCE.join(', ')}`);
    }
  }
  takeFields([], isStatement ? rest : value, [
    ...QUESTIONS[kind],
    ...(isStatement ? ['stances'] : []),
  ]);
  if (problems.length > 0) throw new NoAnswers(problems);
  return answers;
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function scalar(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  return typeof value === 'string' ? clean(value).trim() : undefined;
}
