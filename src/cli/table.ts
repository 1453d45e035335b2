/**
 * All commands, each described once, as data. Parsing, help, completions, the man page and the
 * README's table come from here; what a command does stands in src/commands.
 */
import {
  CITATION_FORMATS,
  EXPORT_FORMS,
  FORMATS,
  FRAME_FORMATS,
  LISTED,
  MATRIX_FORMATS,
  SHELLS,
} from './choices.ts';
import type { Completes, OptionName } from './options.ts';

export type Example = { line: string; about: string };

export type Command = {
  name: string;
  /** As in commander: `<needed>`, `[optional]`, `...` after the last where it may be repeated. */
  args: string;
  summary: string;
  /** More than the summary, for its own help and the man page; a paragraph each. */
  details: readonly string[];
  options: readonly OptionName[];
  /** What `--format` takes, the first one unless told. */
  formats?: readonly string[];
  /** What can be completed for its arguments, in their order; the last one for all that follow. */
  completes?: readonly Completes[];
  examples: readonly Example[];
};

/** What is called where no command is named. */
export const EXPLORER = {
  name: '',
  args: '',
  summary: 'open the explorer; where there is no terminal, print an overview',
  details: [],
  options: ['at', 'fresh', 'screen-reader', 'record', 'print', 'version'],
  examples: [
    { line: 'rungs', about: 'open the explorer' },
    { line: 'rungs cite "$(rungs --print)"', about: 'cite what is selected when q is pressed' },
  ],
} as const satisfies Command;

const TABLE = [
  {
    name: 'search',
    args: '<words...>',
    summary: 'find statements, scenarios, people, figures, events and sources, best first',
    details: [
      'Without a command, words are searched for as well: rungs ground troops. Words in any order and any spelling, in the language of the sources or of the pack; typing errors are forgiven, and a question may be asked as one. "exact phrase" in quotation marks, !not before what must not be there.',
      'Filters: speaker: scenario: source: kind: axis: stance: form:, with !, too; several values with commas. A wrong filter says which there are. In a shell, put quotation marks around ! and ".',
    ],
    options: ['json', 'format', 'short', 'limit', 'sources'],
    formats: FORMATS,
    examples: [
      { line: 'rungs search ground troops', about: 'who said that about ground troops?' },
      { line: 'rungs search selenskyj nato', about: 'names in any spelling' },
      {
        line: 'rungs search speaker:macron scenario:nato-ground-troops',
        about: 'all that Macron says on one scenario',
      },
      { line: 'rungs search kind:figure soldiers', about: 'how many soldiers, says who?' },
      {
        line: 'rungs search scenario:taurus stance:opposes --format markdown',
        about: 'who is against it, ready to paste',
      },
      {
        line: "rungs search '!form:authorial' seoul",
        about: 'without what outlets say themselves',
      },
      { line: 'rungs search -- --foo', about: 'words that begin with a hyphen' },
    ],
  },
  {
    name: 'show',
    args: '<id...>',
    summary: 'show everything about scenarios, statements, people, sources, figures or events',
    details: [
      'An ID may be a rung number, a name, or the beginning of one, if only one thing begins so.',
    ],
    options: ['json', 'format'],
    formats: FORMATS,
    completes: ['records'],
    examples: [
      { line: 'rungs show nato-ground-troops', about: 'who is for it, who is against it' },
      { line: 'rungs show 8', about: 'the scenario on rung 8' },
      { line: 'rungs show ballbach', about: 'a person and all they say' },
    ],
  },
  {
    name: 'compare',
    args: '<scenarios...>',
    summary: 'lay two to four scenarios side by side',
    details: ['Scenarios are named as for show. Speakers with statements on several are marked.'],
    options: ['json', 'format'],
    formats: FORMATS,
    completes: ['scenarios'],
    examples: [
      { line: 'rungs compare seoul-weapons taurus', about: 'two scenarios, aspect by aspect' },
      { line: 'rungs compare 1 2 3 --format markdown', about: 'a table to paste' },
    ],
  },
  {
    name: 'cite',
    args: '<id...>',
    summary: 'cite statements or sources: one string, Markdown, BibTeX or CSL-JSON',
    details: [
      'short leaves out roles and notes. Of a person, the statements follow by id. --json is CSL-JSON.',
    ],
    options: ['json', 'format'],
    formats: CITATION_FORMATS,
    completes: ['records'],
    examples: [
      { line: 'rungs cite ballbach-observers', about: 'quote, speaker, date and outlet' },
      { line: 'rungs cite richter --format short', about: 'all that somebody says, in short' },
      { line: 'rungs cite blick --format bibtex', about: 'a source for a bibliography' },
    ],
  },
  {
    name: 'list',
    args: '[kinds...]',
    summary: 'list scenarios, statements, people, sources, figures or events, one a line',
    details: [
      'KINDS are scenarios (unless told), statements, people, sources, figures, events. The id comes first; scenarios from the top of the ladder.',
    ],
    options: ['json', 'format', 'limit'],
    formats: FORMATS,
    completes: [LISTED],
    examples: [
      { line: 'rungs list', about: 'the ladder' },
      { line: 'rungs list people', about: 'everybody who speaks' },
    ],
  },
  {
    name: 'matrix',
    args: '',
    summary: 'show who stands where on all scenarios, in one table',
    details: [
      'Columns are scenarios, by rung. A cell tells should it? and will it? apart; signs are explained below the table, and so is which side a scenario lacks.',
    ],
    options: ['json', 'format', 'rows', 'sort', 'kind'],
    formats: MATRIX_FORMATS,
    examples: [
      { line: 'rungs matrix', about: 'everybody who takes a position' },
      { line: 'rungs matrix --sort changes', about: 'those first who changed sides' },
      { line: 'rungs matrix --kind expert --rows statements', about: 'what experts say' },
      { line: 'rungs matrix --format csv', about: 'for a spreadsheet' },
    ],
  },
  {
    name: 'figures',
    args: '',
    summary: 'show who says how many, of what, as of when',
    details: ['Different quantities are kept apart, and no figure is chosen.'],
    options: ['json'],
    examples: [{ line: 'rungs figures', about: 'which figures disagree' }],
  },
  {
    name: 'timeline',
    args: '',
    summary: 'show what happened when; uncertain dates are drawn as uncertain',
    details: [],
    options: ['json', 'statements'],
    examples: [
      { line: 'rungs timeline', about: 'the events' },
      { line: 'rungs timeline --statements', about: 'and who said what when' },
    ],
  },
  {
    name: 'people',
    args: '',
    summary: 'show who takes which side on which scenario, by kind of person',
    details: [],
    options: ['json'],
    examples: [{ line: 'rungs people', about: 'experts, officials, politicians …' }],
  },
  {
    name: 'relations',
    args: '',
    summary: 'show which scenario would bring or hinder which, and who claims it',
    details: [],
    options: ['json'],
    examples: [{ line: 'rungs relations', about: 'the arrows between the rungs' }],
  },
  {
    name: 'export',
    args: '[form] [scenarios...]',
    summary: 'print the pack as json, csv, markdown, argdown, csl-json or webannotation',
    details: [
      'json holds everything, with the field names of the YAML. What each of the other forms cannot hold is said on standard error. csv has a row for each stance, and UTF-8 without a byte order mark: in Excel, open it with Data > From Text/CSV.',
      'markdown is a briefing of the SCENARIOS, or of all; they are named as for show.',
    ],
    options: [],
    completes: [EXPORT_FORMS, 'scenarios'],
    examples: [
      {
        line: "rungs export json | jq '.statements | length'",
        about: 'count the statements',
      },
      { line: 'rungs export csv > statements.csv', about: 'for a spreadsheet or R' },
      { line: 'rungs export markdown taurus 8 > briefing.md', about: 'two scenarios to hand on' },
      { line: 'rungs export argdown > pack.argdown', about: 'an argument map' },
      { line: 'rungs export csl-json > pack.json', about: 'for Zotero' },
    ],
  },
  {
    name: 'init',
    args: '[dir]',
    summary: 'write a small pack that explains itself, to change into your own',
    details: [
      'Its YAML files say what every field is for, and name JSON Schemas (in DIR/schema) by which editors complete and check them. All in it is made up, the article too. Nothing that is there is written over.',
    ],
    options: ['empty', 'json'],
    completes: ['folders'],
    examples: [
      { line: 'rungs init my-pack', about: 'begin a pack' },
      { line: 'rungs init --empty my-pack', about: 'without the example' },
    ],
  },
  {
    name: 'add',
    args: '<kind> [what...]',
    summary: 'add a statement, a source, a person or a scenario to a pack',
    details: [
      'statement ARTICLE shows the article; you mark the passage by its first and last words, choose the quoted words, and say who speaks, when, and on which scenarios it bears. Offsets and hashes are computed. People and sources that are new are added, too.',
      'The statement goes to the file with the others of its source; all that is in it stays as it is. Below a paragraph stands what the pack has of it. Nothing is written before the last answer. Esc (or < and Enter) goes back to the question before; what was answered is kept when Ctrl-C or anything else ends it (in $XDG_STATE_HOME/rungs), and offered again at the next start. After a statement, another one from the same article can follow.',
      'source FILE makes a clean text of a web page (HTML), Markdown, DOCX, PDF or text: markup off, hard line breaks joined, hyphens mended. The text is kept with the articles (--articles, or articles/ in the pack); title, author, date, address and language are taken where they are told, and the hash of the original and what made the text are recorded. - is standard input.',
      'person NAME and scenario TITLE ask for the rest.',
      'Where standard input is no terminal, its lines are the answers, an empty line for an empty one; an answer that cannot be taken ends it with exit code 2. Better for scripts is --answers FILE, a mapping of names to answers in any order; what it leaves out is as after Enter. Of a statement these are passage, quotes, speaker, summary, translation, date, dateNote, holder, relayedBy, medium, to, form, context, id, and stances: a list of scenario, axis, value, cue, why and condition; of somebody new speakerKind, speakerRole, speakerAffiliation, and speakerIsNew: yes where the name is near to another; of a new source outlet, title, issued, language, type, marks, sourceId. The pack is that of --data, or the folder one is in.',
    ],
    options: ['articles', 'answers', 'json'],
    completes: [['statement', 'source', 'person', 'scenario'], 'files'],
    examples: [
      { line: 'rungs add statement articles/a.txt --data my-pack', about: 'add a statement' },
      { line: 'rungs add source page.html --data my-pack', about: 'a saved web page' },
      { line: 'rungs add statement a.txt --answers answers.yaml', about: 'from a script' },
    ],
  },
  {
    name: 'import',
    args: '[file]',
    summary: 'bring statements into a pack from JSON, CSV or annotations, sources from CSL-JSON',
    details: [
      'Each statement names its article, the words of the speaker (or the first and the last words of the passage), who speaks, and where they stand on which scenario; --schema prints the form, fit to be given to a language model as the form of its answer. Also read: what rungs export json, csv and webannotation write, annotations of Hypothesis, and - for standard input.',
      'Offsets and hashes are computed. What differs from the article in typography only is made the article’s own, and told. Refused is what does not stand there inside quotation marks, with the nearest passage and what differs; ambiguous what stands there several times, with the places; known what the pack has. Nobody new is made where a near name exists.',
      'A statement comes in whole or not at all, and is unreviewed until somebody accepts it. The exit code is 1 while anything is refused or ambiguous; the report of --json can be corrected and imported again.',
      'CSL-JSON, as Zotero exports it, tells more of sources: title, author, outlet, publisher, dates, address, language and type. An item is about the source with its id, address or title, or about a file among the articles that goes by its id or title. What the pack tells stays; where an item says otherwise, or its title is near to that of another source, it is ambiguous.',
    ],
    options: ['articles', 'dry-run', 'json', 'schema'],
    completes: ['files'],
    examples: [
      { line: 'rungs import drafts.json --data my-pack', about: 'what is in a file' },
      { line: 'rungs import drafts.csv --dry-run', about: 'what would come of it' },
      { line: 'rungs import --schema', about: 'the form to write' },
    ],
  },
  {
    name: 'rename',
    args: '<id> <new>',
    summary: 'give a record of your pack another id, wherever it is mentioned',
    details: [
      'Comments and layout stay; a file that is named after the record is renamed, too. The whole pack is valid afterwards, or nothing was changed. The pack is that of --data, or the folder one is in.',
    ],
    options: ['json'],
    completes: ['records', []],
    examples: [{ line: 'rungs rename tram tram-extension --data my-pack', about: 'another id' }],
  },
  {
    name: 'merge',
    args: '<person> <into>',
    summary: 'make two people of your pack one',
    details: [
      'All that mentions PERSON mentions INTO afterwards, who gets the names, roles and keywords of PERSON. As for rename, all or nothing.',
    ],
    options: ['json'],
    completes: ['records'],
    examples: [{ line: 'rungs merge selensky selenskyj --data my-pack', about: 'one of them' }],
  },
  {
    name: 'remove',
    args: '<id>',
    summary: 'take a record out of your pack; where others depend on it, say which',
    details: ['As for rename, all or nothing.'],
    options: ['json'],
    completes: ['records'],
    examples: [{ line: 'rungs remove old-statement --data my-pack', about: 'a statement' }],
  },
  {
    name: 'accept',
    args: '[ids...]',
    summary: 'accept statements that were brought in; without any, list those that wait',
    details: [
      'What rungs import brought in is unreviewed until somebody accepts it; rungs remove rejects it. In the explorer the same is done with the passage beside each statement (w).',
    ],
    options: ['json'],
    completes: ['records'],
    examples: [
      { line: 'rungs accept --data my-pack', about: 'what waits' },
      { line: 'rungs accept durbin-hearing --data my-pack', about: 'one of them' },
    ],
  },
  {
    name: 'move',
    args: '<scenario>',
    summary: 'put a scenario of your pack on another rung',
    details: [
      'Those between its old place and its new one move by a rung; no number comes or goes. As for rename, all or nothing.',
    ],
    options: ['before', 'after', 'json'],
    completes: ['scenarios'],
    examples: [{ line: 'rungs move tram --before ferry --data my-pack', about: 'a rung lower' }],
  },
  {
    name: 'check',
    args: '[dir]',
    summary: 'validate a pack, and say what it holds and what it lacks',
    details: [
      'Without DIR, the pack of --data, RUNGS_DATA or the folder one is in. Every error with file, line and column. --watch checks again whenever a file of it changes, until Ctrl-C (exit code 130).',
      'Several packs (--data A --data B) become one: title, description and date are those of the first. An id that two of them use is an error. Where two use the same rung, the scenario of the later pack stands one higher, and those above move up.',
    ],
    options: ['watch', 'json'],
    completes: ['folders'],
    examples: [
      { line: 'rungs check my-pack', about: 'the pack in a folder' },
      { line: 'rungs check --data a --data b', about: 'do two packs go together?' },
    ],
  },
  {
    name: 'migrate',
    args: '[dir]',
    summary: 'rewrite a pack of an older form in that of today',
    details: [
      'Packs of an older form are read all the same. Comments and layout stay as they are; nothing is written unless every file can be.',
    ],
    options: ['json'],
    completes: ['folders'],
    examples: [{ line: 'rungs migrate my-pack', about: 'the pack in a folder' }],
  },
  {
    name: 'verify',
    args: '',
    summary: 'check every quote word for word against your own copies of the articles',
    details: [
      'The articles are not shipped. Each source must be the file it was read from, and each quote stand there, within quotation marks, at the place the pack says. A quote fails, too, that begins or ends inside a word, holds a mark without its partner, or stands between marks that cannot be told apart.',
      'Where an article was corrected, --fix finds every passage again by its words and its hash, and rewrites the offsets and hashes in the files of the pack; comments and layout stay. What has no single sure place is left as it is, and listed with what comes nearest; the exit code is 1 then.',
    ],
    options: ['fix', 'articles', 'dry-run', 'json'],
    examples: [
      { line: 'rungs verify --sources articles', about: 'the articles in a folder' },
      { line: 'rungs verify --fix --data my-pack', about: 'after an article was corrected' },
    ],
  },
  {
    name: 'prove',
    args: '<memo>',
    summary: 'check what your own text quotes: is it in the sources, and said by whom you say?',
    details: [
      'MEMO is Markdown, text or DOCX, or - for standard input. Each quotation in it gets a verdict: verbatim; typography (only marks, dashes or spaces differ); translation (it is ours); altered, with the words that differ; joined, where an ellipsis leaves words out, with what is left out and whether a "not" is in it; told (it stands there, but outside quotation marks); short (too short, or in several mouths: nothing can be told); absent from these sources; unclear, where the marks of the memo cannot be told apart.',
      'Who is named beside a quote is held against the speaker that the pack has. Only what is verbatim but for typography, or our translation, and given to that speaker, or to nobody, passes: the exit code is 1 for all else. It does not pass where nobody can tell who is meant, where a name is given that the pack does not have, or where a "not" right beside the words was cut off. Each line is FILE:LINE:COLUMN, for editors.',
    ],
    options: ['articles', 'json'],
    completes: ['files'],
    examples: [
      { line: 'rungs prove memo.md --sources articles', about: 'before it is sent' },
      { line: 'rungs prove memo.docx --data my-pack', about: 'against a pack of your own' },
    ],
  },
  {
    name: 'play',
    args: '<tape>',
    summary: 'play a script of keys, and print or compare what the terminal shows',
    details: [
      'A tape is in the grammar of VHS (github.com/charmbracelet/vhs): Type "text", Enter, Down 3, Wait+Screen /regex/, Hide, Show. What VHS has no word for stands in comments: # size: 120x40, # lang: original, # now: 2026-11-22, # color: none, # send: F1. With - the tape is read from standard input. --record writes one.',
      'Frames are the screen after each command that is not hidden, between lines of 80 ─. Only Sleep moves the clock, and nothing waits: the same tape gives the same bytes, anywhere. Screenshot NAME gives one a name. --format styles tells colours as letters below the rows. Output x.txt or x.ascii in the tape is written.',
      'Exit code 1 where the frames differ (a diff tells how), a Wait does not match, or a key comes after the end; 2 for a broken tape.',
    ],
    options: ['size', 'golden', 'report', 'update', 'format', 'output'],
    formats: FRAME_FORMATS,
    completes: ['files'],
    examples: [
      { line: 'rungs play demo.tape', about: 'every frame, as text' },
      {
        line: 'rungs play demo.tape --golden demo.txt',
        about: 'are the frames still the same? --update writes them',
      },
      {
        line: 'rungs play demo.tape --golden demo.txt --report changed.html',
        about: 'old, new and difference of every frame that changed, as a page',
      },
      {
        line: 'rungs play demo.tape --format svg --output demo.svg',
        about: 'a picture of the last frame',
      },
      {
        line: 'rungs play demo.tape --data my-pack --size 80x24',
        about: 'another pack, another size',
      },
    ],
  },
  {
    name: 'config',
    args: '',
    summary: 'show what is set: language, packs, articles, keys; or write a file to set it',
    details: [
      'The file is $XDG_CONFIG_HOME/rungs/config.yaml (~/.config). It is checked like a pack. Options and the environment win over it; tapes do not read it.',
      '--example writes the file, everything in it in comments, and beside it the JSON Schema by which editors complete it.',
    ],
    options: ['example', 'schema', 'json'],
    examples: [
      { line: 'rungs config', about: 'what is in force, and where it comes from' },
      { line: 'rungs config --example', about: 'a file to begin with' },
    ],
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: 'print completions for bash, zsh or fish',
    details: [
      'bash: source <(rungs completion bash). zsh: rungs completion zsh > a file named _rungs in a folder of $fpath. fish: rungs completion fish > ~/.config/fish/completions/rungs.fish.',
    ],
    options: [],
    completes: [SHELLS],
    examples: [
      { line: 'source <(rungs completion bash)', about: 'in ~/.bashrc' },
      { line: 'rungs completion fish | source', about: 'in fish' },
    ],
  },
  {
    name: 'help',
    args: '[command]',
    summary: 'show help, or that of a command',
    details: [],
    options: [],
    completes: ['commands'],
    examples: [{ line: 'rungs help search', about: 'all about searching' }],
  },
] as const satisfies readonly Command[];

/** The name of a command; the call without one has none. */
export type CommandName = (typeof TABLE)[number]['name'] | (typeof EXPLORER)['name'];

export const COMMANDS: readonly (Command & { name: CommandName })[] = TABLE;

/** The examples of the whole program: the first of what people ask most. */
export const EXAMPLES: readonly Example[] = [
  ...EXPLORER.examples,
  ...COMMANDS.filter(({ name }) =>
    ['search', 'show', 'compare', 'cite', 'list'].includes(name),
  ).flatMap(({ examples }) => examples.slice(0, 2)),
  { line: 'rungs --at compare:seoul-weapons+taurus', about: 'open the explorer at an address' },
];
