/** `rungs figures`: who says how many. */
import { createLibrary } from '../pack/library.ts';
import { figureBlocks, figureGroups } from '../view/figures.ts';
import { type Answer, jsonText, lookOf, proseColumns, type Request } from './command.ts';
import { pageText } from './page.ts';
import { recordJson } from './records.ts';

/** Who says how many, of what, as of when; different quantities are kept apart. */
export async function runFigures(request: Request): Promise<Answer> {
  const library = createLibrary((await request.pack()).data);
  if (request.options.json) {
    const groups = figureGroups(library.data.figures).map(([unit, figures]) => ({
      unit,
      figures: figures.map(({ id }) => recordJson({ kind: 'figure', id }, library)),
    }));
    return { text: jsonText(groups) };
  }
  return { text: pageText(figureBlocks(lookOf(request, library)), proseColumns(request)) };
}
