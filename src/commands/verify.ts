import { type Answer, CommandError, type Request } from './command.ts';

export function runVerify({ options }: Request): Answer {
  throw new CommandError(options.sources ?? '', 2);
}
