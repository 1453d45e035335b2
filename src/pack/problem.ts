/** What is wrong with a pack, and how it is told. */
import { clean } from '../terminal/text.ts';

/** Something wrong with a pack, at a place in one of its files. */
export type Problem = {
  file: string;
  /** Counted from 1; absent where the problem is with the file as a whole. */
  line?: number;
  column?: number;
  message: string;
  /** The pack can be used all the same. */
  warning?: true;
};

/** A pack that cannot be used; carries every problem found, not only the first. */
export class PackError extends Error {
  override name = 'PackError';
  constructor(readonly problems: Problem[]) {
    super(problemLines(problems).join('\n'));
  }
}

/**
 * The problem in one line, `file:line:column: message`, as editors and compilers write it, and safe
 * to show: file names and what a pack holds come from outside.
 */
export function formatProblem({ file, line, column, message, warning }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return clean(`${place}: ${warning ? 'warning: ' : ''}${message}`).replaceAll('\n', '␊');
}

/** More tell nobody more. */
const MOST_TOLD = 100;

/** Problems, a line each; of very many the first, errors before warnings, and how many more. */
export function problemLines(problems: readonly Problem[]): string[] {
  if (problems.length <= MOST_TOLD) return problems.map(formatProblem);
  const errors = problems.filter(({ warning }) => !warning);
  const told = [...errors, ...problems.filter(({ warning }) => warning)].slice(0, MOST_TOLD);
  return [...told.map(formatProblem), `… and ${problems.length - MOST_TOLD} more`];
}
