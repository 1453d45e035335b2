/** The names of all questions: by these they are answered from a file, and answers are kept. */

/** What is asked of somebody new, after the name of the question who it is. */
const OF_SOMEBODY = ['IsNew', 'Kind', 'Role', 'Affiliation', 'Id'] as const;
const PEOPLE = ['speaker', 'holder', 'relayedBy'] as const;
const somebody = PEOPLE.flatMap((who) => [
  who,
  ...OF_SOMEBODY.map((what) => `${who}${what}` as const),
]);

/** What is asked of each stance. */
export const OF_STANCE = ['scenario', 'axis', 'value', 'cue', 'why', 'condition'] as const;
type OfStance = (typeof OF_STANCE)[number];

/** What is asked of a source that is new. */
const SOURCE = ['outlet', 'title', 'issued', 'language', 'type', 'marks', 'sourceId'] as const;
const STATEMENT = ['passage', 'whichPassage', 'quotes', 'summary', 'translation'] as const;
/** What few statements need, behind one question. */
const RARE = ['medium', 'to', 'date', 'dateNote', 'form', 'context', 'id'] as const;

/** The names of the questions about each kind of record. */
export const QUESTIONS = {
  statement: [...SOURCE, ...STATEMENT, ...somebody, 'more', ...RARE],
  person: [...OF_SOMEBODY.map((what) => `person${what}` as const)],
  scenario: ['proposition', 'actor', 'status', 'asOf', 'rung', 'id'],
} as const;

export type Who = (typeof PEOPLE)[number] | 'person';

export type QuestionName =
  | (typeof QUESTIONS)[keyof typeof QUESTIONS][number]
  | `stances.${number}.${OfStance}`
  // Asked of a session, not of a record.
  | 'another'
  | 'goOn';
