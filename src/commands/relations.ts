/** `rungs relations`: which scenario would bring or hinder which. */
import { relationSentence, relationsPage } from '../document/relations.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  pinnedAnswer,
  type Request,
  tellingOf,
} from './command.ts';

/** Which scenario would bring or hinder which, and who claims it. */
export async function runRelations(request: Request): Promise<Answer> {
  const library = await libraryOf(request);
  if (!request.options.json) {
    return pinnedAnswer(relationsPage(tellingOf(request, library)), request, request.columns);
  }
  const relations = library.data.relations.map((relation) => ({
    ...relation,
    address: 'relations',
    sentence: relationSentence(relation, library),
  }));
  return { text: jsonText(relations) };
}
