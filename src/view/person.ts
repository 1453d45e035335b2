/** A person on a page of their own, and a source. */
import type { Person, Source } from '../pack/schema.ts';
import { dateLabel } from './dates.ts';
import { KIND_LABELS, outletLabel, roleLabel, shownQuotes } from './labels.ts';
import { type Blocks, type Look, plural, prose, run, spread, still } from './look.ts';
import { fact, heading, shortStatement, speakerLine } from './statement.ts';

/** Who somebody is, how they are spelled, and all they say in these sources. */
export function personBlocks(person: Person, look: Look): Blocks {
  const { library, theme } = look;
  const statements = library.statementsOf(person.id);
  const relayed = library.relayedBy(person.id);
  const blocks: Blocks = [
    still((columns) => [
      spread(person.name, KIND_LABELS[person.kind], columns, look, theme.accent, theme.dim),
      '',
      ...fact('Role then', roleLabel(person) || 'none given', columns, look),
      ...(person.aliases.length > 0
        ? fact('Also spelled', person.aliases.join(', '), columns, look)
        : []),
      ...(person.note ? fact('Note', person.note, columns, look) : []),
      '',
    ]),
    heading(plural(statements.length, 'statement'), look),
  ];
  if (statements.length === 0) {
    blocks.push(still(() => [theme.dim('Says nothing in these sources.'), '']));
  }
  blocks.push(run(statements, (statement) => shortStatement(statement, look)));
  if (relayed.length > 0) {
    blocks.push(heading(`Passed on ${plural(relayed.length, 'statement')} of others`, look));
    blocks.push(run(relayed, (statement) => shortStatement(statement, look)));
  }
  return blocks;
}

/** What a source is, and the statements in it in the order of its text. */
export function sourceBlocks(source: Source, look: Look): Blocks {
  const { library, theme } = look;
  const statements = library.statementsIn(source.id);
  return [
    still((columns) => [
      spread(outletLabel(source), 'source', columns, look, theme.accent, theme.dim),
      '',
      ...(source.title
        ? fact('Title', source.title, columns, look)
        : fact('Title', 'none given', columns, look)),
      ...fact('Issued', source.issued ? dateLabel(source.issued) : 'undated', columns, look),
      ...fact('Language', source.language, columns, look),
      ...(source.note ? fact('Note', source.note, columns, look) : []),
      ...fact('File', source.file, columns, look),
      ...fact('SHA-256', source.sha256, columns, look),
      '',
    ]),
    heading(`${plural(statements.length, 'statement')}, in the order of the text`, look),
    run(statements, (statement) => ({
      target: { view: 'statement', id: statement.id },
      lines: (columns) => [
        ...prose(speakerLine(statement, look), columns, look, { paint: theme.strong }),
        ...prose(shownQuotes(statement, source) || statement.summary, columns, look),
        '',
      ],
    })),
  ];
}
