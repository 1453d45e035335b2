/**
 * Completions for shells, from the table of commands. Ids come from the program itself. No script
 * hands words from outside to the shell as code: what it offers is compared and quoted as text.
 */
import type { SHELLS } from './choices.ts';
import { COMMON, type Completes, type Option, type OptionName, optionOf } from './options.ts';
import { quotedWord } from './shell.ts';
import { COMMANDS, type Command, EXPLORER } from './table.ts';

/** The completions for a shell, as a script of it. */
export const completionScript = (shell: (typeof SHELLS)[number]): string => SCRIPTS[shell]();

const SCRIPTS = { bash, zsh, fish };

/** What can be completed: words that are known, or what must be asked for. */
type Offer = { words: readonly string[] } | { ids: string } | { paths: 'files' | 'folders' };

const RECORDS = 'scenarios people sources statements';

function offerOf(completes: Completes): Offer {
  switch (completes) {
    case 'records':
      return { ids: RECORDS };
    case 'scenarios':
      return { ids: completes };
    case 'commands':
      return { words: NAMES };
    case 'files':
    case 'folders':
      return { paths: completes };
    default:
      return { words: completes };
  }
}

const valueOffer = ({ completes, choices = [] }: Option): Offer => offerOf(completes ?? choices);

/** Whether an option takes a value. */
const takesValue = ({ flags }: Option): boolean => flags.includes('<');
/** "-h, --help" → ["-h", "--help"]. */
const namesOf = ({ flags }: Option): string[] => flags.replace(/ [<[].*/, '').split(', ');

const optionsOf = ({ options }: Command): OptionName[] => [...options, ...COMMON];

/** All commands, the call without one among them. */
const ALL: readonly Command[] = [EXPLORER, ...COMMANDS];
const NAMES = COMMANDS.map(({ name }) => name);

/** The values of options, by command where they differ: the patterns of a shell's `case`. */
function optionValues(): [pattern: string, offer: Offer][] {
  const found = new Map<string, Offer>();
  for (const command of ALL) {
    for (const name of optionsOf(command)) {
      const option = optionOf(name, command.formats);
      if (!takesValue(option)) continue;
      const pattern = `${name === 'format' ? command.name : '*'}:${namesOf(option).at(-1)}`;
      found.set(pattern, valueOffer(option));
    }
  }
  return [...found];
}

/** The options that take a value, for a shell's `case`. */
const valued = (): string =>
  [...new Set(optionValues().map(([pattern]) => pattern.replace(/.*:/, '')))].join('|');

/** What is offered for the arguments of a command: the last one for all that follow. */
function argumentOffers({ completes = [] }: Command): Offer[] {
  return completes.map(offerOf);
}

/** The patterns `command:count` of a shell's `case`, where `count` arguments stand before. */
function argumentCases(reply: (offer: Offer) => string): string[] {
  return COMMANDS.flatMap((command) => {
    const offers = argumentOffers(command);
    return offers.map((offer, index) => {
      const count = index === offers.length - 1 ? '*' : index;
      return `    ${command.name}:${count}) ${reply(offer)} ;;`;
    });
  });
}

const optionWords = (command: Command): string =>
  optionsOf(command)
    .flatMap((name) => namesOf(optionOf(name)))
    .join(' ');

function bash(): string {
  const reply = (offer: Offer): string => {
    // What readline completes itself, it quotes itself.
    if ('paths' in offer)
      return `_rungs_paths ${offer.paths === 'folders' ? 'dirnames' : 'default'}`;
    return 'ids' in offer ? `_rungs_ids ${offer.ids}` : `_rungs_offer ${offer.words.join(' ')}`;
  };
  const values = optionValues().map(([pattern, offer]) => `    ${pattern}) ${reply(offer)} ;;`);
  const options = ALL.map(
    (command) => `    ${command.name}:-*) _rungs_offer ${optionWords(command)}; return ;;`,
  );
  return `# bash completion for rungs
_rungs_offer() {
  local word
  for word in "$@"; do
    case $word in "$current"*) COMPREPLY+=("$word") ;; esac
  done
}
_rungs_ids() {
  local id
  while IFS= read -r id; do
    _rungs_offer "\${id%% *}"
  done < <(rungs list "$@" --color never \${packs[@]+"\${packs[@]}"} 2>/dev/null </dev/null)
}
_rungs_paths() {
  compopt -o "$1" 2>/dev/null
}
_rungs() {
  local current=\${COMP_WORDS[COMP_CWORD]} option= command= word
  local -i count=0
  local -a packs=()
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word == = ]]; then continue; fi
    if [[ -n $option ]]; then
      # What is quoted is not known: to find out would be to run it.
      if [[ $option == --data && $word != *[\\\\\\"\\'\\\`\\$]* ]]; then
        packs+=(--data "\${word/#"~/"/$HOME/}")
      fi
      option=
      continue
    fi
    case $word in
      ${valued()}) option=$word ;;
      -*) ;;
      *) if [[ -z $command ]]; then command=$word; else count+=1; fi ;;
    esac
  done
  if [[ $current == = ]]; then current=; fi
  if [[ -n $option ]]; then
    case $command:$option in
${values.join('\n')}
    esac
    return
  fi
  case $command:$current in
${options.join('\n')}
  esac
  case $command:$count in
${argumentCases(reply).join('\n')}
    :*) _rungs_offer ${NAMES.join(' ')} ;;
  esac
}
complete -F _rungs rungs`;
}

function zsh(): string {
  const reply = (offer: Offer): string => {
    if ('paths' in offer) return offer.paths === 'folders' ? '_files -/' : '_files';
    return 'ids' in offer ? `_rungs_ids ${offer.ids}` : `compadd -- ${offer.words.join(' ')}`;
  };
  const values = optionValues().map(([pattern, offer]) => `    ${pattern}) ${reply(offer)} ;;`);
  const options = ALL.map(
    (command) => `    ${command.name}:-*) compadd -- ${optionWords(command)}; return ;;`,
  );
  const described = COMMANDS.map(({ name, summary }) => `    ${quotedWord(`${name}:${summary}`)}`);
  return `#compdef rungs
# zsh completion for rungs
_rungs_ids() {
  local -a ids
  ids=(\${\${(f)"$(rungs list "$@" --color never $packs 2>/dev/null </dev/null)"}%% *})
  compadd -- $ids
}
_rungs() {
  local current=\${words[CURRENT]} option= command= word
  local -i count=0
  local -a packs commands
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      if [[ $option == --data ]]; then packs+=(--data "\${\${(Q)word}/#\\~\\//$HOME/}"); fi
      option=
      continue
    fi
    case $word in
      (--data=*) packs+=(--data "\${\${(Q)word#--data=}/#\\~\\//$HOME/}") ;;
      (${valued()}) option=$word ;;
      (-*) ;;
      (*) if [[ -z $command ]]; then command=$word; else count+=1; fi ;;
    esac
  done
  if [[ $current == --*=* ]]; then
    option=\${current%%=*}
    compset -P '*='
  fi
  if [[ -n $option ]]; then
    case $command:$option in
${values.join('\n')}
    esac
    return
  fi
  commands=(
${described.join('\n')}
  )
  case $command:$current in
${options.join('\n')}
  esac
  case $command:$count in
${argumentCases(reply).join('\n')}
    :*) _describe command commands ;;
  esac
}
if [[ \${funcstack[1]} == _rungs ]]; then _rungs "$@"; else compdef _rungs rungs; fi`;
}

function fish(): string {
  const values = (offer: Offer): string => {
    if ('paths' in offer) {
      return offer.paths === 'folders' ? `-x -a '(__fish_complete_directories)'` : '-r -F';
    }
    return 'ids' in offer
      ? `-x -a '(__rungs_ids ${offer.ids})'`
      : `-x -a ${quotedWord(offer.words.join(' '))}`;
  };
  const optionLine = (name: OptionName, { name: of, formats }: Command): string => {
    const option = optionOf(name, formats);
    const flags = namesOf(option).map((flag) =>
      flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
    );
    const value = takesValue(option) ? ` ${values(valueOffer(option))}` : '';
    return `complete -c rungs -n '__rungs_in "${of}"' ${flags.join(' ')}${value} -d ${quotedWord(option.about)}`;
  };
  const options = ALL.flatMap((command) =>
    optionsOf(command).map((name) => optionLine(name, command)),
  );
  const operands = COMMANDS.flatMap((command) => {
    const offers = argumentOffers(command);
    return offers.map((offer, index) => {
      const counts = index === offers.length - 1 ? `${index}` : `${index} ${index}`;
      const value = values(offer).replace(/^-x |^-r /, '');
      return `complete -c rungs -n '__rungs_in ${command.name} ${counts}' ${value}`;
    });
  });
  const commands = COMMANDS.map(
    ({ name, summary }) =>
      `complete -c rungs -n '__rungs_in ""' -a ${name} -d ${quotedWord(summary)}`,
  );
  return `# fish completion for rungs
function __rungs_words
    set -l words (commandline -opc)
    set -e words[1]
    printf '%s\\n' $words
end
# Whether the line is in this command, with at least and at most so many arguments before.
function __rungs_in
    set -l option
    set -l command
    set -l count 0
    for word in (__rungs_words)
        if test -n "$option"
            set option
            continue
        end
        switch $word
            case ${valued().replaceAll('|', ' ')}
                set option $word
            case '-*'
            case '*'
                if test -z "$command"
                    set command $word
                else
                    set count (math $count + 1)
                end
        end
    end
    test "$command" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    test $count -ge $argv[2]; or return 1
    set -q argv[3]; or return 0
    test $count -le $argv[3]
end
function __rungs_ids
    set -l packs
    set -l option
    for word in (__rungs_words)
        if test "$option" = --data
            set -a packs --data (string replace -r '^~/' "$HOME/" -- $word)
        else if string match -q -- '--data=*' $word
            set -a packs $word
        end
        set option $word
    end
    rungs list $argv --color never $packs 2>/dev/null </dev/null | string replace -r ' .*' ''
end
complete -c rungs -f
${[...commands, ...options, ...operands].join('\n')}`;
}
