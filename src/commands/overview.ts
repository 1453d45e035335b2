/** What `rungs` alone prints where there is no terminal. */
import { createLibrary } from '../pack/library.ts';
import { agoLabel, dateLabel } from '../view/dates.ts';
import { ladderHead, ladderOrder, rungBlock } from '../view/ladder.ts';
import { prose } from '../view/look.ts';
import { type Answer, lookOf, proseColumns, type Request } from './command.ts';

/** What there is, in plain text, for where the explorer cannot open; and how to go on. */
export async function runOverview(request: Request): Promise<Answer> {
  const { data } = await request.pack();
  const look = lookOf(request, createLibrary(data));
  const columns = proseColumns(request);
  const { pack, scenarios, statements, sources } = data;
  const ago = agoLabel(pack.asOf, request.now);
  const asOf = `as of ${dateLabel(pack.asOf)}${ago ? `, ${ago}` : ''}`;
  const counts = `${scenarios.length} scenarios, ${statements.length} statements, ${sources.length} sources; ${asOf}`;
  const hint =
    'In a terminal, rungs opens the explorer. Here: rungs show RUNG, rungs search WORDS, rungs --help.';
  const lines = [
    ...prose(pack.title, columns, look, { paint: look.theme.accent }),
    ...prose(counts, columns, look, { paint: look.theme.dim }),
    '',
    ...ladderHead(columns, look),
    ...ladderOrder(scenarios).flatMap((rung) => rungBlock(rung, false, look).lines(columns)),
    '',
    ...prose(hint, columns, look),
  ];
  return { text: lines.join('\n') };
}
