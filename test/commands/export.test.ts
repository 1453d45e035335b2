import { describe, expect, test } from 'vitest';
import { EXPORT_FORMS } from '../../src/cli/choices.ts';
import { runExport } from '../../src/commands/export.ts';
import { HARBOUR } from '../support/harbour-pack.ts';
import { answer } from '../support/request.ts';

test('json is the pack itself', async () => {
  const { text, note } = await answer(runExport);
  expect(JSON.parse(text)).toEqual(HARBOUR);
  expect(note).toBeUndefined();
});

test.each(EXPORT_FORMS.filter((form) => form !== 'json'))(
  '%s says what it cannot hold',
  async (form) => {
    const { text, note } = await answer(runExport, { args: [form] });
    expect(text.length).toBeGreaterThan(100);
    expect(note).toMatch(/left out|no place/);
  },
);

test('a form that does not exist', async () => {
  await expect(answer(runExport, { args: ['cvs'] })).rejects.toThrow(
    'cannot export "cvs"; did you mean csv?',
  );
});

describe('a briefing', () => {
  test('of chosen scenarios, in the order asked', async () => {
    const { text } = await answer(runExport, { args: ['markdown', 'patrols', 'landing'] });
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    const title = (id: string) => HARBOUR.scenarios.find((one) => one.id === id)?.title;
    expect(headings).toEqual([
      title('patrols'),
      title('landing'),
      'How they hang together',
      'Sources',
    ]);
  });

  test('of all, from the top of the ladder', async () => {
    const { text } = await answer(runExport, { args: ['markdown'] });
    const rungs = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, rung]) => Number(rung));
    // The armed patrols are a kind of the patrols, and stand below these.
    expect(rungs).toEqual([13, 12, 11, 10, 9, 8, 7, 5, 6, 4, 3, 2, 1]);
  });

  test('names only the sources it draws on', async () => {
    const { text } = await answer(runExport, { args: ['markdown', 'patrols'] });
    const sources = text.slice(text.indexOf('## Sources'));
    const used = new Set(
      HARBOUR.statements
        .filter(({ stances }) => stances.some(({ scenario }) => scenario === 'patrols'))
        .map(({ source }) => source),
    );
    for (const { id } of HARBOUR.sources) {
      if (used.has(id)) expect(sources).toContain(`\`${id}\``);
      else expect(sources).not.toContain(`\`${id}\``);
    }
  });

  test('of a scenario that is not there', async () => {
    await expect(answer(runExport, { args: ['markdown', 'patrol5'] })).rejects.toThrow(
      /there is no "patrol5" in this pack; nearest: patrols/,
    );
  });
});

test('only a briefing takes scenarios', async () => {
  await expect(answer(runExport, { args: ['csv', 'patrols'] })).rejects.toThrow(
    'csv holds the whole pack; only markdown takes scenarios',
  );
});
