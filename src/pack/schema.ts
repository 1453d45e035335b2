/**
 * The form of a pack: one definition from which come the TypeScript types, the validation of the
 * YAML files and the JSON Schema that editors use. Checks that need more than one record are in
 * check.ts.
 */
import edtf from 'edtf';
import { z } from 'zod';
import {
  ALL_SIDES,
  COMPARATORS,
  FORMS,
  KINDS,
  NORMATIVE,
  PREDICTIVE,
  RELATIONS,
  SIDES,
} from './values.ts';

/** Parsing a date takes as long as all else of a record, and thousands have the same. */
const datesRead = new Set<string>();

const isEdtf = (text: string): boolean => {
  if (datesRead.has(text)) return true;
  try {
    edtf(text);
    datesRead.add(text);
    return true;
  } catch {
    return false;
  }
};

const idForm = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'an id is lower-case ASCII words joined by hyphens, such as "ballbach-observers"',
});
const id = idForm.describe('Unique over the whole pack: lower-case ASCII words joined by hyphens');

/** The kinds of record, in the order of the export. */
export const RECORD_KINDS = [
  'sources',
  'people',
  'scenarios',
  'statements',
  'figures',
  'events',
  'relations',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Of each schema that takes an id: the kind of record which it must be. */
export const REFERENCES = z.registry<{ kind: RecordKind }>();

const ref = (kind: RecordKind) => idForm.clone().register(REFERENCES, { kind });

const text = z.string().trim().min(1, { error: 'must not be empty' });

/** A keyword has at most so many words: "Vereinigte Staaten von Amerika". */
const KEYWORD_WORDS = 4;
const keywords = z
  .array(
    text.refine((words) => words.split(/\s+/).length <= KEYWORD_WORDS, {
      error: `is too long for a keyword: it is a word or a name, of at most ${KEYWORD_WORDS} words`,
    }),
  )
  .optional()
  .describe(
    'Words of our own by which the record is found: topics, roles, things, in any language',
  );
const date = z
  .string()
  .refine(isEdtf, {
    error:
      'is no EDTF date: write it as 2024-10-24, 2024-10, 2024, 2024-10? (uncertain), [..2024-11] (then or earlier) or XXXX (undated)',
  })
  .describe('Extended Date/Time Format (ISO 8601-2), no more precise than the source');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'is no SHA-256: 64 hexadecimal digits in lower case',
});
const offset = z.number().int().min(0);
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/, {
    error: 'is no BCP 47 tag of a language: write it as de, de-CH, gsw, zh-Hant or sr-Latn',
  });
const titles = z
  .record(language, text)
  .optional()
  .describe('The title in further languages, each under its BCP 47 tag');
const address = z.string().regex(/^https?:\/\/[^\s"<>]+$/, {
  error: 'is no address of a page: it begins with https:// or http:// and has no blanks',
});

const span = z
  .strictObject({
    start: offset.describe('First code point of the passage, counted from 0'),
    end: offset.describe('One past the last code point'),
    sha256: sha256.describe('SHA-256 of the passage in UTF-8'),
  })
  .describe('Where in the source file the passage stands (W3C TextPositionSelector)');

const quote = z
  .strictObject({
    exact: z
      .string()
      .min(1)
      .describe("The words inside the source's quotation marks, to the character"),
    start: offset,
    end: offset,
  })
  .describe('Quoted words (W3C TextQuoteSelector and TextPositionSelector)');

const stanceRest = {
  condition: text
    .optional()
    .describe('On what it depends, in the language of the pack: "if the bill passes"'),
  cue: text.optional().describe('The words of the source that the value is read off'),
  why: text.describe('One line that a sceptical reader could check'),
};
export const stanceSchema = z.discriminatedUnion('axis', [
  z.strictObject({
    scenario: ref('scenarios'),
    axis: z.literal('normative'),
    value: z.enum(NORMATIVE),
    ...stanceRest,
  }),
  z.strictObject({
    scenario: ref('scenarios'),
    axis: z.literal('predictive'),
    value: z.enum(PREDICTIVE),
    ...stanceRest,
  }),
  z.strictObject({
    scenario: ref('scenarios'),
    axis: z.literal('none'),
    value: z.literal('none'),
    ...stanceRest,
  }),
]);

export const statementSchema = z.strictObject({
  id,
  source: ref('sources'),
  speaker: ref('people').describe('Whose words'),
  holder: ref('people').optional().describe("Whose view, where the speaker tells somebody else's"),
  relayedBy: z
    .array(ref('people'))
    .default([])
    .describe('Who passed it on: agencies, papers, offices'),
  medium: text.optional().describe('Where it was said: X, Telegram, in an interview, by telephone'),
  to: text.optional().describe('To whom'),
  date: date.describe('When it was said'),
  dateNote: text.optional().describe('How the date is known'),
  form: z.enum(FORMS),
  quotes: z.array(quote).default([]),
  span,
  summary: text.describe('What was said, in words of our own and the language of the pack'),
  translation: text
    .optional()
    .describe('Our translation of the quotes into the language of the pack'),
  mayBeTranslated: z
    .literal(true)
    .optional()
    .describe(
      "True where the source's words may themselves be a translation of what the speaker said",
    ),
  retells: ref('statements')
    .optional()
    .describe('The statement that this one tells again in the words of its outlet'),
  context: text
    .optional()
    .describe('What "this", "then" or a pronoun in the quote refers to; copied with it'),
  stances: z.array(stanceSchema).default([]),
  keywords,
  unreviewed: z
    .literal(true)
    .optional()
    .describe('True for what was brought in by a machine and nobody has accepted yet'),
});

const role = z.strictObject({
  role: text,
  affiliation: text.optional(),
  asOf: date.optional(),
});
export const personSchema = z.strictObject({
  id,
  name: text,
  aliases: z.array(text).default([]).describe('Other spellings under which they are found'),
  kind: idForm.describe(`${KINDS.join(', ')}, or one that data/pack.yaml declares`),
  roles: z.array(role).default([]),
  note: text.optional().describe('How the name is spelled, or what else a reader must know'),
  sameAs: z
    .array(address)
    .optional()
    .describe('Pages elsewhere on the same person, such as Wikidata (schema.org sameAs)'),
  keywords,
});

const factor = z.strictObject({
  text,
  by: ref('people').optional().describe('Who says so'),
  statement: ref('statements').optional().describe('The statement it rests on'),
});

const near = z.strictObject({
  side: z.enum(SIDES).describe('The side that nobody takes in so many words'),
  statement: ref('statements').describe('Who comes nearest to it'),
  text: text.describe('What that is, in one short line of our own'),
});
export const scenarioSchema = z.strictObject({
  id,
  rung: z
    .number()
    .int()
    .min(1)
    .describe('Place on the ladder, 1 = least direct involvement; an editorial judgement'),
  title: text,
  titles,
  proposition: text.describe('What exactly would happen, in one sentence'),
  actor: text.describe('Who would do it'),
  status: text.describe('How far it has got'),
  asOf: date,
  variantOf: ref('scenarios').optional(),
  reported: z
    .array(ref('statements'))
    .default([])
    .describe('The statements that report that it has happened'),
  nearest: z
    .array(near)
    .default([])
    .describe('For sides that nobody takes in so many words: the nearest thing that is said'),
  drivers: z.array(factor).default([]).describe('What pushes'),
  brakes: z.array(factor).default([]).describe('What holds back'),
  indicators: z.array(factor).default([]).describe('What would change this assessment'),
  consequences: z.array(factor).default([]).describe('What could follow'),
  silent: z.array(text).default([]).describe('What the sources do not say'),
  keywords,
});

const author = z
  .union([text, z.strictObject({ family: text, given: text.optional() })])
  .describe('A name, or its family and given part, by which bibliographies sort');

export const sourceSchema = z.strictObject({
  id,
  file: text
    .regex(/^(?!\.{1,2}$)[^/\\\0]+$/, {
      error: 'is no name of a file: write it without a folder, such as article.txt',
    })
    .describe('Name of the file, without folder'),
  sha256,
  type: text.describe("CSL-JSON's type, such as article-newspaper"),
  'container-title': text.optional().describe('The outlet'),
  title: text.optional(),
  author: z.array(author).optional().describe('Who wrote it, where it says so'),
  publisher: text.optional(),
  issued: date.optional(),
  URL: address.optional().describe('Where it can be read'),
  accessed: date.optional().describe('When it was read there'),
  archived: address.optional().describe('Where a copy is kept, such as in the Internet Archive'),
  language: language.describe('BCP 47 tag of the language of the text'),
  marks: z
    .string()
    .regex(/^(?:none|[^\s\p{L}\p{N}]{2}(?: +[^\s\p{L}\p{N}]{2})*)$/u, {
      error:
        'write pairs of an opening and a closing mark, such as «» or “” ‘’, or none where all is speech',
    })
    .optional()
    .describe(
      'The quotation marks the source uses: pairs, the opening mark first, with spaces between the pairs; none for a transcript or a post, where all is speech. Left out, they are read off the text',
    ),
  original: z
    .strictObject({
      sha256: sha256.describe('SHA-256 of the file as it came'),
      extractor: text.describe('What made the text of it, with its version'),
    })
    .optional()
    .describe('The web page or document from which the text was taken'),
  note: text.optional(),
  keywords,
});

const figureSchema = z.strictObject({
  id,
  source: ref('sources'),
  value: z.number().optional(),
  comparator: z
    .enum(COMPARATORS)
    .optional()
    .describe('Where the source hedges the number; left out, it is the bare number'),
  unit: text,
  counted: text.describe('What exactly is counted'),
  where: text.optional(),
  by: ref('people').describe('Who gives the number'),
  relayedBy: z.array(ref('people')).default([]),
  asOf: date,
  statement: ref('statements').optional(),
  span,
  note: text.optional(),
  keywords,
});

const eventSchema = z.strictObject({
  id,
  title: text,
  date,
  dateNote: text.optional().describe('How the date is known'),
  place: text.optional(),
  source: ref('sources'),
  statement: ref('statements').optional(),
  span,
  note: text.optional(),
  keywords,
});

const relationSchema = z.strictObject({
  id,
  from: ref('scenarios'),
  to: ref('scenarios'),
  kind: z.enum(RELATIONS),
  statement: ref('statements').describe('The statement that claims it'),
  why: text,
  keywords,
});

const mention = z.strictObject({
  title: text,
  titles,
  source: ref('sources'),
  statement: ref('statements').optional(),
  span,
  note: text,
  keywords,
});
const SIDE_WORDS = Object.fromEntries(ALL_SIDES.map((side) => [side, text.optional()])) as Record<
  (typeof ALL_SIDES)[number],
  z.ZodOptional<typeof text>
>;

/** The form of packs that this program reads and writes. */
export const FORMAT = 1;

export const packSchema = z.strictObject({
  format: z.literal(FORMAT).describe('The form of the pack'),
  id,
  title: text,
  titles,
  language: language.describe('Of titles, summaries, reasons and translations, as a BCP 47 tag'),
  description: text,
  asOf: date.describe('When the sources speak'),
  kinds: z
    .record(idForm, text)
    .optional()
    .describe(`Kinds of people beside ${KINDS.join(', ')}, and the word for each: "ngo: NGO"`),
  sides: z
    .strictObject(SIDE_WORDS)
    .optional()
    .describe('Other words for the sides of a scenario, such as "favours: Yes"'),
  ladder: text
    .optional()
    .describe('What the order of the rungs means; left out: 1 is the least direct involvement'),
  mentioned: z.array(mention).default([]).describe('Scenarios that are only mentioned'),
  synonyms: z
    .array(z.array(text).min(2, { error: 'needs two words or more that mean the same' }))
    .optional()
    .describe('Words that mean the same in this pack, in any language: searching one finds all'),
});

/** The schema of one record of each kind. */
export const RECORD_SCHEMAS = {
  sources: sourceSchema,
  people: personSchema,
  scenarios: scenarioSchema,
  statements: statementSchema,
  figures: figureSchema,
  events: eventSchema,
  relations: relationSchema,
} as const satisfies Record<RecordKind, z.ZodType>;

export type Span = z.output<typeof span>;
export type Quote = z.output<typeof quote>;
export type Stance = z.output<typeof stanceSchema>;
export type Statement = z.output<typeof statementSchema>;
export type Person = z.output<typeof personSchema>;
export type Factor = z.output<typeof factor>;
export type Scenario = z.output<typeof scenarioSchema>;
export type Source = z.output<typeof sourceSchema>;
export type Figure = z.output<typeof figureSchema>;
export type PackEvent = z.output<typeof eventSchema>;
export type Relation = z.output<typeof relationSchema>;
export type PackInfo = z.output<typeof packSchema>;

/** A whole pack, as the YAML gives it; the form of `rungs export json`. */
export type PackData = {
  pack: PackInfo;
  sources: Source[];
  people: Person[];
  scenarios: Scenario[];
  statements: Statement[];
  figures: Figure[];
  events: PackEvent[];
  relations: Relation[];
};
