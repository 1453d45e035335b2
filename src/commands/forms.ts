/** What the pack can be exported as: known to the table of commands without loading the exports. */
export const EXPORT_FORMS = [
  'json',
  'csv',
  'markdown',
  'argdown',
  'csl-json',
  'webannotation',
] as const;
