/** Documents as Markdown (CommonMark, and the tables of GitHub's), for chats, notes and issues. */
import {
  allBlocks,
  type Block,
  type Blocks,
  type Heading,
  oneLine,
  type Part,
  type Table,
  type Words,
} from '../document/document.ts';
import { inWords } from './signs.ts';

/**
 * Text that stays text in Markdown (CommonMark 0.31 and GitHub's additions), in one line and at its
 * beginning: no markup, entity, list, heading, link, mention or formula. What means something only
 * in its place is escaped only there.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~#$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/@(?=[\p{L}\d])/gu, '\\@')
    .replace(/:(?=\/\/|[\w+-]+:)|(?<=mailto|xmpp):/gi, '\\:')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[-+=]|:(?=-))/, '\\$&');
}

const escaped = (text: Words): string => escapeMarkdown(inWords(text, '*'));

/** A paragraph, or an item of a list: items that follow each other are one list. */
type Piece = { text: string; isItem?: true };

/** Blocks as Markdown; each that leads to a record ends its first line with the id of that. */
export function markdownPage(blocks: Blocks): string {
  return joined(allBlocks(blocks).flatMap(blockPieces));
}

/** Parts as Markdown. */
export const markdownParts = (parts: readonly Part[]): string => joined(parts.flatMap(pieces));

function joined(list: readonly Piece[]): string {
  return list
    .map(({ text, isItem }, index) => {
      if (index === 0) return text;
      return (isItem && list[index - 1]?.isItem ? '\n' : '\n\n') + text;
    })
    .join('');
}

function blockPieces({ parts, target }: Block): Piece[] {
  const [first, ...rest] = parts.flatMap(pieces);
  if (!first) return [];
  return [target ? { ...first, text: `${first.text} \`${target.id}\`` } : first, ...rest];
}

const item = (text: string): Piece => ({ text: `- ${text}`, isItem: true });

const HASHES = { title: '#', page: '##', section: '###', question: '###', group: '####' };

function pieces(part: Part): Piece[] {
  switch (part.kind) {
    case 'heading':
      return headingPieces(part);
    case 'prose': {
      const lead = inWords(part.lead ?? '');
      const note = part.note === undefined ? '' : `(${part.note})`;
      const words = [lead, escaped(part.text), note].filter((text) => text !== '').join(' ');
      return words === '' ? [] : [{ text: words }];
    }
    case 'item': {
      const { text, number, more, id } = part;
      const words = [
        number === undefined ? '' : `${number}:`,
        escaped(text),
        more === undefined ? '' : `(${escaped(more)})`,
        id === undefined ? '' : `\`${id}\``,
      ];
      return [item(words.filter((word) => word !== '').join(' '))];
    }
    case 'fact':
      return [item(`${part.label}: ${escaped(part.text)}`)];
    case 'table':
      return [{ text: tableText(part) }];
    case 'columns':
      return part.cells.flatMap((cell) => cell.flatMap(pieces));
    case 'cut':
      return part.parts.flatMap(pieces);
    case 'snippet':
      return [
        ...headingPieces({ kind: 'heading', rank: 'entry', text: part.title, aside: part.note }),
        ...part.texts.slice(0, 1).map((text) => ({ text: escapeMarkdown(text) })),
      ];
    case 'chart':
      return part.told.flatMap(pieces);
    case 'legend':
    case 'rule':
    case 'space':
      return [];
  }
}

function headingPieces({ rank, text, lead = '', aside, notes = [], id }: Heading): Piece[] {
  const words = escaped([lead, text]);
  const more = notes.map(escaped).join(', ');
  if (rank === 'entry') {
    const rest = [more, aside && escapeMarkdown(aside)].filter(Boolean).join('; ');
    return [{ text: `**${words}**${rest === '' ? '' : ` (${rest})`}` }];
  }
  if (rank === 'group') return [{ text: `#### ${words}${more === '' ? '' : ` (${more})`}` }];
  const said = [more, aside && escapeMarkdown(aside)].filter(Boolean).join('; ');
  const below = [said && `*${said}*`, id && `\`${id}\``].filter(Boolean).join(' ');
  return [{ text: `${HASHES[rank]} ${words}` }, ...(below === '' ? [] : [{ text: below }])];
}

/** Texts of a cell stand one below the other. */
function tableText({ head, rows, numeric = [] }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(head.map(escaped)),
    row(head.map((_, index) => (numeric.includes(index) ? '--:' : '---'))),
    ...rows.map((cells) => row(cells.map((texts) => texts.map(escaped).join('<br>')))),
  ].join('\n');
}
