/** Documents as lines for a screen reader: what they mean in words, nothing of how it is drawn. */
import type { Heading, Part, Words } from '../document/document.ts';
import { inWords } from './signs.ts';
import { bestText } from './terminal.ts';

/** A text on one line, signs as words. */
const words = (text: Words): string => inWords(text).replaceAll(/\s+/g, ' ');

const listed = (texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join(', ');

/** @param terms folded words that were searched for */
export function spokenLines(parts: readonly Part[], terms: readonly string[]): string[] {
  return parts.flatMap((part) => linesOf(part, terms)).filter((line) => line !== '');
}

function linesOf(part: Part, terms: readonly string[]): string[] {
  switch (part.kind) {
    case 'heading':
      return [headingLine(part)];
    case 'prose': {
      const lead = part.lead === undefined ? '' : `${inWords(part.lead)} `;
      const note = part.note === undefined ? '' : ` - ${part.note}`;
      return [words([lead, part.text, note])];
    }
    case 'item': {
      const number = part.number === undefined ? '' : `${part.number}: `;
      return [words([number, part.text]), words(part.more ?? '')];
    }
    case 'fact':
      return [words([part.label, ': ', part.text])];
    case 'table':
      return part.rows.flatMap((cells) =>
        cells.map((texts, index) => listed([words(part.head[index] ?? ''), ...texts.map(words)])),
      );
    case 'columns':
      return part.cells.flatMap((cell) => spokenLines(cell, terms));
    case 'cut':
      return spokenLines(part.parts, terms);
    case 'snippet':
      return [
        listed([part.of, words(part.title), part.note]),
        bestText(part.texts, terms)?.text ?? '',
      ];
    case 'chart':
      return spokenLines(part.told, terms);
    case 'legend':
    case 'rule':
    case 'space':
      return [];
  }
}

function headingLine({ rank, text, lead = '', aside, notes = [], mark }: Heading): string {
  const said = notes.map(words);
  const head = words([lead, text]);
  const counted = rank === 'group' && said.length > 0 ? `${head} (${said.join(', ')})` : head;
  const more = rank === 'group' ? [] : said;
  return listed([counted, mark && words({ sign: mark }), ...more, aside]);
}
