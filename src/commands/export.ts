import { type Answer, CommandError, jsonText, type Request } from './command.ts';

/** Prints the whole pack, linked by ids. */
export async function runExport({ args, pack }: Request): Promise<Answer> {
  const form = args[0] ?? 'json';
  if (form !== 'json') throw new CommandError(`cannot export "${form}"; there is json`, 2);
  return { text: jsonText((await pack()).data) };
}
