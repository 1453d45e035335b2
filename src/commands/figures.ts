/** `rungs figures`: who says how many, of what, as of when. */
import { figuresPage } from '../document/figure.ts';
import { recordJson } from '../document/kinds.ts';
import { figureGroups } from '../findings/figures.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  pageAnswer,
  type Request,
  tellingOf,
} from './command.ts';

/** Who says how many, of what, as of when; different quantities are kept apart. */
export async function runFigures(request: Request): Promise<Answer> {
  const library = await libraryOf(request);
  if (!request.options.json) return pageAnswer(figuresPage(tellingOf(request, library)), request);
  const groups = figureGroups(library.data.figures).map(([unit, figures]) => ({
    unit,
    figures: figures.map(({ id }) => recordJson({ kind: 'figure', id }, library)),
  }));
  return { text: jsonText(groups) };
}
