import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clean,
  disarm,
  graphemes,
  isolated,
  shorten,
  styledWidth,
  width,
  wrap,
  wrapRanges,
} from '../../src/terminal/text.ts';
import { naughtyStrings, TRICKY_TEXTS } from '../support/naughty.ts';

const bidi = bidiFactory();

/** Everything that could act on a terminal, reorder text or hide in it. */
const HARMFUL =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...naughtyStrings),
  fc.constantFrom(...TRICKY_TEXTS.map(([, text]) => text)),
);

describe('clean', () => {
  it.each([
    ['CSI', 'a\u001B[31mb', 'a␛[31mb'],
    ['OSC 0 (title)', 'a\u001B]0;owned\u0007b', 'a␛]0;owned^Gb'],
    ['OSC 8 (link)', '\u001B]8;;http://x\u001B\\y', '␛]8;;http://x␛\\y'],
    ['OSC 52 (clipboard)', '\u001B]52;c;eA==\u0007z', '␛]52;c;eA==^Gz'],
    ['DCS', '\u001BP1$r\u001B\\z', '␛P1$r␛\\z'],
    ['C1 controls', 'a\u009B31mb\u0090c\u0085d', 'a‹U+009B›31mb‹U+0090›c‹U+0085›d'],
    ['an OSC without an end', 'a\u001B]0;b', 'a␛]0;b'],
    ['a carriage return', 'safe\rEVIL', 'safe^MEVIL'],
    ['a backspace', 'ab\bc', 'ab^Hc'],
    ['NUL and DEL', 'a\u0000b\u007Fc', 'a^@b^?c'],
    ['a line break of Windows', 'a\r\nb', 'a\nb'],
    ['a tab', 'a\tb', 'a b'],
    ['bidi overrides', 'a\u202Eb\u202Cc', 'a‹U+202E›b‹U+202C›c'],
    ['bidi isolates', '\u2066a\u2069', '‹U+2066›a‹U+2069›'],
    ['bidi marks', '\u200Ea\u200Fb\u061C', '‹U+200E›a‹U+200F›b‹U+061C›'],
    ['a line separator', 'a\u2028b', 'a‹U+2028›b'],
    ['a zero width space', 'Sü\u200Bdkorea', 'Südkorea'],
    ['a byte order mark', '\uFEFFa', 'a'],
    ['a soft hyphen', 'Bal\u00ADlbach', 'Ballbach'],
    ['tag characters', 'a\u{E0061}\u{E007F}b', 'ab'],
    ['interlinear annotation', 'a\uFFF9b\uFFFAc\uFFFB', 'abc'],
    ['half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['a decomposed accent', 'Se\u0301oul', 'Séoul'],
    ['decomposed Hangul', '\u1112\u1161\u11AB', '한'],
    ['an accent on nothing', 'a \u0301b', 'a ◌\u0301b'],
    ['an accent on what vanishes', '\u200B\u0301', '◌\u0301'],
    ['joined emoji', '👨\u200D👩\u200D👧', '👨👩👧'],
  ])('%s', (_, text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  it('leaves what is harmless as it is, to the code point', () => {
    const text = '„Grüße“ – «Straße»,\n한국어 東京 नमस्ते 😀 Ω ﬁ Å x\u0302 ½';
    expect(clean(text)).toBe(text);
  });

  it('makes any text harmless, and is done then', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = clean(text);
        expect(shown).not.toMatch(HARMFUL);
        expect(clean(shown)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('width', () => {
  it.each([
    ['abc', 3],
    ['Grüße – „ja“', 12],
    ['한국어', 6],
    ['e\u0301', 1],
    ['😀', 2],
    ['👍🏽', 2],
    ['กี่', 1],
    ['', 0],
  ])('of %j is %i', (text, cells) => {
    expect(width(text)).toBe(cells);
  });

  it('of styled text is that of the text', () => {
    expect(styledWidth('\u001B[1;38;5;134m한\u001B[22;39m a')).toBe(4);
  });

  it('is the sum of its characters', () => {
    fc.assert(
      fc.property(anyText.map(clean), (text) => {
        let sum = 0;
        for (const { cells } of graphemes(text.replaceAll('\n', ' '))) sum += cells;
        expect(sum).toBe(width(text.replaceAll('\n', ' ')));
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces, and long words where it must', () => {
    expect(wrap('to be or Rindfleischetikettierung', 10)).toEqual([
      'to be or',
      'Rindfleisc',
      'hetikettie',
      'rung',
    ]);
  });

  it('keeps paragraphs and empty lines', () => {
    expect(wrap('a b\n\nc', 10)).toEqual(['a b', '', 'c']);
  });

  it('never splits a character, however narrow', () => {
    expect(wrap('한국', 1)).toEqual(['한', '국']);
    expect(wrap('x\u0302y', 1)).toEqual(['x\u0302', 'y']);
  });

  it('counts the cells of wide blanks', () => {
    expect(wrap('a\u3000b', 3)).toEqual(['a', 'b']);
  });

  it('loses nothing but blanks, and stays within the width where a character does', () => {
    fc.assert(
      fc.property(anyText.map(clean), fc.integer({ min: 2, max: 30 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) {
          const isOneCharacter = [...graphemes(line)].length === 1;
          if (!isOneCharacter) expect(width(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it('tells where in the text its lines are', () => {
    expect(wrapRanges('ab cd\nef', 3)).toEqual([
      [0, 2],
      [3, 5],
      [6, 8],
    ]);
  });
});

describe('line breaks', () => {
  it('stand at no no-break space, and not between a mark and its words', () => {
    const text =
      'Elle a dit «\u00A0Il n’y a pas de pause.\u00A0» hier, puis « rien » et « plus », dit-elle.';
    for (let columns = 14; columns <= 70; columns += 1) {
      for (const line of wrap(text, columns)) {
        expect(line, `${columns}`).not.toMatch(/^\s*[»,]|«\s*$/);
      }
    }
    expect(wrap('un « mot » dit', 9)).toEqual(['un', '« mot »', 'dit']);
    expect(wrap(text, 20).join(' ')).toBe(text);
  });

  it('begin no line with a closing mark or a small kana, and end none with an opening one', () => {
    const text = '市長は「夜間の飛行は、やめるべきだ」と言った。しかし（反対も）ある。チャンスだ。';
    for (let columns = 4; columns <= 40; columns += 1) {
      const lines = wrap(text, columns);
      expect(lines.join('')).toBe(text);
      for (const line of lines) {
        expect(width(line)).toBeLessThanOrEqual(columns);
        expect(line, `${columns}`).not.toMatch(/^[、。」）ャ]|[「（]$/);
      }
    }
  });

  it('are found where nothing but marks is left', () => {
    expect(wrap('。。。。。。', 4)).toEqual(['。。', '。。', '。。']);
  });
});

describe('what is written from right to left', () => {
  /** As a terminal shows it that orders characters by direction, base from left to right. */
  const seen = (line: string) =>
    bidi
      .getReorderedString(line, bidi.getEmbeddingLevels(line, 'ltr'))
      .replace(/[\u2066-\u2069]/g, '');

  it('changes no places with a number after it', () => {
    const row = 'عمر العلماء        1   ·2';
    expect(seen(row)).not.toMatch(/1 {3}·2$/);
    expect(seen(isolated(row))).toMatch(/ {8}1 {3}·2$/);
    const styled = '\u001B[1mعمر العلماء\u001B[22m  \u001B[2m12\u001B[22m';
    expect(isolated(styled)).toBe(
      '\u001B[1m\u2068عمر العلماء\u2069\u001B[22m  \u001B[2m12\u001B[22m',
    );
  });

  it('changes no places with what is written so beyond a gap or a border', () => {
    const row = 'عمر العلماء  │ ליבי';
    expect(seen(row)).not.toMatch(/│ יביל$/);
    expect(seen(isolated(row))).toMatch(/ {2}│ יביל$/);
    expect(isolated('\u001B[1mعمر \u001B[7mالعلماء\u001B[27m،\u001B[22m 3')).toBe(
      '\u001B[1m\u2068عمر \u001B[7mالعلماء\u001B[27m،\u2069\u001B[22m 3',
    );
  });

  it('keeps its words whole, which a joiner parts that is not seen', () => {
    expect(isolated('ما می‌خواهیم  3')).toBe('\u2068ما می‌خواهیم\u2069  3');
  });

  it('is left as it is where no number follows, and everything else is', () => {
    for (const text of [
      'قالت ليلى حداد (Head of 3)',
      'في 2024 كان ذلك',
      'Anna 1 ·2',
      '名前 1',
      '\u001B[2mعمر\u001B[22m',
    ]) {
      expect(isolated(text)).toBe(text);
    }
  });
});

describe('shorten', () => {
  it.each([
    ['short', 10, 'short'],
    ['a long title', 6, 'a lon…'],
    ['a bc', 3, 'a…'],
    ['한국어', 4, '한…'],
    ['a\nb', 5, 'a b'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%j to %i cells is %j', (text, columns, expected) => {
    expect(shorten(text, columns)).toBe(expected);
  });

  it('never takes more room than there is', () => {
    fc.assert(
      fc.property(
        anyText.map(clean),
        fc.nat(20),
        fc.constantFrom('…', '...'),
        (text, columns, end) => {
          expect(width(shorten(text, columns, end))).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

describe('a non-joiner', () => {
  it.each(['می\u200Cخواهیم', 'क्\u200Cष'])('of a script that needs it stays: %j', (text) => {
    expect(clean(text)).toBe(text);
    expect(width(clean(text))).toBe(width(text.replace(/[\u200C\u200D]/g, '')));
  });

  it.each([
    ['Uk\u200Craine', 'Ukraine'],
    ['न्\u200Dया', 'न्या'],
    ['\u200Cمی', 'می'],
    ['می\u200C\u200C\u200Cخ', 'می\u200Cخ'],
    ['می\u200Bخ\u00AD\uFEFF', 'میخ'],
  ])('elsewhere hides a word and goes: %j', (text, kept) => {
    expect(clean(text)).toBe(kept);
  });
});

describe('words that must stay as they are', () => {
  it.each([
    ['joiners and soft hyphens', 'a\u200Db\u00ADc'],
    ['decomposed letters', 'u\u0308ber'],
    ['line breaks of either kind, and tabs', 'a\r\nb\nc\td'],
    ['marks of direction beside their signs', 'شارع 5\u200F، \u200Eabc\u061C'],
    ['any script', '「夜間」 «закроем» ‘é’'],
  ])('keep %s', (_, text) => {
    expect(disarm(text)).toBe(text);
  });

  it.each([
    ['an escape', 'a\u001B[31mb'],
    ['a carriage return that overwrites', 'good\rbad'],
    ['an override of direction', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
    ['a line separator', 'ü\u2028b'],
    ['hidden tags', 'ü\u{E0041}b'],
    ['half a character', 'ü\uD800b'],
    ['an invisible joiner', 'ü\u2060b'],
    ['a mark of byte order', 'ü\uFEFFb'],
    ['an annotation', 'ü\uFFF9b'],
    ['a control of the eighth bit', 'ü\u009Bb'],
  ])('are cleaned like others of %s', (_, text) => {
    expect(disarm(text)).toBe(clean(text));
    expect(disarm(text)).not.toBe(text);
  });
});
