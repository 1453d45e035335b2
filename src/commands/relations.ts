/** `rungs relations`: which scenario would bring or hinder which. */
import { createLibrary } from '../pack/library.ts';
import { relationBlocks, relationSentence } from '../view/relations.ts';
import { type Answer, jsonText, lookOf, type Request } from './command.ts';
import { pageText } from './page.ts';

/** Which scenario would bring or hinder which, and who claims it. */
export async function runRelations(request: Request): Promise<Answer> {
  const library = createLibrary((await request.pack()).data);
  if (request.options.json) {
    const relations = library.data.relations.map((relation) => ({
      ...relation,
      sentence: relationSentence(relation, library),
    }));
    return { text: jsonText(relations) };
  }
  return { text: pageText(relationBlocks(lookOf(request, library)), request.columns) };
}
