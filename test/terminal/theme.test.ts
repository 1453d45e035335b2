/** What carries meaning can be read: contrast by WCAG 2, computed from the palettes of terminals. */
import { describe, expect, it } from 'vitest';
import {
  type Colors,
  groundOf,
  isAscii,
  makeTheme,
  PALETTE,
  SIXTEEN,
  themeFor,
} from '../../src/terminal/theme.ts';

/** Colours 0 to 15 as each of these sets them; the Linux console's are those of VGA. */
const PALETTES: Record<string, string> = {
  'Linux console, VGA':
    '000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa ' +
    '555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
  xterm:
    '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 ' +
    '7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff',
};
const CUBE = [0, 95, 135, 175, 215, 255];
const ENOUGH = 4.5;

type Rgb = [number, number, number];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** A colour of the 256 beyond the first 16: a cube of six steps. */
function ofCube(color: number): Rgb {
  const at = color - 16;
  return [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map((step) => CUBE[step]) as Rgb;
}

function ofPalette(name: string, color: number): Rgb {
  const hex = PALETTES[name]?.split(' ')[color] ?? '';
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

/** Relative luminance, 0 to 1. */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const meaning = ({ accent, yes, no }: Colors) =>
  [accent, yes, no].filter((color) => color !== undefined);

it('contrast is that of WCAG 2', () => {
  expect(contrast(BLACK, WHITE)).toBe(21);
  expect(contrast(ofPalette('Linux console, VGA', 4), BLACK)).toBeCloseTo(1.58, 2);
});

describe('of the 256 colours', () => {
  it.each(meaning(PALETTE))('%i can be read on black and on white', (color) => {
    expect(contrast(ofCube(color), BLACK)).toBeGreaterThanOrEqual(ENOUGH);
    expect(contrast(ofCube(color), WHITE)).toBeGreaterThanOrEqual(ENOUGH);
  });

  it('what a search found can be read on its own ground', () => {
    expect(contrast(BLACK, ofCube(PALETTE.match))).toBeGreaterThanOrEqual(ENOUGH);
  });
});

describe.each(Object.keys(PALETTES))('of the 16 colours of %s', (name) => {
  it.each(meaning(SIXTEEN.dark))('%i can be read on black', (color) => {
    expect(contrast(ofPalette(name, color), BLACK)).toBeGreaterThanOrEqual(ENOUGH);
  });
  it.each(meaning(SIXTEEN.light))('%i can be read on white', (color) => {
    expect(contrast(ofPalette(name, color), WHITE)).toBeGreaterThanOrEqual(ENOUGH);
  });
  it('what a search found can be read on its own ground', () => {
    const ground = ofPalette(name, SIXTEEN.unknown.match);
    expect(contrast(BLACK, ground)).toBeGreaterThanOrEqual(ENOUGH);
  });
});

it('none of the 16 can be read on black and on white everywhere: why the ground is asked for', () => {
  const readable = Array.from({ length: 16 }, (_, color) => color).filter((color) =>
    Object.keys(PALETTES).every((name) =>
      [BLACK, WHITE].every((ground) => contrast(ofPalette(name, color), ground) >= ENOUGH),
    ),
  );
  expect(readable).toEqual([]);
});

it.each<[Record<string, string>, string]>([
  [{}, 'unknown'],
  [{ TERM: 'linux' }, 'dark'],
  [{ COLORFGBG: '15;0' }, 'dark'],
  [{ COLORFGBG: '0;15' }, 'light'],
  [{ COLORFGBG: '0;default;15' }, 'light'],
  [{ COLORFGBG: '0;7', TERM: 'linux' }, 'light'],
  [{ COLORFGBG: '12;8' }, 'dark'],
  ...[0, 1, 2, 3, 4, 5, 6, 8].map((color): [Record<string, string>, string] => [
    { COLORFGBG: `15;${color}` },
    'dark',
  ]),
  ...[7, 9, 10, 11, 12, 13, 14, 15].map((color): [Record<string, string>, string] => [
    { COLORFGBG: `0;${color}` },
    'light',
  ]),
  [{ COLORFGBG: 'default;default' }, 'unknown'],
])('the ground of %j is %s', (env, ground) => {
  expect(groundOf(env)).toBe(ground);
});

describe('a theme', () => {
  const sides = (env: Record<string, string>) => {
    const { yes, no } = themeFor({ TERM: 'xterm', ...env }, true);
    return [yes('a'), no('a')];
  };

  it('of 16 colours takes the sides by the ground, and the own colour where that is unknown', () => {
    expect(sides({ COLORFGBG: '15;0' })).toEqual([
      '\u001B[36ma\u001B[39m',
      '\u001B[91ma\u001B[39m',
    ]);
    expect(sides({ COLORFGBG: '0;15' })).toEqual([
      '\u001B[34ma\u001B[39m',
      '\u001B[31ma\u001B[39m',
    ]);
    expect(sides({})).toEqual(['a', 'a']);
  });

  it('without colours keeps bold and dim on a terminal', () => {
    const { strong, dim, yes, match, isColored } = themeFor({ TERM: 'xterm', NO_COLOR: '1' }, true);
    expect([strong('a'), dim('a')]).toEqual(['\u001B[1ma\u001B[22m', '\u001B[2ma\u001B[22m']);
    expect([yes('a'), match('a'), isColored]).toEqual(['a', '\u001B[4ma\u001B[24m', true]);
  });

  it.each([
    ['in a pipe', { NO_COLOR: '1' }, false, undefined],
    ['of a dumb terminal', { TERM: 'dumb' }, true, undefined],
    ['of a dumb terminal, refused, too', { TERM: 'dumb', NO_COLOR: '1' }, true, undefined],
    ['with --color never', {}, true, 'never' as const],
  ])('%s has neither', (_, env, isTerminal, choice) => {
    const { glyph, isAscii, isColored, ...paints } = themeFor(
      { TERM: 'xterm', ...env },
      isTerminal,
      choice,
    );
    expect(isColored).toBe(false);
    expect(Object.values(paints).map((paint) => paint('a'))).toEqual(
      Object.keys(paints).map(() => 'a'),
    );
  });

  it('says the same with and without colours', () => {
    const { glyph } = makeTheme(2);
    expect(makeTheme(0, { weights: true }).glyph).toEqual(glyph);
    expect(makeTheme(0, { ascii: true }).glyph).not.toEqual(glyph);
  });
});

describe('marks are ASCII', () => {
  it.each([
    [{}, false],
    [{ LANG: 'C' }, true],
    [{ LANG: 'POSIX' }, true],
    [{ LANG: 'C.UTF-8' }, false],
    [{ LANG: 'de_DE.UTF-8', LC_CTYPE: 'C' }, true],
    [{ LANG: 'C', LC_CTYPE: 'de_DE.UTF-8' }, false],
    [{ LANG: 'C', LC_CTYPE: 'C', LC_ALL: 'de_DE.UTF-8' }, false],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, true],
    [{ LANG: 'C', LC_CTYPE: '', LC_ALL: '' }, true],
  ])('where the locale of %j says so: %s', (env, expected) => {
    expect(isAscii(env)).toBe(expected);
  });
});
