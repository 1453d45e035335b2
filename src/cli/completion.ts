/** Completions for shells, from the table of commands. Ids come from the program itself. */
import type { SHELLS } from './choices.ts';
import { COMMON, type Option, type OptionName, optionOf } from './options.ts';
import { COMMANDS, type Command, EXPLORER } from './table.ts';

/** The completions for a shell, as a script of it. */
export const completionScript = (shell: (typeof SHELLS)[number]): string => SCRIPTS[shell]();

const SCRIPTS = { bash, zsh, fish };

/** What can be completed: words that are known, or what must be asked for. */
type Completed = { words: readonly string[] } | { ids: string } | { folders: true };

const RECORDS = 'scenarios people sources statements';

function completedBy({ completes = [] }: Command): Completed {
  switch (completes) {
    case 'records':
      return { ids: RECORDS };
    case 'scenarios':
      return { ids: 'scenarios' };
    case 'commands':
      return { words: commandNames() };
    case 'folders':
      return { folders: true };
    default:
      return { words: completes };
  }
}

function completedByOption(name: OptionName, { completes, choices }: Option): Completed {
  if (name === 'at') return { ids: RECORDS };
  return completes ? { folders: true } : { words: choices ?? [] };
}

/** Whether an option takes a value. */
const takesValue = ({ flags }: Option): boolean => flags.includes('<');
/** "-h, --help" → ["-h", "--help"]. */
const namesOf = ({ flags }: Option): string[] => flags.replace(/ <.*/, '').split(', ');

const optionsOf = ({ options }: Command): OptionName[] => [...options, ...COMMON];

/** All commands, the call without one among them. */
const all = (): readonly Command[] => [EXPLORER, ...COMMANDS];

/** The values of options, by command where they differ: the patterns of a shell's `case`. */
function optionValues(): [pattern: string, completed: Completed][] {
  const found = new Map<string, Completed>();
  for (const command of all()) {
    for (const name of optionsOf(command)) {
      const option = optionOf(name, command.formats);
      if (!takesValue(option)) continue;
      const pattern = `${name === 'format' ? command.name : '*'}:${namesOf(option).at(-1)}`;
      found.set(pattern, completedByOption(name, option));
    }
  }
  return [...found];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function optionWords(command: Command): string {
  return optionsOf(command)
    .flatMap((name) => namesOf(optionOf(name)))
    .join(' ');
}

const commandNames = (): string[] => COMMANDS.map(({ name }) => name);

function bash(): string {
  const reply = (completed: Completed) => {
    if ('folders' in completed) return 'COMPREPLY=($(compgen -d -- "$current"))';
    const words =
      'ids' in completed ? `"$(_rungs_ids ${completed.ids})"` : quoted(completed.words.join(' '));
    return `COMPREPLY=($(compgen -W ${words} -- "$current"))`;
  };
  const values = optionValues().map(
    ([pattern, completed]) => `    ${pattern}) ${reply(completed)}; return ;;`,
  );
  const options = all().map(
    (command) => `    ${command.name}:-*) ${reply({ words: [optionWords(command)] })} ;;`,
  );
  const operands = COMMANDS.map(
    (command) => `    ${command.name}:*) ${reply(completedBy(command))} ;;`,
  );
  return `# bash completion for rungs
_rungs_ids() {
  rungs list "$@" 2>/dev/null | cut -d ' ' -f 1
}
_rungs() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commandNames().join('|')}) command=$word; break ;; esac
  done
  case $command:$previous in
${values.join('\n')}
  esac
  case $command:$current in
${[...options, ...operands].join('\n')}
    *) ${reply({ words: commandNames() })} ;;
  esac
}
complete -F _rungs rungs`;
}

function zsh(): string {
  const reply = (completed: Completed) => {
    if ('folders' in completed) return '_files -/';
    return 'ids' in completed
      ? `compadd -- \${(f)"$(_rungs_ids ${completed.ids})"}`
      : `compadd -- ${completed.words.join(' ')}`;
  };
  const values = optionValues().map(
    ([pattern, completed]) => `    ${pattern}) ${reply(completed)}; return ;;`,
  );
  const options = all().map(
    (command) => `    ${command.name}:-*) compadd -- ${optionWords(command)} ;;`,
  );
  const operands = COMMANDS.map(
    (command) => `    ${command.name}:*) ${reply(completedBy(command))} ;;`,
  );
  const described = COMMANDS.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  return `#compdef rungs
# zsh completion for rungs
_rungs_ids() {
  rungs list "$@" 2>/dev/null | cut -d ' ' -f 1
}
_rungs() {
  local current=\${words[CURRENT]} previous=\${words[CURRENT-1]} command= word
  local -a commands
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in (${commandNames().join('|')}) command=$word; break ;; esac
  done
  case $command:$previous in
${values.join('\n')}
  esac
  commands=(
${described.join('\n')}
  )
  case $command:$current in
${[...options, ...operands].join('\n')}
    *) _describe command commands ;;
  esac
}
if [[ \${funcstack[1]} == _rungs ]]; then _rungs "$@"; else compdef _rungs rungs; fi`;
}

function fish(): string {
  const values = (completed: Completed) => {
    if ('folders' in completed) return "'(__fish_complete_directories)'";
    return 'ids' in completed
      ? `'(__rungs_ids ${completed.ids})'`
      : quoted(completed.words.join(' '));
  };
  const lines = all().flatMap((command) => {
    const when = command.name
      ? `-n '__fish_seen_subcommand_from ${command.name}'`
      : `-n '__fish_use_subcommand'`;
    const names = command.name ? command.options : optionsOf(command);
    const own = names.map((name) => optionLine(name, when, command));
    const operands = completedBy(command);
    const isEmpty = 'words' in operands && operands.words.length === 0;
    return isEmpty ? own : [...own, `complete -c rungs ${when} -a ${values(operands)}`];
  });
  function optionLine(name: OptionName, when: string, { formats }: Command): string {
    const option = optionOf(name, formats);
    const flags = namesOf(option).map((flag) =>
      flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
    );
    const value = takesValue(option) ? ` -x -a ${values(completedByOption(name, option))}` : '';
    return `complete -c rungs ${when} ${flags.join(' ')}${value} -d ${quoted(option.about)}`;
  }
  const common = COMMON.map((name) => optionLine(name, `-n 'not __fish_use_subcommand'`, EXPLORER));
  const commands = COMMANDS.map(
    ({ name, summary }) =>
      `complete -c rungs -n '__fish_use_subcommand' -a ${name} -d ${quoted(summary)}`,
  );
  return `# fish completion for rungs
function __rungs_ids
    rungs list $argv 2>/dev/null | string replace -r ' .*' ''
end
complete -c rungs -f
${[...commands, ...lines, ...common].join('\n')}`;
}
