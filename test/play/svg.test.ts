import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/play/emulator.ts';
import { svgOf } from '../../src/play/svg.ts';

const picture = async (bytes: string, title = 'A list'): Promise<string> => {
  const emulator = createEmulator({ columns: 20, rows: 3 });
  await emulator.feed(`\u001B[?25l${bytes}`);
  return svgOf(emulator.screen(), title);
};
const textsIn = (svg: string): string[] => svg.match(/<text .*<\/text>/g) ?? [];

describe('svgOf', () => {
  it('sets every piece at its column and to its width', async () => {
    const [first = '', wide = '', last = '', ...more] = textsIn(await picture('ab cd한  x'));
    expect(first).toContain('x="14" y="27" textLength="45"');
    expect(first).toContain('>ab cd<');
    expect(wide).toContain('x="59" y="27" textLength="18"');
    expect(last).toContain('x="95" y="27" textLength="9"');
    expect(more).toEqual([]);
  });

  it('lets box characters stand apart from letters', async () => {
    expect(textsIn(await picture('┌───┐a')).map((text) => text.replace(/<.*?>/g, ''))).toEqual([
      '┌',
      '───',
      '┐',
      'a',
    ]);
  });

  it('draws attributes', async () => {
    const svg = await picture('\u001B[1;2;3;4;9;38;2;1;2;3mx\u001B[0m');
    expect(textsIn(svg)[0]).toContain(
      'fill="#010203" font-weight="bold" font-style="italic" fill-opacity="0.6" text-decoration="underline line-through"',
    );
  });

  it.each([
    ['\u001B[7m x', ['#d5d8de'], '#17191e'],
    ['\u001B[38;5;16;48;5;231mx', ['#ffffff'], '#000000'],
    ['\u001B[38;5;134;48;5;244mx', ['#808080'], '#af5fd7'],
    ['\u001B[31mx', [], '#d0686a'],
  ])('paints %j', async (bytes, backgrounds, foreground) => {
    const svg = await picture(bytes);
    const rects = [...svg.matchAll(/fill="(#\w+)" shape-rendering/g)].map(([, fill]) => fill);
    expect(rects).toEqual(backgrounds);
    expect(textsIn(svg)[0]).toContain(`fill="${foreground}"`);
  });

  it('has a title, escapes what XML must not have, and is the same each time', async () => {
    const svg = await picture('a<b>&', 'One & <two>');
    expect(svg).toContain('<title>One &amp; &lt;two&gt;</title>');
    expect(svg).toContain('>a&lt;b&gt;&amp;<');
    expect(await picture('a<b>&', 'One & <two>')).toBe(svg);
  });

  it('shows a cursor that is visible', async () => {
    const hidden = await picture('a');
    expect(await picture('a\u001B[?25h')).not.toBe(hidden);
  });
});
