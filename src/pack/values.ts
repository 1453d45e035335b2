/**
 * The words that fields of a pack choose from. Apart from the schema, so that look-ups, which need
 * the words, do not load the library that validates.
 */

export const AXES = ['normative', 'predictive', 'none'] as const;
export const NORMATIVE = ['favours', 'opposes', 'none'] as const;
export const PREDICTIVE = [
  'certain',
  'likely',
  'possible',
  'unlikely',
  'excluded',
  'none',
] as const;
/** Where statements may stand on a scenario, over both axes, in the order in which it is told. */
export const ALL_SIDES = ['favours', 'opposes', 'expects', 'possible', 'doubts', 'none'] as const;
/** Those that somebody may be near to without taking them. */
export const SIDES = ['favours', 'opposes', 'expects', 'doubts'] as const;
export const FORMS = ['direct', 'mixed', 'indirect', 'reported', 'authorial'] as const;
export const KINDS = [
  'expert',
  'official',
  'politician',
  'military',
  'outlet',
  'anonymous',
] as const;
export const RELATIONS = [
  'makes-likelier',
  'makes-less-likely',
  'precondition-of',
  'excludes',
] as const;
export const COMPARATORS = [
  'exactly',
  'about',
  'more-than',
  'at-least',
  'up-to',
  'several',
  'hundreds',
  'thousands',
] as const;
