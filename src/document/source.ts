/** A source in words: as an answer, on a page of its own. */
import { languageName } from '../languages/languages.ts';
import type { Source } from '../pack/schema.ts';
import { dateLabel } from './dates.ts';
import {
  type Blocks,
  block,
  fact,
  factIf,
  heading,
  type Part,
  plural,
  prose,
  quoted,
  run,
  SPACE,
  section,
  strong,
  type Telling,
} from './document.ts';
import { authorLabel, outletLabel, shownQuotes, sourceLabel } from './labels.ts';
import { listedStatement, speakerLine, statementKey } from './statement.ts';

/** What a source is, and the statements in it in the order of its text. */
export function sourcePage(source: Source, telling: Telling): Blocks {
  const { library } = telling;
  const statements = library.statementsIn(source.id);
  return [
    block(
      'summary',
      heading('page', outletLabel(source), { aside: 'source', id: source.id }),
      SPACE,
      fact('Title', source.title ?? 'none given'),
      ...factIf('By', authorLabel(source)),
      fact('Issued', source.issued ? dateLabel(source.issued) : 'undated'),
      fact('Language', `${languageName(source.language)} (${source.language})`),
      ...factIf('Publisher', source.publisher),
      ...factIf('Address', source.URL),
      SPACE,
    ),
    section(`${plural(statements.length, 'statement')}, in the order of the text`),
    run(statements, statementKey, (statement) => {
      const quote = shownQuotes(statement, source);
      const parts = [
        prose(strong(speakerLine(statement, library))),
        prose(quote === '' ? statement.summary : quoted(quote)),
        SPACE,
      ];
      return listedStatement(statement, parts, telling);
    }),
    // At the end: a long note and a checksum are for who checks, not for who comes to read.
    section('About this source'),
    block(
      'about',
      ...factIf('Note', source.note),
      ...factIf('Read on', source.accessed && dateLabel(source.accessed)),
      ...factIf('Kept at', source.archived),
      fact('File', source.file),
      fact('SHA-256', source.sha256),
    ),
  ];
}

/** A source as the answer to a question. */
export function sourceAnswer(source: Source, { library }: Telling): Part[] {
  const count = plural(library.statementsIn(source.id).length, 'statement');
  return [
    heading('entry', sourceLabel(source), { aside: 'source' }),
    prose([source.title, count].filter(Boolean).join('; ')),
  ];
}

/** A source in one string. */
export function sourceText(source: Source): string {
  return `${sourceLabel(source)}${source.title ? `: ${source.title}` : ''}`;
}

/** A source in a list of names. */
export function sourceLine(source: Source, { library }: Telling): string {
  return `${sourceLabel(source)}: ${plural(library.statementsIn(source.id).length, 'statement')}`;
}
