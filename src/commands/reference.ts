/** The commands for the README, from their table. */
import { shownArgs } from './help.ts';
import { COMMANDS, EXPLORER } from './table.ts';

/** A Markdown table of all commands: how each is called, what it does, an example. */
export function commandTable(): string {
  const rows = [EXPLORER, ...COMMANDS].map(({ name, args, summary, examples }) => {
    const call = `rungs ${name} ${shownArgs(args)}`.trim().replace(/ +/g, ' ');
    return [`\`${call}\``, summary, `\`${examples[0]?.line ?? ''}\``];
  });
  return [['command', 'what it does', 'example'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
