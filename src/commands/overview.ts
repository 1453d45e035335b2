/** `rungs` where no explorer can open: what there is, in plain text. */
import { agoLabel, dateLabel } from '../document/dates.ts';
import { aside, block, plural, prose, SPACE } from '../document/document.ts';
import { ladderHead, rungBlock } from '../document/ladder.ts';
import { ladderRungs } from '../findings/ladder.ts';
import { createLibrary } from '../pack/library.ts';
import { type Answer, pageAnswer, type Request } from './command.ts';

/** What there is, in plain text, for where the explorer cannot open; and how to go on. */
export async function runOverview(request: Request): Promise<Answer> {
  const { data } = await request.pack();
  const library = createLibrary(data);
  const { pack, scenarios, statements, sources } = data;
  const ago = agoLabel(pack.asOf, request.now);
  const asOf = `as of ${dateLabel(pack.asOf)}${ago ? `, ${ago}` : ''}`;
  const counts = `${plural(scenarios.length, 'scenario')}, ${plural(statements.length, 'statement')}, ${plural(sources.length, 'source')}; ${asOf}`;
  const hint =
    'In a terminal, rungs opens the explorer. Here: rungs show RUNG, rungs search WORDS, rungs --help.';
  const blocks = [
    block(
      'head',
      prose({ means: 'focus', text: pack.title }),
      prose(aside(counts)),
      SPACE,
      ladderHead(library),
    ),
    ...ladderRungs(scenarios).map((rung) => rungBlock(rung, false, library)),
    block('hint', SPACE, prose(hint)),
  ];
  return pageAnswer(blocks, request);
}
