/** The words that arguments and `--format` take; what a command makes of them stands with it. */

/** The forms of a record, the first one unless told. */
export const FORMATS = ['text', 'markdown'] as const;

export const CITATION_FORMATS = ['text', 'short', 'markdown', 'bibtex', 'csl-json'] as const;

export const MATRIX_FORMATS = ['text', 'csv'] as const;

/** The forms of a played tape. */
export const FRAME_FORMATS = ['text', 'styles', 'ansi', 'svg'] as const;

/** What the pack can be exported as. */
export const EXPORT_FORMS = [
  'json',
  'csv',
  'markdown',
  'argdown',
  'csl-json',
  'webannotation',
] as const;

/** What can be listed. */
export const LISTED = [
  'scenarios',
  'statements',
  'people',
  'sources',
  'figures',
  'events',
] as const;

/** The shells that completions are made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
