/** The parts of the documentation that are made from tables in the code. */
import { shownArgs } from '../src/cli/help.ts';
import { COMMANDS } from '../src/cli/table.ts';
import { KEYMAP, keysLabel } from '../src/explorer/keymap.ts';
import { FILTERS } from '../src/search/query.ts';

export { manPage } from '../src/cli/man.ts';

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Sections of the README by the name of their markers. */
export const README_SECTIONS: Readonly<Record<string, () => string>> = {
  commands: () =>
    table(
      ['command', 'what it does'],
      COMMANDS.map(({ name, args, summary }) => [
        `\`${`rungs ${name} ${shownArgs(args)}`.trim()}\``,
        summary,
      ]),
    ),
  filters: () =>
    table(
      ['filter', 'keeps'],
      FILTERS.map(({ example, title }) => [`\`${example}\``, title]),
    ),
  keys: () =>
    table(
      ['keys', 'what they do'],
      KEYMAP.map((binding) => [
        keysLabel(binding)
          .split('  ')
          .map((key) => `\`${key}\``)
          .join(' '),
        binding.title,
      ]),
    ),
};

/** The README with its sections made anew. @throws where a section's markers are missing */
export function renewReadme(readme: string): string {
  return Object.entries(README_SECTIONS).reduce((text, [name, make]) => {
    const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const [start, end] = [text.indexOf(open), text.indexOf(close)];
    if (start === -1 || end === -1) throw new Error(`README.md has no section "${name}"`);
    return `${text.slice(0, start + open.length)}${make()}\n${text.slice(end)}`;
  }, readme);
}
