import { formatAddress, parseAddress } from '../explorer/address.ts';
import type { Place } from '../explorer/state.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import { createSearch } from '../search/engine.ts';
import { type Answer, CommandError, notFound, type Request } from './command.ts';
import { copiesIn } from './copies.ts';
import { runOverview } from './overview.ts';

/** Opens the explorer; where there is no terminal for it, answers with an overview. */
export async function runExplore(request: Request): Promise<Answer> {
  const { at, lang, sources } = request.options;
  const { data, records } = await request.pack();
  const library = createLibrary(data);
  const place = at === undefined ? undefined : placeAt(at, library);
  if (!isInteractive()) {
    if (place === undefined) return runOverview(request);
    throw new CommandError(`only a terminal can open ${formatAddress(place)} in the explorer`, 2);
  }
  const { openExplorer } = await import('../screen/open.tsx');
  const world = {
    library,
    search: createSearch(records),
    theme: request.theme,
    now: () => new Date(),
    canCopy: true,
    ...(await copiesIn(sources)),
  };
  const terminal = { input: process.stdin, output: process.stdout };
  const { exited } = openExplorer(world, terminal, { place, language: lang });
  return { text: '', code: await exited };
}

function placeAt(address: string, library: Library): Place {
  const place = parseAddress(address, library);
  if ('problem' in place) throw notFound(place);
  return place;
}

function isInteractive(): boolean {
  const { stdin, stdout, env } = process;
  return stdin.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb';
}
