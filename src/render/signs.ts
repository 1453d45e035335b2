/** What signs are called where they are not drawn. */
import { plainText, type Sign, type Words } from '../document/document.ts';

const SIGN_WORDS: Record<Sign, string> = {
  favours: 'for:',
  opposes: 'against:',
  expects: 'expected:',
  possible: 'possible:',
  doubts: 'doubted:',
  'nobody-for': 'nobody for:',
  'nobody-against': 'nobody against:',
  none: 'none',
  shared: 'also elsewhere',
  bullet: '-',
  ellipsis: '…',
  differs: '',
  marked: '',
};

/**
 * A text without its meanings, its signs as words.
 *
 * @param differs around words that differ, where they are seen and not heard
 */
export const inWords = (text: Words, differs = SIGN_WORDS.differs): string =>
  plainText(text, (sign, word) => {
    if (sign === 'differs') return differs;
    return word === undefined ? SIGN_WORDS[sign] : `${word}:`;
  }).trim();
