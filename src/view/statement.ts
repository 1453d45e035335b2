/** A statement in a list, and on a page of its own. */

import { sideOf } from '../pack/library.ts';
import type { Stance, Statement } from '../pack/schema.ts';
import { styledWidth, width } from '../terminal/text.ts';
import { dateLabel } from './dates.ts';
import {
  channelLabel,
  FORM_LABELS,
  KIND_LABELS,
  outletLabel,
  roleLabel,
  shownQuotes,
  sideGlyph,
  sidePaint,
  sourceLabel,
  stanceLabel,
} from './labels.ts';
import { type Block, type Blocks, type Look, prose, rule, run, spread, still } from './look.ts';
import { passageLines } from './passage.ts';

export const OUR_TRANSLATION = 'our translation';
export const OUR_WORDS = 'told in our words';

/**
 * The words of a statement in the language that is shown: the quote, our translation marked as
 * ours, or, where nothing is quoted, our telling marked as that.
 */
export function wordsLines(
  statement: Statement,
  columns: number,
  look: Look,
  { indent = 0, strong = false } = {},
): string[] {
  const { theme, language, library } = look;
  const lines: string[] = [];
  const isQuoted = statement.quotes.length > 0;
  if (isQuoted && language !== 'en') {
    const quote = shownQuotes(statement, library.source(statement.source));
    lines.push(
      ...prose(quote, columns, look, strong ? { indent, paint: theme.strong } : { indent }),
    );
  }
  if (isQuoted && language !== 'de' && statement.translation) {
    const english = `“${statement.translation}”`;
    lines.push(...labelled(english, OUR_TRANSLATION, columns, look, indent));
  }
  if (isQuoted && language === 'en' && !statement.translation) {
    const quote = shownQuotes(statement, library.source(statement.source));
    lines.push(...labelled(quote, 'no translation yet', columns, look, indent));
  }
  if (!isQuoted || statement.form === 'mixed') {
    lines.push(...labelled(statement.summary, OUR_WORDS, columns, look, indent));
  }
  return lines;
}

/** A text of ours with the label that says so at its end, on the last line where it fits. */
function labelled(
  text: string,
  label: string,
  columns: number,
  look: Look,
  indent: number,
): string[] {
  const { theme } = look;
  const lines = prose(text, columns, look, { indent, paint: theme.ours });
  const mark = `${theme.glyph.bullet} ${label}`;
  const last = lines.at(-1) ?? '';
  const room = columns - styledWidth(last) - 1;
  if (room >= width(mark)) lines[lines.length - 1] = `${last} ${theme.dim(mark)}`;
  else lines.push(...prose(mark, columns, look, { indent, paint: theme.dim }));
  return lines;
}

/** Name, and whose view it is where that is somebody else's. */
export function speakerLine(statement: Statement, look: Look): string {
  const { library } = look;
  const speaker = library.person(statement.speaker).name;
  const holder = statement.holder && library.person(statement.holder).name;
  return holder && holder !== speaker ? `${speaker}, for ${holder}` : speaker;
}

/** A statement as it stands in a list: who, in what role, where and when, and the words. */
export function statementBlock(
  statement: Statement,
  stances: readonly Stance[],
  look: Look,
): Block {
  return {
    target: { view: 'statement', id: statement.id },
    lines(columns) {
      const { library, theme } = look;
      const speaker = library.person(statement.speaker);
      const channel = channelLabel(statement, library);
      const outlet = outletLabel(library.source(statement.source));
      const role = roleLabel(speaker, statement.date) || KIND_LABELS[speaker.kind];
      const who = speaker.kind === 'outlet' ? outlet : `${role} ${theme.glyph.bullet} ${outlet}`;
      const lines = [
        spread(
          speakerLine(statement, look),
          [FORM_LABELS[statement.form], channel].filter(Boolean).join(', '),
          columns,
          look,
          theme.strong,
          theme.dim,
        ),
        ...prose(`${who}, ${dateLabel(statement.date)}`, columns, look, { paint: theme.dim }),
        ...wordsLines(statement, columns, look),
      ];
      for (const { condition } of stances) {
        if (condition) lines.push(...prose(`on condition: ${condition}`, columns, look));
      }
      return [...lines, ''];
    },
  };
}

const FORM_NOTES: Record<Statement['form'], string> = {
  direct: 'direct: all of it stands in quotation marks',
  mixed: 'mixed: quoted fragments inside a reporting sentence',
  indirect: 'indirect: told by the article, nothing quoted',
  reported: 'reported: the article tells that it was said or done',
  authorial: "authorial: the outlet's own voice",
};

/** Everything about a statement. */
export function statementBlocks(statement: Statement, look: Look): Blocks {
  const { library, theme } = look;
  const speaker = library.person(statement.speaker);
  const source = library.source(statement.source);
  const holder = statement.holder ? library.person(statement.holder) : undefined;
  const blocks: Blocks = [
    still((columns) => [
      spread(speakerLine(statement, look), 'statement', columns, look, theme.accent, theme.dim),
      ...prose(roleLabel(speaker, statement.date) || KIND_LABELS[speaker.kind], columns, look, {
        paint: theme.dim,
      }),
      '',
      ...wordsLines(statement, columns, look, { indent: 2, strong: true }),
      '',
    ]),
  ];
  if (statement.context) {
    const { context } = statement;
    blocks.push(still((columns) => [...fact('What it refers to', context, columns, look), '']));
  }
  if (statement.quotes.length > 0 && statement.form !== 'mixed') {
    blocks.push(still((columns) => [...fact('In short', statement.summary, columns, look), '']));
  }

  blocks.push(heading('Where it stands', look));
  if (statement.stances.length === 0) {
    blocks.push(still(() => [theme.dim('On no scenario of this pack.'), '']));
  }
  for (const stance of statement.stances) {
    blocks.push({
      target: { view: 'scenario', id: stance.scenario },
      lines: (columns) => {
        const scenario = library.scenario(stance.scenario);
        const paint = sidePaint(sideOf(stance), theme);
        const lines = [
          ...prose(scenario.title, columns, look, { paint: theme.strong }),
          ...prose(stanceLabel(stance), columns, look, {
            paint,
            lead: `${paint(sideGlyph(sideOf(stance), theme))} `,
          }),
        ];
        if (stance.condition)
          lines.push(...prose(stance.condition, columns, look, { lead: 'on condition: ' }));
        lines.push(...prose(stance.why, columns, look, { lead: 'why: ', paint: theme.dim }));
        if (stance.cue)
          lines.push(...prose(stance.cue, columns, look, { lead: 'hedge: ', paint: theme.dim }));
        return [...lines, ''];
      },
    });
  }

  blocks.push(heading('Where it comes from', look));
  blocks.push({
    target: { view: 'person', id: speaker.id },
    lines: (columns) =>
      fact('Speaker', `${speaker.name} (${KIND_LABELS[speaker.kind]})`, columns, look),
  });
  if (holder) {
    blocks.push({
      target: { view: 'person', id: holder.id },
      lines: (columns) =>
        fact('Whose view', withRole(holder.name, roleLabel(holder, statement.date)), columns, look),
    });
  }
  for (const id of statement.relayedBy) {
    blocks.push({
      target: { view: 'person', id },
      lines: (columns) => fact('Relayed by', library.person(id).name, columns, look),
    });
  }
  blocks.push(
    still((columns) => [
      ...(statement.medium ? fact('Medium', statement.medium, columns, look) : []),
      ...(statement.to ? fact('To whom', statement.to, columns, look) : []),
      ...fact('Said', withNote(dateLabel(statement.date), statement.dateNote), columns, look),
      ...fact('Form', FORM_NOTES[statement.form], columns, look),
    ]),
  );
  blocks.push({
    target: { view: 'source', id: source.id },
    lines: (columns) => fact('Source', sourceLabel(source), columns, look),
  });
  blocks.push(
    still((columns) => [
      ...fact('Passage', passageText(statement), columns, look),
      ...fact('SHA-256', statement.span.sha256, columns, look),
      '',
    ]),
  );

  blocks.push(heading('In the article', look));
  blocks.push(still((columns) => [...passageLines(statement, columns, look), '']));

  const all = library.statementsOf(speaker.id);
  const others = all.toSpliced(all.indexOf(statement), 1);
  blocks.push(heading(`Others by ${speaker.name}`, look));
  if (others.length === 0) blocks.push(still(() => [theme.dim('None in these sources.'), '']));
  blocks.push(run(others, (other) => shortStatement(other, look)));
  if (speaker.aliases.length > 0) {
    blocks.push(
      still((columns) => [
        '',
        ...fact('Spellings', [speaker.name, ...speaker.aliases].join(', '), columns, look),
      ]),
    );
  }
  return blocks;
}

function withRole(name: string, role: string): string {
  return role === '' ? name : `${name}, ${role}`;
}

function withNote(text: string, note: string | undefined): string {
  return note === undefined ? text : `${text} (${note})`;
}

function passageText({ quotes, span }: Statement): string {
  const offsets = quotes.map(({ start, end }) => `${start}–${end}`).join(', ');
  const quoted = quotes.length > 0 ? `; quoted: ${offsets}` : '';
  return `characters ${span.start}–${span.end} of the source text${quoted}`;
}

/** A statement in two or three lines: its gist, and where it stands. */
export function shortStatement(statement: Statement, look: Look): Block {
  return {
    target: { view: 'statement', id: statement.id },
    lines: (columns) => {
      const { library, theme } = look;
      const outlet = outletLabel(library.source(statement.source));
      const on = statement.stances.map((stance) => {
        const title = library.scenario(stance.scenario).title;
        return `${sideGlyph(sideOf(stance), theme)} ${title}`;
      });
      return [
        ...prose(statement.summary, columns, look),
        ...prose(`${outlet}, ${dateLabel(statement.date)}`, columns, look, { paint: theme.dim }),
        ...prose([...new Set(on)].join('  ') || 'on no scenario', columns, look, {
          paint: theme.dim,
        }),
        '',
      ];
    },
  };
}

/** A label and what it says, in two columns where there is room. */
export function fact(label: string, text: string, columns: number, look: Look): string[] {
  const { theme } = look;
  const labelWidth = 19;
  if (columns < 44) return [theme.dim(label), ...prose(text, columns, look, { indent: 2 })];
  return prose(text, columns, look, { indent: labelWidth }).map((line, index) =>
    index === 0 ? theme.dim(label.padEnd(labelWidth)) + line.slice(labelWidth) : line,
  );
}

/** The headline of a section. */
export function heading(title: string, look: Look): Block {
  return {
    lines: (columns) => [
      ...prose(title.toUpperCase(), columns, look, { paint: look.theme.strong }),
      rule(columns, look),
    ],
  };
}
